/**
 * The year of contact of one pair: what its rule asks of a year, what was done, and how things stand on a day. A pure
 * function of facts; nothing counts down anywhere. Thousands of pairs are judged for one page, so days stay texts
 * (they sort and compare as they stand) and nothing here makes a `Date` or asks `Intl`.
 *
 * - Only days on which pair and rule both stand are judged. A pair that begins or ends within the year, or is excused
 *   for a time, owes its share, rounded, yet at least one talk, and none where fewer than ninety days are left of it.
 * - Late means that the period has ended unmet, or that an earlier date has passed which the unit or the pair set for
 *   itself. An own date from before the pair began, or from a time of excuse, binds nobody.
 * - Where the rule changes within the year, each part of it owes the share of its own rule.
 * - A rule without a number yields no duty: never zero, never late.
 */
import { placeOf } from '../calendar/precision.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  laterOf,
  startOfMonth,
  yearOf,
  type PlainDate,
} from '../kit/plain-date.ts';
import type { Said } from '../policy/arithmetic.ts';
import type { Cadence } from '../policy/requirement.ts';
import type { Channel } from '../policy/vocabulary.ts';
import { monthsBetweenTalks } from './next-talk.ts';
import { arithmeticOf } from './year-of-contact.arithmetic.ts';
import { calendarOf, excuseOn, periodOf, type Calendar } from './year-of-contact.days.ts';
import { partsOf, shareOf } from './year-of-contact.share.ts';

export type ContactPrecision = 'moment' | 'day' | 'month';

export type Contact = {
  /** With month precision any day of that month. */
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly channel: Channel;
  /** It was tried and did not come about. */
  readonly attempt: boolean;
  /** An event with many people, which counts for each pair only where the rule says so. */
  readonly group?: boolean;
  /** Overrides what the channel says: attendance without a talk is false, a visit with a talk noted apart is true. */
  readonly counts?: boolean;
};
export type Planned = { readonly on: PlainDate; readonly channel: Channel };
export type Asked = { readonly on: PlainDate; readonly answerBy: PlainDate | null; readonly open: boolean };
/** Half-open; a missing bound is open. */
export type Excuse = { readonly from: PlainDate | null; readonly until: PlainDate | null; readonly reason: string };
/** Placed as a mark is: a month-only date in the middle of its month. */
export type LastTalk = { readonly on: PlainDate; readonly precision: ContactPrecision; readonly channel: Channel };

export type YearFacts = {
  /** A start of null is one that nobody wrote down: the pair is taken to have stood all year. */
  readonly pairing: { readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null };
  /** Those of the two people, in any order; other years do no harm, and a talk of this year from before the pairing is one too. */
  readonly contacts: readonly Contact[];
  /** The last talk before those given, where only a year's are. */
  readonly talkedBefore?: LastTalk | null;
  readonly planned?: readonly Planned[];
  readonly requests?: readonly Asked[];
  readonly excuses: readonly Excuse[];
  /** The rule in force; undefined where there is none. */
  readonly cadence: Cadence | undefined;
  /** Rules that stood earlier in the year, each up to the day on which the next took its place: their days are judged by them. */
  readonly earlier?: readonly Cadence[];
  readonly localFirstTalkBy?: PlainDate | null;
  readonly year: number;
  readonly today: PlainDate;
};

export const CONTACT_STATES = [
  'late',
  'due',
  'dueSoon',
  'firstPending',
  'onTrack',
  'noNumber',
  'met',
  'excused',
] as const;
/** In the order in which a list shows them. */
export type ContactState = (typeof CONTACT_STATES)[number];

export type MarkKind = 'talk' | 'visit' | 'event' | 'request' | 'planned';
export type YearMark = {
  /** Where it is drawn: a month-only date in the middle of its month. */
  readonly on: PlainDate;
  readonly precision: ContactPrecision;
  readonly kind: MarkKind;
};

export type NextContact = {
  readonly kind: 'resumes' | 'planned' | 'request' | 'due' | 'firstTalk' | 'suggested' | 'anytime' | 'none';
  readonly on: PlainDate | null;
  /** How it was arranged. */
  readonly channel?: Channel;
  /** Months between two talks that reach the aim. */
  readonly everyMonths?: number;
};

export type YearOfContact = {
  readonly year: number;
  readonly state: ContactState;
  /** Null where the rule states no number. */
  readonly required: number | null;
  readonly aim: number | null;
  readonly done: number;
  readonly last: LastTalk | null;
  readonly next: NextContact;
  /** The last day on which the duty can be met in time. */
  readonly dueOn: PlainDate | null;
  /** Days from today to the due day, negative when it has passed. */
  readonly days: number | null;
  /** The due day was set by the unit or the pair, not by the rule. */
  readonly dueIsLocal: boolean;
  readonly excuse: { readonly reason: string; readonly until: PlainDate | null } | null;
  readonly marks: readonly YearMark[];
  readonly requirement: string | null;
  readonly clause: string | null;
  readonly arithmetic: readonly Said[];
};

const SOON_DAYS = 30;
const DUE_DAYS = 7;

/** Whether a contact is a talk in the sense of a rule: its channel, a group event where the rule lets it count, never an attempt. */
export const countsAsTalk = (contact: Contact, cadence: Cadence | undefined): boolean => {
  if (contact.attempt) return false;
  if (contact.counts !== undefined) return contact.counts;
  if (!cadence) return contact.channel !== 'visit';
  if (contact.group === true && !cadence.value.groupEventsCount) return false;
  return cadence.value.channels.includes(contact.channel);
};

const placed = (contact: { readonly on: PlainDate; readonly precision: ContactPrecision }): PlainDate =>
  contact.precision === 'month' ? placeOf(contact.on, 'month') : contact.on;

/** A month counts from its first day on: it may have been any day of it. */
const happened = (contact: Contact, today: PlainDate): boolean =>
  (contact.precision === 'month' ? startOfMonth(contact.on) : contact.on) <= today;

/** Ties are settled by what is compared, never by the order in which facts arrive. */
const isLater = (a: LastTalk, b: LastTalk): boolean => {
  if (a.on !== b.on) return a.on > b.on;
  return a.channel === b.channel ? a.precision < b.precision : a.channel < b.channel;
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDay = (a: YearMark, b: YearMark): number =>
  compare(a.on, b.on) || compare(a.kind, b.kind) || compare(a.precision, b.precision);

function readContacts(
  facts: YearFacts,
  calendar: Calendar,
): { done: number; visits: number; last: LastTalk | null; marks: YearMark[] } {
  const { cadence } = facts;
  const yearText = calendar.first.slice(0, 4);
  let done = 0;
  let visits = 0;
  const before = facts.talkedBefore ?? null;
  let last: LastTalk | null = before && { ...before, on: placed(before) };
  const marks: YearMark[] = [];
  for (const contact of facts.contacts) {
    if (contact.attempt || !happened(contact, facts.today)) continue;
    const { precision, channel } = contact;
    const talk = countsAsTalk(contact, cadence);
    const on = placed(contact);
    if (talk) {
      const told = { on, precision, channel };
      if (last === null || isLater(told, last)) last = told;
    }
    if (!on.startsWith(yearText)) continue;
    if (talk) done += 1;
    else if (channel === 'visit') visits += 1;
    marks.push({ on, precision, kind: talk ? 'talk' : channel === 'visit' ? 'visit' : 'event' });
  }
  for (const request of facts.requests ?? [])
    if (request.on.startsWith(yearText)) marks.push({ on: request.on, precision: 'day', kind: 'request' });
  for (const plan of facts.planned ?? [])
    if (plan.on >= facts.today && plan.on.startsWith(yearText))
      marks.push({ on: plan.on, precision: 'day', kind: 'planned' });
  return { done, visits, last, marks: marks.sort(byDay) };
}

function stateOf(
  year: Omit<YearOfContact, 'state' | 'next' | 'arithmetic' | 'marks'>,
  isNew: boolean,
  firm: boolean,
): ContactState {
  if (year.excuse !== null) return 'excused';
  if (year.required === null) return 'noNumber';
  if (year.done >= Math.max(1, year.required)) return 'met';
  const days = year.days ?? Infinity;
  // A soft rule asks as a rule: it may draw near, and presses nobody.
  if (!firm) return isNew ? 'firstPending' : days <= SOON_DAYS && days >= 0 ? 'dueSoon' : 'onTrack';
  if (isNew && days > DUE_DAYS) return 'firstPending';
  return days > SOON_DAYS ? 'onTrack' : days > DUE_DAYS ? 'dueSoon' : days >= 0 ? 'due' : 'late';
}

function earliest<T>(items: readonly T[], dayOf: (item: T) => PlainDate | null): T | undefined {
  let best: T | undefined;
  let bestDay: PlainDate | null = null;
  for (const item of items) {
    const day = dayOf(item);
    if (best !== undefined && (day === null || (bestDay !== null && day >= bestDay))) continue;
    best = item;
    bestDay = day;
  }
  return best;
}

function nextOf(facts: YearFacts, year: Omit<YearOfContact, 'next' | 'arithmetic' | 'marks'>): NextContact {
  const { today } = facts;
  const { state, dueOn, last } = year;
  if (year.excuse !== null) return { kind: 'resumes', on: year.excuse.until };
  const due: NextContact = dueOn === null ? { kind: 'none', on: null } : { kind: 'due', on: dueOn };
  if (yearOf(today) > facts.year) return due;
  const planned = earliest(
    (facts.planned ?? []).filter((plan) => plan.on >= today),
    (plan) => plan.on,
  );
  if (planned) return { kind: 'planned', on: planned.on, channel: planned.channel };
  const asked = earliest(
    (facts.requests ?? []).filter((request) => request.open),
    (request) => request.answerBy,
  );
  if (asked && state !== 'late' && (dueOn === null || (asked.answerBy !== null && asked.answerBy <= dueOn)))
    return { kind: 'request', on: asked.answerBy };
  if (state === 'firstPending') return { kind: 'firstTalk', on: dueOn };
  if (dueOn !== null) return due;
  const everyMonths = monthsBetweenTalks(facts.cadence);
  if (last === null || everyMonths === null) return due;
  const suggested = addMonths(last.on, everyMonths);
  return suggested < today
    ? { kind: 'anytime', on: null, everyMonths }
    : { kind: 'suggested', on: suggested, everyMonths };
}

export function yearOfContact(facts: YearFacts): YearOfContact {
  const { cadence, year, today, excuses } = facts;
  const calendar = calendarOf(year);
  const yearDays = calendar.days;
  const parts = partsOf(facts, calendar);
  const judged = parts.filter(({ paired }) => paired > 0);
  const period = judged.reduce(
    (all, { period: own }) => ({ start: earlierOf(all.start, own.start), end: laterOf(all.end, own.end) }),
    judged[0]?.period ?? periodOf(facts, calendar),
  );
  const pairedDays = cadence
    ? parts.reduce((sum, part) => sum + part.paired, 0)
    : Math.max(0, daysBetween(period.start, period.end));
  const excused = parts.reduce((sum, part) => sum + part.excused, 0);
  const covered = pairedDays - excused;
  const { required, aim } = shareOf(parts, yearDays);
  const { done, visits, last, marks } = readContacts(facts, calendar);

  const lastDay = pairedDays === 0 || period.end === calendar.next ? calendar.last : addDays(period.end, -1);
  const excuse = excuseOn(excuses, earlierOf(today, lastDay));

  const own = facts.localFirstTalkBy ?? null;
  const ownBinds =
    own !== null &&
    required !== null &&
    done === 0 &&
    own >= period.start &&
    own < period.end &&
    excuseOn(excuses, own) === null;
  const ruleDue = required !== null && done < required && pairedDays > 0 ? lastDay : null;
  const dueOn = excuse !== null ? null : ownBinds ? (ruleDue === null ? own : earlierOf(own, ruleDue)) : ruleDue;
  const days = dueOn === null ? null : daysBetween(today, dueOn);

  const { startsOn } = facts.pairing;
  // A pair of the first of January is a whole year's; "first talk" is said of those that begin within it.
  const isNew = last === null && startsOn !== null && startsOn > calendar.first && startsOn < calendar.next;
  const base = {
    year,
    required,
    aim,
    done,
    last,
    dueOn,
    days,
    dueIsLocal: dueOn !== null && dueOn !== ruleDue,
    excuse,
    requirement: cadence?.id ?? null,
    clause: cadence?.basis ?? null,
  };
  const stated = {
    ...base,
    state: stateOf(
      base,
      isNew,
      cadence === undefined || cadence.strength === 'atLeast' || cadence.strength === 'shall',
    ),
  };
  const changedOn = judged.length > 1 ? (judged[0]?.cadence.from ?? null) : null;
  const arithmetic = arithmeticOf({ judged: stated, pairedDays, excused, covered, yearDays, visits, changedOn });
  return { ...stated, next: nextOf(facts, stated), marks, arithmetic };
}
