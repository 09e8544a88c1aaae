/** How many things wait on this device to go up: said under the header of every page, counted by the room that queues them. */
import { useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

export function setPending(next: number): void {
  if (next === count) return;
  count = next;
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const usePending = (): number => useSyncExternalStore(subscribe, () => count);
