import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../app/language.tsx';
import { Icon } from './Icon.tsx';
import { kitWords } from './kit.words.ts';
import { useDesk } from './media.ts';

export type SheetProps = {
  readonly title: string;
  readonly onClose: () => void;
  /** Said by the closing button when closing keeps something. */
  readonly closeLabel?: string;
  readonly children: ReactNode;
  /** Stays in sight under the scrolling body: the one primary action. */
  readonly foot?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

const REACHABLE = 'a[href], button:not([disabled]), input, select, textarea, [tabindex]:not([tabindex="-1"])';

/**
 * A bottom sheet up to 1180 px: modal, the page behind is inert. At a desk a panel at the right beside the living page.
 * Mount it to open, unmount it to close; the focus goes back where it came from.
 */
export function Sheet({ title, onClose, closeLabel, children, foot, onKeyDown }: SheetProps) {
  const t = useWords();
  const desk = useDesk();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);

  const [opener] = useState(() => document.activeElement);

  // Before the next effect: its cleanup must find the page reachable again when it gives the focus back.
  useEffect(() => {
    if (desk) return;
    const root = document.getElementById('root');
    const { overflow } = document.body.style;
    root?.setAttribute('inert', '');
    document.body.style.overflow = 'hidden';
    return () => {
      root?.removeAttribute('inert');
      document.body.style.overflow = overflow;
    };
  }, [desk]);

  useEffect(() => {
    panel.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);

  // At a desk the page keeps its own Esc: the panel listens when the focus is in it, or nowhere.
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const inside = panel.current?.contains(document.activeElement) || document.activeElement === document.body;
      if (event.key === 'Escape' && !event.defaultPrevented && inside) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);

  function keepFocus(event: KeyboardEvent) {
    onKeyDown?.(event);
    if (desk || event.key !== 'Tab' || !panel.current) return;
    const reachable = [...panel.current.querySelectorAll<HTMLElement>(REACHABLE)].filter((each) => each.tabIndex >= 0);
    const edge = event.shiftKey ? reachable[0] : reachable.at(-1);
    const other = event.shiftKey ? reachable.at(-1) : reachable[0];
    if (document.activeElement === edge || document.activeElement === panel.current) {
      event.preventDefault();
      other?.focus();
    }
  }

  return createPortal(
    <>
      {!desk && <div className="scrim" onClick={onClose} aria-hidden="true" />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog keeps the focus and hears its keys */}
      <section
        ref={panel}
        className="sheet"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <dialog> in the top layer would cover the toasts
        role="dialog"
        aria-modal={desk ? undefined : true}
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={keepFocus}
      >
        <div className="grip" aria-hidden="true" />
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="icon-button" aria-label={closeLabel ?? t(kitWords.close)} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="body">{children}</div>
        {foot && <footer className="foot">{foot}</footer>}
      </section>
    </>,
    document.body,
  );
}

export type SheetLineProps = {
  readonly label: string;
  /** The id that the control names as its label. */
  readonly labelId?: string;
  /** The label stands above: for what is written freely. */
  readonly up?: boolean;
  readonly children: ReactNode;
};

export function SheetLine({ label, labelId, up, children }: SheetLineProps) {
  return (
    <div className={up ? 'line up' : 'line'}>
      <span className="label" id={labelId}>
        {label}
      </span>
      {children}
    </div>
  );
}
