/** Every problem the dry run can raise, each by the smallest ledger that raises it. One table, so that a missing one shows. */
import { expect, it } from 'vitest';
import { LANGUAGES } from '../kit/words.ts';
import type { Known } from './known.ts';
import { demoKnown, leaders, people, person, plan, sheet, talks, type TalkRow } from './plan.build.ts';
import type { Decisions, FixKind, ProblemLevel } from './plan.types.ts';
import { PROBLEM_CODES, type ProblemCode } from './problem-codes.ts';
import { sayFix, sayProblem } from './say-problem.ts';
import type { LedgerSheet } from './sheet.ts';

type Case = {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  readonly at: string;
  readonly sheets: readonly LedgerSheet[];
  readonly known?: Known;
  readonly decisions?: Decisions;
  readonly says: string;
  readonly fixes: readonly FixKind[];
};

const lead = leaders({});
const paired = people({ leader: '田文建' });
const talk = (row: TalkRow) => [lead, paired, talks(row)];
const twoOfOneName = people(
  { name: '杜力', unit: '药学院', birth: '1986-05' },
  { name: '杜力', unit: '护理学院', birth: '1976-04' },
);
const stored = demoKnown({
  people: [person('p1', '林远', '护理学院', { phone: '13800000001', birthMonth: '1979-05' })],
});

const CASES: readonly Case[] = [
  {
    code: 'nothingRecognised',
    level: 'refused',
    at: '',
    sheets: [sheet('表', [['甲', '乙']])],
    says: '没有认出一张表',
    fixes: [],
  },
  {
    code: 'sheetNotRecognised',
    level: 'note',
    at: '',
    sheets: [lead, sheet('表', [['甲', '乙']])],
    says: '没有读',
    fixes: [],
  },
  {
    code: 'columnMissing',
    level: 'refused',
    at: '1',
    sheets: [sheet('表', [['日期', '方式', '主要内容', '联系领导']])],
    says: '没有找到“党外代表人士”一列',
    fixes: [],
  },
  {
    code: 'columnNotTaken',
    level: 'note',
    at: 'B1',
    sheets: [sheet('表', [['姓名', '性别', '党派', '单位']])],
    says: '“性别”一列不收',
    fixes: [],
  },
  {
    code: 'columnUnrecognised',
    level: 'note',
    at: 'C1',
    sheets: [sheet('表', [['姓名', '党派', '星座', '单位']])],
    says: '不认得这一列',
    fixes: [],
  },
  { code: 'formulaCell', level: 'note', at: 'A2', sheets: [people({ name: { f: '林远' } })], says: '公式', fixes: [] },
  {
    code: 'errorValue',
    level: 'note',
    at: 'I2',
    sheets: [people({ phone: { f: '#REF!' } })],
    says: '当作空白',
    fixes: [],
  },
  {
    code: 'missingName',
    level: 'refused',
    at: 'A2',
    sheets: [people({ name: '' })],
    says: '没有姓名',
    fixes: ['skipRow'],
  },
  {
    code: 'nameOdd',
    level: 'ask',
    at: 'A2',
    sheets: [people({ name: '林远等3人' })],
    says: '不像一个人的姓名',
    fixes: ['useName', 'skipRow'],
  },
  {
    code: 'duplicatePerson',
    level: 'ask',
    at: 'A3',
    sheets: [people({ birth: '1979.5', phone: '13800000001' }, { birth: '1979-05', phone: '13800000002' })],
    says: '与第 2 行同名同单位同年月生，电话不同',
    fixes: ['samePerson', 'twoPeople', 'skipRow'],
  },
  { code: 'sameNameApart', level: 'note', at: 'A3', sheets: [twoOfOneName], says: '另有一位同名的在药学院', fixes: [] },
  {
    code: 'sameNameUnclear',
    level: 'ask',
    at: 'A2',
    sheets: [people({ birth: '1990-01' })],
    known: stored,
    says: '现有 1 位林远（护理学院），分不清是不是同一位',
    fixes: ['choosePerson', 'newPerson', 'skipRow'],
  },
  {
    code: 'fieldDiffers',
    level: 'ask',
    at: 'I2',
    sheets: [people({ birth: '1979-05', phone: '13900000009' })],
    known: stored,
    says: '“联系电话”与现有的“13800000001”不同',
    fixes: ['keepKnown', 'useFile'],
  },
  {
    code: 'unitUnknown',
    level: 'ask',
    at: 'D2',
    sheets: [people({ unit: '精卫中心' }, { name: '马然', unit: '精卫 中心' })],
    says: '不认得这个单位，2 行这样写',
    fixes: ['chooseUnit', 'chooseUnit', 'createUnit'],
  },
  {
    code: 'unitMissing',
    level: 'ask',
    at: 'D2',
    sheets: [people({ unit: '' })],
    says: '没有写单位',
    fixes: ['chooseUnit', 'skipRow'],
  },
  {
    code: 'birthUnreadable',
    level: 'note',
    at: 'B2',
    sheets: [people({ birth: '属马' })],
    says: '出生年月留空',
    fixes: ['useMonth'],
  },
  {
    code: 'phoneOdd',
    level: 'note',
    at: 'I2',
    sheets: [people({ phone: '转 8021' })],
    says: '不像一个电话号码',
    fixes: [],
  },
  {
    code: 'phoneShared',
    level: 'note',
    at: 'I3',
    sheets: [people({ phone: '13800000001' }, { name: '马然', phone: '138 0000 0001' })],
    says: '与林远的电话相同',
    fixes: [],
  },
  {
    code: 'partyNone',
    level: 'note',
    at: 'C2',
    sheets: [people({ party: '无' })],
    says: '不等于认定的无党派人士',
    fixes: ['chooseParty', 'chooseParty'],
  },
  {
    code: 'partyUnknown',
    level: 'ask',
    at: 'C2',
    sheets: [people({ party: '某某党' })],
    says: '不认得这个党派',
    fixes: ['chooseParty', 'noParty'],
  },
  {
    code: 'partyCommunist',
    level: 'ask',
    at: 'C2',
    sheets: [people({ party: '中共党员' })],
    says: '不是党外人士',
    fixes: ['chooseParty', 'skipRow'],
  },
  {
    code: 'partyContradicts',
    level: 'note',
    at: 'C2',
    sheets: [people({ party: '农工党', standing: '九三学社东湖医院支社主委' })],
    says: '党派写“农工党”，身份里又有“九三学社东湖医院支社主委”，两样都照写的留着',
    fixes: [],
  },
  {
    code: 'standingNone',
    level: 'note',
    at: 'G2',
    sheets: [people({ standing: '' })],
    says: '没有写代表性身份',
    fixes: [],
  },
  {
    code: 'standingUnknown',
    level: 'note',
    at: 'G2',
    sheets: [people({ standing: '优秀教师' })],
    says: '“优秀教师”归不进',
    fixes: [],
  },
  {
    code: 'standingLevelMissing',
    level: 'note',
    at: 'G2',
    sheets: [people({ standing: '省政协委员' })],
    says: '“省政协委员”看不出级别',
    fixes: [],
  },
  {
    code: 'termUnreadable',
    level: 'note',
    at: 'H2',
    sheets: [people({ term: '第十四届' })],
    says: '任期留空',
    fixes: ['useTerm'],
  },
  {
    code: 'termShared',
    level: 'note',
    at: 'H2',
    sheets: [people({ standing: '区人大代表；侨联理事', term: '2022-2027' })],
    says: '用于这一行的 2 个身份',
    fixes: ['termForFirst'],
  },
  {
    code: 'remarkRetired',
    level: 'ask',
    at: 'K2',
    sheets: [people({ remark: '2026年9月退休' })],
    says: '看来是退休（2026 年 9 月起）',
    fixes: ['acceptFact', 'declineFact'],
  },
  {
    code: 'remarkAbroad',
    level: 'ask',
    at: 'K2',
    sheets: [people({ remark: '长期在国外访学至2027.3' })],
    says: '看来是在境外（至 2027 年 3 月）',
    fixes: ['acceptFact', 'declineFact'],
  },
  {
    code: 'remarkLeave',
    level: 'ask',
    at: 'K2',
    sheets: [people({ remark: '病休2026.3至2027.1' })],
    says: '看来是请假（2026 年 3 月至 2027 年 1 月）',
    fixes: ['acceptFact', 'declineFact'],
  },
  {
    code: 'remarkDuplicate',
    level: 'note',
    at: 'K2',
    sheets: [people({ remark: '重复？' })],
    says: '前面没有同名的一行',
    fixes: [],
  },
  {
    code: 'remarkNotTaken',
    level: 'note',
    at: 'K2',
    sheets: [people({ remark: '性格直爽' })],
    says: '备注没有收',
    fixes: [],
  },
  {
    code: 'leaderUnknown',
    level: 'ask',
    at: 'J2',
    sheets: [lead, people({ leader: '查无此人' })],
    says: '领导名单里没有这个名字',
    fixes: ['chooseLeader', 'noPairing'],
  },
  {
    code: 'leaderAmbiguous',
    level: 'ask',
    at: 'J2',
    sheets: [leaders({}, { unit: '药学院' }), people({ leader: '田文建' })],
    says: '领导里叫田文建的有 2 位',
    fixes: ['chooseLeader', 'chooseLeader', 'chooseLeader', 'noPairing'],
  },
  {
    code: 'pairedWithOther',
    level: 'ask',
    at: 'J2',
    sheets: [leaders({}, { name: '马洋', post: '纪委书记' }), people({ leader: '马洋' })],
    known: demoKnown({
      people: [
        person('p1', '林远', '护理学院'),
        person('l1', '田文建', '医学院本部', { isLeader: true, isRepresentative: false }),
      ],
      pairings: [{ id: 'x', leader: 'l1', representative: 'p1', from: '2026-01-01' as never }],
    }),
    says: '林远现在由田文建联系，这里写的是马洋',
    fixes: ['addPairing', 'noPairing'],
  },
  { code: 'postMissing', level: 'note', at: 'C2', sheets: [leaders({ post: '' })], says: '没有写职务', fixes: [] },
  {
    code: 'postUnknown',
    level: 'note',
    at: 'C2',
    sheets: [leaders({ post: '院长助理' })],
    says: '“院长助理”照写的留着',
    fixes: [],
  },
  {
    code: 'sinceUnreadable',
    level: 'note',
    at: 'D2',
    sheets: [leaders({ since: '去年' })],
    says: '任职时间留空',
    fixes: ['useDate'],
  },
  {
    code: 'dateMissing',
    level: 'refused',
    at: 'A2',
    sheets: talk({ date: '' }),
    says: '没有写日期',
    fixes: ['useDate', 'skipRow'],
  },
  {
    code: 'dateUnreadable',
    level: 'refused',
    at: 'A2',
    sheets: talk({ date: '46134' }),
    says: '读不出是哪一天',
    fixes: ['useDate', 'useDate', 'skipRow'],
  },
  {
    code: 'impossibleDate',
    level: 'refused',
    at: 'A2',
    sheets: talk({ date: '2026.2.30' }),
    says: '2026 年 2 月没有 30 日',
    fixes: ['useDate', 'skipRow'],
  },
  {
    code: 'impossibleMonth',
    level: 'refused',
    at: 'A2',
    sheets: talk({ date: '2026.13.1' }),
    says: '一年里没有 13 月',
    fixes: ['useDate', 'skipRow'],
  },
  {
    code: 'futureDate',
    level: 'refused',
    at: 'A2',
    sheets: talk({ date: '2027.1.5' }),
    says: '还没到的日子，不能记成谈过',
    fixes: ['useDate', 'asPlanned', 'skipRow'],
  },
  {
    code: 'monthOnly',
    level: 'note',
    at: 'A2',
    sheets: talk({ date: '2025年9月' }),
    says: '只有月份，日子留空',
    fixes: ['useDate'],
  },
  {
    code: 'yearOnly',
    level: 'refused',
    at: 'A2',
    sheets: talk({ date: '2025年' }),
    says: '只有年份',
    fixes: ['useDate', 'skipRow'],
  },
  {
    code: 'leaderMissing',
    level: 'refused',
    at: 'B2',
    sheets: talk({ leader: '' }),
    says: '没有写领导',
    fixes: ['chooseLeader', 'skipRow'],
  },
  {
    code: 'leaderSeveral',
    level: 'ask',
    at: 'B2',
    sheets: [leaders({}, { name: '马洋' }), paired, talks({ leader: '田文建、马洋' })],
    says: '一格里有几位领导',
    fixes: ['chooseLeader', 'chooseLeader', 'chooseLeader', 'skipRow'],
  },
  {
    code: 'peopleMissing',
    level: 'refused',
    at: 'C2',
    sheets: talk({ people: '' }),
    says: '没有写和谁谈',
    fixes: ['skipRow'],
  },
  {
    code: 'personUnknown',
    level: 'refused',
    at: 'C2',
    sheets: talk({ people: '林近、林远' }),
    says: '人士名单里没有“林近”',
    fixes: ['choosePerson', 'choosePerson', 'dropName', 'skipRow'],
  },
  {
    code: 'personAmbiguous',
    level: 'ask',
    at: 'C2',
    sheets: [lead, twoOfOneName, talks({ people: '杜力' })],
    says: '杜力有 2 位：药学院、护理学院',
    fixes: ['choosePerson', 'choosePerson', 'choosePerson', 'skipRow'],
  },
  {
    code: 'personSettled',
    level: 'note',
    at: 'C2',
    sheets: [
      lead,
      people({ name: '杜力', unit: '药学院' }, { name: '杜力', leader: '田文建' }),
      talks({ people: '杜力' }),
    ],
    says: '杜力有 2 位，按结对认作护理学院的一位',
    fixes: ['choosePerson', 'choosePerson'],
  },
  {
    code: 'notPaired',
    level: 'note',
    at: 'C2',
    sheets: [lead, people({}), talks({})],
    says: '田文建与林远没有结对，照收',
    fixes: [],
  },
  {
    code: 'channelMissing',
    level: 'ask',
    at: 'D2',
    sheets: talk({ channel: '' }),
    says: '没有写方式',
    fixes: [...Array.from({ length: 7 }, () => 'chooseChannel' as const), 'skipRow'],
  },
  {
    code: 'channelUnknown',
    level: 'ask',
    at: 'D2',
    sheets: talk({ channel: '电话慰问' }),
    says: '看不出是哪一种方式',
    fixes: ['chooseChannel', 'chooseChannel', 'chooseChannel', 'skipRow'],
  },
  {
    code: 'festivalFar',
    level: 'note',
    at: 'D2',
    sheets: talk({ date: '2026-10-27', channel: '春节走访' }),
    says: '日子在 10 月，记作走访，不算春节',
    fixes: [],
  },
  {
    code: 'handlingEarlier',
    level: 'ask',
    at: 'I2',
    sheets: talk({ date: '2026/9/21', opinions: '反映停车难', handling: '2026.6已解决' }),
    says: '早于这次谈话',
    fixes: ['handledAs', 'handledAs'],
  },
  {
    code: 'handlingUnclear',
    level: 'ask',
    at: 'I2',
    sheets: talk({ opinions: '反映停车难', handling: '领导已阅' }),
    says: '看不出办到了哪一步',
    fixes: ['handledAs', 'handledAs', 'handledAs', 'handledAs', 'handledAs', 'handledAs', 'handledAs'],
  },
  {
    code: 'handlingShared',
    level: 'note',
    at: 'I2',
    sheets: talk({ opinions: '反映停车难', difficulties: '希望协调儿童入园', handling: '正在办理' }),
    says: '2 条各留一份',
    fixes: [],
  },
  {
    code: 'placeSaysPhone',
    level: 'note',
    at: 'E2',
    sheets: talk({ place: '电话' }),
    says: '地点写“电话”，方式仍记面谈',
    fixes: [],
  },
  {
    code: 'talkTwice',
    level: 'note',
    at: 'A3',
    sheets: [lead, paired, talks({}, {})],
    says: '与第 2 行完全相同',
    fixes: [],
  },
  {
    code: 'talkTwiceDiffers',
    level: 'ask',
    at: 'A3',
    sheets: [lead, paired, talks({ opinions: '反映停车难' }, { opinions: '建议减少填表' })],
    says: '与第 2 行同一次，提的事不同',
    fixes: ['bothTalks', 'skipRow'],
  },
];

it.each(CASES)('$code', ({ code, level, at, sheets, known, decisions, says, fixes }) => {
  const made = plan(sheets, { ...(known ? { known } : {}), ...(decisions ? { decisions } : {}) });
  const found = made.problems.filter((problem) => problem.code === code);
  expect(found.map(({ cell, level: each }) => [cell, each])).toEqual([[at, level]]);
  const [problem] = found;
  if (!problem) return;
  expect(problem.settled).toBe(false);
  expect(problem.fixes.map(({ kind }) => kind)).toEqual(fixes);
  expect(new Set(problem.fixes.map(({ id }) => id)).size).toBe(fixes.length);
  expect(sayProblem(problem, 'zh').wrong).toContain(says);
  for (const language of LANGUAGES) {
    const said = [
      ...Object.values(sayProblem(problem, language)),
      ...problem.fixes.map((fix) => sayFix(fix, language)),
    ];
    for (const sentence of said) expect(sentence).not.toMatch(/[{}]|undefined|^$/);
    if (language === 'en') expect(sayProblem(problem, language).advice).not.toMatch(/\p{Script=Han}/u);
  }
});

it('every problem has such a ledger', () => {
  expect(CASES.map(({ code }) => code).sort()).toEqual([...PROBLEM_CODES].sort());
});
