import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADING_SYNONYMS, LEDGER_FIELDS, proposedMapping, recogniseSheets, SHEET_KINDS } from './headings.ts';
import { leaders, people, sheet, talks } from './plan.build.ts';

const recognise = (...rows: string[][]) => recogniseSheets([sheet('表', rows)]).sheets[0];

describe('a table is found by its headings', () => {
  it('each of the three kinds', () => {
    const found = recogniseSheets([people({}), leaders({}), talks({})]).sheets;
    expect(
      found.map(({ kind, headingRow, missing, unrecognised }) => [kind, headingRow, missing, unrecognised]),
    ).toEqual([
      ['representatives', 1, [], []],
      ['leaders', 1, [], []],
      ['talks', 1, [], []],
    ]);
  });

  it('on any row, under titles and blank rows, with brackets, blanks, line ends and stars', () => {
    const found = recognise(
      ['江海大学医学院党外代表人士联谊交友台账（2026年）'],
      ['填报单位：党委统战部　　填报日期：2026.11.10'],
      [],
      [
        '序号',
        '*姓 名',
        '性别',
        '出生\n年月',
        '党派',
        '工作单位',
        '职务',
        '职称',
        '代表性身份（社会职务）',
        '任期',
        '联系电话：',
        '联系领导',
        '备注',
      ],
      ['1', '林远'],
    );
    expect(found).toMatchObject({
      kind: 'representatives',
      headingRow: 4,
      columns: {
        name: 1,
        birth: 3,
        party: 4,
        unit: 5,
        duty: 6,
        title: 7,
        standing: 8,
        term: 9,
        phone: 10,
        leader: 11,
        remark: 12,
      },
      unrecognised: [],
      rowsBelow: 1,
    });
    expect(found?.notTaken).toEqual([
      { column: 0, written: '序号', field: 'serial' },
      { column: 2, written: '性别', field: 'sex' },
    ]);
  });

  it('in another order and in other words', () => {
    expect(recognise(['手机号码', '所在单位', '政治面貌', '党外代表人士', '结对领导', '社会任职'])).toMatchObject({
      kind: 'representatives',
      columns: { phone: 0, unit: 1, party: 2, name: 3, leader: 4, standing: 5 },
    });
    expect(recognise(['时间', '谈话对象', '谈话领导', '联系方式', '谈话内容', '意见和建议'])).toMatchObject({
      kind: 'talks',
      columns: { date: 0, people: 1, leader: 2, channel: 3, text: 4, opinions: 5 },
    });
    expect(recognise(['姓名', '所在单位', '现任职务', '任现职时间'])).toMatchObject({
      kind: 'leaders',
      columns: { name: 0, unit: 1, post: 2, since: 3 },
    });
  });

  it('names what it does not recognise, and takes the first of two like headings', () => {
    const found = recognise(['姓名', '党派', '工作单位', '宗教信仰', '党派'], ['林远', '民盟', '药学院']);
    expect(found?.columns).toEqual({ name: 0, party: 1, unit: 2 });
    expect(found?.unrecognised).toEqual([
      { column: 3, written: '宗教信仰' },
      { column: 4, written: '党派' },
    ]);
  });

  it('says what is missing where most is there', () => {
    expect(recognise(['日期', '方式', '主要内容', '意见建议'])).toMatchObject({
      kind: 'talks',
      missing: ['leader', 'people'],
    });
  });

  it.each([
    [
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
    ],
    [[['姓名', '备注']]],
    [[[]]],
    [[]],
  ])('leaves alone what is no such table: %j', (rows) => {
    expect(recognise(...rows)).toMatchObject({ kind: null, columns: {} });
  });

  it('tells an empty sheet from one that was not understood', () => {
    expect(recognise([], [' '])?.isEmpty).toBe(true);
    expect(recognise(['甲'])?.isEmpty).toBe(false);
  });
});

it('no heading stands for two fields of one kind', () => {
  for (const kind of SHEET_KINDS) {
    const all = LEDGER_FIELDS.flatMap((field) => HEADING_SYNONYMS[kind][field] ?? []);
    expect(all.length).toBe(new Set(all).size);
  }
});

it('never fails, and what is proposed lies inside the sheet', () => {
  const words = fc.constantFrom(
    ...SHEET_KINDS.flatMap((kind) => Object.values(HEADING_SYNONYMS[kind]).flat()),
    '',
    'x',
  );
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(words, fc.string()))), (rows) => {
      const [found] = proposedMapping(recogniseSheets([sheet('表', rows)])).sheets;
      for (const column of Object.values(found?.columns ?? {}))
        expect(rows[(found?.headingRow ?? 0) - 1]?.[column]).toBeDefined();
    }),
  );
});
