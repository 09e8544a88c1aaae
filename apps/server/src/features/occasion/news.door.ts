/** What this room tells, in the transaction that wrote it. No news carries what was told: whoever makes a notice of it names at most the person. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { OccasionAction, OccasionKind } from '@zhengyou/domain/occasion/occasion.ts';
import { news } from '../../edge/news.ts';

export type OccasionTold = {
  readonly occasionId: Id;
  readonly kind: OccasionKind;
  /** Not to be named in a message: "something is near", and a link. */
  readonly private: boolean;
  readonly leaderId: Id;
  readonly representativeId: Id;
  /** The unit of the leader. */
  readonly unitId: Id;
  readonly raisedBy: Id;
};

/** The leader is given a task: to congratulate, to visit, to help. */
export const occasionRaised = news<
  OccasionTold & { readonly action: OccasionAction; readonly dueOn: PlainDate | null }
>('occasion.raised');
/** Done, or declined with a reason: whoever told it hears it. */
export const occasionAnswered = news<OccasionTold & { readonly answer: 'done' | 'declined' }>('occasion.answered');
/** The record was taken back: the task is open again. */
export const occasionReopened = news<OccasionTold>('occasion.reopened');
/** Taken back by the person or whoever told it; nothing of it may be sent any more. */
export const occasionWithdrawn = news<OccasionTold>('occasion.withdrawn');

/** A festival's round was opened; the window is half-open. Leaders follow from the pairs of the day. */
export const roundOpened = news<{
  readonly roundId: Id;
  readonly festival: Words;
  readonly on: PlainDate;
  readonly from: PlainDate;
  readonly until: PlainDate;
}>('round.opened');
/** A round that was opened by mistake is gone. */
export const roundWithdrawn = news<{ readonly roundId: Id }>('round.withdrawn');
