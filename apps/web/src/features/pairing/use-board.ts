/** One draft on the board: which, how it stands, and what is done to it. */
import type { ReplyOf, BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { readDraft, moveInDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { useCallback, useState } from 'react';
import { CallRefused } from '../../app/call.ts';
import { useCall, useChange, type CallError } from '../../app/queries.ts';

export type Board = ReplyOf<typeof readDraft>;
export type BoardLeader = Board['leaders'][number];
export type BoardSlot = BoardLeader['slots'][number];
export type PoolLine = Board['pool'][number];
export type Move = BodyInOf<typeof moveInDraft>['moves'][number];

/** The solver writes beside the draft: while it runs the board is asked again. */
const WHILE_SOLVING = 800;

export const useBoard = (draftId: Id) =>
  useCall(
    readDraft,
    { params: { draftId } },
    { askAgainAfter: (board) => (board?.solve?.status === 'running' ? WHILE_SOLVING : false) },
  );

/** Whose list somebody stands on in the draft. */
export const leadersOf = (board: Board, representativeId: string): BoardLeader[] =>
  board.leaders.filter((leader) => leader.slots.some((slot) => slot.representative.id === representativeId));

/** Putting somebody with a leader: a move where they come from another's list or have one leader who lets go; else one more. */
export function moveTo(
  board: Board,
  representativeId: Id,
  from: Id | null,
  toLeaderId: Id,
  reason?: string,
): Move | null {
  const target = board.leaders.find((leader) => leader.id === toLeaderId);
  if (target?.slots.some((slot) => slot.representative.id === representativeId)) return null;
  const why = reason ? { reason } : {};
  const fromLeaderId = from ?? leadersOf(board, representativeId).find((leader) => leader.tier === target?.tier)?.id;
  return fromLeaderId
    ? { op: 'move', representativeId, fromLeaderId, toLeaderId, ...why }
    : { op: 'add', leaderId: toLeaderId, representativeId, ...why };
}

export type Refused = {
  readonly move: Move;
  readonly leaderId: string;
  readonly error: CallError;
  /** Allowed where a reason is stated. */
  readonly wantsReason: boolean;
};

/** What is done to a draft, one thing after the other; the last refusal stays beside the leader it concerns. */
export function useMoves(board: Board) {
  const change = useChange(moveInDraft);
  const [refused, setRefused] = useState<Refused>();
  const { id, version } = board.draft;
  const { mutate } = change;
  const make = useCallback(
    (move: Move, onDone?: () => void) => {
      setRefused(undefined);
      mutate(
        { params: { draftId: id }, body: { moves: [move] }, ifMatch: version },
        {
          ...(onDone ? { onSuccess: onDone } : {}),
          onError: (error) => {
            const wantsReason = error instanceof CallRefused && error.problem.field === 'reason';
            setRefused({ move, leaderId: move.op === 'move' ? move.toLeaderId : move.leaderId, error, wantsReason });
          },
        },
      );
    },
    [mutate, id, version],
  );
  return { make, busy: change.isPending, refused, forget: () => setRefused(undefined) };
}
export type Moves = ReturnType<typeof useMoves>;
