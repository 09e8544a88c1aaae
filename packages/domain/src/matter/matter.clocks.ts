/**
 * Every deadline of a matter with its own state: a pure function of what happened, the rules in force, the calendar and the
 * day. Nothing is stored, so that a changed rule counts at once; one clock never hides another.
 */
import { deadlineOf } from '../calendar/deadline.ts';
import { addWorkingDays, workingDaysBetween, type WorkdayCalendar } from '../calendar/working-days.ts';
import type { Id } from '../kit/ids.ts';
import { addDays, daysBetween, laterOf, type PlainDate } from '../kit/plain-date.ts';
import type { ClockFact, MatterState } from './matter.state.ts';
import type { ClockKind, ClockOwner, ClockState } from './matter.ts';
import { ruleFor, type LoopRule, type ReplyLoop } from './reply-loop.ts';

export type Clock = {
  readonly clock: ClockKind;
  readonly owner: ClockOwner;
  readonly state: ClockState;
  readonly round: number;
  readonly of: Id | null;
  readonly startedOn: PlainDate;
  /** The last day in time; null without a number, or while it stands still. */
  readonly dueOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  /** Working days left, negative once late; null without a day or once ended. */
  readonly left: number | null;
  /** Working days for which it stood still. */
  readonly pausedDays: number;
  readonly extended: boolean;
  readonly estimated: boolean;
  readonly pledged: boolean;
  readonly local: boolean;
  readonly requirement: string | null;
  readonly clause: string | null;
};

export type Rules = { readonly loop: ReplyLoop; readonly workdays: WorkdayCalendar };

const OWNERS: Readonly<Record<ClockKind, ClockOwner>> = {
  triage: 'keeper',
  report: 'keeper',
  handBack: 'lead',
  firstContact: 'lead',
  response: 'lead',
  coOpinion: 'coHandler',
  reply: 'lead',
  review: 'reviewer',
  deliver: 'keeper',
  confirm: 'proposer',
  lookBack: 'lead',
};

export const clocksOf = (state: MatterState, rules: Rules, today: PlainDate): Clock[] =>
  state.clocks.map((fact) => clockOf(fact, state, rules, today));

function clockOf(
  fact: ClockFact,
  state: Pick<MatterState, 'lead'>,
  { loop, workdays }: Rules,
  today: PlainDate,
): Clock {
  const rule = ruleFor(loop, fact.clock, fact.round);
  const due = dueOf(fact, rule, workdays);
  const standsStill = fact.pauses.some((one) => one.until === null && (due === null || one.from <= due.on));
  const dueOn = due === null || standsStill ? null : due.on;
  const ends = fact.endedOn ?? today;
  let estimated = due?.estimated ?? false;
  let left: number | null = null;
  if (fact.endedOn === null && dueOn !== null) {
    const between = daysBetween(today, dueOn);
    // Years away or years late: the days are counted, not walked.
    const count =
      Math.abs(between) > 3660 ? { days: between, estimated: true } : workingDaysBetween(today, dueOn, workdays);
    left = count.days === 0 && dueOn < today ? -1 : count.days;
    estimated ||= count.estimated;
  }
  const owner = OWNERS[fact.clock];
  return {
    clock: fact.clock,
    // Without a department the office answers itself.
    owner: owner === 'lead' && state.lead === null ? 'keeper' : owner,
    state: stateOf(fact, dueOn, standsStill, today),
    round: fact.round,
    of: fact.of,
    startedOn: fact.startedOn,
    dueOn,
    endedOn: fact.endedOn,
    left,
    pausedDays: fact.pauses.reduce((sum, one) => sum + daysStill(one.from, one.until ?? ends, workdays), 0),
    extended: fact.extendedTo !== null,
    estimated,
    pledged: dueOn !== null && fact.pledge !== null && due?.pledged === true,
    local: rule.local && due?.pledged !== true,
    requirement: rule.requirement,
    clause: rule.clause,
  };
}

function stateOf(fact: ClockFact, dueOn: PlainDate | null, standsStill: boolean, today: PlainDate): ClockState {
  if (fact.ended === 'stopped') return 'stopped';
  if (fact.endedOn !== null) return dueOn === null ? 'met' : fact.endedOn <= dueOn ? 'met' : 'metLate';
  if (standsStill) return 'paused';
  if (dueOn === null) return 'noNumber';
  return today <= dueOn ? 'running' : 'late';
}

/** Working days of one pause; none where it ended on the day on which it began. */
export const daysStill = (from: PlainDate, until: PlainDate, workdays: WorkdayCalendar): number =>
  until > from && daysBetween(from, until) <= 3660 ? workingDaysBetween(from, until, workdays).days : 0;

type Due = { readonly on: PlainDate; readonly estimated: boolean; readonly pledged: boolean };

/**
 * The rule's day, moved on by each pause that began before it had passed (a day missed stays missed), or the later day that
 * was granted; a department's own earlier pledge comes before it.
 */
function dueOf(fact: ClockFact, rule: LoopRule, workdays: WorkdayCalendar): Due | null {
  const ruled = rule.deadline === null ? null : deadlineOf(rule.deadline, fact.startedOn, workdays);
  const counts = rule.deadline?.count === 'workingDays';
  let on = ruled?.on ?? null;
  let pledged = fact.pledge?.on ?? null;
  let estimated = ruled?.estimated ?? false;
  for (const { from, until } of fact.pauses) {
    if (until === null || until <= from) continue;
    const still = workingDaysBetween(from, until, workdays);
    if (on !== null && from <= on) {
      const moved = counts
        ? addWorkingDays(on, still.days, workdays)
        : { on: addDays(on, daysBetween(from, until)), estimated: false };
      estimated ||= still.estimated || moved.estimated;
      on = moved.on;
    }
    if (pledged !== null && fact.pledge !== null && from >= fact.pledge.madeOn && from <= pledged)
      pledged = addWorkingDays(pledged, still.days, workdays).on;
  }
  if (fact.extendedTo !== null) on = on === null ? fact.extendedTo : laterOf(on, fact.extendedTo);
  if (pledged !== null && (on === null || pledged <= on)) return { on: pledged, estimated: false, pledged: true };
  return on === null ? null : { on, estimated, pledged: false };
}

/** What is not a duty but a time in which something may be done. */
const WINDOWS: readonly ClockKind[] = ['handBack', 'confirm'];

/**
 * The clock that comes next for those whose clocks are named: the earliest day, late ones included, so that a later and
 * shorter clock never hides one that is still unmet. Undefined where none has a day.
 */
export function nextClock(
  clocks: readonly Clock[],
  owners: readonly ClockOwner[],
  of: Id | null = null,
): Clock | undefined {
  return clocks
    .filter(
      (one) =>
        one.endedOn === null &&
        one.dueOn !== null &&
        !WINDOWS.includes(one.clock) &&
        owners.includes(one.owner) &&
        (of === null || one.clock !== 'coOpinion' || one.of === of),
    )
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : (a.dueOn ?? '') > (b.dueOn ?? '') ? 1 : 0))[0];
}

/** Working days from the beginning of a round to its reply, pauses left out. */
export function workingDaysOf(
  clock: Pick<Clock, 'startedOn' | 'endedOn' | 'pausedDays'>,
  workdays: WorkdayCalendar,
): number | null {
  if (clock.endedOn === null || clock.endedOn < clock.startedOn) return null;
  if (daysBetween(clock.startedOn, clock.endedOn) > 3660) return null;
  return Math.max(0, workingDaysBetween(clock.startedOn, clock.endedOn, workdays).days - clock.pausedDays);
}
