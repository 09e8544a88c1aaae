import { words, type Words } from '../kit/words.ts';
import type { ClauseClass } from './policy.ts';
import type { Requirement, RequirementKind, Strength } from './requirement.ts';
import type { Said } from './arithmetic.ts';
import type { Level, StandingKind, StandingRole, Tier } from './vocabulary.ts';

export const CLAUSE_CLASS_WORDS: Readonly<Record<ClauseClass, Words>> = words({
  preamble: { zh: '前言', en: 'Preamble' },
  principle: { zh: '原则', en: 'Principle' },
  scope: { zh: '范围', en: 'Scope' },
  duty: { zh: '要做的事', en: 'Duty' },
  power: { zh: '可以做的事', en: 'Power' },
  procedure: { zh: '程序', en: 'Procedure' },
  role: { zh: '分工', en: 'Role' },
  commencement: { zh: '施行', en: 'Commencement' },
});

export const REQUIREMENT_KIND_WORDS: Readonly<Record<RequirementKind, Words>> = words({
  dutyHolder: { zh: '谁来联系', en: 'Who befriends' },
  eligibility: { zh: '联系哪些人', en: 'Whom' },
  quota: { zh: '联系几位', en: 'How many' },
  cadence: { zh: '多久谈一次', en: 'How often' },
  occasion: { zh: '走访慰问', en: 'Occasions' },
  rosterProcedure: { zh: '名单怎么定', en: 'Roster' },
  adjustment: { zh: '调整', en: 'Adjustment' },
  recording: { zh: '记录', en: 'Recording' },
  reporting: { zh: '报告', en: 'Reporting' },
  reply: { zh: '答复', en: 'Reply' },
  activity: { zh: '活动', en: 'Activity' },
  oversight: { zh: '检查督促', en: 'Oversight' },
  role: { zh: '分工', en: 'Role' },
});

export const STRENGTH_WORDS: Readonly<Record<Strength, Words>> = words({
  shall: { zh: '应', en: 'shall' },
  atLeast: { zh: '至少', en: 'at least' },
  asARule: { zh: '一般', en: 'as a rule' },
  asNeeded: { zh: '视需要', en: 'as needed' },
  asFarAsPossible: { zh: '尽量', en: 'as far as possible' },
  promptly: { zh: '及时', en: 'promptly' },
});

export const TIER_WORDS: Readonly<Record<Tier, Words>> = words({
  school: { zh: '校级', en: 'School' },
  unit: { zh: '单位', en: 'Unit' },
});

export const STANDING_KIND_WORDS: Readonly<Record<StandingKind, Words>> = words({
  peoplesCongress: { zh: '人大代表', en: "people's congress" },
  consultativeConference: { zh: '政协委员', en: 'consultative conference' },
  democraticParty: { zh: '民主党派', en: 'democratic party' },
  intellectualsAssociation: { zh: '知联会', en: 'intellectuals’ association' },
  unitedFrontGroup: { zh: '统战团体', en: 'united-front group' },
  notableInfluence: { zh: '有重大影响', en: 'notable influence' },
  talentTitle: { zh: '高层次人才', en: 'high-level talent' },
  other: { zh: '其他', en: 'other' },
});

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = words({
  national: { zh: '全国', en: 'national' },
  municipal: { zh: '市级', en: 'municipal' },
  district: { zh: '区级', en: 'district' },
  school: { zh: '校级', en: 'school' },
  unit: { zh: '单位', en: 'unit' },
});

export const STANDING_ROLE_WORDS: Readonly<Record<StandingRole, Words>> = words({
  chair: { zh: '正职', en: 'chair' },
  viceChair: { zh: '副职', en: 'vice chair' },
  councilMember: { zh: '委员、理事', en: 'council member' },
  deputy: { zh: '代表', en: 'deputy' },
  branchHead: { zh: '支部负责人', en: 'branch head' },
  titleHolder: { zh: '入选者', en: 'title holder' },
});

/** What is wrong in a policy file, and what to do. */
export const POLICY_PROBLEMS = {
  missing: { zh: '这里缺一项，请补上。', en: 'Something is missing here; add it.' },
  unknownKeys: (keys: string): Words => ({
    zh: `不认识「${keys}」，请核对拼写或删去。`,
    en: `Unknown: ${keys}. Check the spelling or remove it.`,
  }),
  notAmong: (values: string): Words => ({ zh: `只能是：${values}。`, en: `It must be one of: ${values}.` }),
  unknownKind: (key: string): Words => ({
    zh: `「${key}」的值不在已知的种类里。`,
    en: `The value of ${key} is no known kind.`,
  }),
  malformed: (detail: string): Words => ({ zh: `写法不对：${detail}`, en: `Not well formed: ${detail}` }),
  repeated: (id: string): Words => ({
    zh: `「${id}」出现了两次，编号不能重复。`,
    en: `${id} stands twice; give each its own id.`,
  }),
  noSuchClause: (id: string): Words => ({
    zh: `没有第 ${id} 条，请改为已有的条款，或先写上这一条。`,
    en: `There is no clause ${id}; cite one that stands in the file, or write it first.`,
  }),
  endsBeforeStart: { zh: '结束的日子不晚于开始的日子。', en: 'It ends no later than it begins.' },
  contradiction: { zh: '上限比下限还小。', en: 'The upper number is below the lower one.' },
  bothCountedAndShown: (channel: string): Words => ({
    zh: `「${channel}」既计次又只显示，只能取一样。`,
    en: `${channel} is both counted and only shown; choose one.`,
  }),
} as const;

const ASKS = words({
  quotaMin: { zh: '每位至少联系 {min} 人', en: 'at least {min} each' },
  quotaRange: { zh: '每位联系 {min} 至 {max} 人', en: '{min} to {max} each' },
  quotaExact: { zh: '每位联系 {min} 人', en: '{min} each' },
  quotaMax: { zh: '每位至多联系 {max} 人', en: 'at most {max} each' },
  cadenceFloor: { zh: '每年至少谈 {floor} 次', en: 'at least {floor} a year' },
  cadenceAim: { zh: '每年至少谈 {floor} 次，望谈 {aim} 次', en: 'at least {floor} a year, {aim} hoped for' },
  noNumber: { zh: '没有定次数', en: 'no numeric duty' },
});

/** What a requirement asks, in a sentence. */
export function asksOf(row: Requirement): Said {
  if (row.kind === 'quota') {
    const { min, max } = row.value;
    const facts = { min: min ?? 0, max: max ?? 0 };
    if (min === null) return { words: max === null ? ASKS.noNumber : ASKS.quotaMax, facts };
    return { words: max === null ? ASKS.quotaMin : max === min ? ASKS.quotaExact : ASKS.quotaRange, facts };
  }
  if (row.kind === 'cadence') {
    const { floor, aim } = row.value;
    if (floor === null) return { words: ASKS.noNumber, facts: {} };
    return {
      words: aim === null || aim === floor ? ASKS.cadenceFloor : ASKS.cadenceAim,
      facts: { floor, aim: aim ?? floor },
    };
  }
  return { words: row.says, facts: {} };
}
