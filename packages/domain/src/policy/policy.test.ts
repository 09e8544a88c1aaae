import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { say } from '../kit/words.ts';
import { aPolicy, aPolicyFile } from './policy.build.ts';
import {
  clausesKeptByPeople,
  findClause,
  findRequirement,
  parsePolicy,
  requirementsInForce,
  requirementsOfKind,
} from './policy.ts';
import { asksOf } from './policy.words.ts';
import { REQUIREMENT_KINDS } from './requirement.ts';
import { shippedPolicy } from './som-2018.build.ts';

const quota = aPolicyFile().requirements[0] ?? {};
const problemsOf = (data: unknown) => {
  const parsed = parsePolicy(data);
  return parsed.ok ? [] : parsed.problems.map((problem) => `${problem.path}: ${problem.message.en}`);
};

describe('a policy file', () => {
  it('is read whole, its clauses dated by the measures where they say nothing else', () => {
    const policy = aPolicy({
      clauses: [
        ...aPolicyFile().clauses,
        { id: '3', class: 'duty', heading: { zh: '新', en: 'new' }, gist: { zh: '新', en: 'new' }, from: '2022-01-01' },
      ],
    });
    expect(findClause(policy, '2')).toMatchObject({ from: '2020-01-01', until: null });
    expect(findClause(policy, '3')).toMatchObject({ from: '2022-01-01', until: null });
    expect(findClause(policy, '9')).toBeUndefined();
  });

  it.each([
    ['a text', 'hello', ': Not well formed'],
    ['nothing', null, ': Not well formed'],
    [
      'an absent clause',
      aPolicyFile({ requirements: [{ ...quota, basis: '7' }] }),
      'requirements[0].basis: There is no clause 7',
    ],
    [
      'an absent clause leaned on',
      aPolicyFile({ requirements: [{ ...quota, see: ['1', '8.1'] }] }),
      'requirements[0].see[1]: There is no clause 8.1',
    ],
    [
      'an unknown kind',
      aPolicyFile({ requirements: [{ ...quota, kind: 'quotas' }] }),
      'requirements[0].kind: The value of kind',
    ],
    ['an unknown key', aPolicyFile({ requirements: [{ ...quota, colour: 1 }] }), 'requirements[0]: Unknown: colour'],
    [
      'a missing line',
      aPolicyFile({ requirements: [{ ...quota, value: { min: 2 } }] }),
      'requirements[0].value.max: Something is missing',
    ],
    [
      'an unknown strength',
      aPolicyFile({ requirements: [{ ...quota, strength: 'maybe' }] }),
      'requirements[0].strength: It must be one of',
    ],
    ['a date that is none', aPolicyFile({ from: '2020-02-30' }), 'from: Not well formed'],
    [
      'a huge number',
      aPolicyFile({ requirements: [{ ...quota, value: { min: 1e9, max: null } }] }),
      'requirements[0].value.min: Too large',
    ],
    [
      'a contradiction',
      aPolicyFile({ requirements: [{ ...quota, value: { min: 3, max: 2 } }] }),
      'requirements[0].value: The upper number',
    ],
    ['a repeated id', aPolicyFile({ requirements: [quota, quota] }), 'requirements[1].id: quota stands twice'],
    [
      'a repeated clause',
      aPolicyFile({ clauses: [aPolicyFile().clauses[0], aPolicyFile().clauses[0]] }),
      'clauses[1].id: 1 stands twice',
    ],
    [
      'an end before the start',
      aPolicyFile({ requirements: [{ ...quota, until: '2020-01-01' }] }),
      'requirements[0].until: It ends no later',
    ],
  ])('with %s is refused, and says where', (_, data, expected) => {
    expect(problemsOf(data).some((problem) => problem.startsWith(expected))).toBe(true);
  });

  it('keeps amended rows side by side, each in force on its own days', () => {
    const policy = aPolicy({
      requirements: [
        { ...quota, until: '2024-01-01' },
        { ...quota, id: 'quota-2024', value: { min: 3, max: null }, from: '2024-01-01' },
      ],
    });
    expect(requirementsInForce(policy, plainDate('2019-12-31'))).toEqual([]);
    expect(requirementsInForce(policy, plainDate('2023-12-31')).map((row) => row.id)).toEqual(['quota']);
    expect(findRequirement(policy, 'quota', plainDate('2024-01-01'), 'school')?.value.min).toBe(3);
    expect(findRequirement(policy, 'quota', plainDate('2024-01-01'), 'unit')).toBeUndefined();
    expect(findRequirement(policy, 'cadence', plainDate('2024-01-01'), 'school')).toBeUndefined();
  });
});

describe('the shipped measures', () => {
  const policy = shippedPolicy();
  const on = plainDate('2026-11-23');

  it('state every clause once, in force from 7 June 2018', () => {
    const parts = { 4: 5, 5: 3, 6: 3, 7: 2, 8: 5 };
    const expected = ['preamble'];
    for (let clause = 1; clause <= 10; clause += 1) {
      expected.push(String(clause));
      for (let part = 1; part <= (parts[clause as keyof typeof parts] ?? 0); part += 1)
        expected.push(`${clause}.${part}`);
    }
    expect(policy.clauses.map((clause) => clause.id)).toEqual(expected);
    expect(new Set(policy.clauses.map((clause) => clause.from))).toEqual(new Set(['2018-06-07']));
    expect(requirementsInForce(policy, plainDate('2018-06-06'))).toEqual([]);
    expect(requirementsInForce(policy, plainDate('2018-06-07'))).toHaveLength(policy.requirements.length);
  });

  it('use every kind of requirement, but those of which they say nothing', () => {
    const silent = new Set(['initiative', 'retention', 'protection']);
    expect(new Set(policy.requirements.map((row) => row.kind))).toEqual(
      new Set(REQUIREMENT_KINDS.filter((kind) => !silent.has(kind))),
    );
  });

  it('leave only guidance, and the headings over numbered parts, to people', () => {
    expect(clausesKeptByPeople(policy).map((clause) => clause.id)).toEqual([
      'preamble',
      '1',
      '2',
      '3',
      '4',
      '4.1',
      '4.2',
      '4.3',
      '4.4',
      '4.5',
      '5',
      '6',
      '7',
      '8',
    ]);
  });

  it('5.1, 5.2 — two or more each', () => {
    for (const tier of ['school', 'unit'] as const) {
      const row = findRequirement(policy, 'quota', on, tier);
      expect(row?.value).toEqual({ min: 2, max: null });
      expect(row && say(asksOf(row).words, 'zh', asksOf(row).facts)).toBe('每位至少联系 2 人');
    }
  });

  it('8.2 — one talk a year is the duty, two the aim; a visit is no talk', () => {
    const row = findRequirement(policy, 'cadence', on, 'unit');
    expect(row).toMatchObject({ basis: '8.2', strength: 'atLeast', value: { floor: 1, aim: 2, shown: ['visit'] } });
    expect(row && say(asksOf(row).words, 'zh', asksOf(row).facts)).toBe('每年至少谈 1 次，望谈 2 次');
  });

  it('7.2, 8.3 — promptly stays without a number', () => {
    const prompt = policy.requirements.filter((row) => row.strength === 'promptly');
    expect(prompt.map((row) => row.kind).sort()).toEqual(['occasion', 'occasion', 'recording', 'reply', 'reporting']);
    for (const row of prompt) expect(row.value).toMatchObject({ within: null });
  });

  it("7.2 — the list of festivals is the house's own and says so", () => {
    const festival = requirementsOfKind(policy, 'occasion', on).find((row) => row.value.trigger === 'festival');
    expect(festival?.value.local).toBe(true);
    expect(new Set(festival?.value.festivals?.map((item) => item.calendar))).toEqual(new Set(['solar', 'lunar']));
  });
});
