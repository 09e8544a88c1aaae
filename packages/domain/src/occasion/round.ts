/** Festival rounds: which festivals come, when their windows are, which days suit, and how each pair stands. */
import { FESTIVAL_DAYS, festivalDayOn, type FestivalKey } from '../calendar/festivals.ts';
import { FESTIVAL_WORDS } from '../calendar/festival.words.ts';
import { isWorkingDay, type WorkdayCalendar } from '../calendar/working-days.ts';
import { addDays, daysBetween, laterOf, yearOf, type PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import { requirementsOfKind, type Policy } from '../policy/policy.ts';

export type ComingFestival = {
  readonly key: string;
  readonly name: Words;
  readonly on: PlainDate;
  /** The window, half-open. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly requirement: string;
  readonly clause: string;
  /** The list of festivals is the institution's own. */
  readonly local: boolean;
  /** Only in units of these kinds; null for all. */
  readonly unitKinds: readonly string[] | null;
  /** A festival of some people alone. Who belongs to them is not held, so that no round is proposed. */
  readonly ofGroup: boolean;
};

const isKnown = (key: string): key is FestivalKey => key in FESTIVAL_DAYS;

/** Festivals of the measures whose window touches the span, by the rows in force on the festival's own day, the earliest first. */
export function festivalsWithin(
  policy: Policy,
  span: { readonly from: PlainDate; readonly until: PlainDate },
): ComingFestival[] {
  const found = new Map<string, ComingFestival>();
  for (let year = yearOf(span.from) - 1; year <= yearOf(span.until) + 1; year += 1)
    for (const { id, value } of policy.requirements.filter((row) => row.kind === 'occasion')) {
      if (value.trigger !== 'festival') continue;
      for (const festival of value.festivals ?? []) {
        const on = festivalDayOn(year, festival);
        if (on === undefined) continue;
        const from = addDays(on, -festival.before);
        const until = addDays(on, festival.after + 1);
        if (until <= span.from || from >= span.until) continue;
        const row = requirementsOfKind(policy, 'occasion', on).find((one) => one.id === id);
        if (!row) continue;
        const known = found.get(`${festival.key} ${on}`);
        if (known && known.from <= from) continue;
        found.set(`${festival.key} ${on}`, {
          key: festival.key,
          name: festival.name ?? (isKnown(festival.key) ? FESTIVAL_WORDS[festival.key] : both(festival.key)),
          on,
          from,
          until,
          requirement: row.id,
          clause: row.basis,
          local: row.value.local === true,
          unitKinds: festival.unitKinds ?? null,
          ofGroup: festival.group !== undefined,
        });
      }
    }
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
}

const both = (text: string): Words => ({ zh: text, en: text });

/** How far a window may reach on either side of its festival. */
export const WINDOW_DAYS = 60;

export const isWindow = (window: {
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly until: PlainDate;
}): boolean =>
  window.from <= window.on &&
  window.on < window.until &&
  daysBetween(window.from, window.on) <= WINDOW_DAYS &&
  daysBetween(window.on, window.until) <= WINDOW_DAYS + 1;

/** How far ahead festivals are listed, and from how many days before its window a round is proposed by the house itself. */
export const AHEAD_DAYS = 120;
const PROPOSE_DAYS = 30;
export const isSoon = (festival: { readonly from: PlainDate }, today: PlainDate): boolean =>
  daysBetween(today, festival.from) <= PROPOSE_DAYS;

export const ROUND_STATES = ['ahead', 'running', 'over'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const roundState = (
  round: { readonly from: PlainDate; readonly until: PlainDate },
  today: PlainDate,
): RoundState => (today < round.from ? 'ahead' : today < round.until ? 'running' : 'over');

export type Away = { readonly from: PlainDate | null; readonly until: PlainDate | null };

const isAway = (spans: readonly Away[], on: PlainDate): boolean =>
  spans.some(({ from, until }) => (from === null || from <= on) && (until === null || on < until));

export type SuggestedDays = {
  /** One for each friend, in their order; null where no working day is left. */
  readonly days: readonly (PlainDate | null)[];
  /** Some day lies in a year whose table of working days is not known. */
  readonly estimated: boolean;
};

/**
 * Days for the visits of one leader: working days of the window, from today on, on which the leader is there, before the festival as long as
 * there are such; spread evenly over them. Where a friend is away on the day, the nearest on which they are not.
 */
export function suggestDays(facts: {
  readonly round: { readonly on: PlainDate; readonly from: PlainDate; readonly until: PlainDate };
  readonly today: PlainDate;
  readonly leaderAway: readonly Away[];
  readonly friends: readonly (readonly Away[])[];
  readonly tables: WorkdayCalendar;
}): SuggestedDays {
  const { round, today, leaderAway, friends, tables } = facts;
  let estimated = false;
  const works = (from: PlainDate, until: PlainDate): PlainDate[] => {
    const days: PlainDate[] = [];
    for (let on = from; on < until; on = addDays(on, 1)) {
      const verdict = isWorkingDay(on, tables);
      if (!verdict.works || isAway(leaderAway, on)) continue;
      estimated ||= verdict.estimated;
      days.push(on);
    }
    return days;
  };
  const first = laterOf(today, round.from);
  const before = works(first, round.on);
  const choice = before.length > 0 ? before : works(laterOf(first, round.on), round.until);
  const days = friends.map((away, index) => {
    const meant = Math.floor(((index + 0.5) * choice.length) / friends.length);
    for (let step = 0; step < choice.length; step += 1)
      for (const at of step === 0 ? [meant] : [meant - step, meant + step]) {
        const on = choice[at];
        if (on !== undefined && !isAway(away, on)) return on;
      }
    return null;
  });
  return { days, estimated: estimated && days.some((day) => day !== null) };
}

export const UNDO_DAYS = 30;
/** A bulk tick can be taken back until then. */
export const undoTickUntil = (at: Date): Date => new Date(at.getTime() + UNDO_DAYS * 86_400_000);
