import { readNear, type OccasionShown } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { OCCASION_DONE_WORDS } from '@zhengyou/domain/occasion/occasion.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { OCCASION_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Link } from '../../kit/Link.tsx';
import { occasionWords } from './occasion.words.ts';
import { toldWords } from './told.words.ts';
import { kindOf, toldBy } from './say-occasion.ts';
import { useAnswerSheet } from './use-answer-sheet.ts';

export type Near = ReplyOf<typeof readNear>;

/** What is near: told of one's friends, and the festival that runs. At most three cards. */
export function NearCards({ near }: { readonly near: Near }) {
  return (
    <>
      {near.occasions.slice(0, near.festival === null ? 3 : 2).map((one) => (
        <OccasionCard key={one.id} occasion={one} />
      ))}
      {near.festival && <FestivalCard festival={near.festival} />}
    </>
  );
}

/** Of hardship and illness only that it was told: the words open on their own. */
function OccasionCard({ occasion }: { readonly occasion: OccasionShown }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const open = useOverlay(OCCASION_SHEET);
  const answer = useAnswerSheet();
  const { person, words, action, can, dueOn } = occasion;
  return (
    <section className="card">
      <div className="head">
        {t(toldWords.near)}
        <span>
          {dueOn === null
            ? toldBy(occasion, { language, today })
            : t(toldWords.dueBy, { day: sayDay(dueOn, { language, today }) })}
        </span>
      </div>
      <h2>
        <Link className="plain" href={paths.friend(person.id)}>
          {person.name}
        </Link>
        <small>{kindOf(occasion, { language, today })}</small>
      </h2>
      {words === null ? <p className="muted">{t(toldWords.nearHear)}</p> : <p className="voice">{words}</p>}
      <div className="acts">
        {can.includes('log') && <Button onClick={() => answer(occasion)}>{t(OCCASION_DONE_WORDS[action])}</Button>}
        <Button aria-label={t(toldWords.seeOf, { name: person.name })} onClick={() => open(occasion.id)}>
          {t(toldWords.see)}
        </Button>
      </div>
    </section>
  );
}

function FestivalCard({ festival }: { readonly festival: NonNullable<Near['festival']> }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today, person: self } = useSession();
  const { left, visited, pairs } = festival;
  const names = left.map((one) => one.name).join(t(occasionWords.listComma));
  const count = pairs - visited;
  return (
    <section className="card">
      <div className="head">
        {t(toldWords.near)}
        <span>{t(toldWords.nearUntil, { day: sayDay(addDays(festival.until, -1), { language, today }) })}</span>
      </div>
      <h2>
        {t(occasionWords.roundTitle, { festival: t(festival.name) })}
        <small>{t(occasionWords.visitedOf, { visited, pairs })}</small>
      </h2>
      <p>{t(count > left.length ? toldWords.nearLeftMore : toldWords.nearLeft, { names, count })}</p>
      <div className="acts">
        <LinkButton href={paths.round(festival.id, { leader: self.id })}>{t(toldWords.nearVisited)}</LinkButton>
      </div>
    </section>
  );
}
