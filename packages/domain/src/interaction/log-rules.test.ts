import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { say } from '../kit/words.ts';
import { aCadence } from '../policy/policy.build.ts';
import {
  defaultChannel,
  findLikelySame,
  refuseLikelySame,
  refuseLog,
  TEXT_LIMIT,
  type LogDraft,
  type Logged,
} from './log-rules.ts';
import { defaultNextChoice, monthsBetweenTalks, nextTalkOn } from './next-talk.ts';

const d = plainDate;
const today = d('2026-11-23');
const aDraft = (change: Partial<LogDraft> = {}): LogDraft => ({
  representativeIds: ['a'],
  on: today,
  precision: 'moment',
  words: null,
  points: [],
  nextOn: null,
  lateReason: null,
  ...change,
});

describe('a log', () => {
  it.each<[string, Partial<LogDraft>]>([
    ['of nothing but whom and when', {}],
    ['of the first day of the year', { on: d('2026-01-01'), precision: 'day' }],
    ['of last year, with a reason', { on: d('2025-12-31'), precision: 'day', lateReason: '补记' }],
    ['of this month, the day unknown', { on: d('2026-11-30'), precision: 'month' }],
    ['of the longest text', { words: '字'.repeat(TEXT_LIMIT) }],
    ['of the longest text in signs of two halves', { words: '𠮷'.repeat(TEXT_LIMIT) }],
    ['with a next date today', { nextOn: today }],
    ['with points', { points: [{ kind: 'opinion', words: '夜间门诊' }] }],
  ])('%s is taken', (_, change) => {
    expect(refuseLog(aDraft(change), today)).toBeUndefined();
  });

  it.each<[string, Partial<LogDraft>, string, string]>([
    ['with nobody', { representativeIds: [] }, 'log.nobody', 'representativeIds'],
    ['of tomorrow', { on: d('2026-11-24') }, 'log.inFuture', 'on'],
    ['of next month', { on: d('2026-12-01'), precision: 'month' }, 'log.inFuture', 'on'],
    ['of the year 1, with a reason', { on: d('0001-01-01'), lateReason: '补记' }, 'log.tooLongAgo', 'on'],
    ['of last year', { on: d('2025-12-31') }, 'log.lateReasonAsked', 'lateReason'],
    [
      'of last year, with a blank reason',
      { on: d('2025-12-31'), lateReason: ' \n' },
      'log.lateReasonAsked',
      'lateReason',
    ],
    ['of too long a text', { words: '字'.repeat(TEXT_LIMIT + 1) }, 'log.textTooLong', 'words'],
    ['of far too long a text', { words: 'x'.repeat(3 * TEXT_LIMIT) }, 'log.textTooLong', 'words'],
    [
      'with an empty point',
      {
        points: [
          { kind: 'opinion', words: '夜间门诊' },
          { kind: 'difficulty', words: ' ' },
        ],
      },
      'log.emptyPoint',
      'points.1.words',
    ],
    [
      'with too long a point',
      { points: [{ kind: 'opinion', words: 'x'.repeat(TEXT_LIMIT + 1) }] },
      'log.textTooLong',
      'points.0.words',
    ],
    [
      'with too many points',
      { points: Array.from({ length: 51 }, () => ({ kind: 'opinion', words: 'x' })) },
      'log.tooManyPoints',
      'points',
    ],
    ['with a next date that has passed', { nextOn: d('2026-11-22') }, 'log.nextInPast', 'nextOn'],
  ])('%s is refused', (_, change, code, field) => {
    expect(refuseLog(aDraft(change), today)).toMatchObject({ code, field });
  });

  it('says how long the text is and may be', () => {
    const refusal = refuseLog(aDraft({ words: '字'.repeat(TEXT_LIMIT + 7) }), today);
    expect(refusal && say(refusal.words, 'zh', refusal.facts)).toBe(
      '写了 20007 个字，最多 20000 个。请删短些，或分成几次记。',
    );
  });
});

describe('the same talk told twice', () => {
  const noon = Date.UTC(2026, 10, 23, 4);
  const hours = (count: number) => noon + count * 3_600_000;
  const earlier: Logged = { id: 'first', on: today, precision: 'moment', channel: 'phone', at: noon };
  it.each<[string, Partial<Logged>, boolean]>([
    ['within six hours', { at: hours(6) }, true],
    ['six hours before', { at: hours(-6) }, true],
    ['a moment beyond', { at: hours(6) + 1 }, false],
    ['without a time', { precision: 'day', at: null }, true],
    ['another way', { channel: 'online' }, false],
    ['another day', { on: d('2026-11-22'), at: hours(-1) }, false],
    ['by month only', { precision: 'month', at: null }, false],
  ])('%s', (_, change, asked) => {
    expect(findLikelySame({ ...earlier, ...change }, [earlier])?.id).toBe(asked ? 'first' : undefined);
  });
  it('is asked about, naming the earlier record', () => {
    expect(refuseLikelySame(earlier)).toMatchObject({
      code: 'log.mergeAsked',
      kind: 'conflict',
      extra: { interactionId: 'first' },
    });
    expect(findLikelySame(earlier, [])).toBeUndefined();
    expect(findLikelySame(earlier, [{ ...earlier, precision: 'month' }])).toBeUndefined();
  });
});

describe('what the sheet chooses', () => {
  it('8.2, 7.2 — the last way, a visit around a festival, and again the last way once visited', () => {
    expect(defaultChannel({ last: null, inFestivalWindow: false })).toBe('faceToFace');
    expect(defaultChannel({ last: 'phone', inFestivalWindow: false })).toBe('phone');
    expect(defaultChannel({ last: 'visit', inFestivalWindow: false })).toBe('faceToFace');
    expect(defaultChannel({ last: 'phone', inFestivalWindow: true })).toBe('visit');
    expect(defaultChannel({ last: 'phone', inFestivalWindow: true, visitedInWindow: true })).toBe('phone');
  });

  it.each([
    [1, 2, 'sixMonths', 6],
    [1, 1, 'sixMonths', 12],
    [2, 4, 'threeMonths', 3],
    [1, 3, 'threeMonths', 4],
    [12, 12, 'oneMonth', 1],
    [52, 52, 'oneMonth', 1],
    [2, null, 'sixMonths', 6],
    [null, null, 'open', null],
    [0, 0, 'open', null],
  ] as const)('for %s asked and %s hoped for: %s', (floor, aim, choice, months) => {
    expect(defaultNextChoice(aCadence({ floor, aim }))).toBe(choice);
    expect(monthsBetweenTalks(aCadence({ floor, aim }))).toBe(months);
  });

  it('leaves the next date open where no rule is', () => {
    expect(defaultNextChoice(undefined)).toBe('open');
  });

  it.each([
    ['2026-11-23', 'oneMonth', '2026-12-23'],
    ['2026-11-30', 'threeMonths', '2027-02-28'],
    ['2027-08-31', 'sixMonths', '2028-02-29'],
    ['2026-05-31', 'oneMonth', '2026-12-23'],
    ['2026-11-23', 'open', null],
    ['2026-11-23', 'pick', null],
  ] as const)('%s and %s: %s', (on, choice, next) => {
    expect(nextTalkOn(d(on), choice, today)).toBe(next);
  });
});
