import { listLedgerChoices } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { ledgerWords } from './ledger.words.ts';

type ChoicePickerProps = {
  readonly importId: string;
  readonly of: 'leader' | 'person' | 'unit';
  /** The empty text while nobody is chosen. */
  readonly onChoose: (ref: string) => void;
};

const LABELS = { leader: ledgerWords.pickLeader, person: ledgerWords.pickPerson, unit: ledgerWords.pickUnit } as const;

/** A field that searches while one types; arrows move in the list, Enter takes. Two of one name are told apart by what stands behind. */
export function ChoicePicker({ importId, of, onChoose }: ChoicePickerProps) {
  const t = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const search = useDeferredValue(text.trim().slice(0, 50));
  const found = useCall(
    listLedgerChoices,
    { params: { importId }, query: { of, search } },
    { enabled: open, keepPrevious: true },
  );
  const items = found.data?.items ?? [];
  const at = Math.min(active, items.length - 1);

  function take(index: number) {
    const item = items[index];
    if (!item) return;
    setText(item.name);
    setOpen(false);
    onChoose(item.ref);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at + by + items.length) % Math.max(1, items.length));
    } else if (event.key === 'Enter' && open && items.length > 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  }

  return (
    <div className="picker" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <input
        className="input"
        role="combobox"
        aria-label={t(LABELS[of])}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && items[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder={t(ledgerWords.search)}
        value={text}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
          onChoose('');
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <datalist> shows no second line and keeps no ref
        <div role="listbox" id={`${id}-list`} aria-label={t(LABELS[of])} className="options">
          {items.map((item, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are the field's
            <div
              key={item.ref}
              id={`${id}-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <option> holds no second line
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              <span className="strong">{item.name}</span>
              {item.what !== '' && <span className="meta">{item.what}</span>}
            </div>
          ))}
        </div>
      )}
      {open && items.length === 0 && (
        <p className="meta">{found.isFetching ? t(ledgerWords.searching) : t(ledgerWords.noMatch, { search })}</p>
      )}
      <output className="sr">{open && items.length > 0 && t(ledgerWords.matches, { count: items.length })}</output>
    </div>
  );
}
