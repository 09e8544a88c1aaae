import { CHANNEL_WORDS, CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import type { YearRow } from '@zhengyou/domain/interaction/year.contract.ts';
import { yearOf } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET, PUT_OFF_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { sayDay, sayDistance, sayMonth } from '../../kit/dates.ts';
import { Icon } from '../../kit/Icon.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { Why } from '../../kit/Why.tsx';
import { markOf } from '../interaction/said-year.ts';
import { homeWords } from './home.words.ts';
import type { Home } from './LeaderHome.tsx';

type ContactCardProps = {
  readonly card: Home['cards'][number];
  /** The first card carries the page's one filled button. */
  readonly first: boolean;
};

/** A friend to contact: how it stands, when it was last, one tap to call, one to say that it happened. */
export function ContactCard({ card, first }: ContactCardProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const openLog = useOverlay(LOG_SHEET);
  const putOff = useOverlay(PUT_OFF_SHEET);
  const { row, phone } = card;
  const { state, dueOn, dueIsLocal } = row.year;
  const { name } = row.person;
  const word = t(CONTACT_STATE_WORDS[state]);
  return (
    <section className="card">
      <div className="head">
        {t(homeWords.toContact)}
        <span>
          <StateChip
            state={markOf(state)}
            word={
              dueOn === null
                ? word
                : t(homeWords.stateAndLeft, { state: word, left: sayDistance(dueOn, { language, today }) })
            }
          />{' '}
          <Why local={dueIsLocal} />
        </span>
      </div>
      <CardTitle row={row} />
      <p>
        <LastTalk row={row} />
      </p>
      <div className="acts">
        {phone !== null && (
          <LinkButton
            {...(first && { look: 'primary' as const })}
            href={`tel:${phone}`}
            aria-label={t(homeWords.callTo, { name })}
          >
            <Icon name="phone" />
            {t(homeWords.call)}
          </LinkButton>
        )}
        <Button
          {...(first && phone === null && { look: 'primary' as const })}
          aria-label={t(homeWords.talkedWith, { name })}
          onClick={() => openLog(row.pairingId)}
        >
          {t(homeWords.talked)}
        </Button>
        {row.can.includes('putOff') && (
          <button
            type="button"
            className="link"
            aria-label={t(homeWords.putOffOf, { name })}
            onClick={() => putOff(row.pairingId)}
          >
            {t(homeWords.putOff)}
          </button>
        )}
      </div>
    </section>
  );
}

function CardTitle({ row }: { readonly row: YearRow }) {
  const t = useWords();
  const { name, unitShort, standings, id } = row.person;
  return (
    <h2>
      <Link className="plain" href={paths.friend(id)}>
        {name}
      </Link>
      <small>{[unitShort, standings[0]].filter(Boolean).join(t(kitWords.comma))}</small>
    </h2>
  );
}

/** When and how it was last, at the precision that is known. */
function LastTalk({ row }: { readonly row: YearRow }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { last } = row.year;
  if (last === null) return t(homeWords.never);
  const word = t(CHANNEL_WORDS[last.channel]);
  const way = language === 'en' ? word.toLowerCase() : word;
  const away = yearOf(today) - yearOf(last.on);
  // "Last year" says the year; the day then goes without it.
  const near = away === 1 ? last.on : today;
  const day =
    last.precision === 'month'
      ? sayMonth(last.on.slice(0, 7), { language, today: near })
      : sayDay(last.on, { language, today: near });
  return t(away === 0 ? homeWords.lastThisYear : away === 1 ? homeWords.lastYear : homeWords.lastEarlier, { day, way });
}

/** In the place of a card whose talk has just been written down. */
export function TurnedCard({ row }: { readonly row: YearRow }) {
  const t = useWords();
  const { done, aim } = row.year;
  return (
    <section className="card turned">
      <div className="head">
        {t(homeWords.doneToday)}
        <StateChip state="met" word={t(homeWords.done)} />
      </div>
      <CardTitle row={row} />
      <p>{t(homeWords.doneCount, { done, aim: aim ?? done })}</p>
    </section>
  );
}
