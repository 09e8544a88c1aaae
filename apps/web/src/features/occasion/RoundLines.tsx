import type { Round } from '@zhengyou/domain/occasion/round.contract.ts';
import { ROUND_STATE_WORDS } from '@zhengyou/domain/occasion/occasion.words.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Share } from '../../kit/BoardNumber.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Link } from '../../kit/Link.tsx';
import { occasionWords } from './occasion.words.ts';

/** Rounds, the latest first: each opens its roster. */
export function RoundLines({ rounds }: { readonly rounds: readonly Round[] }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  if (rounds.length === 0) return <Empty lead={t(occasionWords.noRounds)} />;
  return (
    <ul className="round-lines">
      {rounds.map((round) => (
        <li key={round.id}>
          <Link className="plain" href={paths.round(round.id)}>
            <span className="grow">
              <span className="strong">
                {t(occasionWords.festivalDay, { festival: t(round.name), day: sayDay(round.on, { language, today }) })}
              </span>
              <span className="muted">
                {t(ROUND_STATE_WORDS[round.state])}
                {' · '}
                {t(occasionWords.window, {
                  from: sayDay(round.from, { language, today }),
                  last: sayDay(addDays(round.until, -1), { language, today }),
                })}
              </span>
            </span>
            <span className="round-share">
              <span className="strong">
                {t(occasionWords.visitedOf, { visited: round.visited, pairs: round.pairs })}
              </span>
              <Share share={round.pairs === 0 ? 0 : round.visited / round.pairs} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
