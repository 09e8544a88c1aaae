import { listOccasions } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { listMyVisits } from '@zhengyou/domain/occasion/round.contract.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { TELL_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { occasionWords } from './occasion.words.ts';
import { toldWords } from './told.words.ts';
import { yuanOf } from './say-occasion.ts';
import { ToldLine } from './ToldList.tsx';
import './occasion.css';

/** For a representative: what was told of them, by whom, what came of it; and who visited at festivals. */
export function MyOccasions({ paired }: { readonly paired: boolean }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person } = useSession();
  const tell = useOverlay(TELL_SHEET);
  const told = useCall(listOccasions, { query: { show: 'all', person: person.id, limit: 20 } }).data?.items ?? [];
  const visits = useCall(listMyVisits, {}).data?.items ?? [];
  if (!paired && told.length === 0 && visits.length === 0) return null;
  return (
    <section className="card">
      <div className="head">{t(toldWords.own)}</div>
      {paired && <p className="muted">{t(toldWords.ownText)}</p>}
      {told.length > 0 && (
        <ul className="told-lines">
          {told.map((one) => (
            <ToldLine key={one.id} occasion={one} own />
          ))}
        </ul>
      )}
      {paired && (
        <div className="acts">
          <Button onClick={() => tell()}>{t(toldWords.tell)}</Button>
        </div>
      )}
      {visits.length > 0 && (
        <>
          <p className="muted own-visits">{t(toldWords.ownVisits)}</p>
          <ul>
            {visits.map((visit) => (
              <li key={`${visit.on} ${visit.leader}`}>
                {t(toldWords.ownVisit, {
                  festival: t(visit.festival),
                  day: sayDay(visit.on, { language, today }),
                  leader: visit.leader,
                })}
                {visit.gift && (
                  <span className="muted">
                    {' '}
                    {t(occasionWords.brought, { name: visit.gift.name, yuan: yuanOf(visit.gift.cents) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
