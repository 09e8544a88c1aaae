import { PER_PERIOD } from '../calendar/period.words.ts';
import { say, words, type Language, type Words } from '../kit/words.ts';
import type { ClauseClass } from './policy.ts';
import type { Requirement, RequirementKind, Strength } from './requirement.ts';
import type { Said } from './arithmetic.ts';
import type { Level, StandingKind, StandingRole } from './vocabulary.ts';

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
  initiative: { zh: '谁先开口', en: 'Initiative' },
  retention: { zh: '保存多久', en: 'Retention' },
  protection: { zh: '不记什么', en: 'Protection' },
});

export const STRENGTH_WORDS: Readonly<Record<Strength, Words>> = words({
  shall: { zh: '应', en: 'shall' },
  atLeast: { zh: '至少', en: 'at least' },
  asARule: { zh: '一般', en: 'as a rule' },
  asNeeded: { zh: '视需要', en: 'as needed' },
  asFarAsPossible: { zh: '尽量', en: 'as far as possible' },
  promptly: { zh: '及时', en: 'promptly' },
});

export const STANDING_KIND_WORDS: Readonly<Record<StandingKind, Words>> = words({
  peoplesCongress: { zh: '人大代表', en: "people's congress" },
  consultativeConference: { zh: '政协委员', en: 'consultative conference' },
  democraticParty: { zh: '民主党派', en: 'democratic party' },
  intellectualsAssociation: { zh: '知联会', en: 'intellectuals’ association' },
  unitedFrontGroup: { zh: '统战团体', en: 'united-front group' },
  notableInfluence: { zh: '有重大影响', en: 'notable influence' },
  talentTitle: { zh: '高层次人才', en: 'high-level talent' },
  publicOffice: { zh: '政府和司法机关任职', en: 'public office' },
  professionalTitle: { zh: '专业技术职称', en: 'professional title' },
  overseasReturnee: { zh: '留学归国人员', en: 'returned from abroad' },
  retiree: { zh: '离退休人员', en: 'retired' },
  minority: { zh: '少数民族', en: 'ethnic minority' },
  newStratum: { zh: '新的社会阶层', en: 'new social stratum' },
  other: { zh: '其他', en: 'other' },
});

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = words({
  national: { zh: '全国', en: 'national' },
  provincial: { zh: '省级', en: 'provincial' },
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
  standingMember: { zh: '常委、常务理事', en: 'standing member' },
  head: { zh: '主管', en: 'head' },
  deputyHead: { zh: '副主管', en: 'deputy head' },
  seniorTitle: { zh: '正高', en: 'senior title' },
  associateSeniorTitle: { zh: '副高', en: 'associate senior title' },
  intermediateTitle: { zh: '中级职称', en: 'intermediate title' },
  juniorTitle: { zh: '初级职称', en: 'junior title' },
});

/** What is wrong in a policy file, and what to do. */
export const POLICY_PROBLEMS = {
  missing: { zh: '这里缺一项，请补上。', en: 'Something is missing here; add it.' },
  unknownKeys: (keys: string): Words => ({
    zh: `不认识「${keys}」，请核对拼写或删去。`,
    en: `Unknown: ${keys}. Check the spelling or remove it.`,
  }),
  notAmong: (values: string): Words => ({ zh: `只能是：${values}。`, en: `It must be one of: ${values}.` }),
  unknownKind: (key: string, known: string): Words => ({
    zh: `「${key}」的值不在已知的种类里${known === '' ? '' : `，可写：${known}`}。`,
    en: `The value of ${key} is no known kind.${known === '' ? '' : ` Known are: ${known}.`}`,
  }),
  tooBig: (most: string): Words => ({
    zh: `太大或太长，至多 ${most}。`,
    en: `Too large or too long; at most ${most}.`,
  }),
  tooSmall: (least: string): Words => ({
    zh: `太小或太短，至少 ${least}。`,
    en: `Too small or too short; at least ${least}.`,
  }),
  unknownTier: (tier: string): Words => ({
    zh: `tiers 里没有「${tier}」，请先在那里写上，或改为已有的一级。`,
    en: `There is no tier ${tier}; add it to tiers, or name one that stands there.`,
  }),
  settingValue: {
    zh: '自定的数要写成 7d（7 天）或 5w（5 个工作日），第一次谈话的日子写成 10-31。',
    en: 'A number of one’s own is written 7d (7 days) or 5w (5 working days); the day of the first talk 10-31.',
  },
  bothOrNone: { zh: '学期的起止两天要么都写，要么都写 null。', en: 'A term has both its days, or null for both.' },
  termsOverlap: (other: string): Words => ({
    zh: `与学期「${other}」重叠，请核对起止日期。`,
    en: `It overlaps the term ${other}; check the days.`,
  }),
  partsBeyondWhole: {
    zh: '各类的下限加起来超过了总的上限。',
    en: 'The lower numbers of the kinds add up to more than the whole allows.',
  },
  rowsOverlap: (other: string): Words => ({
    zh: `与「${other}」同一天起、对同一级、说同一件事，只能留一条。`,
    en: `It begins on the same day as ${other}, for the same tier and the same matter. Keep one of them.`,
  }),
  nobodyEligible: {
    zh: '没有写任何身份，又不许写理由，谁也结不了对。',
    en: 'No standing is listed and no reason is allowed: nobody could be paired.',
  },
  noSuchDay: (month: number, day: number): Words => ({
    zh: `没有 ${month} 月 ${day} 日。`,
    en: `There is no day ${day} in month ${month}.`,
  }),
  unnamedFestival: (key: string): Words => ({
    zh: `不认识节日「${key}」，请写上 name。`,
    en: `The festival ${key} is not known; give it a name.`,
  }),
  versionsOverlap: (other: string): Words => ({
    zh: `与「${other}」同时有效。请写 supersedes: ${other}，或给它写上结束的日子。`,
    en: `It is in force together with ${other}. Write supersedes: ${other}, or give that one an end.`,
  }),
  supersedesUnknown: (id: string): Words => ({
    zh: `没有「${id}」这个办法可以替换。`,
    en: `There are no measures called ${id} to replace.`,
  }),
  supersedesLater: (id: string): Words => ({
    zh: `「${id}」比它更晚开始，不能被它替换。`,
    en: `${id} begins later than these and cannot be replaced by them.`,
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
  quotaSoftRange: { zh: '每位一般联系 {min} 至 {max} 人', en: '{min} to {max} each as a rule' },
  quotaSoft: { zh: '每位一般联系 {min} 人', en: '{min} each as a rule' },
  quotaNone: { zh: '没有定人数', en: 'no number of people is set' },
  cadenceFloor: { zh: '{per}至少{what} {floor} 次', en: '{head}at least {floor} {per}' },
  cadenceAim: {
    zh: '{per}至少{what} {floor} 次，望{what} {aim} 次',
    en: '{head}at least {floor} {per}, {aim} hoped for',
  },
  cadenceSoft: { zh: '{per}一般{what} {floor} 次', en: '{head}{floor} {per} as a rule' },
  noNumber: { zh: '没有定次数', en: 'no numeric duty' },
});

const TALK: Words = { zh: '谈', en: '' };
const inBoth = (
  entry: Words,
  facts: Readonly<Record<string, string | number>>,
  named: Readonly<Record<string, Words>>,
): Words => {
  const inOne = (language: Language) =>
    say(entry, language, {
      ...facts,
      ...Object.fromEntries(Object.entries(named).map(([key, each]) => [key, each[language]])),
    });
  return { zh: inOne('zh'), en: inOne('en') };
};
const isSoft = ({ strength }: Requirement) => strength !== 'shall' && strength !== 'atLeast';

function quotaWords({ min, max }: { readonly min: number | null; readonly max: number | null }, soft: boolean): Words {
  if (min === null) return max === null ? ASKS.quotaNone : ASKS.quotaMax;
  if (soft) return max === null || max === min ? ASKS.quotaSoft : ASKS.quotaSoftRange;
  return max === null ? ASKS.quotaMin : max === min ? ASKS.quotaExact : ASKS.quotaRange;
}

/** What a requirement asks, in a sentence. `nameOf` tells what the file calls a post. */
export function asksOf(row: Requirement, nameOf: (post: string) => Words = (post) => ({ zh: post, en: post })): Said {
  if (row.kind === 'quota') {
    const { min, max, byRank = [], byKind = [] } = row.value;
    const head: Said = { words: quotaWords(row.value, isSoft(row)), facts: { min: min ?? 0, max: max ?? 0 } };
    if (byRank.length === 0 && byKind.length === 0) return head;
    const tell = (range: { readonly min: number | null; readonly max: number | null }): Words =>
      inBoth(quotaWords(range, isSoft(row)), { min: range.min ?? 0, max: range.max ?? 0 }, {});
    const lines: Words[] = [
      tell(row.value),
      ...byRank.map((line) => ({
        zh: `${line.ranks.map((rank) => nameOf(rank).zh).join('、')}${tell(line).zh}`,
        en: `${line.ranks.map((rank) => nameOf(rank).en).join(', ')} ${tell(line).en}`,
      })),
      ...byKind.map((line) => ({
        zh: `其中${line.name.zh}${tell(line).zh.slice(2)}`,
        en: `of whom ${line.name.en}: ${tell(line).en}`,
      })),
    ];
    return {
      words: { zh: lines.map((line) => line.zh).join('，'), en: lines.map((line) => line.en).join('; ') },
      facts: {},
    };
  }
  if (row.kind === 'cadence') {
    const { floor, aim, name } = row.value;
    if (floor === null)
      return {
        words: name ? { zh: `${name.zh}${ASKS.noNumber.zh}`, en: `${name.en}: ${ASKS.noNumber.en}` } : ASKS.noNumber,
        facts: {},
      };
    const entry = isSoft(row) ? ASKS.cadenceSoft : aim === null || aim === floor ? ASKS.cadenceFloor : ASKS.cadenceAim;
    const head: Words = name ? { zh: '', en: `${name.en.toLowerCase()}: ` } : { zh: '', en: '' };
    const worded = inBoth(entry, { floor, aim: aim ?? floor }, { per: PER_PERIOD[row.unit], what: name ?? TALK, head });
    return { words: worded, facts: {} };
  }
  return { words: row.says, facts: {} };
}
