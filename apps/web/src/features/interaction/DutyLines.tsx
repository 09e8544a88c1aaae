import { useWords } from '../../app/language.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { Why } from '../../kit/Why.tsx';
import type { MarkState } from '../../kit/state.ts';
import type { YearRow } from './said-year.ts';

type Duty = YearRow['duties'][number];

/** Without a number, and between terms, nothing presses. */
const markOf = (state: Duty['state']): MarkState => (state === 'noNumber' || state === 'resting' ? 'onTrack' : state);
const PRESSING: ReadonlySet<Duty['state']> = new Set(['late', 'due', 'dueSoon']);

/** Duties beside the yearly one, each with its own period: what was done of what is asked. */
export function DutyLines({ row }: { readonly row: YearRow }) {
  const t = useWords();
  if (row.duties.length === 0) return null;
  return (
    <span className="duties">
      {row.duties.map((duty) => (
        <span key={duty.requirement} className={duty.state === 'late' ? 'late nb' : 'second nb'}>
          {PRESSING.has(duty.state) && (
            <span className={`state is-${duty.state === 'dueSoon' ? 'due-soon' : duty.state}`}>
              <StateShape state={markOf(duty.state)} />
            </span>
          )}
          {t(duty.short)}
        </span>
      ))}
    </span>
  );
}

/** The same with its arithmetic and its clause. */
export function DutySentences({ row }: { readonly row: YearRow }) {
  const t = useWords();
  return row.duties.map((duty) => (
    <span key={duty.requirement} className="duty-sentence">
      <Why clause={duty.clause}>{t(duty.sentence)}</Why>
    </span>
  ));
}
