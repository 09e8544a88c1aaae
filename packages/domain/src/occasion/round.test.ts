import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateCouncilDays } from '../calendar/state-council.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { addDays, daysBetween, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { refuseGift } from './gift.ts';
import { festivalsWithin, isWindow, roundState, suggestDays, WINDOW_DAYS, type Away } from './round.ts';

const day = plainDate;
const SOM_2018 = shippedPolicy();
const within = (from: string, until: string) => festivalsWithin(SOM_2018, { from: day(from), until: day(until) });
const named = (from: string, until: string) => within(from, until).map((one) => `${one.key} ${one.on}`);
const springOf = (year: number) => {
  const found = within(`${year}-01-20`, `${year}-02-28`).find((one) => one.key === 'springFestival');
  if (!found) throw new Error('no Spring Festival');
  return found;
};

describe('the festivals of the measures', () => {
  it('7.2 — come by the lunar calendar, right also where the usual libraries err', () => {
    expect([springOf(2026).on, springOf(2027).on, springOf(2030).on]).toEqual([
      '2026-02-17',
      '2027-02-06',
      '2030-02-03',
    ]);
    expect(springOf(2027)).toMatchObject({ from: '2027-01-22', until: '2027-02-21', clause: '7.2', local: true });
  });

  it('keeps Mid-Autumn in the regular month of a year with a leap month', () => {
    // 2025 has a leap sixth month: the fifteenth of the eighth is in October, inside the holidays of the national day.
    expect(named('2025-10-06', '2025-10-07')).toContain('midAutumn 2025-10-06');
    expect(named('2023-03-20', '2023-04-25')).toEqual([]);
  });

  it('have windows whose edges belong to one side only', () => {
    expect(named('2027-01-21', '2027-01-22')).toEqual([]);
    expect(named('2027-01-22', '2027-01-23')).toEqual(['springFestival 2027-02-06']);
    expect(named('2027-02-20', '2027-02-21')).toEqual(['springFestival 2027-02-06']);
    expect(named('2027-02-21', '2027-02-22')).toEqual([]);
  });

  it('reach over the turn of the year', () => {
    expect(named('2026-12-25', '2026-12-26')).toEqual(['newYear 2027-01-01']);
    expect(named('2027-01-03', '2027-01-04')).toEqual(['newYear 2027-01-01']);
  });

  it('say which are of some people alone', () => {
    expect(within('2026-09-08', '2026-09-11').map((one) => [one.key, one.ofGroup])).toEqual([['teachersDay', true]]);
  });

  it('are not asked before the measures are in force', () => {
    expect(named('2018-02-10', '2018-02-20')).toEqual([]);
  });
});

describe('a window', () => {
  const on = day('2027-02-06');
  it.each([
    ['2027-01-22', '2027-02-21', true],
    ['2027-02-06', '2027-02-07', true],
    ['2027-02-07', '2027-02-21', false],
    ['2027-01-22', '2027-02-06', false],
    ['2026-12-08', '2027-02-07', true],
    ['2026-12-07', '2027-02-07', false],
    ['2027-02-06', '2027-04-09', false],
  ])('%s until %s: %s', (from, until, fits) => {
    expect(isWindow({ on, from: day(from), until: day(until) })).toBe(fits);
  });

  it('is ahead, runs, is over', () => {
    const round = { from: day('2027-01-22'), until: day('2027-02-21') };
    expect(
      ['2027-01-21', '2027-01-22', '2027-02-20', '2027-02-21'].map((text) => roundState(round, day(text))),
    ).toEqual(['ahead', 'running', 'running', 'over']);
  });
});

const tables = stateCouncilDays();
const NONE: readonly Away[] = [];
const suggest = (
  round: { on: PlainDate; from: PlainDate; until: PlainDate },
  today: string,
  friends: readonly (readonly Away[])[],
  leaderAway: readonly Away[] = NONE,
) => suggestDays({ round, today: day(today), leaderAway, friends, tables });

describe('the days that suit', () => {
  const spring = springOf(2026);

  it('7.2 — are working days before the festival, spread over them', () => {
    // 2 to 16 February 2026: the make-up Saturday 14 is worked, 15 and 16 are off.
    expect(suggest(spring, '2026-01-20', [NONE, NONE]).days).toEqual(['2026-02-04', '2026-02-12']);
    expect(suggest(spring, '2026-02-13', [NONE, NONE]).days).toEqual(['2026-02-13', '2026-02-14']);
  });

  it('come after the festival where none is left before it, and none where the window is over', () => {
    // On the eve everything is off until the 23rd; the window ends with 3 March.
    expect(suggest(spring, '2026-02-15', [NONE]).days).toEqual(['2026-02-27']);
    expect(suggest(spring, '2026-03-04', [NONE]).days).toEqual([null]);
  });

  it('find a festival in a holiday weekend: the working days before it', () => {
    // Mid-Autumn 2026 is Friday 25 September, off until Sunday; 20 September is a make-up Sunday.
    const autumn = within('2026-09-25', '2026-09-26').find((one) => one.key === 'midAutumn');
    expect(autumn?.on).toBe('2026-09-25');
    if (autumn)
      expect(suggest(autumn, '2026-09-19', [NONE, NONE, NONE]).days).toEqual([
        '2026-09-20',
        '2026-09-22',
        '2026-09-24',
      ]);
  });

  it('are never days on which the leader is away, and move where the friend is', () => {
    const away = [{ from: day('2026-02-02'), until: day('2026-02-12') }];
    expect(suggest(spring, '2026-01-20', [NONE], away).days).toEqual(['2026-02-13']);
    expect(suggest(spring, '2026-01-20', [away]).days).toEqual(['2026-02-12']);
    expect(suggest(spring, '2026-01-20', [[{ from: null, until: null }]]).days).toEqual([null]);
  });

  it('say that they are estimated where the year has no table yet', () => {
    expect(suggest(springOf(2027), '2027-01-20', [NONE]).estimated).toBe(true);
    expect(suggest(spring, '2026-01-20', [NONE]).estimated).toBe(false);
  });

  it('lie in the window and not in the past, work, and share the days evenly', () => {
    const date = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(day('2025-01-01'), days));
    const span = fc
      .tuple(date, fc.integer({ min: 0, max: 20 }))
      .map(([from, days]) => ({ from, until: addDays(from, days) }));
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(span, { maxLength: 3 }),
        (on, before, after, ahead, count, leaderAway) => {
          const round = { on, from: addDays(on, -before), until: addDays(on, after + 1) };
          const today = addDays(on, ahead);
          const { days } = suggestDays({
            round,
            today,
            leaderAway,
            friends: Array.from({ length: count }, () => NONE),
            tables,
          });
          const uses = new Map<PlainDate, number>();
          for (const one of days) {
            if (one === null) continue;
            expect(one >= round.from && one < round.until && one >= today).toBe(true);
            expect(isWorkingDay(one, tables).works).toBe(true);
            expect(leaderAway.some((away) => away.from <= one && one < away.until)).toBe(false);
            uses.set(one, (uses.get(one) ?? 0) + 1);
          }
          // All or none, in order, and no day much fuller than another.
          expect(days.every((one) => one === null) || days.every((one) => one !== null)).toBe(true);
          expect([...days].sort()).toEqual([...days]);
          if (uses.size > 0) expect(Math.max(...uses.values()) - Math.min(...uses.values())).toBeLessThanOrEqual(1);
          expect(daysBetween(round.from, on)).toBeLessThanOrEqual(WINDOW_DAYS);
        },
      ),
    );
  });
});

describe('what may be brought along', () => {
  const on = day('2026-02-05');
  const kind = { id: 'g', name: '水果', eachCents: 20_000, yearCents: 30_000, from: day('2026-01-01'), until: null };

  it.each([
    ['no kind', undefined, 100, 0, 'gift.noSuchKind'],
    ['a kind not yet in force', { ...kind, from: day('2026-02-06') }, 100, 0, 'gift.noSuchKind'],
    ['a kind that has ended', { ...kind, until: on }, 100, 0, 'gift.noSuchKind'],
    ['the limit', kind, 20_000, 0, undefined],
    ['a cent more', kind, 20_001, 0, 'gift.overEach'],
    ['the limit of the year', kind, 10_000, 20_000, undefined],
    ['a cent more in the year', kind, 10_001, 20_000, 'gift.overYear'],
    ['without a limit of the year', { ...kind, yearCents: null }, 20_000, 9_000_000, undefined],
  ] as const)('%s', (_, of, cents, before, code) => {
    expect(refuseGift(of, cents, on, before)?.code).toBe(code);
  });
});
