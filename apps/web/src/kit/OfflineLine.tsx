import { useSyncExternalStore } from 'react';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';

const subscribe = (tell: () => void) => {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
};

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** A state, not an error: shown under the header while there is no network or something waits to go up. */
type OfflineLineProps = { readonly pending?: number; readonly onOpen?: () => void };

export function OfflineLine({ pending = 0, onOpen }: OfflineLineProps) {
  const t = useWords();
  const online = useOnline();
  return (
    <output>
      {(!online || pending > 0) && <OfflineWords online={online} pending={pending} say={t} onOpen={onOpen} />}
    </output>
  );
}

type OfflineWordsProps = {
  readonly online: boolean;
  readonly pending: number;
  readonly say: ReturnType<typeof useWords>;
  readonly onOpen?: (() => void) | undefined;
};

export function OfflineWords({ online, pending, say, onOpen }: OfflineWordsProps) {
  const state = online ? kitWords.pending : pending > 0 ? kitWords.offlinePending : kitWords.offline;
  return (
    <p className="offline">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 6H4.5M7.5 6H11" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {say(state, { count: pending })}
      {pending > 0 && say(kitWords.offlineSafe)}
      {pending > 0 && onOpen && (
        <button type="button" className="link" onClick={onOpen}>
          {say(kitWords.look)}
        </button>
      )}
    </p>
  );
}
