import { useSyncExternalStore } from 'react';

const PHONE = '(max-width: 743px)';
const DESK = '(min-width: 1181px)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const list = matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );
}

/** The person asked the system for less motion. */
export const useStill = (): boolean => useMedia('(prefers-reduced-motion: reduce)');

export const usePhone = (): boolean => useMedia(PHONE);
/** Wide enough for a rail and a side panel. Between phone and desk lies the tablet. */
export const useDesk = (): boolean => useMedia(DESK);
