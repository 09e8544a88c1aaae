/**
 * A draft holds what differs from the pairs as they are: who would be put together, taken apart, pinned. From both follows
 * the plan; a move changes the lines and nothing else.
 */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { Words } from '../kit/words.ts';
import { DRAFT_REFUSALS } from './draft.words.ts';

export type DraftLine = {
  readonly kind: 'add' | 'drop' | 'pin';
  readonly leaderId: Id;
  readonly representativeId: Id;
  /** For one who moves: the leader whose pair ends when this one is published. */
  readonly fromLeaderId: Id | null;
  readonly reason: Words | null;
  readonly clause: string | null;
};

export type CurrentPair = {
  readonly id: Id;
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly startsOn: PlainDate;
};

export type PlannedPair = {
  readonly leaderId: Id;
  readonly representativeId: Id;
  readonly change: 'kept' | 'moved' | 'added';
  readonly fromLeaderId: Id | null;
  readonly pinned: boolean;
  /** The pair as it is today: itself for one that is kept, the one that ends for one that moves. */
  readonly pair: CurrentPair | null;
  readonly reason: Words | null;
  readonly clause: string | null;
};

export type Plan = {
  readonly pairs: readonly PlannedPair[];
  /** Taken apart without another leader. */
  readonly dropped: readonly {
    readonly pair: CurrentPair;
    readonly reason: Words | null;
    readonly clause: string | null;
  }[];
};

type OfPair = { readonly leaderId: Id; readonly representativeId: Id };
export type DraftMove =
  | (OfPair & { readonly op: 'add'; readonly reason?: string | undefined })
  | (OfPair & { readonly op: 'drop'; readonly reason?: string | undefined })
  | (OfPair & { readonly op: 'pin' })
  | (OfPair & { readonly op: 'unpin' })
  | {
      readonly op: 'move';
      readonly representativeId: Id;
      readonly fromLeaderId: Id;
      readonly toLeaderId: Id;
      readonly reason?: string | undefined;
    };

const keyOf = (leaderId: Id, representativeId: Id) => `${leaderId} ${representativeId}`;
const same = (a: { leaderId: Id; representativeId: Id }, leaderId: Id, representativeId: Id) =>
  a.leaderId === leaderId && a.representativeId === representativeId;

export function planOf(current: readonly CurrentPair[], lines: readonly DraftLine[]): Plan {
  const pinned = new Set(
    lines.filter((line) => line.kind === 'pin').map((line) => keyOf(line.leaderId, line.representativeId)),
  );
  const drops = new Map(
    lines.filter((line) => line.kind === 'drop').map((line) => [keyOf(line.leaderId, line.representativeId), line]),
  );
  const now = new Map(current.map((pair) => [keyOf(pair.leaderId, pair.representativeId), pair]));
  // A pair that has come to be since the draft was made is no addition any more.
  const adds = lines.filter((line) => line.kind === 'add' && !now.has(keyOf(line.leaderId, line.representativeId)));
  const leaving = new Set(
    adds.flatMap((line) => (line.fromLeaderId ? [keyOf(line.fromLeaderId, line.representativeId)] : [])),
  );

  const kept = current
    .filter((pair) => {
      const key = keyOf(pair.leaderId, pair.representativeId);
      return !drops.has(key) && !leaving.has(key);
    })
    .map((pair): PlannedPair => ({
      leaderId: pair.leaderId,
      representativeId: pair.representativeId,
      change: 'kept',
      fromLeaderId: null,
      pinned: pinned.has(keyOf(pair.leaderId, pair.representativeId)),
      pair,
      reason: null,
      clause: null,
    }));
  const changed = adds.map((line): PlannedPair => {
    const pair = line.fromLeaderId ? (now.get(keyOf(line.fromLeaderId, line.representativeId)) ?? null) : null;
    return {
      leaderId: line.leaderId,
      representativeId: line.representativeId,
      // The pair that was to end has ended meanwhile: what is left is an addition.
      change: pair ? 'moved' : 'added',
      fromLeaderId: pair ? line.fromLeaderId : null,
      pinned: pinned.has(keyOf(line.leaderId, line.representativeId)),
      pair,
      reason: line.reason,
      clause: line.clause,
    };
  });
  const dropped = [...drops].flatMap(([key, line]) => {
    const pair = now.get(key);
    return pair && !leaving.has(key) ? [{ pair, reason: line.reason, clause: line.clause }] : [];
  });
  return { pairs: [...kept, ...changed], dropped };
}

export type Moved =
  | {
      readonly ok: true;
      readonly lines: readonly DraftLine[];
      readonly added: { readonly leaderId: Id; readonly representativeId: Id } | null;
    }
  | { readonly ok: false; readonly refusal: Refusal };

const both = (text: string | undefined): Words | null => (text ? { zh: text, en: text } : null);

/** The lines after one move. `added` names the pair that the rules have still to be asked about. */
export function moveLines(current: readonly CurrentPair[], lines: readonly DraftLine[], move: DraftMove): Moved {
  const no = (refusal: Refusal): Moved => ({ ok: false, refusal });
  const plan = planOf(current, lines);
  const planned = (leaderId: Id, representativeId: Id) =>
    plan.pairs.find((pair) => same(pair, leaderId, representativeId));
  const without = (kind: DraftLine['kind'], leaderId: Id, representativeId: Id) =>
    lines.filter((line) => !(line.kind === kind && same(line, leaderId, representativeId)));
  const line = (
    kind: DraftLine['kind'],
    leaderId: Id,
    representativeId: Id,
    from: Id | null,
    reason: Words | null,
  ): DraftLine => ({
    kind,
    leaderId,
    representativeId,
    fromLeaderId: from,
    reason,
    clause: null,
  });
  const { representativeId } = move;

  if (move.op === 'pin') {
    if (!planned(move.leaderId, representativeId)) return no(DRAFT_REFUSALS.notInPlan());
    return {
      ok: true,
      lines: [
        ...without('pin', move.leaderId, representativeId),
        line('pin', move.leaderId, representativeId, null, null),
      ],
      added: null,
    };
  }
  if (move.op === 'unpin') return { ok: true, lines: without('pin', move.leaderId, representativeId), added: null };

  if (move.op === 'add') {
    if (planned(move.leaderId, representativeId)) return no(DRAFT_REFUSALS.alreadyThere());
    const back = current.some((pair) => same(pair, move.leaderId, representativeId));
    const added = { leaderId: move.leaderId, representativeId };
    if (!back)
      return {
        ok: true,
        lines: [...lines, line('add', move.leaderId, representativeId, null, both(move.reason))],
        added,
      };
    // It stands today and was taken out or moved away in the draft: it is put back where it was.
    const restored = without('drop', move.leaderId, representativeId).filter(
      (one) => !(one.kind === 'add' && one.representativeId === representativeId && one.fromLeaderId === move.leaderId),
    );
    return { ok: true, lines: restored, added: null };
  }

  const from = move.op === 'drop' ? move.leaderId : move.fromLeaderId;
  const found = planned(from, representativeId);
  if (!found) return no(DRAFT_REFUSALS.notInPlan());
  if (found.pinned) return no(DRAFT_REFUSALS.pinned());
  if (move.op === 'drop') {
    if (found.change === 'kept')
      return {
        ok: true,
        lines: [...lines, line('drop', from, representativeId, null, both(move.reason))],
        added: null,
      };
    const rest = without('add', from, representativeId);
    // One who had moved is not put back where he was: he is to have no leader in this draft.
    const gone = found.pair ? [line('drop', found.pair.leaderId, representativeId, null, both(move.reason))] : [];
    return { ok: true, lines: [...rest, ...gone], added: null };
  }
  const to = move.toLeaderId;
  if (to === from) return { ok: true, lines, added: null };
  if (planned(to, representativeId)) return no(DRAFT_REFUSALS.alreadyThere());
  const origin = found.change === 'kept' ? from : found.fromLeaderId;
  const rest = found.change === 'kept' ? lines : without('add', from, representativeId);
  if (origin === to) return { ok: true, lines: rest, added: null };
  const home = current.some((pair) => same(pair, to, representativeId));
  if (home) {
    // Back to a leader of today from whom this draft had parted him: that pair stays, and the one he comes from goes.
    const restored = rest.filter((one) => !(one.kind === 'drop' && same(one, to, representativeId)));
    const parted = origin ? [line('drop', origin, representativeId, null, both(move.reason))] : [];
    return { ok: true, lines: [...restored, ...parted], added: null };
  }
  return {
    ok: true,
    lines: [...rest, line('add', to, representativeId, origin, both(move.reason))],
    added: { leaderId: to, representativeId },
  };
}

export type DiffCounts = {
  readonly kept: number;
  readonly moved: number;
  readonly added: number;
  readonly dropped: number;
};

export const countPlan = (plan: Plan): DiffCounts => ({
  kept: plan.pairs.filter((pair) => pair.change === 'kept').length,
  moved: plan.pairs.filter((pair) => pair.change === 'moved').length,
  added: plan.pairs.filter((pair) => pair.change === 'added').length,
  dropped: plan.dropped.length,
});
