import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export type ChipProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly children: ReactNode;
  /** Leave out for a chip that only acts. */
  readonly on?: boolean;
  /** Shows that it opens a list. */
  readonly opens?: boolean;
};

/** A single chip that is pressed or acts. Several of which one is chosen are `ChoiceChips`. */
export function Chip({ on, opens, className, children, ...rest }: ChipProps) {
  return (
    <button
      {...rest}
      type="button"
      className={['chip', on && 'on', className].filter(Boolean).join(' ')}
      aria-pressed={on}
      aria-haspopup={opens ? 'true' : undefined}
    >
      {children}
      {opens && <Icon name="down" size={14} />}
    </button>
  );
}

export type SelectChipProps<T extends string> = {
  /** What is chosen here; shown while nothing is. */
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** The word for everything. */
  readonly all?: string;
  readonly onChange: (value: T | '') => void;
};

/** A chip over the system's own list: works with keys, touch and readers, and costs no script. */
export function SelectChip<T extends string>({ label, value, options, all, onChange }: SelectChipProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <span className={chosen && all !== undefined ? 'chip select on' : 'chip select'}>
      {chosen?.label ?? label}
      <Icon name="down" size={14} />
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T | '')}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
