/** How a pair on its way is said. */
import {
  CHANGE_CAUSE_WORDS,
  DECLINE_CAUSE_WORDS,
  PAIRING_STATUS_WORDS,
  WAITING_WORDS,
} from '@zhengyou/domain/pairing/pairing.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import type { readMyProposals, readPairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import type { Say } from '../../app/language.tsx';
import type { MarkState } from '../../kit/state.ts';
import { proposalWords } from './proposal.words.ts';

export type Proposal = ReplyOf<typeof readMyProposals>['items'][number];
export type Pairing = ReplyOf<typeof readPairing>;

const CAUSES: Readonly<Record<string, Words>> = { ...DECLINE_CAUSE_WORDS, ...CHANGE_CAUSE_WORDS };
/** A cause in words; nothing where it is none of the known ones. */
export const sayCause = (cause: string | null, t: Say): string | undefined => {
  const known = cause === null ? undefined : CAUSES[cause];
  return known && t(known);
};

export function stateOf({ status, waiting }: Pick<Proposal, 'status' | 'waiting'>): MarkState {
  if (status === 'recommended')
    return waiting?.state === 'escalate' ? 'due' : waiting?.state === 'askAgain' ? 'dueSoon' : 'onTrack';
  if (status === 'confirmed' || status === 'active') return 'met';
  return 'excused';
}

export function sayWaiting(waiting: Proposal['waiting'], t: Say): string {
  if (waiting === null) return t(PAIRING_STATUS_WORDS.recommended);
  return waiting.days === 0 ? t(proposalWords.waitingToday) : t(WAITING_WORDS[waiting.state], { days: waiting.days });
}
