/**
 * A leader lends their name: to a secretary, or during leave to someone who stands in. A delegation says for what and from which day
 * to which, first and last day included. A name that was lent is never lent on: whoever stands in for another on a day cannot have
 * somebody stand in for themselves on that day, so that there is no second hop and no circle.
 */
import type { Id } from '../kit/ids.ts';
import { addDays, type PlainDate } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import { delegationRefusals } from './delegation.refusals.ts';

/** What a name is lent for. Confirming in the leader's name is not among them, and cannot be. */
export const DELEGATION_SCOPES = ['friends', 'log', 'arrange', 'remind'] as const;
export type DelegationScope = (typeof DELEGATION_SCOPES)[number];

export const DELEGATION_KINDS = ['secretary', 'proxy'] as const;
export type DelegationKind = (typeof DELEGATION_KINDS)[number];

export const DELEGATION_STATUSES = ['asked', 'given', 'declined', 'revoked', 'laidDown'] as const;
export type DelegationStatus = (typeof DELEGATION_STATUSES)[number];

export const DELEGATION_ACTIONS = ['ask', 'give', 'confirm', 'decline', 'revoke', 'layDown'] as const;
export type DelegationAction = (typeof DELEGATION_ACTIONS)[number];

export type Delegation = {
  readonly kind: DelegationKind;
  readonly leaderId: Id;
  readonly delegateId: Id;
  readonly scopes: readonly DelegationScope[];
  readonly startsOn: PlainDate;
  /** First day after the last one. */
  readonly endsOn: PlainDate;
  readonly status: DelegationStatus;
};

/** How a delegation stands on a day: its status, and where that is `given`, its days. */
export const DELEGATION_STANDINGS = ['asked', 'ahead', 'running', 'over', 'declined', 'revoked', 'laidDown'] as const;
export type DelegationStanding = (typeof DELEGATION_STANDINGS)[number];

export function standingOf(
  one: Pick<Delegation, 'status' | 'startsOn' | 'endsOn'>,
  today: PlainDate,
): DelegationStanding {
  if (one.status !== 'given') return one.status === 'asked' && today >= one.endsOn ? 'over' : one.status;
  if (today < one.startsOn) return 'ahead';
  return today < one.endsOn ? 'running' : 'over';
}

/** To log or to arrange is to know with whom. */
export const wholeScopes = (chosen: readonly DelegationScope[]): DelegationScope[] =>
  DELEGATION_SCOPES.filter(
    (scope) =>
      chosen.includes(scope) || (scope === 'friends' && (chosen.includes('log') || chosen.includes('arrange'))),
  );

/** The delegation under which a name may be lent today for something, if there is one. */
export const findLent = <T extends Delegation>(
  between: readonly T[],
  scope: DelegationScope,
  today: PlainDate,
): T | undefined => between.find((one) => standingOf(one, today) === 'running' && one.scopes.includes(scope));

/** Why nothing is lent, from the delegation that comes nearest; `between` holds at least one, the latest first. */
export function whyNotLent(
  between: readonly (Delegation & { readonly leaderName: string })[],
  scope: DelegationScope,
  today: PlainDate,
): Refusal {
  const nearest = (standing: DelegationStanding) => between.find((one) => standingOf(one, today) === standing);
  const running = nearest('running');
  const named = running ?? between[0];
  const facts = { name: named?.leaderName ?? '' };
  if (running) {
    const lacking = { log: 'noLogging', arrange: 'noArranging', friends: 'noFriends', remind: 'noFriends' } as const;
    return delegationRefusals[lacking[scope]](facts);
  }
  const ahead = nearest('ahead');
  if (ahead) return delegationRefusals.notBegun({ ...facts, on: ahead.startsOn });
  if (nearest('asked')) return delegationRefusals.notConfirmed(facts);
  // Of what has ended, the latest is what one remembers.
  const ended = between.find((one) => one.status !== 'declined' && one.status !== 'asked');
  if (ended?.status === 'revoked') return delegationRefusals.revoked(facts);
  if (ended?.status === 'laidDown') return delegationRefusals.laidDown(facts);
  if (ended?.status === 'given') return delegationRefusals.over({ ...facts, on: addDays(ended.endsOn, -1) });
  return delegationRefusals.noneLent(facts);
}

const overlap = (
  a: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
  b: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
): boolean => a.startsOn < b.endsOn && b.startsOn < a.endsOn;

const isOpen = (one: Delegation): boolean => one.status === 'asked' || one.status === 'given';

/** What is known of whoever is to act: granted the part of a secretary, holds a leadership post. */
export type Helper = { readonly isSecretary: boolean; readonly isLeader: boolean };

/** `others`: every open delegation of either of the two, in whichever part. */
export function refuseDelegation(
  draft: Omit<Delegation, 'status'>,
  helper: Helper,
  others: readonly Delegation[],
  today: PlainDate,
): Refusal | undefined {
  if (draft.leaderId === draft.delegateId) return delegationRefusals.oneself();
  if (draft.endsOn <= draft.startsOn) return delegationRefusals.daysCrossed(undefined, { field: 'lastOn' });
  if (draft.endsOn <= today) return delegationRefusals.daysPast(undefined, { field: 'lastOn' });
  if (draft.scopes.length === 0) return delegationRefusals.nothingLent(undefined, { field: 'scopes' });
  if (draft.kind === 'secretary' && !helper.isSecretary)
    return delegationRefusals.noSecretary(undefined, { field: 'delegateId' });
  if (!helper.isSecretary && !helper.isLeader) return delegationRefusals.noHelper(undefined, { field: 'delegateId' });
  const near = others.filter((one) => isOpen(one) && overlap(one, draft));
  if (near.some((one) => one.leaderId === draft.leaderId && one.delegateId === draft.delegateId))
    return delegationRefusals.lentAlready(undefined, { field: 'delegateId' });
  if (draft.kind === 'secretary') return undefined;
  const proxies = near.filter((one) => one.kind === 'proxy');
  if (proxies.some((one) => one.leaderId === draft.leaderId)) return delegationRefusals.proxyAlready();
  if (proxies.some((one) => one.leaderId === draft.delegateId))
    return delegationRefusals.proxyAway(undefined, { field: 'delegateId' });
  if (proxies.some((one) => one.delegateId === draft.leaderId)) return delegationRefusals.standsInAlready();
  return undefined;
}

const FROM: Readonly<Record<'confirm' | 'decline' | 'revoke' | 'layDown', readonly DelegationStatus[]>> = {
  confirm: ['asked'],
  decline: ['asked'],
  revoke: ['asked', 'given'],
  layDown: ['given'],
};
const TO: Readonly<Record<DelegationAction, DelegationStatus>> = {
  ask: 'asked',
  give: 'given',
  confirm: 'given',
  decline: 'declined',
  revoke: 'revoked',
  layDown: 'laidDown',
};

/** Undefined where the step does not follow. The first is `ask` or `give`. */
export function statusAfter(status: DelegationStatus | null, action: DelegationAction): DelegationStatus | undefined {
  if (action === 'ask' || action === 'give') return status === null ? TO[action] : undefined;
  return status !== null && FROM[action].includes(status) ? TO[action] : undefined;
}

export const DELEGATION_CANS = ['confirm', 'decline', 'revoke', 'layDown'] as const;
export type DelegationCan = (typeof DELEGATION_CANS)[number];

/** Nobody confirms but the leader; the office takes back what it asked for, or what the leader tells it to. */
export function delegationCans(
  one: Delegation,
  by: { readonly personId: Id; readonly isOffice: boolean },
  today: PlainDate,
): DelegationCan[] {
  if (standingOf(one, today) === 'over') return [];
  const isLeader = by.personId === one.leaderId;
  return DELEGATION_CANS.filter((action) => {
    if (statusAfter(one.status, action) === undefined) return false;
    if (action === 'confirm' || action === 'decline') return isLeader;
    // What waits for the leader is declined by them, not taken back.
    if (action === 'revoke') return (isLeader && one.status === 'given') || (by.isOffice && !isLeader);
    return by.personId === one.delegateId;
  });
}
