import { sayDay as sayWritten } from '@zhengyou/domain/calendar/date.words.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { TERM_STATE_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSearchState } from '../../app/address.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { TermBar } from '../../kit/TermBar.tsx';
import { boundOf, type PersonReply, type StandingReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

type StandingsProps = {
  readonly record: PersonReply;
  /** Beside the directory there is room for what is held; the record shows the past too. */
  readonly whole?: boolean;
};

export function Standings({ record, whole }: StandingsProps) {
  const t = useWords();
  const { setSearch } = useSearchState();
  const current = record.standings.filter((standing) => standing.time !== 'over');
  const over = record.standings.filter((standing) => standing.time === 'over');
  const mayAdd = record.can.includes('addStanding');
  return (
    <section>
      <div className="sec ruled">
        <h3>{t(personWords.standings)}</h3>
        {mayAdd && whole && (
          <span className="meta">
            <button type="button" className="link" onClick={() => setSearch({ sheet: 'standing' })}>
              {t(personWords.addStanding)}
            </button>
          </span>
        )}
      </div>
      {current.length === 0 && (
        <p className="second">{t(over.length > 0 ? personWords.noneHeld : personWords.noStandings)}</p>
      )}
      {current.map((standing) => (
        <StandingItem key={standing.id} standing={standing} editable={mayAdd && whole === true} />
      ))}
      {whole && over.length > 0 && (
        <details className="earlier">
          <summary className="muted">{t(personWords.earlier)}</summary>
          {over.map((standing) => (
            <StandingItem key={standing.id} standing={standing} editable={mayAdd} />
          ))}
        </details>
      )}
    </section>
  );
}

function StandingItem({ standing, editable }: { readonly standing: StandingReply; readonly editable: boolean }) {
  const t = useWords();
  const { today } = useSession();
  const { setSearch } = useSearchState();
  const { precision } = standing;
  return (
    <div className="standing">
      <TermBar
        name={standing.written}
        from={boundOf(standing.startsOn, precision)}
        until={boundOf(standing.endsOn, precision, true) /* month and year belong; a day is the first after */}
        source={standing.source}
        today={today}
        {...(standing.term === 'without' ? { endless: t(TERM_STATE_WORDS.without) } : {})}
      />
      {editable && (
        <Button
          small
          look="text"
          aria-label={t(personWords.changeOf, { written: standing.written })}
          onClick={() => setSearch({ sheet: 'standing', standing: standing.id })}
        >
          {t(personWords.change)}
        </Button>
      )}
    </div>
  );
}

/** The words in which an end is said within a sentence. */
export function useSayEnd() {
  const { language } = useLanguage();
  const { today } = useSession();
  return (standing: Pick<StandingReply, 'endsOn' | 'precision'>) =>
    standing.endsOn === null
      ? ''
      : sayWritten(addDays(standing.endsOn, -1), today, language, standing.precision ?? 'day');
}
