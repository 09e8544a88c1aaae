/** Small ledgers for tests. Everyone is invented. */
import { plainDate } from '../kit/plain-date.ts';
import { proposedMapping, recogniseSheets, type LedgerMapping } from './headings.ts';
import { NOTHING_KNOWN, type Known, type KnownPerson } from './known.ts';
import { planLedger } from './plan.ts';
import type { Decisions, LedgerPlan } from './plan.types.ts';
import type { LedgerCell, LedgerSheet } from './sheet.ts';
import type { KnownUnit } from './units.ts';

export const TODAY = plainDate('2026-11-23');
export const OWN = { name: '江海大学医学院', shortName: '江海医学院' };

const unit = (name: string, kind: KnownUnit['kind'], more: Partial<KnownUnit> = {}): KnownUnit => ({
  id: name,
  name,
  kind,
  tier: kind === 'institution' ? 'school' : 'unit',
  aliases: [],
  ...more,
});
/** The id of a unit is its name, so that plans read well. */
export const demoUnits = (): KnownUnit[] => [
  unit('医学院本部', 'institution'),
  unit('附属第一医院', 'hospital', { shortName: '一院' }),
  unit('附属东湖医院', 'hospital', { aliases: ['东湖'] }),
  unit('附属儿童医院', 'hospital'),
  unit('附属口腔医院', 'hospital'),
  unit('附属精神卫生中心', 'centre'),
  unit('基础医学院', 'college'),
  unit('公共卫生学院', 'college'),
  unit('护理学院', 'college'),
  unit('药学院', 'college'),
];
export const demoKnown = (more: Partial<Known> = {}): Known => ({
  ...NOTHING_KNOWN,
  institution: OWN,
  units: demoUnits(),
  ...more,
});

export const person = (id: string, name: string, unitName: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name,
  unit: unitName,
  birthMonth: null,
  phone: null,
  affiliations: [],
  noPartyStated: false,
  position: null,
  titles: [],
  isLeader: false,
  isRepresentative: true,
  ...more,
});

export type Cell = string | LedgerCell;
export const sheet = (
  name: string,
  rows: readonly (readonly Cell[])[],
  merges: LedgerSheet['merges'] = [],
): LedgerSheet => ({
  name,
  rows: rows.map((cells, at) => ({
    row: at + 1,
    cells: cells.map((cell) => (typeof cell === 'string' ? (cell === '' ? null : { t: cell }) : cell)),
  })),
  merges,
});

export const PEOPLE_HEADINGS = [
  '姓名',
  '出生年月',
  '党派',
  '工作单位',
  '职务',
  '职称',
  '代表性身份',
  '任期',
  '联系电话',
  '联系领导',
  '备注',
];
const PEOPLE_FIELDS = [
  'name',
  'birth',
  'party',
  'unit',
  'duty',
  'title',
  'standing',
  'term',
  'phone',
  'leader',
  'remark',
] as const;
type PersonRow = Partial<Record<(typeof PEOPLE_FIELDS)[number], Cell>>;
/** Row 1 holds the headings, so the first person stands in row 2. A plain 林远 of 护理学院 where nothing else is said. */
export const people = (...rows: readonly PersonRow[]): LedgerSheet =>
  sheet('人士', [
    PEOPLE_HEADINGS,
    ...rows.map((row) =>
      PEOPLE_FIELDS.map((field) => ({ name: '林远', unit: '护理学院', standing: '区人大代表', ...row })[field] ?? ''),
    ),
  ]);

export const LEADER_HEADINGS = ['姓名', '单位', '职务', '任职时间', '联系电话'];
const LEADER_FIELDS = ['name', 'unit', 'post', 'since', 'phone'] as const;
type LeaderRow = Partial<Record<(typeof LEADER_FIELDS)[number], Cell>>;
export const leaders = (...rows: readonly LeaderRow[]): LedgerSheet =>
  sheet('领导', [
    LEADER_HEADINGS,
    ...rows.map((row) =>
      LEADER_FIELDS.map((field) => ({ name: '田文建', unit: '医学院本部', post: '院长', ...row })[field] ?? ''),
    ),
  ]);

export const TALK_HEADINGS = [
  '日期',
  '联系领导',
  '党外代表人士',
  '方式',
  '地点',
  '主要内容',
  '意见建议',
  '实际困难',
  '办理反馈情况',
  '记录人',
];
const TALK_FIELDS = [
  'date',
  'leader',
  'people',
  'channel',
  'place',
  'text',
  'opinions',
  'difficulties',
  'handling',
  'recorder',
] as const;
export type TalkRow = Partial<Record<(typeof TALK_FIELDS)[number], Cell>>;
export const talks = (...rows: readonly TalkRow[]): LedgerSheet =>
  sheet('记录', [
    TALK_HEADINGS,
    ...rows.map((row) =>
      TALK_FIELDS.map(
        (field) => ({ date: '2026-05-06', leader: '田文建', people: '林远', channel: '面谈', ...row })[field] ?? '',
      ),
    ),
  ]);

type Given = { known?: Known; decisions?: Decisions; mapping?: LedgerMapping };
export const plan = (
  sheets: readonly LedgerSheet[],
  { known = demoKnown(), decisions = {}, mapping }: Given = {},
): LedgerPlan =>
  planLedger({ sheets, mapping: mapping ?? proposedMapping(recogniseSheets(sheets)), decisions, known, today: TODAY });

/** `人士!F2 unitUnknown`-like lines, for one look at all problems. */
export const problemsOf = (made: LedgerPlan): string[] =>
  made.problems.map(({ sheet: name, cell, code, level }) => `${name} ${cell} ${level} ${code}`);
