import type { ReactNode } from 'react';
import { StateShape } from './StateChip.tsx';
import type { MarkState } from './state.ts';
import { STATE_CLASS } from './state.ts';

export type ShownClock = {
  readonly key: string;
  readonly state: MarkState;
  /** The whole of it in words: what is awaited, by when, how much is left. */
  readonly words: ReactNode;
  /** Done or stopped: told quietly. */
  readonly over?: boolean;
};

export type ClockLineProps = {
  /** Who is doing what, the day promised, what is left. */
  readonly sentence?: ReactNode;
  readonly clocks: readonly ShownClock[];
  /** Names the list of clocks. */
  readonly label: string;
};

/** The one sentence of state, and every clock under it: none is hidden because another is shorter. */
export function ClockLine({ sentence, clocks, label }: ClockLineProps) {
  return (
    <div className="clock-line">
      {sentence && <p>{sentence}</p>}
      {clocks.length > 0 && (
        <ul aria-label={label}>
          {clocks.map(({ key, state, words, over }) => (
            <li key={key} className={over ? 'state over' : `state ${STATE_CLASS[state]}`}>
              <StateShape state={state} />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
