import { arcPath, ringArcs } from './ring.ts';
import type { MarkState } from './state.ts';

export type YearRingProps = {
  readonly name: string;
  readonly done: number;
  readonly required: number;
  readonly aim: number;
  readonly state: MarkState;
};

/** A picture only: whoever places it writes name and figures beside it, or in a `.sr` span. */
export function YearRing({ name, done, required, aim, state }: YearRingProps) {
  return (
    <span className="ring" aria-hidden="true">
      <svg width="60" height="60" viewBox="0 0 60 60">
        {ringArcs(done, required, aim, state).map((arc) => (
          <path key={arc.from} className={arc.kind} d={arcPath(arc, 30, 27)} />
        ))}
      </svg>
      <i>{[...name][0]}</i>
    </span>
  );
}
