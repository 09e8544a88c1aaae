/**
 * What a remark beside a person may mean. Only facts of the calendar are recognised; a free remark is shown to whoever
 * imports and is not kept, because nothing is held about a person that the person may not read.
 */
import { cleanText, squeeze } from '../person/name-text.ts';
import type { DatedFactKind } from '../person/dated-fact.ts';
import { findDateInText, readTerm, type PartialDate } from './partial-date.ts';

export type { DatedFactKind };

export type RemarkReading =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'fact';
      readonly fact: DatedFactKind;
      readonly from: PartialDate | null;
      readonly until: PartialDate | null;
    }
  /** 重复？: somebody already wondered whether the row stands twice. */
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'free' };

const RETIREMENT = /退休/;
const NOT_RETIREMENT = /返聘|延聘|延迟退休|未退休/;
const ABSENCE =
  /(?:国外|境外|海外|出国|出境|赴[^，,；;]{1,6}|[美英德法日]国?).*(?:访学|进修|留学|交流|工作|学习|研修)|访学|出国|援[外疆藏滇]|长期在(?:国|境|海)外/;
const LEAVE = /病假|病休|产假|休假|长休|脱产|停薪留职/;

function readPeriod(text: string): { from: PartialDate | null; until: PartialDate | null } {
  const plain = squeeze(text);
  const point = '\\d{4}(?:年|[./])?(?:\\d{1,2}月?)?';
  const both = new RegExp(`(${point})(?:[-—–~～至到]+)(${point})`).exec(plain);
  const term = both ? readTerm(both[0]) : undefined;
  if (term?.kind === 'term') return { from: term.from, until: term.until };
  const end = new RegExp(`(?:至|到|截至)(${point})`).exec(plain);
  const date = findDateInText(end?.[1] ?? plain) ?? null;
  return end ? { from: null, until: date } : { from: date, until: null };
}

export function readRemark(text: string): RemarkReading {
  const plain = squeeze(cleanText(text));
  if (plain === '' || /^[-/]+$|^无$/.test(plain)) return { kind: 'blank' };
  if (RETIREMENT.test(plain) && !NOT_RETIREMENT.test(plain))
    return { kind: 'fact', fact: 'retired', from: findDateInText(plain) ?? null, until: null };
  if (ABSENCE.test(plain)) return { kind: 'fact', fact: 'abroad', ...readPeriod(plain) };
  if (LEAVE.test(plain)) return { kind: 'fact', fact: 'leave', ...readPeriod(plain) };
  if (/^(?:与.*)?(?:疑似|可能|是否)?重复[??!]*$/.test(plain)) return { kind: 'duplicate' };
  return { kind: 'free' };
}
