import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateCouncilDays } from '../calendar/state-council.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { dateInZone, plainDate } from '../kit/plain-date.ts';
import {
  afterAttempt,
  afterDeath,
  channelState,
  digestComes,
  digestDayOf,
  digestDueAt,
  hourInZone,
  instantOf,
  isQuiet,
  nextSendAt,
  PAUSES,
  wayOf,
  workerState,
  type Outcome,
} from './sending.ts';

const ZONE = 'Asia/Shanghai';
const workdays = stateCouncilDays();
const night = { from: '21:00', until: '08:00' };
const at = (text: string) => new Date(text);

describe('the hour of a day', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-23', '08:30', '2026-11-23T00:30:00.000Z'],
    ['America/New_York', '2026-07-01', '08:30', '2026-07-01T12:30:00.000Z'],
    ['America/New_York', '2026-11-01', '08:30', '2026-11-01T13:30:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01', '00:00', '2025-12-31T18:15:00.000Z'],
  ])('in %s on %s at %s', (zone, on, hour, instant) => {
    expect(instantOf(plainDate(on), hour, zone).toISOString()).toBe(instant);
  });
});

describe('quiet hours', () => {
  it.each([
    ['22:00', night, true],
    ['07:59', night, true],
    ['08:00', night, false],
    ['20:59', night, false],
    ['12:30', { from: '12:00', until: '14:00' }, true],
    ['14:00', { from: '12:00', until: '14:00' }, false],
    ['03:00', { from: '09:00', until: '09:00' }, false],
  ])('%s within %o', (hour, quiet, expected) => expect(isQuiet(hour, quiet)).toBe(expected));
});

describe('when a message may go', () => {
  it.each([
    ['at once on a working morning', '2026-11-23T01:12:00Z', '2026-11-23T01:12:00.000Z'],
    ['in the evening, the next morning', '2026-11-23T13:30:00Z', '2026-11-24T00:00:00.000Z'],
    ['before the morning, that morning', '2026-11-23T18:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['on a Saturday, on Monday', '2026-11-21T02:00:00Z', '2026-11-23T00:00:00.000Z'],
    ['on Friday night, on Monday', '2026-11-20T15:00:00Z', '2026-11-23T00:00:00.000Z'],
  ])('%s', (_name, from, expected) => {
    expect(nextSendAt(at(from), ZONE, night, workdays).toISOString()).toBe(expected);
  });

  it('never earlier, never on a day off, never in quiet hours', () => {
    const hour = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const two = (n: number) => String(n).padStart(2, '0');
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    });
    const instant = fc.date({ min: at('2026-01-01'), max: at('2026-12-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, hour, hour, (from, start, end) => {
        const quiet = { from: start, until: end };
        const then = nextSendAt(from, ZONE, quiet, workdays);
        expect(then.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(isWorkingDay(dateInZone(then, ZONE), workdays).works).toBe(true);
        expect(isQuiet(hourInZone(then, ZONE), quiet)).toBe(false);
      }),
    );
  });
});

describe('the digest', () => {
  it.each([
    ['an ordinary week', '2026-11-23', '2026-11-23'],
    ['a Monday that is off', '2026-10-05', '2026-10-08'],
  ])('of %s', (_name, monday, on) => expect(digestDayOf(plainDate(monday), workdays)).toBe(on));

  it('is due from half past eight of that day on, for the rest of the week', () => {
    expect(digestDueAt(at('2026-11-23T00:29:00Z'), ZONE, workdays)).toBeUndefined();
    expect(digestDueAt(at('2026-11-23T00:30:00Z'), ZONE, workdays)).toBe('2026-11-23');
    expect(digestDueAt(at('2026-11-26T00:00:00Z'), ZONE, workdays)).toBe('2026-11-23');
    expect(digestDueAt(at('2026-10-06T02:00:00Z'), ZONE, workdays)).toBeUndefined();
    expect(digestDueAt(at('2026-10-08T00:30:00Z'), ZONE, workdays)).toBe('2026-10-05');
  });
});

it('lets nothing go before the digest on its day', () => {
  expect(digestComes(at('2026-11-23T00:10:00Z'), ZONE, workdays)).toBe(true);
  expect(digestComes(at('2026-11-23T00:30:00Z'), ZONE, workdays)).toBe(false);
  expect(digestComes(at('2026-11-24T00:10:00Z'), ZONE, workdays)).toBe(false);
});

describe('after an attempt', () => {
  const firstAt = at('2026-11-23T01:00:00Z');
  const tried = (attempts: number, minutes = 0) => ({
    attempts,
    firstAt,
    now: new Date(firstAt.getTime() + minutes * 60_000),
  });
  const later: Outcome = { kind: 'later', trouble: 'notConnected' };
  const unknown: Outcome = { kind: 'unknown', trouble: 'timeout' };

  it('waits longer each time, at least as long as asked for, and then leaves it to a person', () => {
    expect(afterAttempt(later, tried(1), 0)).toEqual({ status: 'waiting', notBefore: at('2026-11-23T01:01:00Z') });
    expect(afterAttempt({ ...later, afterMs: 600_000 }, tried(1), 0)).toEqual({
      status: 'waiting',
      notBefore: at('2026-11-23T01:10:00Z'),
    });
    expect(afterAttempt(later, tried(PAUSES.length + 1), 0)).toEqual({ status: 'failed' });
  });

  it('repeats what may have arrived only where it is known by its id', () => {
    expect(afterAttempt(unknown, tried(1), 0)).toEqual({ status: 'unknown' });
    expect(afterAttempt(unknown, tried(1), 3_600_000)).toMatchObject({ status: 'waiting' });
    expect(afterAttempt(unknown, tried(3, 58), 3_600_000)).toEqual({ status: 'unknown' });
    expect(afterDeath(tried(1), 0)).toEqual({ status: 'unknown' });
  });

  it('is done when it is done, and not tried again when it was refused', () => {
    expect(afterAttempt({ kind: 'sent' }, tried(1), 0)).toEqual({ status: 'sent' });
    expect(afterAttempt({ kind: 'refused', trouble: 'noAddress' }, tried(1), 3_600_000)).toEqual({ status: 'failed' });
  });
});

it('tells a dead worker within a quarter of an hour', () => {
  const now = at('2026-11-23T01:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  expect(workerState(null, now)).toBe('never');
  expect(workerState(ago(9), now)).toBe('alive');
  expect(workerState(ago(14), now)).toBe('silent');
});

it('tells how a channel does', () => {
  const now = at('2026-11-23T01:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const facts = { enabled: true, succeededAt: ago(5), failedAt: null, oldestWaitingAt: null, stuck: 0 };
  expect(channelState({ ...facts, enabled: false }, now)).toBe('off');
  expect(channelState({ ...facts, succeededAt: null }, now)).toBe('unused');
  expect(channelState(facts, now)).toBe('well');
  expect(channelState({ ...facts, failedAt: ago(10) }, now)).toBe('well');
  expect(channelState({ ...facts, failedAt: ago(1) }, now)).toBe('failing');
  expect(channelState({ ...facts, oldestWaitingAt: ago(16) }, now)).toBe('late');
});

it('takes the way that was chosen, else the first that reaches the person', () => {
  const ways = ['email', 'wecom'] as const;
  expect(wayOf('wecom', ways, () => true)).toBe('wecom');
  expect(wayOf('wecom', ways, (way) => way === 'email')).toBe('email');
  expect(wayOf(null, ways, () => true)).toBe('email');
  expect(wayOf('none', ways, () => true)).toBeNull();
  expect(wayOf(null, ways, () => false)).toBeNull();
});
