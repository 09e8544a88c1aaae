import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { aPolicyFile } from '../policy/policy.build.ts';
import { parsePolicy, type Policy } from '../policy/policy.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import {
  channelOf,
  foldOccasion,
  mayFollow,
  nextState,
  occasionCans,
  OCCASION_KINDS,
  OCCASION_STEPS,
  TOLD,
  taskState,
  type OccasionStep,
} from './occasion.ts';
import { dueDay, dutyOf, keepUntil, kindsOn, refuseOccasion, TOLD_LIMIT } from './occasion.rules.ts';
import { WORDINGS } from './occasion.words.ts';

const day = plainDate;
const SOM_2018 = shippedPolicy();
const today = day('2026-11-23');
const NO_TABLES = new Map();

const steps = (...actions: OccasionStep['action'][]): OccasionStep[] =>
  actions.map((action) => ({ action, interactionId: action === 'do' ? 'talk' : null }));

describe('the way of an occasion', () => {
  it('7.2 — ends with the leader’s deed or reason, and is open again when the record is taken back', () => {
    expect(foldOccasion(steps('raise'))).toEqual({ status: 'open', interactionId: null, seen: false });
    expect(foldOccasion(steps('raise', 'do'))).toEqual({ status: 'done', interactionId: 'talk', seen: false });
    expect(foldOccasion(steps('raise', 'do', 'undo'))).toEqual({ status: 'open', interactionId: null, seen: false });
    expect(foldOccasion(steps('raise', 'decline'))?.status).toBe('declined');
    // Done after all: the reason given before is not the last word.
    expect(foldOccasion(steps('raise', 'decline', 'do'))?.status).toBe('done');
    expect(foldOccasion(steps('raise', 'do', 'seen'))?.seen).toBe(true);
    expect(foldOccasion(steps('do'))).toBeUndefined();
  });

  it('closes only with an answer that whoever told it can read, or by being withdrawn', () => {
    const action = fc.constantFrom(...OCCASION_STEPS.filter((one) => one !== 'raise'));
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        let state = TOLD;
        let answered = false;
        for (const one of actions) {
          if (!mayFollow(state, one)) {
            expect(nextState(state, { action: one, interactionId: 'x' })).toEqual(state);
            continue;
          }
          state = nextState(state, { action: one, interactionId: one === 'do' ? 'x' : null });
          if (one === 'do' || one === 'decline') answered = true;
          if (state.status === 'done') expect(state.interactionId).toBe('x');
          if (state.status === 'open') expect(state.interactionId).toBeNull();
          if (state.seen) expect(answered).toBe(true);
        }
        if (state.status === 'withdrawn')
          for (const one of OCCASION_STEPS) if (one !== 'raise') expect(mayFollow(state, one)).toBe(false);
      }),
    );
  });

  it('leaves what is private to the person: whoever told it for them neither corrects nor withdraws it', () => {
    const open = { ...TOLD, private: true };
    const raiser = { self: false, raised: true, writes: false, keeps: false };
    expect(occasionCans(open, raiser)).toEqual([]);
    expect(occasionCans({ ...TOLD, private: false }, raiser)).toEqual(['amend', 'withdraw']);
    expect(occasionCans(open, { ...raiser, self: true })).toEqual(['amend', 'withdraw']);
    expect(occasionCans(open, { self: false, raised: false, writes: true, keeps: false })).toEqual(['log', 'decline']);
    expect(occasionCans(open, { self: false, raised: false, writes: true, keeps: true })).toEqual([
      'log',
      'decline',
      'withdraw',
    ]);
  });

  it.each([
    [null, 'open'],
    ['2026-12-10', 'open'],
    ['2026-11-26', 'due'],
    ['2026-11-23', 'due'],
    ['2026-11-22', 'late'],
  ] as const)('due on %s is %s', (dueOn, state) => {
    expect(taskState({ status: 'open', dueOn: dueOn === null ? null : day(dueOn) }, today)).toBe(state);
  });

  it('begins the log sheet with a way that suits, and has plain words for every kind', () => {
    expect([channelOf('congratulate'), channelOf('comfort'), channelOf('visit'), channelOf('meet')]).toEqual([
      'phone',
      'visit',
      'visit',
      'faceToFace',
    ]);
    for (const kind of OCCASION_KINDS) expect(WORDINGS[kind].length).toBeGreaterThan(1);
  });
});

const withOccasions = (rows: readonly object[]): Policy => {
  const parsed = parsePolicy(
    aPolicyFile({
      requirements: rows.map((row, index) => ({
        id: `occasion-${index}`,
        basis: '2',
        kind: 'occasion',
        appliesTo: { tiers: ['school', 'unit'] },
        unit: null,
        strength: 'promptly',
        from: '2020-01-01',
        until: null,
        says: { zh: '及时', en: 'promptly' },
        ...row,
      })),
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
};

describe('what an occasion asks', () => {
  it('7.2 — congratulate on an achievement, see to a hardship, promptly and without a number', () => {
    const achievement = dutyOf(SOM_2018, 'school', 'achievement', today, NO_TABLES);
    expect(achievement).toMatchObject({ clause: '7.2', action: 'congratulate', by: null });
    expect(dutyOf(SOM_2018, 'unit', 'hardship', today, NO_TABLES)).toMatchObject({ clause: '7.2', action: 'comfort' });
    expect(dueDay(achievement, undefined, today, NO_TABLES)).toEqual({ on: null, local: false, estimated: false });
  });

  it('takes an illness that the measures do not name for a hardship, and their own line where they do', () => {
    expect(dutyOf(SOM_2018, 'school', 'illness', today, NO_TABLES)?.requirement).toBe('occasion-hardship');
    const own = withOccasions([
      { value: { trigger: 'illness', action: 'visit', within: { count: 'calendarDays', number: 3 } } },
    ]);
    const duty = dutyOf(own, 'school', 'illness', today, NO_TABLES);
    expect(duty?.by?.on).toBe('2026-11-26');
    // The day of the measures stands before the house's own.
    expect(dueDay(duty, '9d', today, NO_TABLES)).toMatchObject({ on: '2026-11-26', local: false });
  });

  it('counts the house’s own days, and says that they are its own', () => {
    expect(dueDay(undefined, '7d', today, NO_TABLES)).toEqual({ on: '2026-11-30', local: true, estimated: false });
    // No table is known here: weekends alone, and said so.
    expect(dueDay(undefined, '5w', today, NO_TABLES)).toEqual({ on: '2026-11-30', local: true, estimated: true });
    expect(dueDay(undefined, 'soon', today, NO_TABLES).on).toBeNull();
  });

  it('offers family and posts only where the measures name them', () => {
    expect(kindsOn(SOM_2018, today)).toEqual(['achievement', 'hardship', 'illness']);
    const more = withOccasions([
      { value: { trigger: 'familyEvent', action: 'comfort', within: null } },
      { value: { trigger: 'jobChange', action: 'call', within: null } },
    ]);
    expect(kindsOn(more, today)).toEqual(['achievement', 'hardship', 'illness', 'familyEvent', 'jobChange']);
    expect(dutyOf(more, 'school', 'illness', today, NO_TABLES)).toBeUndefined();
  });

  it('is kept until the same day some months later, or the last of a shorter month', () => {
    expect(keepUntil(day('2026-08-31'), 6)).toBe('2027-02-28');
  });
});

describe('what may be told', () => {
  const draft = { kind: 'hardship', as: 'unit', words: '家里老人住院', happenedOn: today, consent: false } as const;
  const code = (change: object, on = today) => refuseOccasion({ ...draft, ...change }, on)?.code;

  it.each([
    ['nothing in the way', {}, undefined],
    ['a day to come', { happenedOn: day('2026-11-24') }, 'occasion.inFuture'],
    ['an ancient day', { happenedOn: day('0001-01-01') }, 'occasion.tooLongAgo'],
    ['a year ago', { happenedOn: day('2025-11-22') }, undefined],
    ['a day more', { happenedOn: day('2025-11-21') }, 'occasion.tooLongAgo'],
    ['no words', { words: ' \n ' }, 'occasion.noWords'],
    ['200,000 characters', { words: '难'.repeat(200_000) }, 'occasion.wordsTooLong'],
    ['as many as there may be, outside the basic plane', { words: '𠮷'.repeat(TOLD_LIMIT) }, undefined],
    ['an emoji', { words: '好消息 🎉' }, undefined],
    ['illness by the office', { kind: 'illness', as: 'office' }, 'occasion.onlyAsTold'],
    ['illness by the unit without leave', { kind: 'illness' }, 'occasion.noConsent'],
    ['illness by the unit with leave', { kind: 'illness', consent: true }, undefined],
    ['illness by the person', { kind: 'illness', as: 'self' }, undefined],
  ])('%s', (_, change, expected) => {
    expect(code(change)).toBe(expected);
  });
});
