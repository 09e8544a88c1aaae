/**
 * A standing as a ledger words it, read into the vocabulary in which requirements are written. The words are always kept
 * as written; what they do not say stays null, except that an association named without any place is the institution's own.
 */
import type { Level, StandingKind, StandingRole } from '../policy/vocabulary.ts';
import { cleanText, squeeze, toHalfWidth } from './name-text.ts';
import { findPartyAtStart, type Party } from './party.ts';

export type StandingReading = {
  readonly kind: StandingKind;
  readonly level: Level | null;
  readonly role: StandingRole | null;
  /** The body as written, without the role: `区侨联`, `九三学社东湖医院支社`. */
  readonly body: string;
  readonly party: Party | null;
  readonly words: string;
  /** False where the level was taken from the kind of body because no place was written. */
  readonly levelWritten: boolean;
};

/** How the institution calls itself; a body that begins so is the institution's. */
const OWN_NAMES = ['医学院', '大学', '学校', '校', '本院', '院'];

const ROLE_WORDS: readonly (readonly [RegExp, StandingRole])[] = [
  [/(?:常务)?副(?:主委|主任委员|会长|主席|理事长|主任|书记)$/, 'viceChair'],
  [/(?:主委|主任委员|会长|主席|理事长|召集人)$/, 'chair'],
  [/(?:常委|常务委员|委员|常务理事|理事|秘书长|副秘书长)$/, 'councilMember'],
];
const BRANCH = /(?:支部|支社|总支|总支部|小组)(?:委员会)?$/;
const BRANCH_HEAD = /(?:主委|主任委员|主任|书记|负责人|组长|支社长)$/;

const splitRole = (text: string): { role: StandingRole | null; body: string } => {
  const found = ROLE_WORDS.find(([pattern]) => pattern.test(text));
  return found ? { role: found[1], body: text.replace(found[0], '') } : { role: null, body: text };
};

function levelAtStart(body: string, ownNames: readonly string[]): Level | null {
  if (/^(?:全国|国家|中央|中国|中华)/.test(body)) return 'national';
  const own = [...ownNames, ...OWN_NAMES];
  if (own.some((name) => body.startsWith(name)) || /^[\p{Script=Han}]{2,8}(?:大学)(?:医学院)?/u.test(body))
    return 'school';
  // A province is no level of the vocabulary, and an autonomous region is no district: left open rather than bent.
  if (/^[\p{Script=Han}]{0,6}?(?:省|自治区)/u.test(body)) return null;
  if (/^(?:[\p{Script=Han}]{1,3}市)?[\p{Script=Han}]{0,4}?[区县](?!域)/u.test(body)) return 'district';
  if (/^[\p{Script=Han}]{0,4}?市/u.test(body)) return 'municipal';
  return null;
}

function partyLevel(rest: string, ownNames: readonly string[]): Level | null {
  if (rest.startsWith('中央')) return 'national';
  if (BRANCH.test(rest) && !/总支/.test(rest)) return 'unit';
  const level = levelAtStart(rest, ownNames);
  if (level !== null) return level;
  return BRANCH.test(rest) ? 'unit' : null;
}

type Parts = Omit<StandingReading, 'words' | 'levelWritten'> & { readonly levelWritten?: boolean };

function readPartyPost(text: string, ownNames: readonly string[]): Parts | undefined {
  const found = findPartyAtStart(text);
  if (!found || found.rest === '' || /^(?:党员|会员|盟员|社员|成员)$/.test(found.rest)) return undefined;
  const name = text.slice(0, text.length - found.rest.length);
  const branch = found.rest.replace(BRANCH_HEAD, '');
  const level = partyLevel(branch, ownNames);
  const common = { kind: 'democraticParty', party: found.party } as const;
  // A small party's highest organ in the institution is a general branch: whoever heads it is the party's chair there.
  if (BRANCH.test(branch) && branch !== found.rest && !branch.endsWith('副'))
    return { ...common, level, role: level === 'school' ? 'chair' : 'branchHead', body: name + branch };
  const { role, body } = splitRole(found.rest);
  if (role === null) return undefined;
  return { ...common, level: partyLevel(body, ownNames), role, body: name + body };
}

function readOffice(text: string, ownNames: readonly string[]): Parts | undefined {
  if (/人大|人民代表大会/.test(text) && !/大学/.test(text)) {
    const level = levelAtStart(text, ownNames);
    const common = { kind: 'peoplesCongress', level, party: null } as const;
    if (text.endsWith('代表')) return { ...common, role: 'deputy', body: text.replace(/代表$/, '') };
    const { role, body } = splitRole(text);
    return { ...common, role, body };
  }
  if (/政协|政治协商会议/.test(text)) {
    const { role, body } = splitRole(text);
    return { kind: 'consultativeConference', level: levelAtStart(text, ownNames), role, body, party: null };
  }
  return undefined;
}

const ASSOCIATION = /知联会|知识分子联谊会/;
const GROUP =
  /欧美同学会|留学人员联谊会|侨联|归国华侨联合会|青联|青年联合会|台联|台胞联谊会|台湾同胞联谊会|工商联|海外联谊会|海联会|黄埔|新的社会阶层|新联会|职业教育社|民族联|少数民族联/;

function readAssociation(text: string, ownNames: readonly string[]): Parts | undefined {
  const kind: StandingKind | null = ASSOCIATION.test(text)
    ? 'intellectualsAssociation'
    : GROUP.test(text)
      ? 'unitedFrontGroup'
      : null;
  if (!kind) return undefined;
  const { role, body } = splitRole(text);
  const written = levelAtStart(text, ownNames);
  const placed =
    /^(?:知联会|中青年知识分子|党外知识分子|无党派|知识分子|欧美同学会|侨联|留学人员|青联|台联|工商联)/.test(text);
  if (written === null && !placed) return { kind, level: null, role, body, party: null };
  return { kind, level: written ?? 'school', role, body, party: null, levelWritten: written !== null };
}

const TALENT =
  /人才|长江学者|杰青|杰出青年|优青|优秀青年|青年拔尖|学者(?:特聘|讲座)?教授|特聘教授|领军|入选者$|学科带头人/;
const INFLUENCE = /院士|影响|重点实验室|首席科学家|国医大师|学会(?:理事长|会长|主席|主任委员|主委)$|代表性传承人/;

function readRenown(text: string, ownNames: readonly string[]): Parts | undefined {
  const kind: StandingKind | null = INFLUENCE.test(text)
    ? 'notableInfluence'
    : TALENT.test(text)
      ? 'talentTitle'
      : null;
  if (!kind) return undefined;
  const named = levelAtStart(text, ownNames);
  const level = named ?? (/院士|长江学者|杰青|国家杰出|优青|国医大师/.test(text) ? 'national' : null);
  const body = text.replace(/\(.*\)$/, '').replace(/(?:入选者|院士)$/, '');
  return {
    kind,
    level,
    role: 'titleHolder',
    body: body === '' ? text : body,
    party: null,
    levelWritten: named !== null,
  };
}

/** `ownNames`: how the institution and its short name are written, for bodies that begin with it. Never fails. */
export function readStanding(text: string, ownNames: readonly string[] = []): StandingReading {
  const words = cleanText(text);
  const plain = squeeze(words);
  const bare = plain.replace(/\((?!学术|社会|重大)[^()]*\)$/, '');
  const parts =
    readPartyPost(bare, ownNames) ??
    readOffice(bare, ownNames) ??
    readAssociation(bare, ownNames) ??
    readRenown(plain, ownNames);
  if (!parts) return { kind: 'other', level: null, role: null, body: plain, party: null, words, levelWritten: false };
  return { ...parts, words, levelWritten: parts.levelWritten ?? parts.level !== null };
}

/** Several standings in one cell, parted by line ends and by ；、，; a mark inside brackets parts nothing. */
export function splitStandings(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of cleanText(text)) {
    const plain = toHalfWidth(sign);
    if (plain === '(') depth += 1;
    if (plain === ')') depth = Math.max(0, depth - 1);
    if (sign === '\n' || (depth === 0 && /[;、,]/.test(plain))) {
      parts.push(part);
      part = '';
      if (sign === '\n') depth = 0;
    } else part += sign;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}
