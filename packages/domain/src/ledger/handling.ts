/**
 * 办理反馈情况 as a ledger writes it: what it claims became of a matter, in both directions. Where the wording says that
 * something is still open, that wins over what sounds like an end; where it contradicts itself it is asked.
 */
import { cleanText } from '../person/name-text.ts';
import { claimsEnd, type LedgerClaim, type MatterStatus, type Outcome } from '../matter/matter.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { NUMBERED, splitPoints } from './points.ts';

export type HandlingReading =
  | { readonly kind: 'claim'; readonly claim: LedgerClaim }
  /** Not understood, or saying two things at once; `heard` is what it sounds like. */
  | { readonly kind: 'doubtful'; readonly heard: readonly LedgerClaim[] };

const NOTHING = /^(?:无|没有|暂无|空|未填|[-—/\\、。.]+)$/;
const NOT_YET = /(?:尚|还|仍|暂)?未(?!来)|没有|没能|还没|有待|待(?:办|定|复|答复|解决|处理|研究)/;
const PARTLY = /部分|基本|初步|大部/;
const SAYS: readonly (readonly [LedgerClaim, RegExp])[] = [
  ['notFeasible', /不可行|不具备|无法|不能|难以|暂缓|不予|条件不|不符合/],
  ['planned', /列入|纳入|计划|规划|拟(?:于|在|将)|将(?:于|在)|下一步|明年|下半年|下学期/],
  ['underWay', /正在|办理中|处理中|解决中|落实中|推进|协调|研究|跟进|沟通|跟踪|着手/],
  [
    'handedOn',
    /已?(?:转|移交|交办|转交|批转|报送)(?:至|给|到|由|请|交|办|相关|有关|[\p{Script=Han}]{1,12}(?:处|部|科|院|室|中心|办))/u,
  ],
  [
    'solved',
    /已(?:经|全部|妥善|及时|圆满)*(?:解决|办结|落实|完成|整改|办理完毕|办好|到位|开通|增加|安排)|办结|解决完毕/,
  ],
  ['answered', /已(?:经|当面|电话|书面|口头|及时)*(?:答复|回复|反馈|说明|解释|告知)|答复完毕/],
];
const GOING: readonly LedgerClaim[] = ['planned', 'underWay'];

export function readHandling(text: string | null): HandlingReading {
  const plain = cleanText(text ?? '');
  if (plain === '' || NOTHING.test(plain)) return { kind: 'claim', claim: 'open' };
  const heard = SAYS.flatMap(([claim, pattern]) => (pattern.test(plain) ? [claim] : []));
  if (NOT_YET.test(plain)) {
    if (heard.some(claimsEnd)) return { kind: 'doubtful', heard };
    const going = heard.find((claim) => claim === 'underWay' || claim === 'handedOn');
    return { kind: 'claim', claim: going ?? 'open' };
  }
  const [first] = heard;
  if (first === undefined) return { kind: 'doubtful', heard };
  const going = heard.find((claim) => GOING.includes(claim));
  if (heard.includes('solved'))
    return PARTLY.test(plain) || going ? { kind: 'doubtful', heard } : { kind: 'claim', claim: 'solved' };
  // Answered that it is under way, planned or not possible: the person was told, the first two are not done.
  if (heard.includes('answered')) return { kind: 'claim', claim: going ?? 'answered' };
  // A refusal of which nobody was told is still to be answered; whether anyone was, the ledger does not say.
  return first === 'notFeasible' ? { kind: 'doubtful', heard } : { kind: 'claim', claim: first };
}

/** One cell for several points: each its own part where they are numbered alike, else the whole for each. */
export function splitHandling(text: string | null, points: number): readonly (string | null)[] {
  const all = Array.from({ length: points }, () => text);
  if (text === null || points < 2 || !NUMBERED.test(text)) return all;
  const parts = splitPoints(text);
  return parts.length === points ? parts : all;
}

/** Several in one cell, numbered each on its own line as `splitPoints` parts them; a blank one says that nothing was done. */
export const writePoints = (parts: readonly string[]): string =>
  parts.length < 2
    ? (parts[0] ?? '')
    : parts.map((part, at) => `${at + 1}.${part.replace(/\s*[\n；;]+\s*/g, '，') || '还没有办'}`).join('\n');

export type HandledNow = {
  readonly status: MatterStatus;
  /** As it came from a ledger and was not touched since: its words are given back as they were. */
  readonly untouched: boolean;
  readonly words: string | null;
  readonly lead: string | null;
  readonly outcomes: readonly Outcome[];
  readonly repliedOn: PlainDate | null;
  readonly promiseOn: PlainDate | null;
};

const dotted = (on: PlainDate): string => on.split('-').map(Number).join('.');
const ANSWERED: readonly MatterStatus[] = ['replied', 'confirmed', 'closed'];

/** What stands in the column for a matter as it is now, in words that `readHandling` reads as the same state. */
export function sayHandling(now: HandledNow): string {
  if (now.untouched) return now.words ?? '';
  if (now.repliedOn !== null && ANSWERED.includes(now.status)) {
    const day = dotted(now.repliedOn);
    const until = now.promiseOn === null ? '' : `，答应 ${dotted(now.promiseOn)} 前办到`;
    if (now.outcomes.includes('B')) return `${day} 已答复，正在办${until}`;
    if (now.outcomes.includes('C')) return `${day} 已答复，列入计划${until}`;
    if (now.outcomes.includes('D')) return `${day} 已答复：暂不可行`;
    return `${day} 已答复，已解决`;
  }
  if (now.status === 'registered') return '';
  if (now.lead === null) return '正在办理';
  return now.status === 'assigned' ? `已转${now.lead}` : `已转${now.lead}，正在办理`;
}
