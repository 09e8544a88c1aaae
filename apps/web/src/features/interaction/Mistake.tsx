import { StateShape } from '../../kit/StateChip.tsx';
import type { SaveMistake } from './use-save-talk.ts';

/** What stands in the way, under the field where it stands; `null` for what has no field of its own. */
export function Mistake({ of, field }: { readonly of: SaveMistake | undefined; readonly field: string | null }) {
  if (!of || of.field !== field) return null;
  return (
    <p className="log-mistake" role="alert">
      <StateShape state="late" />
      <span>{of.text}</span>
    </p>
  );
}
