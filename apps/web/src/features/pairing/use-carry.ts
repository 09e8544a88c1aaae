/** Carrying somebody from one place of the board to another: with the mouse, or with the keys alone. */
import { useCallback, useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';

export type Carried = {
  readonly personId: string;
  readonly name: string;
  /** Whose list they are taken from; null from the pool. */
  readonly from: string | null;
  readonly by: 'mouse' | 'keys';
};

export type Carry = {
  readonly carried: Carried | undefined;
  /** The place under the mouse, or the one that the arrows have come to. */
  readonly over: string | undefined;
  /** What somebody who can be carried wears. */
  readonly itemProps: (item: Omit<Carried, 'by'>) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  /** What a place wears that takes them. */
  readonly placeProps: (placeId: string) => {
    readonly 'data-place': string;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
  readonly putBack: () => void;
};

/** Our own kind, so that a text or a file dragged over the board is none of its business. */
const KIND = 'application/x-zhengyou-person';

/**
 * Space picks up whoever has the focus; then the arrows go from place to place, Enter or Space puts down, Escape puts back. `places` are the ids
 * in their order on the page.
 */
export function useCarry(
  places: readonly string[],
  onPut: (carried: Carried, placeId: string) => void,
  focusPlace: (placeId: string) => void,
): Carry {
  const [carried, setCarried] = useState<Carried>();
  const [over, setOver] = useState<string>();
  const origin = useRef<HTMLElement | null>(null);

  const letGo = useCallback(() => {
    setCarried(undefined);
    setOver(undefined);
  }, []);
  const putBack = useCallback(() => {
    letGo();
    if (origin.current?.isConnected) origin.current.focus();
  }, [letGo]);

  useEffect(() => {
    if (carried?.by !== 'keys') return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const edge = { Home: 0, End: places.length - 1 }[event.key];
      if (step !== undefined || edge !== undefined) {
        event.preventDefault();
        const at = over === undefined ? -1 : places.indexOf(over);
        const next = places[edge ?? (at + (step ?? 0) + places.length) % places.length];
        if (next === undefined) return;
        setOver(next);
        focusPlace(next);
      } else if ((event.key === 'Enter' || event.key === ' ') && over !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        letGo();
        onPut(carried, over);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        putBack();
      }
    };
    // Before the page's own keys: while somebody is carried, Enter means to put down.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [carried, over, places, onPut, focusPlace, letGo, putBack]);

  return {
    carried,
    over,
    putBack,
    itemProps: (item) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(KIND, item.personId);
        event.dataTransfer.effectAllowed = 'move';
        setCarried({ ...item, by: 'mouse' });
      },
      onDragEnd: letGo,
      onKeyDown: (event) => {
        if (event.key !== ' ' || carried) return;
        event.preventDefault();
        origin.current = event.currentTarget as HTMLElement; // the chip that hears its own key
        setCarried({ ...item, by: 'keys' });
        if (item.from !== null && places.includes(item.from)) setOver(item.from);
      },
    }),
    placeProps: (placeId) => ({
      'data-place': placeId,
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(KIND)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (over !== placeId) setOver(placeId);
      },
      onDragLeave: (event) => {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!inside && over === placeId) setOver(undefined);
      },
      onDrop: (event) => {
        if (!carried || !event.dataTransfer.types.includes(KIND)) return;
        event.preventDefault();
        letGo();
        onPut(carried, placeId);
      },
    }),
  };
}
