import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { nextIndex, tabStop } from './roving.ts';

export type Choice<T> = {
  readonly value: T;
  readonly label: ReactNode;
  readonly disabled?: boolean;
};

export type ChoiceChipsProps<T extends string | number> = {
  readonly options: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** What is chosen: give a name, or the id of the element that says it. */
  readonly label?: string;
  readonly labelledBy?: string;
  /** Equal columns. Without it the chips flow. */
  readonly columns?: number;
  /** `even` stretches the chips over the line; `scroll` keeps them in one line on a phone. */
  readonly fit?: 'flow' | 'even' | 'scroll';
};

/** A radio group that looks like chips: arrows move, Space or Enter picks. Moving does not pick, since a pick may change the page. */
export function ChoiceChips<T extends string | number>(props: ChoiceChipsProps<T>) {
  const { options, value, onChange, label, labelledBy, columns, fit = 'flow' } = props;
  const group = useRef<HTMLDivElement>(null);
  const stop = tabStop(options, value);

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>, index: number) {
    const next = nextIndex(event.key, index, options.length);
    if (next === undefined) return;
    event.preventDefault();
    group.current?.querySelectorAll<HTMLButtonElement>('[role="radio"]')[next]?.focus();
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      className={['chips', columns && 'columns', fit !== 'flow' && fit].filter(Boolean).join(' ')}
      style={
        columns
          ? ({ '--columns': columns } as CSSProperties)
          : undefined /* a custom property is no CSSProperties key */
      }
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- arrows on radio inputs pick at once; here moving only looks
          role="radio"
          aria-checked={option.value === value}
          aria-disabled={option.disabled || undefined}
          tabIndex={index === stop ? 0 : -1}
          className={option.value === value ? 'chip on' : 'chip'}
          onClick={() => {
            if (!option.disabled) onChange(option.value);
          }}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
