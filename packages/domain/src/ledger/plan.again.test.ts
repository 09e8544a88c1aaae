/** Whatever the file and the decisions: planning never fails, accounts for every row, and a second import adds nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToKnown } from './apply-to-known.ts';
import { SHEET_KINDS } from './headings.ts';
import { isNothingNew } from './plan.ts';
import { demoKnown, leaders, people, plan, sheet, talks, type Cell } from './plan.build.ts';
import type { Decision, Decisions, LedgerPlan } from './plan.types.ts';
import type { LedgerSheet } from './sheet.ts';

/** Hundreds of plans on a busy machine; no figure is asserted. */
const PATIENCE = 120_000;

const from = <T>(...values: T[]) => fc.constantFrom(...values);
const names = from('林远', '林远 ', '马然', '杜力', '杜力（药学院）', '', '林远2');
const unitNames = from('护理学院', '药学院', '精卫中心', '东湖医院', '财务处', '');
const phones = from('13800000001', '138 0000 0001', '１３９００００００２', '', '转 8021');
const leaderNames = from('田文建', '马洋', '田文建书记', '查无此人', '', '田文建、马洋');

const aPerson = fc.record({
  name: names,
  birth: from('1979.5', '1979年5月', '1980-01', '', '属马'),
  party: from('民盟', '民盟盟员', '九三学社', '无', '无党派人士', '', '某某党', '中共党员'),
  unit: unitNames,
  duty: from('教师', '医生', '', '教师、医生'),
  title: from('教授', '主任医师', '', '教授、研究员'),
  standing: from('区人大代表', '侨联理事；区人大代表', '九三学社区委委员', '', '优秀教师'),
  term: from('2022-2027', '2023年起', '2027-2032', '', '第十四届'),
  phone: phones,
  leader: leaderNames,
  remark: from('', '2026年9月退休', '重复？', '性格直爽'),
});
const aLeader = fc.record({
  name: from('田文建', '马洋', '林远', ''),
  unit: unitNames,
  post: from('院长', '党委副书记（协管统战）', '院长、党委副书记', ''),
  since: from('2020-01-01', '2020年1月', ''),
  phone: phones,
});
const aTalk = fc.record({
  date: from<Cell>('2026-05-06', '2026年5月', '2026.2.30', '2027.1.5', '', { d: '2026-05-06' as never }),
  leader: leaderNames,
  people: from('林远', '杜力', '林远、杜力', '马然 ', '甲乙', ''),
  channel: from('面谈', '春节走访', '电话慰问', ''),
  text: from('', '就学科建设交换意见'),
  opinions: from('', '反映停车难', '1.停车；2.填表'),
  handling: from('', '2026.3已解决'),
});
const aLedger = fc
  .tuple(fc.array(aLeader, { maxLength: 4 }), fc.array(aPerson, { maxLength: 6 }), fc.array(aTalk, { maxLength: 6 }))
  .map(([a, b, c]): LedgerSheet[] => [people(...b), leaders(...a), talks(...c)]);

/** Decides every open problem with its n-th fix, as a user would who clicks through. */
function decideAll(made: LedgerPlan, pick: number, decisions: Decisions): Decisions {
  const values = {
    date: '2026-03-04',
    month: '1970-01',
    term: '2022-2027',
    unit: '药学院',
    party: 'minge',
    channel: 'phone',
    name: '王新',
    leader: 'leaders!2',
    person: 'representatives!2',
  };
  const chosen = made.problems.flatMap((problem) => {
    const fix = problem.fixes[pick % Math.max(1, problem.fixes.length)];
    if (!fix || problem.settled) return [];
    return [[problem.key, { fix: fix.id, ...(fix.needs ? { value: values[fix.needs] } : {}) }] as const];
  });
  return { ...decisions, ...Object.fromEntries(chosen) };
}

/** A decision may name a person or unit that its own plan was only about to make. */
function inTermsOfStore(decisions: Decisions, made: LedgerPlan): Decisions {
  const created = new Set(
    [...made.people, ...made.units].filter(({ action }) => action === 'create').map(({ key }) => key),
  );
  const toId = (text: string) => (created.has(text) ? `stored:${text}` : text);
  const translate = ({ fix, value }: Decision): Decision => {
    const at = fix.indexOf(':');
    const id = at < 0 ? fix : `${fix.slice(0, at)}:${toId(fix.slice(at + 1))}`;
    return { fix: id, ...(value === undefined ? {} : { value: toId(value) }) };
  };
  return Object.fromEntries(Object.entries(decisions).map(([key, decision]) => [key, translate(decision)]));
}

/** Answers bring up further questions. */
function decideUntilDone(sheets: readonly LedgerSheet[], pick: number): Decisions {
  let decisions: Decisions = {};
  for (let round = 0; round < 8; round += 1) decisions = decideAll(plan(sheets, { decisions }), pick, decisions);
  return decisions;
}

function expectAccountedFor(made: LedgerPlan): void {
  for (const kind of SHEET_KINDS) {
    const { rows, acceptable, fresh, matched, same, merged, ask, waiting, refused, skipped } = made.counts[kind];
    expect(fresh + matched + merged).toBe(acceptable);
    expect(acceptable + ask + waiting + refused + skipped).toBe(rows);
    expect(same).toBeLessThanOrEqual(matched);
  }
  const refs = new Set(made.people.map(({ ref }) => ref));
  const isThere = (ref: string) => refs.has(ref) || ref.startsWith('stored:');
  for (const { leader, representative } of made.pairings) expect([leader, representative].every(isThere)).toBe(true);
  for (const { leader, people: all } of made.talks) expect([leader, ...all].every(isThere)).toBe(true);
  for (const { person } of [...made.standings, ...made.posts, ...made.datedFacts]) expect(isThere(person)).toBe(true);
  expect(new Set(made.problems.map(({ key }) => key)).size).toBe(made.problems.length);
  for (const list of [made.people, made.posts, made.standings, made.pairings, made.talks])
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
}

describe('for any ledger', () => {
  it(
    'every row is accounted for, and what is planned is plain JSON',
    () => {
      fc.assert(
        fc.property(aLedger, (sheets) => {
          const made = plan(sheets);
          expectAccountedFor(made);
          expect(JSON.parse(JSON.stringify(made))).toEqual(made);
          expect(plan(sheets)).toEqual(made);
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE,
  );

  it(
    'importing it again adds nothing, whatever was decided, with the same decisions or with none',
    () => {
      fc.assert(
        fc.property(aLedger, fc.nat({ max: 4 }), fc.boolean(), (sheets, pick, decides) => {
          const decisions = decides ? decideUntilDone(sheets, pick) : {};
          const made = plan(sheets, { decisions });
          expectAccountedFor(made);
          const known = applyToKnown(made, demoKnown());
          // What was decided against the file's own words, a row left out among it, would be asked or read anew without the decision.
          const isAgainstFile = Object.values(decisions).some(({ fix }) =>
            /^(?:termForFirst|choosePerson|useMonth|useDate|useFile|keepKnown|skipRow)/.test(fix),
          );
          const others = isAgainstFile ? [] : [plan(sheets, { known })];
          // Saying again that somebody is another person makes another person, and giving somebody another unit loses the old row.
          const makesAgain = Object.values(decisions).some(({ fix }) => /^(?:newPerson|twoPeople|useFile)$/.test(fix));
          const same = makesAgain ? [] : [plan(sheets, { known, decisions: inTermsOfStore(decisions, made) })];
          for (const again of [...same, ...others]) {
            expectAccountedFor(again);
            const added = Object.entries(again).flatMap(([list, records]) =>
              Array.isArray(records)
                ? (records as { action?: string; key?: string }[])
                    .filter(({ action }) => action !== undefined && action !== 'same')
                    .map(({ key }) => `${list} ${key}`)
                : [],
            );
            expect(added).toEqual([]);
            expect(isNothingNew(again)).toBe(true);
          }
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE,
  );

  it(
    'nothing in a cell, a decision or a mapping makes it fail',
    () => {
      const cell = fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        from('2026.2.30', '林远', '田文建', '面谈', '#REF!', '__proto__', 'constructor'),
      );
      const rows = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 8 });
      const merge = fc.record({
        fromRow: fc.nat(9),
        fromColumn: fc.nat(9),
        toRow: fc.nat(2_000_000),
        toColumn: fc.nat(9),
      });
      fc.assert(
        fc.property(
          rows,
          fc.array(merge),
          from(...SHEET_KINDS),
          fc.dictionary(cell, fc.record({ fix: cell, value: cell })),
          (cells, merges, kind, decisions) => {
            const columns = {
              date: 0,
              name: 0,
              leader: 1,
              people: 2,
              channel: 3,
              post: 1,
              unit: 2,
              standing: 3,
              term: 4,
              party: 5,
              birth: 6,
              phone: 7,
              remark: 8,
              since: 4,
              text: 99,
            };
            const made = plan([sheet('表', cells, merges)], {
              decisions,
              mapping: { sheets: [{ sheet: '表', kind, headingRow: 0, columns }] },
            });
            expectAccountedFor(made);
          },
        ),
        { numRuns: 100 },
      );
    },
    PATIENCE,
  );
});

it(
  'twenty thousand rows are one pass',
  () => {
    const count = 6_000;
    const nameOf = (at: number) =>
      `王${String.fromCodePoint(0x4e00 + (at % 5_000))}${String.fromCodePoint(0x4e00 + Math.floor(at / 5_000))}`;
    const persons = Array.from({ length: count }, (_, at) => ({
      name: nameOf(at),
      leader: '田文建',
      standing: `侨联理事；区人大代表`,
      term: '2022-2027',
      phone: `138${String(at).padStart(8, '0')}`,
      remark: at % 3 === 0 ? '2026年9月退休' : '',
    }));
    const rows = Array.from({ length: 14_000 }, (_, at) => ({
      people: nameOf(at % count),
      text: `第 ${at} 次`,
      opinions: '反映停车难',
      leader: at % 10 === 0 ? '查无此人' : '田文建',
    }));
    const sheets = [leaders({}), people(...persons), talks(...rows)];
    const made = plan(sheets);
    expect([made.people.length, made.talks.length, made.counts.talks.refused, made.open]).toEqual([
      6_001, 12_600, 1_400, 3_400,
    ]);
    expect(isNothingNew(plan(sheets, { known: applyToKnown(made, demoKnown()) }))).toBe(true);
  },
  PATIENCE,
);
