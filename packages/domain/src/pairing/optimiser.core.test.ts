import { describe, expect, it } from 'vitest';
import { bestByTrying, canKeepByTrying, possiblePairs } from './optimiser-by-trying.build.ts';
import { bound, current, leader, problem, randomProblem, representative, shuffled } from './optimiser.build.ts';
import { coreOf } from './optimiser.core.ts';
import { modelOf } from './optimiser.model.ts';
import type { RosterProblem } from './optimiser.types.ts';

const get = (given: RosterProblem) => {
  const core = coreOf(modelOf(given));
  if (!core) throw new Error('it can be');
  return core;
};

describe('why a roster cannot be', () => {
  it('is told by rules that cannot all be kept, each of which is needed for that', () => {
    let looked = 0;
    for (let seed = 1; looked < 250; seed += 1) {
      const given = randomProblem(seed, { leaders: 3, representatives: 4 });
      if (bestByTrying(given)) {
        expect(coreOf(modelOf(given))).toBeUndefined();
        continue;
      }
      looked += 1;
      const { rules } = get(given);
      expect({ seed, together: canKeepByTrying(given, rules) }).toEqual({ seed, together: false });
      for (const spared of rules) {
        const rest = rules.filter((rule) => rule !== spared);
        expect({ seed, spared: spared.says.zh, rest: canKeepByTrying(given, rest) }).toMatchObject({ rest: true });
      }
    }
  });

  it('is told alike in whatever order people are listed', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const given = randomProblem(seed, { leaders: 4, representatives: 5 });
      if (possiblePairs(given).length > 0)
        expect(coreOf(modelOf(shuffled(given, seed)))).toEqual(coreOf(modelOf(given)));
    }
  });

  it('names nobody whom it does not concern: one without a standing among many', () => {
    const core = get(
      problem({
        leaders: ['A', 'B', 'C'].map((id) => leader(id, { floor: bound(2) })),
        representatives: [
          ...['1', '2', '3', '4', '5', '6'].map((id) => representative(id)),
          representative('7', { name: '何平', eligible: [] }),
        ],
      }),
    );
    expect(core.rules.map(({ kind }) => kind).sort()).toEqual(['eligibility', 'need']);
    expect([core.leaderIds, core.representativeIds]).toEqual([[], ['7']]);
    expect(core.sentence.zh).toBe('下面 2 条不能同时做到：何平至少要有 1 位领导联系；何平在任的身份不在联系范围内。');
    expect(core.cures.map(({ zh }) => zh)).toEqual([
      '何平这次先安排 0 位领导。',
      '为何平补上在任的身份，或写明理由后由您选定结对。',
    ]);
  });

  it('says how far a number has to give', () => {
    const core = get(
      problem({
        leaders: [leader('A', { name: '王敏', cap: bound(1) })],
        representatives: ['1', '2', '3'].map((id) => representative(id)),
      }),
    );
    // Two of the three are enough to say no.
    expect(core.rules.map(({ kind }) => kind).sort()).toEqual(['cap', 'need', 'need']);
    expect(core.cures.map(({ zh }) => zh)).toContain('把王敏的上限放宽到 2 人。');
  });

  it('answers a pin that breaks a rule with the two of them', () => {
    const given = problem({
      leaders: [leader('A', { name: '孙力' }), leader('B')],
      representatives: [representative('1', { name: '宋新' })],
      conflicts: [
        {
          leaderId: 'A',
          representativeId: '1',
          requirement: null,
          clause: null,
          why: { zh: '孙力是宋新的直接上级。', en: 'Sun Li is the direct superior of Song Xin.' },
        },
      ],
    });
    const core = get({ ...given, pins: [{ leaderId: 'A', representativeId: '1', must: 'be' }] });
    expect(core.sentence.zh).toBe('下面 2 条不能同时做到：已选定孙力与宋新结对；孙力是宋新的直接上级。');
    const both = get({
      ...given,
      conflicts: [],
      current: [current('A', '1')],
      pins: [
        { leaderId: 'A', representativeId: '1', must: 'stay' },
        { leaderId: 'A', representativeId: '1', must: 'not' },
      ],
    });
    expect(both.rules.map(({ kind }) => kind)).toEqual(['pin', 'pin']);
  });

  it('tells a crowd by a few and keeps the whole list', () => {
    const core = get(
      problem({
        leaders: [leader('A', { cap: bound(9) })],
        representatives: Array.from({ length: 30 }, (_, at) => representative(`R${at}`)),
      }),
    );
    expect(core.rules.length).toBe(11);
    expect(core.sentence.zh).toMatch(/^11 条不能同时做到，涉及 1 位领导、10 位代表人士：.*，等等。$/);
    expect(core.cures.map(({ zh }) => zh)).toContain('把A的上限放宽到 10 人。');
  });
});
