import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { Link } from '../../kit/Link.tsx';
import { YearRing } from '../../kit/YearRing.tsx';
import { markOf } from '../interaction/said-year.ts';
import { homeWords } from './home.words.ts';
import type { Home } from './LeaderHome.tsx';

/** The friends, each with the year around the name. */
export function FriendStrip({ home }: { readonly home: Home }) {
  const t = useWords();
  return (
    <section className="home-friends" aria-labelledby="home-friends">
      <div className="row apart">
        <h2 id="home-friends">{t(homeWords.friends)}</h2>
        <Link href={paths.friends()}>{t(homeWords.friendsTalks, { count: home.talks })}</Link>
      </div>
      <ul>
        {home.friends.map((row) => {
          const { done, required, aim, state } = row.year;
          return (
            <li key={row.pairingId}>
              <Link href={paths.friend(row.person.id)}>
                <YearRing
                  name={row.person.name}
                  done={done}
                  required={required ?? 0}
                  aim={aim ?? 0}
                  state={markOf(state)}
                />
                <span>
                  {row.person.name}
                  <span className="sr">
                    {t(homeWords.friendTalks, { done, aim: aim ?? done, state: t(CONTACT_STATE_WORDS[state]) })}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
