/**
 * What is to be adjusted, by itself: read off the records of the day, so that nothing has to be remembered and nothing is due
 * that is no longer so. Each line has a reason, and the clause of the policy's adjustment where it has one.
 */
import type { Id } from '../kit/ids.ts';
import { addDays, isWithin, type PlainDate } from '../kit/plain-date.ts';
import { eligibilityFor, eligibilityOn } from '../person/eligibility.ts';
import type { Standing } from '../person/standing.ts';
import { findRequirement, type Policy } from '../policy/policy.ts';
import type { Tier } from '../policy/vocabulary.ts';

/** Days before a term ends at which it is spoken of, and at which it presses. */
export const EXPIRY_DAYS = { ahead: 180, soon: 60 } as const;

export const ADJUSTMENT_KINDS = [
  'leaderLeft', // the leader holds no leadership post any more
  'leaderLeaves', // and here it is known ahead
  'representativeLeft', // no longer on the list
  'retired',
  'outOfScope', // no standing of the tier any more
  'tierChanged', // befriended by one tier, and now of another
  'expiring', // the standing that carries the pair ends soon
  'changeAsked',
  'anotherAsked', // a leader asks for somebody else
  'declined', // a recommendation was declined and nobody was proposed since
  'officeChanged', // the office has another holder
  'plannedEnd', // a published plan ends this pair on its day, which has come
] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export type PairToWatch = {
  readonly id: Id;
  readonly tier: Tier;
  readonly startsOn: PlainDate;
  readonly changeAskedOn: PlainDate | null;
  /** Leadership posts of the leader, of any time. */
  readonly posts: readonly { readonly since: PlainDate | null; readonly until: PlainDate | null }[];
  /** Undefined for one whom the asker may not look up: then nothing is said of them. */
  readonly person:
    | {
        readonly since: PlainDate | null;
        readonly until: PlainDate | null;
        readonly retiredOn: PlainDate | null;
        readonly standings: readonly (Standing & { readonly written: string })[];
      }
    | undefined;
};

export type Adjustment = {
  readonly kind: AdjustmentKind;
  /** The day of the event. */
  readonly on: PlainDate;
  readonly urgent: boolean;
  /** The standing or the tier that the sentence speaks of. */
  readonly standing: string | null;
  readonly nextTier: Tier | null;
  readonly clause: string | null;
};

export const adjustmentBasis = (policy: Policy, on: PlainDate, tier: Tier): string | null =>
  findRequirement(policy, 'adjustment', on, tier)?.basis ?? null;

/** The last end of posts that are over; null where one goes on or there was none. */
const lastEnd = (posts: PairToWatch['posts']): PlainDate | null => {
  if (posts.some((post) => post.until === null)) return null;
  return posts.reduce<PlainDate | null>(
    (last, { until }) => (last === null || (until ?? last) > last ? until : last),
    null,
  );
};

/** What is wrong, or will be, with one pair that holds today. The gravest of each side; none where all is well. */
export function adjustmentsOf(pair: PairToWatch, policy: Policy, today: PlainDate): Adjustment[] {
  const clause = adjustmentBasis(policy, today, pair.tier);
  const line = (kind: AdjustmentKind, on: PlainDate, more: Partial<Adjustment> = {}): Adjustment => ({
    kind,
    on,
    urgent: on <= addDays(today, EXPIRY_DAYS.soon),
    standing: null,
    nextTier: null,
    clause,
    ...more,
  });
  const found: Adjustment[] = [];

  const inPost = pair.posts.some((post) => isWithin(today, post.since, post.until));
  const ends = lastEnd(pair.posts);
  if (!inPost) found.push(line('leaderLeft', ends ?? pair.startsOn));
  else if (ends !== null && ends <= addDays(today, EXPIRY_DAYS.ahead)) found.push(line('leaderLeaves', ends));

  if (pair.changeAskedOn !== null) found.push(line('changeAsked', pair.changeAskedOn));
  const { person } = pair;
  if (!person) return found;
  if (person.until !== null && person.until <= today) return [...found, line('representativeLeft', person.until)];
  if (person.retiredOn !== null && person.retiredOn <= today) found.push(line('retired', person.retiredOn));
  return [...found, ...ofStandings(pair, person.standings, policy, today, line)];
}

function ofStandings(
  pair: PairToWatch,
  standings: readonly (Standing & { readonly written: string })[],
  policy: Policy,
  today: PlainDate,
  line: (kind: AdjustmentKind, on: PlainDate, more: Partial<Adjustment>) => Adjustment,
): Adjustment[] {
  const written = (id: string | undefined) => standings.find((one) => one.id === id)?.written ?? null;
  const open = eligibilityFor(standings, policy, today, pair.tier);
  if (open) {
    const { expiresOn } = open;
    if (expiresOn === null || expiresOn > addDays(today, EXPIRY_DAYS.ahead)) return [];
    const next = eligibilityOn(standings, policy, expiresOn)[0]?.tier ?? null;
    return [line('expiring', expiresOn, { standing: written(open.standing), nextTier: next })];
  }
  // One who never fitted was paired for a stated reason: nothing has changed for them.
  const before = eligibilityFor(standings, policy, pair.startsOn, pair.tier);
  const lapsed = before?.grounds.map((ground) => ground.expiresOn).filter((day) => day !== null && day <= today) ?? [];
  const on = lapsed.sort().at(-1);
  if (!before || !on) return [];
  const next = eligibilityOn(standings, policy, today)[0]?.tier ?? null;
  return [
    line(next === null ? 'outOfScope' : 'tierChanged', on, { standing: written(before.standing), nextTier: next }),
  ];
}

export type OfficeStanding = {
  readonly standingKind: string;
  readonly level: string | null;
  readonly role: string | null;
  readonly body: string;
};

/** Whether a standing is this office: the same body, and the role and level where the office names them. */
export const isOffice = (
  office: OfficeStanding,
  standing: Pick<Standing, 'kind' | 'level' | 'role'> & { readonly body: string },
): boolean =>
  standing.kind === office.standingKind &&
  standing.body === office.body &&
  (office.level === null || standing.level === office.level) &&
  (office.role === null || standing.role === office.role);

/** Whether the policy lets a pair follow its office: it adjusts at the renewal of a term. */
export const followsOffice = (policy: Policy, on: PlainDate, tier: Tier): boolean =>
  findRequirement(policy, 'adjustment', on, tier)?.value.when.includes('termRenewal') ?? false;
