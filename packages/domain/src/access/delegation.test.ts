import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '../kit/ids.ts';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import {
  delegationCans,
  findLent,
  refuseDelegation,
  standingOf,
  statusAfter,
  whyNotLent,
  wholeScopes,
  DELEGATION_ACTIONS,
  DELEGATION_SCOPES,
  DELEGATION_STATUSES,
  type Delegation,
} from './delegation.ts';

const id = (name: string) => name as Id;
const day = plainDate;
const base: Delegation = {
  kind: 'secretary',
  leaderId: id('li'),
  delegateId: id('xu'),
  scopes: ['friends', 'log'],
  startsOn: day('2026-11-01'),
  endsOn: day('2026-11-24'),
  status: 'given',
};
const SECRETARY = { isSecretary: true, isLeader: false };
const LEADER = { isSecretary: false, isLeader: true };

describe('how a delegation stands', () => {
  test.each([
    ['2026-10-31', 'ahead'],
    ['2026-11-01', 'running'],
    ['2026-11-23', 'running'],
    ['2026-11-24', 'over'],
  ])('on %s: %s, first and last day included', (on, standing) => expect(standingOf(base, day(on))).toBe(standing));

  test.each(['declined', 'revoked', 'laidDown'] as const)('%s lends nothing on any day', (status) => {
    expect(findLent([{ ...base, status }], 'log', day('2026-11-10'))).toBeUndefined();
  });

  test('logging and arranging are to know with whom', () => {
    expect(wholeScopes(['log'])).toEqual(['friends', 'log']);
    expect(wholeScopes(['arrange'])).toEqual(['friends', 'arrange']);
    expect(wholeScopes(['remind'])).toEqual(['remind']);
  });
});

describe('why nothing is lent', () => {
  const today = day('2026-11-23');
  const told = (...some: Partial<Delegation>[]) =>
    whyNotLent(
      some.map((one) => ({ ...base, leaderName: '田文建', ...one })),
      'arrange',
      today,
    ).code;
  test.each([
    ['delegation.noArranging', [{}]],
    ['delegation.notBegun', [{ startsOn: day('2026-12-01'), endsOn: day('2026-12-09') }]],
    ['delegation.notConfirmed', [{ status: 'asked' }]],
    ['delegation.revoked', [{ status: 'revoked' }]],
    ['delegation.over', [{ endsOn: day('2026-11-23') }]],
    ['delegation.noneLent', [{ status: 'declined' }]],
    ['delegation.revoked', [{ status: 'revoked' }, { endsOn: day('2026-11-02') }]],
    ['delegation.over', [{ endsOn: day('2026-11-02') }, { status: 'revoked' }]],
    ['delegation.laidDown', [{ status: 'declined' }, { status: 'laidDown' }]],
  ] as const)('%s', (code, some) => expect(told(...some)).toBe(code));

  test('an end names the last day that belonged to it', () => {
    const refusal = whyNotLent([{ ...base, leaderName: '田文建', endsOn: day('2026-11-23') }], 'log', today);
    expect(refusal.facts).toEqual({ name: '田文建', on: '2026-11-22' });
  });
});

describe('what is not given', () => {
  const today = day('2026-11-10');
  const proxy = { ...base, kind: 'proxy', delegateId: id('sun') } as const;
  const refused = (draft: Delegation, helper: typeof LEADER, others: readonly Delegation[] = []) =>
    refuseDelegation(draft, helper, others, today)?.code;
  test('what is sound is given', () => {
    expect(refused(base, SECRETARY)).toBeUndefined();
    expect(refused(proxy, LEADER)).toBeUndefined();
    expect(refused({ ...proxy, delegateId: id('xu') }, SECRETARY)).toBeUndefined();
  });
  test.each([
    ['delegation.oneself', { ...base, delegateId: id('li') }, SECRETARY, []],
    ['delegation.daysCrossed', { ...base, endsOn: day('2026-11-01') }, SECRETARY, []],
    ['delegation.daysPast', { ...base, startsOn: day('2026-10-01'), endsOn: day('2026-11-10') }, SECRETARY, []],
    ['delegation.nothingLent', { ...base, scopes: [] }, SECRETARY, []],
    ['delegation.noSecretary', base, LEADER, []],
    ['delegation.noHelper', proxy, { isSecretary: false, isLeader: false }, []],
    ['delegation.lentAlready', base, SECRETARY, [base]],
    ['delegation.proxyAlready', proxy, LEADER, [{ ...proxy, delegateId: id('ma') }]],
    ['delegation.proxyAway', proxy, LEADER, [{ ...proxy, leaderId: id('sun'), delegateId: id('ma') }]],
    ['delegation.proxyAway', proxy, LEADER, [{ ...proxy, leaderId: id('sun'), delegateId: id('li') }]],
    ['delegation.standsInAlready', proxy, LEADER, [{ ...proxy, leaderId: id('ma'), delegateId: id('li') }]],
  ] as const)('%s', (code, draft, helper, others) => expect(refused(draft, helper, others)).toBe(code));

  test('what stands on other days, or was taken back, is in nobody’s way', () => {
    const other = { ...proxy, leaderId: id('sun'), delegateId: id('ma') };
    expect(refused(proxy, LEADER, [{ ...other, status: 'revoked' }])).toBeUndefined();
    expect(
      refused(proxy, LEADER, [{ ...other, startsOn: day('2026-11-24'), endsOn: day('2026-12-01') }]),
    ).toBeUndefined();
  });

  test('on no day does anybody stand in for another through a third, and no circle closes, whatever is asked in whatever order', () => {
    const from = day('2026-11-10');
    const draft = fc.record({
      leader: fc.integer({ min: 0, max: 4 }),
      delegate: fc.integer({ min: 0, max: 4 }),
      start: fc.integer({ min: 0, max: 12 }),
      days: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 30 }), (drafts) => {
        const given: Delegation[] = [];
        for (const { leader, delegate, start, days } of drafts) {
          const startsOn = addDays(from, start);
          const one: Delegation = {
            ...proxy,
            leaderId: id(String(leader)),
            delegateId: id(String(delegate)),
            startsOn,
            endsOn: addDays(startsOn, days),
          };
          if (refuseDelegation(one, LEADER, given, from) === undefined) given.push(one);
        }
        return Array.from({ length: 20 }, (_, at) => addDays(from, at)).every((on: PlainDate) => {
          const running = given.filter((one) => standingOf(one, on) === 'running');
          const away = running.map((one) => one.leaderId);
          const standIns = new Set(running.map((one) => one.delegateId));
          return new Set(away).size === away.length && away.every((one) => !standIns.has(one));
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the steps', () => {
  test('only what is waiting or given moves, and nothing comes back', () => {
    for (const status of DELEGATION_STATUSES)
      for (const action of DELEGATION_ACTIONS) {
        const next = statusAfter(status, action);
        if (next === undefined) continue;
        expect(['asked', 'given']).toContain(status);
        expect(next === 'asked').toBe(false);
      }
    expect([statusAfter(null, 'ask'), statusAfter(null, 'give'), statusAfter(null, 'confirm')]).toEqual([
      'asked',
      'given',
      undefined,
    ]);
  });

  const today = day('2026-11-10');
  test.each([
    ['the leader', { personId: id('li'), isOffice: false }, ['confirm', 'decline'], ['revoke']],
    ['the office', { personId: id('zhou'), isOffice: true }, ['revoke'], ['revoke']],
    ['whoever holds it', { personId: id('xu'), isOffice: false }, [], ['layDown']],
    ['another leader', { personId: id('ma'), isOffice: false }, [], []],
  ] as const)('%s', (_, by, waiting, given) => {
    expect(delegationCans({ ...base, status: 'asked' }, by, today)).toEqual(waiting);
    expect(delegationCans(base, by, today)).toEqual(given);
    expect(delegationCans(base, by, base.endsOn)).toEqual([]);
  });

  test('confirming is not something that a name can be lent for', () => {
    expect([...DELEGATION_SCOPES]).toEqual(['friends', 'log', 'arrange', 'remind']);
  });
});
