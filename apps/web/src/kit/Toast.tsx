import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../app/language.tsx';
import { kitWords } from './kit.words.ts';

export type Toast = {
  readonly text: string;
  /** What can be done about it while it is shown; undo, mostly. */
  readonly action?: { readonly label?: string; readonly onAct: () => void };
  /** A second thing that it leads to. */
  readonly also?: { readonly label: string; readonly onAct: () => void };
  /** How long it stays; 10 with an action, 5 without. */
  readonly seconds?: number;
};

type Shown = Toast & { readonly id: number };

const ToastContext = createContext<((toast: Toast) => void) | null>(null);

/** `const toast = useToast(); toast({ text, action: { onAct: undo } })` */
export function useToast(): (toast: Toast) => void {
  const toast = use(ToastContext);
  if (!toast) throw new Error('useToast outside ToastProvider');
  return toast;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const count = useRef(0);
  // One at a time: a second note takes the place of the first, as the second deed takes the place of the first in mind.
  const toast = useCallback((next: Toast) => {
    count.current += 1;
    setShown({ ...next, id: count.current });
  }, []);
  const onGone = useCallback((id: number) => setShown((now) => (now?.id === id ? null : now)), []);
  const layer = useMemo(
    () => (
      <div className="toasts no-print">
        <output className="sr">{shown?.text}</output>
        {shown && <ToastNote key={shown.id} toast={shown} onGone={onGone} />}
      </div>
    ),
    [shown, onGone],
  );
  return (
    <ToastContext value={toast}>
      {children}
      {createPortal(layer, document.body)}
    </ToastContext>
  );
}

export function ToastNote({ toast, onGone }: { readonly toast: Shown; readonly onGone: (id: number) => void }) {
  const t = useWords();
  const [left, setLeft] = useState(toast.seconds ?? (toast.action || toast.also ? 10 : 5));
  const [held, setHeld] = useState(false);
  // The time stands still while someone is on it: nobody loses the undo for reading slowly.
  useEffect(() => {
    if (held) return;
    if (left <= 0) {
      onGone(toast.id);
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, held, onGone, toast.id]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const { action, also } = toast;
  return (
    <div className="toast" onPointerEnter={hold} onPointerLeave={release} onFocus={hold} onBlur={release}>
      <span aria-hidden="true">{toast.text}</span>
      {also && (
        <button
          type="button"
          onClick={() => {
            onGone(toast.id);
            also.onAct();
          }}
        >
          {also.label}
        </button>
      )}
      {action && (
        <button
          type="button"
          aria-label={action.label ?? t(kitWords.undo)}
          onClick={() => {
            onGone(toast.id);
            action.onAct();
          }}
        >
          {t(kitWords.actionSeconds, { action: action.label ?? t(kitWords.undo), seconds: left })}
        </button>
      )}
    </div>
  );
}
