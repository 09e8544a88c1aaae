import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { say } from '../kit/words.ts';
import { aPolicy, aPolicyFile } from '../policy/policy.build.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { quotaOn } from './quota.ts';

const on = plainDate('2026-11-23');
const pair = (
  leaderId: string,
  representativeId: string,
  startsOn: string | null = '2026-01-01',
  endsOn: string | null = null,
) => ({
  leaderId,
  representativeId,
  startsOn: startsOn === null ? null : plainDate(startsOn),
  endsOn: endsOn === null ? null : plainDate(endsOn),
});
const leaders = [
  { id: 'a', tier: 'school' },
  { id: 'b', tier: 'unit' },
  { id: 'c', tier: 'unit' },
] as const;

describe('5.1, 5.2 — two or more each', () => {
  it('counts the friends of the day, each once, and says what is short', () => {
    const pairings = [
      pair('a', '1'),
      pair('a', '2', null),
      pair('a', '3', '2026-01-01', '2026-11-23'),
      pair('b', '4', '2026-11-23'),
      pair('b', '4', '2026-02-01'),
      pair('b', '5', '2026-11-24'),
    ];
    const found = quotaOn(leaders, pairings, shippedPolicy(), on);
    expect(found.map((line) => [line.leaderId, line.required, line.has, line.short, line.clause])).toEqual([
      ['a', 2, 2, 0, '5.1'],
      ['b', 2, 1, 1, '5.2'],
      ['c', 2, 0, 2, '5.2'],
    ]);
    const [first, second] = found.map((line) => line.arithmetic);
    expect(first && say(first.words, 'zh', first.facts)).toBe('应联系至少 2 人，现有 2 人，依据 5.1。');
    expect(second && say(second.words, 'zh', second.facts)).toBe('应联系至少 2 人，现有 1 人，还差 1 人，依据 5.2。');
  });

  it('finds nobody short where no number is set, and says so', () => {
    const [first, second] = quotaOn(
      leaders,
      [],
      aPolicy({ requirements: [{ ...aPolicyFile().requirements[0], value: { min: null, max: 1 } }] }),
      on,
    );
    expect([first?.required, first?.short]).toEqual([null, 0]);
    expect(second).toMatchObject({ required: null, short: 0, requirement: null, clause: null });
    expect(second && say(second.arithmetic.words, 'zh', second.arithmetic.facts)).toBe('没有定人数，现有 0 人。');
  });

  it('sees who is over a range', () => {
    const policy = aPolicy({ requirements: [{ ...aPolicyFile().requirements[0], value: { min: 1, max: 1 } }] });
    const [first] = quotaOn(leaders, [pair('a', '1'), pair('a', '2')], policy, on);
    expect(first).toMatchObject({ short: 0, over: 1 });
    expect(first && say(first.arithmetic.words, 'en', first.arithmetic.facts)).toBe(
      'At most 1 are asked for, 2 are paired, 1 over, by clause 1.',
    );
  });
});
