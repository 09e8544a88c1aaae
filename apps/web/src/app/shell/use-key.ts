import { useEffect } from 'react';

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="dialog"] *';

/** A single key that acts anywhere on a page, except where someone writes or a sheet is open. */
export function useKey(key: string, act: (() => void) | undefined): void {
  useEffect(() => {
    if (!act) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (event.key.toLowerCase() !== key || (event.target instanceof Element && event.target.matches(WRITING))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key, act]);
}
