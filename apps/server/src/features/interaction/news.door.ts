import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Channel } from '@zhengyou/domain/policy/vocabulary.ts';
import { news } from '../../edge/news.ts';

/** The other side asks for a correction of the shared text. */
export const correctionAsked = news<{
  readonly interactionId: Id;
  readonly leaderId: Id;
  readonly answerBy: PlainDate;
}>('interaction.correctionAsked');

/** A request for a correction has its answer. */
export const correctionAnswered = news<{ readonly interactionId: Id; readonly people: readonly Id[] }>(
  'interaction.correctionAnswered',
);

/** A representative asks for a talk, or names other times. */
export const requestAsked = news<{
  readonly requestId: Id;
  readonly leaderId: Id;
  readonly answerBy: PlainDate | null;
}>('request.asked');

/** A time was taken or named. */
export const requestAnswered = news<{
  readonly requestId: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
}>('request.answered');

/** The leader hands a request to the office. */
export const requestPassedOn = news<{ readonly requestId: Id; readonly leaderId: Id }>('request.passedOn');
/** A talk was written down, or more was added to one: later rooms read from the record what they follow. */
export const talkLogged = news<{
  readonly interactionId: Id;
  readonly leaderId: Id;
  readonly leaderName: string;
  /** The unit of the leader. */
  readonly unitId: Id;
  readonly people: readonly Id[];
  readonly channel: Channel;
  readonly on: PlainDate;
  /** What of a later room it was logged from; null for an attempt that did not come about. */
  readonly from: Id | null;
}>('interaction.talkLogged');

/** A talk is about to be taken back whole; whoever has made something of it takes that back, or refuses. */
export const talkUndone = news<{ readonly interactionId: Id }>('interaction.talkUndone');

/** A request waits for nobody any more: the talk took place, or whoever asked has withdrawn it. */
export const requestClosed = news<{ readonly requestId: Id }>('request.closed');

/** A leader has confirmed what others wrote down for them. */
export const recordsConfirmed = news<{ readonly leaderId: Id; readonly interactionIds: readonly Id[] }>(
  'interaction.recordsConfirmed',
);
