import type { DelegationKind } from '@zhengyou/domain/access/delegation.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { news } from '../../edge/news.ts';

type Told = {
  readonly delegationId: Id;
  readonly kind: DelegationKind;
  readonly leaderId: Id;
  readonly leaderName: string;
  readonly delegateId: Id;
  readonly delegateName: string;
  readonly firstOn: PlainDate;
  /** Still belongs to it. */
  readonly lastOn: PlainDate;
};

/** The office entered it on the leader's word; the leader's one tap is awaited. */
export const delegationAsked = news<Told>('delegation.asked');

/** A leader lends their name: given by themselves, or confirmed. */
export const delegationGiven = news<Told>('delegation.given');

/** Declined by the leader, taken back by them or the office, or laid down by whoever held it. */
export const delegationEnded = news<Told & { readonly how: 'decline' | 'revoke' | 'layDown' }>('delegation.ended');
