/** Who is ticked on the page and what is brought along; nothing is sent before it is logged. */
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import type { RoundRoster } from './RoundPage.tsx';

export type Brought = { readonly kindId: string; readonly yuan: string };

export type Ticks = {
  /** How many could be ticked. */
  readonly left: number;
  /** Those that are still to be visited, in the order of the roster. */
  readonly chosen: readonly Id[];
  readonly has: (pairingId: Id) => boolean;
  readonly set: (pairingIds: readonly Id[], on: boolean) => void;
  readonly brought: (pairingId: Id) => Brought | undefined;
  readonly bring: (pairingId: Id, gift: Brought | undefined) => void;
  readonly clear: () => void;
};

export function useTicks(round: RoundRoster): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set());
  const [gifts, setGifts] = useState<ReadonlyMap<Id, Brought>>(new Map());
  // Whom somebody else has ticked meanwhile is no longer to be ticked here.
  const left = round.leaders
    .filter((line) => line.mine)
    .flatMap((line) => line.friends.filter((friend) => friend.visited === null).map((friend) => friend.pairingId));
  const chosen = left.filter((id) => ticked.has(id));
  return {
    left: left.length,
    chosen,
    has: (id) => ticked.has(id),
    set: (ids, on) => {
      const next = new Set(ticked);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      setTicked(next);
    },
    brought: (id) => gifts.get(id),
    bring: (id, gift) => {
      const next = new Map(gifts);
      if (gift) next.set(id, gift);
      else next.delete(id);
      setGifts(next);
    },
    clear: () => {
      setTicked(new Set());
      setGifts(new Map());
    },
  };
}
