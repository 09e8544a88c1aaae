import type { ReactNode } from 'react';
import { useWords } from '../app/language.tsx';
import { stateWords } from './kit.words.ts';
import { STATE_CLASS, type MarkState } from './state.ts';

const clock = (hand: string) => (
  <>
    <circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.3" />
    <path d={hand} fill="currentColor" />
  </>
);
const inked = 'var(--surface)';

/** A small clock that fills as time runs out; the ends of the story have shapes of their own. */
const SHAPES: Readonly<Record<MarkState, ReactNode>> = {
  met: (
    <>
      <circle cx="6" cy="6" r="5.8" fill="currentColor" />
      <path
        d="M3.4 6.2L5.3 8.1L8.7 4.3"
        fill="none"
        stroke={inked}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  onTrack: clock('M6 6V2.6A3.4 3.4 0 0 1 9.4 6Z'),
  dueSoon: clock('M6 6V2.6A3.4 3.4 0 0 1 6 9.4Z'),
  due: clock('M6 6V2.6A3.4 3.4 0 1 1 2.6 6Z'),
  late: (
    <>
      <path d="M6 0.4L11.6 6L6 11.6L0.4 6Z" fill="currentColor" />
      <path d="M6 3.2V6.6M6 8.1V8.9" stroke={inked} strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  firstPending: (
    <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2 1.85" />
  ),
  excused: <path d="M3.6 2V10M8.4 2V10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

export function StateShape({ state }: { readonly state: MarkState }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

export type StateChipProps = {
  readonly state: MarkState;
  /** More exact than the state’s own word: late by 23 days. */
  readonly word?: ReactNode;
};

export function StateChip({ state, word }: StateChipProps) {
  const t = useWords();
  return (
    <span className={`state ${STATE_CLASS[state]}`}>
      <StateShape state={state} />
      {word ?? t(stateWords[state])}
    </span>
  );
}
