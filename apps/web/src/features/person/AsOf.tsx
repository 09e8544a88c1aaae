import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useSearchState } from '../../app/address.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import type { PersonReply } from './person-phrases.ts';
import { recordWords } from './record.words.ts';

/** The record as of another day; which day is said in the address. */
export function AsOf({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { setSearch } = useSearchState();
  const other = record.on !== today;
  return (
    <div className="row wrap as-of no-print">
      <label className="row">
        <span className="meta">{t(recordWords.asOf)}</span>
        <input
          className="input"
          type="date"
          value={record.on}
          onChange={(event) => {
            const { value } = event.target;
            if (value !== '') setSearch({ on: value === today ? undefined : value }, { replace: true });
          }}
        />
      </label>
      {other && (
        <>
          <span>
            {t(record.on > today ? recordWords.asOfAhead : recordWords.asOfLead, {
              on: sayDay(plainDate(record.on), { language }),
            })}
          </span>
          <button type="button" className="link" onClick={() => setSearch({ on: undefined }, { replace: true })}>
            {t(recordWords.backToToday)}
          </button>
        </>
      )}
    </div>
  );
}
