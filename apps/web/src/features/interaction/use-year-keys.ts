import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type RefObject } from 'react';
import { LOG_SHEET, PUT_OFF_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/session.tsx';
import type { YearRow } from './said-year.ts';

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="dialog"] *';
/** Elements that do something of their own on Enter. */
const ACTING = 'a, button, summary';

/** J and K move, Enter opens, L logs, S and E put off, / finds: wherever nobody writes and no sheet has the focus. */
export function useYearKeys(rows: readonly YearRow[], finder: RefObject<HTMLInputElement | null>) {
  const router = useRouter();
  const may = useMay();
  const openLog = useOverlay(LOG_SHEET);
  const putOff = useOverlay(PUT_OFF_SHEET);
  const [selected, setSelected] = useState<string>();
  const mayLog = may('interaction.log');

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (target instanceof Element && target.matches(WRITING)) return;
      const at = rows.findIndex((row) => row.pairingId === selected);
      const row = rows[at];
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = rows[key === 'j' ? Math.min(rows.length - 1, at + 1) : Math.max(0, at - 1)];
        if (!next) return;
        setSelected(next.pairingId);
        document.querySelector(`[data-row="${next.pairingId}"]`)?.scrollIntoView({ block: 'nearest' });
      } else if (key === 'enter' && row && !(target instanceof Element && target.matches(ACTING)))
        void router.navigate({ href: paths.friend(row.person.id) });
      else if (key === 'l' && row && mayLog) openLog(row.pairingId);
      else if ((key === 's' || key === 'e') && row?.can.includes('putOff'))
        putOff(key === 'e' ? `${row.pairingId}.excuse` : row.pairingId);
      else if (key === '/') finder.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows, selected, router, openLog, putOff, mayLog, finder]);

  return { selected, select: setSelected };
}
