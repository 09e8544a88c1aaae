import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { Why } from '../../kit/Why.tsx';
import { markOf, nameOf, nextOf } from '../interaction/said-year.ts';
import { homeWords } from './home.words.ts';
import type { Overview } from './OverviewHome.tsx';

/** The few pairs whose day presses; help stands before a reminder. */
export function PressingPairs({ overview }: { readonly overview: Overview }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const openLog = useOverlay(LOG_SHEET);
  return (
    <section>
      <div className="sec">
        <h2>{t(homeWords.pressing)}</h2>
        <span className="meta">{t(homeWords.pressingText)}</span>
      </div>
      <table className="tbl folds home-pressing">
        <thead>
          <tr>
            <th scope="col">{t(homeWords.state)}</th>
            <th scope="col">{t(homeWords.who)}</th>
            <th scope="col">{t(homeWords.next)}</th>
            <th scope="col">
              <span className="sr">{t(homeWords.log)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.pressing.map((row) => (
            <tr key={row.pairingId}>
              <td>
                <StateChip state={markOf(row.year.state)} word={t(CONTACT_STATE_WORDS[row.year.state])} />
              </td>
              <td>
                <Link className="plain strong" href={paths.friend(row.person.id)}>
                  {t(homeWords.pairOf, { leader: row.leader.name, person: nameOf(row, language) })}
                </Link>
                <br />
                <span className="meta">{row.person.unit}</span>
              </td>
              <td className={row.year.state === 'late' ? 'late' : 'second'}>
                <Turns text={nextOf(row, today, language).join(t(kitWords.comma))} />{' '}
                <Why local={row.year.dueIsLocal} />
              </td>
              <td className="r beside">
                {may('interaction.log') && (
                  <Button
                    small
                    aria-label={t(homeWords.logFor, { name: nameOf(row, language) })}
                    onClick={() => openLog(row.pairingId)}
                  >
                    {t(homeWords.log)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="home-all">
        <Link href={paths.year()}>{t(homeWords.pressingAll)}</Link>
      </p>
    </section>
  );
}
