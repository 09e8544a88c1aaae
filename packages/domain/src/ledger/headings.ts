/** Finds the tables in a workbook by their Chinese headings, on whatever row they stand. The result is a proposal. */
import { squeeze } from '../person/name-text.ts';
import type { LedgerCell, LedgerSheet } from './sheet.ts';

export const SHEET_KINDS = ['representatives', 'leaders', 'talks'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const LEDGER_FIELDS = [
  'serial',
  'name',
  'sex',
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
  'post',
  'since',
  'charge',
  'date',
  'people',
  'channel',
  'place',
  'text',
  'opinions',
  'difficulties',
  'handling',
  'recorder',
] as const;
export type LedgerField = (typeof LEDGER_FIELDS)[number];

/** Recognised so that they can be named, and left where they are. */
export const FIELDS_NOT_TAKEN: readonly LedgerField[] = ['serial', 'sex'];

type Synonyms = Partial<Record<LedgerField, readonly string[]>>;
const COMMON: Synonyms = {
  serial: ['序号', '编号', '序', '号', 'No', '#'],
  sex: ['性别'],
  phone: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系手机', '电话号码', '办公电话'],
  remark: ['备注', '说明', '备注说明'],
};
export const HEADING_SYNONYMS: Readonly<Record<SheetKind, Synonyms>> = {
  representatives: {
    ...COMMON,
    name: ['姓名', '名字', '党外代表人士', '代表人士', '代表人士姓名', '党外人士', '党外人士姓名', '人士姓名'],
    birth: ['出生年月', '出生日期', '出生年月日', '出生时间', '生年', '生日', '出生'],
    party: ['党派', '党派归属', '所属党派', '政治面貌', '党派身份', '民主党派'],
    unit: ['工作单位', '单位', '所在单位', '部门', '所在部门', '工作部门', '单位部门'],
    duty: ['职务', '行政职务', '现任职务', '工作职务', '党政职务'],
    title: ['职称', '专业技术职务', '专业技术职称', '技术职称'],
    standing: [
      '代表性身份',
      '社会职务',
      '社会任职',
      '代表性身份社会职务',
      '社会兼职',
      '党派及社会职务',
      '代表身份',
      '政治安排',
      '党派职务',
    ],
    term: ['任期', '届期', '任职期限', '任期起止', '起止时间'],
    phone: [...(COMMON.phone ?? []), '联系方式'],
    leader: [
      '联系领导',
      '联谊领导',
      '联系领导干部',
      '联谊交友领导',
      '结对领导',
      '党员领导干部',
      '领导干部',
      '联系人',
      '联系的领导',
      '联谊交友领导干部',
    ],
  },
  leaders: {
    ...COMMON,
    name: ['姓名', '名字', '领导', '领导姓名', '领导干部', '党员领导干部'],
    unit: ['单位', '工作单位', '所在单位', '部门', '所在部门'],
    post: ['职务', '现任职务', '党政职务', '领导职务', '任职'],
    since: ['任职时间', '任职日期', '任现职时间', '到任时间', '任职年月', '任职起始时间'],
    charge: ['分管', '分管工作', '分工', '分管领域'],
    phone: [...(COMMON.phone ?? []), '联系方式'],
  },
  talks: {
    ...COMMON,
    date: [
      '日期',
      '时间',
      '谈话日期',
      '谈话时间',
      '联系日期',
      '联系时间',
      '联谊时间',
      '联谊日期',
      '交友时间',
      '活动时间',
    ],
    leader: [
      '联系领导',
      '领导',
      '领导姓名',
      '联谊领导',
      '党员领导干部',
      '领导干部',
      '谈话领导',
      '联谊交友领导',
      '联系领导干部',
    ],
    people: [
      '党外代表人士',
      '代表人士',
      '联系对象',
      '谈话对象',
      '党外人士',
      '交友对象',
      '联谊对象',
      '对象',
      '姓名',
      '代表人士姓名',
    ],
    channel: ['方式', '联系方式', '联谊方式', '谈话方式', '交流方式', '形式', '联谊交友方式', '主要方式'],
    place: ['地点', '谈话地点', '联系地点'],
    text: ['主要内容', '内容', '谈话内容', '交流内容', '谈话主要内容', '情况', '交谈内容', '联谊内容'],
    opinions: ['意见建议', '意见和建议', '意见与建议', '意见及建议', '反映意见建议', '提出的意见建议', '意见', '建议'],
    difficulties: [
      '实际困难',
      '困难',
      '困难问题',
      '困难和问题',
      '实际困难和问题',
      '反映的困难',
      '问题和困难',
      '困难诉求',
    ],
    handling: [
      '办理反馈情况',
      '办理情况',
      '反馈情况',
      '办理反馈',
      '落实情况',
      '处理情况',
      '办理与反馈',
      '办理及反馈情况',
      '办理结果',
    ],
    recorder: ['记录人', '记录者', '填表人', '登记人', '填写人'],
  },
};

/** Without these a table cannot be planned at all. */
export const REQUIRED_FIELDS: Readonly<Record<SheetKind, readonly LedgerField[]>> = {
  representatives: ['name'],
  leaders: ['name', 'post'],
  talks: ['date', 'leader', 'people'],
};
/** At least one of these tells the table from the others. */
const TELLING: Readonly<Record<SheetKind, readonly LedgerField[]>> = {
  representatives: ['standing', 'party', 'leader'],
  leaders: ['post'],
  talks: ['date'],
};

export type Columns = Readonly<Partial<Record<LedgerField, number>>>;
export type MappedSheet = {
  readonly sheet: string;
  /** Null: not read. */
  readonly kind: SheetKind | null;
  readonly headingRow: number;
  readonly columns: Columns;
};
/** What the user confirms or changes; sheets that are not listed are not read. */
export type LedgerMapping = { readonly sheets: readonly MappedSheet[] };

export type RecognisedSheet = MappedSheet & {
  readonly unrecognised: readonly { readonly column: number; readonly written: string }[];
  readonly notTaken: readonly { readonly column: number; readonly written: string; readonly field: LedgerField }[];
  readonly missing: readonly LedgerField[];
  /** Rows below the headings, for the user to see the size. */
  readonly rowsBelow: number;
  readonly isEmpty: boolean;
};
export type Recognition = { readonly sheets: readonly RecognisedSheet[] };

export const cellText = (cell: LedgerCell | undefined): string =>
  cell === null || cell === undefined ? '' : 't' in cell ? cell.t : 'd' in cell ? cell.d : cell.f;

const headingForms = (text: string): string[] => {
  const plain = squeeze(text).replace(/^[*※]+|[*※::]+$/g, '');
  const bare = plain.replace(/[([].*?[)\]]/g, '');
  return [...new Set([plain, plain.replace(/[()[\]/、,·-]/g, ''), bare, bare.replace(/[/、,·-]/g, '')])].filter(
    (form) => form !== '',
  );
};

const LOOKUP: Readonly<Record<SheetKind, ReadonlyMap<string, LedgerField>>> = Object.fromEntries(
  SHEET_KINDS.map((kind) => {
    const fields = new Map<string, LedgerField>();
    for (const field of LEDGER_FIELDS)
      for (const word of HEADING_SYNONYMS[kind][field] ?? []) if (!fields.has(word)) fields.set(word, field);
    return [kind, fields];
  }),
) as unknown as Record<SheetKind, ReadonlyMap<string, LedgerField>>; // fromEntries forgets the literal keys

type Match = { kind: SheetKind; columns: Partial<Record<LedgerField, number>>; score: number; complete: boolean };

function matchRow(cells: readonly LedgerCell[], kind: SheetKind): Match {
  const columns: Partial<Record<LedgerField, number>> = {};
  let score = 0;
  cells.forEach((cell, column) => {
    const text = cellText(cell);
    if (text === '' || text.length > 30) return;
    const field = headingForms(text)
      .map((form) => LOOKUP[kind].get(form))
      .find((found) => found !== undefined);
    if (field === undefined || columns[field] !== undefined) return;
    columns[field] = column;
    score += 1;
  });
  const complete = REQUIRED_FIELDS[kind].every((field) => columns[field] !== undefined);
  const telling = TELLING[kind].some((field) => columns[field] !== undefined);
  return { kind, columns, score, complete: complete && telling };
}

/** Where the fields of a kind stand in a row of headings that somebody chose. */
export const proposeColumns = (cells: readonly LedgerCell[], kind: SheetKind): Columns => matchRow(cells, kind).columns;

/** Ties go to the kind with the more particular headings: a row with dates and people is a talk before it is a person. */
const ORDER: readonly SheetKind[] = ['talks', 'representatives', 'leaders'];

function bestMatch(cells: readonly LedgerCell[]): Match | undefined {
  const matches = ORDER.map((kind) => matchRow(cells, kind)).filter((match) => match.score >= 2);
  return matches.sort((a, b) => Number(b.complete) - Number(a.complete) || b.score - a.score)[0];
}

/** Headings stand near the top; looking further would only find words inside the data. */
const ROWS_LOOKED_AT = 100;

function recogniseSheet(sheet: LedgerSheet): RecognisedSheet {
  let best: (Match & { row: number; cells: readonly LedgerCell[] }) | undefined;
  for (const { row, cells } of sheet.rows.slice(0, ROWS_LOOKED_AT)) {
    const match = bestMatch(cells);
    if (!match) continue;
    const better =
      !best || (match.complete && !best.complete) || (match.complete === best.complete && match.score > best.score);
    if (better) best = { ...match, row, cells };
  }
  const isEmpty = !sheet.rows.some(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ''));
  if (!best || (!best.complete && best.score < 3))
    return {
      sheet: sheet.name,
      kind: null,
      headingRow: 0,
      columns: {},
      unrecognised: [],
      notTaken: [],
      missing: [],
      rowsBelow: 0,
      isEmpty,
    };

  const { kind, columns, row: headingRow, cells } = best;
  const taken = new Map(Object.entries(columns).map(([field, column]) => [column, field as LedgerField]));
  const written = cells
    .map((cell, column) => ({ column, written: cellText(cell).trim() }))
    .filter((one) => one.written !== '');
  return {
    sheet: sheet.name,
    kind,
    headingRow,
    columns,
    unrecognised: written.filter(({ column }) => !taken.has(column)),
    notTaken: written.flatMap((one) => {
      const field = taken.get(one.column);
      return field && FIELDS_NOT_TAKEN.includes(field) ? [{ ...one, field }] : [];
    }),
    missing: REQUIRED_FIELDS[kind].filter((field) => columns[field] === undefined),
    rowsBelow: sheet.rows.filter(
      ({ row, cells: each }) => row > headingRow && each.some((cell) => cellText(cell).trim() !== ''),
    ).length,
    isEmpty,
  };
}

export const recogniseSheets = (sheets: readonly LedgerSheet[]): Recognition => ({
  sheets: sheets.map(recogniseSheet),
});

/** The recognition as it stands, to plan with before anybody changed it. */
export const proposedMapping = (recognition: Recognition): LedgerMapping => ({
  sheets: recognition.sheets.map(({ sheet, kind, headingRow, columns }) => ({ sheet, kind, headingRow, columns })),
});
