import { useEffect, useState } from 'react';

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="dialog"] *, [role="radio"]';
/** Elements that do something of their own on Enter. */
const ACTING = 'a, button, summary';

/** J and K move over the rows, Enter opens: wherever nobody writes and no sheet has the focus. Rows carry `data-row`. */
export function useListKeys(ids: readonly string[], open: (id: string) => void, start?: string) {
  const [picked, setPicked] = useState<string>();
  const selected = picked ?? start;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (target instanceof Element && target.matches(WRITING)) return;
      const at = selected === undefined ? -1 : ids.indexOf(selected);
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = ids[key === 'j' ? Math.min(ids.length - 1, at + 1) : Math.max(0, at - 1)];
        if (next === undefined) return;
        setPicked(next);
        document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' });
      } else if (key === 'enter' && at >= 0 && !(target instanceof Element && target.matches(ACTING)))
        open(ids[at] ?? '');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [ids, selected, open]);
  return { selected, select: setPicked };
}
