import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../kit/ids.ts';
import { chineseNumber, numbered } from '../kit/official-paper.ts';
import { plainDate } from '../kit/plain-date.ts';
import { attributionOf, paperOf } from './briefing-paper.ts';
import { BRIEFING_ACTIONS, foldBriefing, judgeStep, keeperCans, type BriefingStep } from './briefing.ts';
import { halfYearOf, halfYearOn } from './half-year.ts';
import { guardNaming, SMALLEST_GROUP, type Known } from './naming-guard.ts';

const [A, B, C] = ['a', 'b', 'c'] as unknown as [Id, Id, Id];
const ON = plainDate('2026-11-23');
const step = (ordinal: number, action: BriefingStep['action'], actorId: Id): BriefingStep => ({
  ordinal,
  action,
  actorId,
  on: ON,
});

describe('the way of a briefing', () => {
  it('8.3 — is drafted, handed over, approved by a second person and issued', () => {
    const handed = [step(1, 'draft', A), step(2, 'write', B), step(3, 'handOver', A)];
    expect(foldBriefing(handed)).toMatchObject({ status: 'handed', wroteBy: [A, B] });
    expect(judgeStep(foldBriefing(handed), 'approve', A)).toBe('secondPerson');
    expect(judgeStep(foldBriefing(handed), 'approve', B)).toBe('secondPerson');
    const approved = [...handed, step(4, 'approve', C)];
    expect(foldBriefing(approved)).toMatchObject({ status: 'approved', approvedBy: C });
    expect(keeperCans(foldBriefing(approved), A)).toEqual(['return', 'issue']);
    expect(foldBriefing([...approved, step(5, 'issue', A)])).toMatchObject({ status: 'issued', issuedOn: ON });
  });

  it('goes back to the draft, and is approved anew', () => {
    const back = [step(1, 'draft', A), step(2, 'handOver', A), step(3, 'approve', B), step(4, 'return', B)];
    expect(foldBriefing(back)).toMatchObject({ status: 'drafted', approvedBy: null });
    expect(judgeStep(foldBriefing(back), 'issue', A)).toBe('notNow');
  });

  it('is never issued without the approval of someone whose hand is not in the text, whatever is tried', () => {
    const tried = fc.array(fc.tuple(fc.constantFrom(...BRIEFING_ACTIONS), fc.constantFrom(A, B, C)), { maxLength: 25 });
    fc.assert(
      fc.property(tried, (steps) => {
        const all = [step(1, 'draft', A), ...steps.map(([action, by], index) => step(index + 2, action, by))];
        const state = foldBriefing(all);
        expect(foldBriefing(all.toReversed())).toEqual(state);
        if (state.status === 'issued' || state.status === 'approved') {
          expect(state.approvedBy).not.toBeNull();
          expect(state.wroteBy).not.toContain(state.approvedBy);
        } else expect(state.approvedBy).toBeNull();
        expect(state.issuedOn !== null).toBe(state.status === 'issued');
        if (state.status === 'issued') expect(keeperCans(state, B)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

const person = (id: string, unit: string, title = '教授', party = 'minmeng'): Known => ({
  personId: id as Id,
  name: `某${id}`,
  facts: [
    { kind: 'unit', key: unit, written: [unit] },
    { kind: 'title', key: title, written: [title] },
    { kind: 'party', key: party, written: [party === 'minmeng' ? '民盟' : '致公党'] },
  ],
});
const item = (text: string, over: object = {}) => ({
  ordinal: 1,
  texts: [text],
  unnamed: ['1' as Id],
  named: [],
  ...over,
});

describe('the guard', () => {
  const many = Array.from({ length: SMALLEST_GROUP }, (_, at) => person(String(at + 1), '内科'));
  const lone = person('9', '病案室', '研究员', 'zhigong');
  const everyone = [...many, lone];

  it.each([
    ['nothing that tells', item('夜间班车加一班', { unnamed: ['9'] }), []],
    ['a unit of many', item('内科的班车'), []],
    [
      'a unit of one',
      item('病案室周末开门', { unnamed: ['9'] }),
      [{ kind: 'small', count: 1, says: [{ words: '病案室' }] }],
    ],
    ['facts that are few only together', item('内科一位致公党的教授'), []],
    ['spaces and width', item('病 案 室', { unnamed: ['9'] }), [{ kind: 'small', count: 1 }]],
    ['a small unit that another speaks of', item('病案室周末开门'), []],
    ['someone who agreed', item('病案室的某9说', { unnamed: [], named: ['9'] }), []],
    ['a name that nobody agreed to', item('某9说'), [{ kind: 'name', name: '某9' }]],
  ])('sees %s', (_, guarded, expected) => {
    const found = guardNaming([guarded as Parameters<typeof guardNaming>[0][number]], everyone);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('counts those to whom everything said is true, below and from its smallest group on', () => {
    const odd = { ...person('7', '内科', '教授', 'zhigong') };
    const found = guardNaming([item('内科一位致公党教授', { unnamed: ['7'] })], [...many, odd]);
    expect(found).toMatchObject([
      { kind: 'small', count: 1, says: [{ kind: 'unit' }, { kind: 'title' }, { kind: 'party' }] },
    ]);
    const enough = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(enough, (size) => {
        const all = Array.from({ length: size }, (_, at) => person(String(at + 1), '检验科'));
        expect(guardNaming([item('检验科')], all).length > 0).toBe(size < SMALLEST_GROUP);
      }),
    );
  });
});

describe('the paper', () => {
  it.each([
    [{ namedAs: [], raisedBy: 0 }, ''],
    [{ namedAs: [], raisedBy: 1 }, '有党外代表人士提出：'],
    [{ namedAs: [], raisedBy: 3 }, '有3位党外代表人士提出：'],
    [{ namedAs: ['林远'], raisedBy: 1 }, '林远提出：'],
    [{ namedAs: ['林远', '王雅雪'], raisedBy: 3 }, '林远、王雅雪等人（另有1位未署名）提出：'],
  ])('says who said it from the choices alone: %o', (given, said) => {
    expect(attributionOf(given)).toBe(said);
  });

  it('groups by kind, says the year and the number, and is a draft until it is issued', () => {
    const facts = {
      title: '情况',
      opening: '近期情况如下。',
      closing: '',
      items: [
        { kind: 'difficulty' as const, heading: '住房', text: '离得远。', namedAs: [], raisedBy: 1 },
        { kind: 'opinion' as const, heading: '班车', text: '加一班。\n站牌要亮。', namedAs: ['林远'], raisedBy: 1 },
      ],
      year: 2026,
      ordinal: 3,
      issuedOn: ON,
      institution: '江州医科大学',
    };
    const paper = paperOf(facts);
    expect(paper.head).toMatchObject({ number: '2026年第3期', day: '2026年11月23日' });
    expect(numbered(paper.blocks).map((block) => block.text)).toEqual([
      '领导班子各位成员：',
      '近期情况如下。',
      '一、意见',
      '（一）班车',
      '林远提出：加一班。',
      '站牌要亮。',
      '二、困难',
      '（一）住房',
      '有党外代表人士提出：离得远。',
    ]);
    const draft = paperOf({ ...facts, year: null, ordinal: null, issuedOn: null });
    expect([draft.head.number, draft.sign]).toEqual(['送审稿', null]);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
  ])('writes %i as %s', (value, written) => expect(chineseNumber(value)).toBe(written));
});

it('a half-year begins in January or July', () => {
  expect(halfYearOf('2026-H2')).toEqual({ from: '2026-07-01', until: '2027-01-01' });
  expect([halfYearOn(plainDate('2026-06-30')), halfYearOn(plainDate('2026-07-01'))]).toEqual(['2026-H1', '2026-H2']);
  expect(() => halfYearOf('2026')).toThrow(RangeError);
});
