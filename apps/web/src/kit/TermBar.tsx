import { sayDay as sayWritten } from '@zhengyou/domain/calendar/date.words.ts';
import { addDays, plainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Language } from '@zhengyou/domain/kit/words.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { Share } from './BoardNumber.tsx';
import { sayDay } from './dates.ts';
import { kitWords } from './kit.words.ts';
import { StateChip } from './StateChip.tsx';
import { precisionOf, TERM_NEAR_DAYS, termShare } from './term.ts';

export type TermBarProps = {
  readonly name: string;
  /** A day, a month (`2022-03`) or a year; null where the record has none. */
  readonly from: string | null;
  /** The first day that no longer belongs, or the last month or year; null where the record has none. */
  readonly until: string | null;
  /** Where this is known from, in words. */
  readonly source?: string;
  /** Said where no end is known; else that it is missing. */
  readonly endless?: string;
  readonly today: PlainDate;
};

/** No date of ours lies in it: a term always says its year. */
const NO_YEAR = plainDate('0001-01-01');

const sayBound = (bound: string, language: Language, last: boolean) =>
  bound.length < 10
    ? sayWritten(plainDate(`${bound}-01-01`.slice(0, 10)), NO_YEAR, language, precisionOf(bound))
    : sayDay(last ? addDays(plainDate(bound), -1) : plainDate(bound), { language });

/** A standing's term with what is left of it. */
export function TermBar({ name, from, until, source, endless, today }: TermBarProps) {
  const t = useWords();
  const { language } = useLanguage();
  const term = from !== null && until !== null ? termShare(from, until, today) : undefined;
  const near = term !== undefined && term.daysLeft <= TERM_NEAR_DAYS;
  return (
    <div className="term">
      <div className="row apart">
        <span className="strong">{name}</span>
        {near && (
          <StateChip
            state="dueSoon"
            word={term.daysLeft < 0 ? t(kitWords.termEnded) : t(kitWords.termLeft, { days: term.daysLeft })}
          />
        )}
        {until === null && <span className="muted">{endless ?? t(kitWords.termUnknown)}</span>}
      </div>
      {term && <Share share={term.share} tone={near ? 'soon' : 'plain'} />}
      <div className="row meta apart">
        <span>{from === null ? '' : sayBound(from, language, false)}</span>
        <span>{until === null ? '' : sayBound(until, language, true)}</span>
      </div>
      {source !== undefined && <div className="meta">{source}</div>}
    </div>
  );
}
