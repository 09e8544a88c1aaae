import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { GlyphBox } from '../../kit/Glyph.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { occasionWords } from './occasion.words.ts';
import type { RoundRoster } from './RoundPage.tsx';
import { yuanOf } from './say-occasion.ts';
import { GiftFields } from './GiftFields.tsx';
import type { Ticks } from './use-ticks.ts';

type Line = RoundRoster['leaders'][number];
type Friend = Line['friends'][number];

type RosterListProps = { readonly round: RoundRoster; readonly ticks: Ticks };

/** Leader by leader, each friend with the visit that was, or a day that suits. */
export function RosterList({ round, ticks }: RosterListProps) {
  return (
    <div className="round-roster">
      {round.leaders.map((line) => (
        <LeaderLines key={line.leader.id} round={round} line={line} ticks={ticks} />
      ))}
    </div>
  );
}

function LeaderLines({ round, line, ticks }: RosterListProps & { readonly line: Line }) {
  const t = useWords();
  const { friends, leader } = line;
  const open = friends.filter((friend) => friend.visited === null).map((friend) => friend.pairingId);
  const ticking = round.can.includes('tick') && line.mine;
  const all = open.length > 0 && open.every((id) => ticks.has(id));
  const headId = `leader-${leader.id}`;
  return (
    <section aria-labelledby={headId}>
      <div className="roster-head">
        <h2 id={headId}>
          {leader.name} <small>{line.unit}</small>
        </h2>
        <span className="muted">
          {t(occasionWords.visitedOf, { visited: friends.length - open.length, pairs: friends.length })}
        </span>
        {ticking && open.length > 1 && (
          <button
            type="button"
            className="link"
            aria-label={all ? undefined : t(occasionWords.tickAllOf, { name: leader.name })}
            onClick={() => ticks.set(open, !all)}
          >
            {t(all ? occasionWords.untickAll : occasionWords.tickAll)}
          </button>
        )}
      </div>
      <ul>
        {friends.map((friend) => (
          <FriendLine key={friend.pairingId} round={round} friend={friend} ticks={ticks} ticking={ticking} />
        ))}
      </ul>
    </section>
  );
}

type FriendLineProps = RosterListProps & { readonly friend: Friend; readonly ticking: boolean };

function FriendLine({ round, friend, ticks, ticking }: FriendLineProps) {
  const t = useWords();
  const may = useMay();
  const { person, visited, pairingId } = friend;
  const on = ticks.has(pairingId);
  const what = [person.unitShort, ...person.titles].filter(Boolean).join(t(kitWords.comma));
  const name = (
    <span className="grow">
      <span className="strong">{person.name}</span>
      <span className="muted">{what}</span>
    </span>
  );
  const when = <When round={round} friend={friend} />;
  return (
    <li className={visited === null ? undefined : 'visited'}>
      {ticking && visited === null ? (
        <label>
          <input type="checkbox" checked={on} onChange={(event) => ticks.set([pairingId], event.target.checked)} />
          {name}
          {when}
        </label>
      ) : (
        <div className="roster-line">
          <span className="roster-mark">{visited !== null && <GlyphBox kind="visit" />}</span>
          {may('person.read') ? (
            <Link className="plain grow" href={paths.friend(person.id)}>
              {name}
            </Link>
          ) : (
            name
          )}
          {when}
        </div>
      )}
      {ticking && on && round.gifts.length > 0 && <GiftFields round={round} friend={friend} ticks={ticks} />}
    </li>
  );
}

function When({ round, friend }: { readonly round: RoundRoster; readonly friend: Friend }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { visited, suggestedOn, away } = friend;
  if (visited !== null) {
    const day = sayDay(visited.on, { language, today });
    const text =
      visited.recordedAs === null
        ? t(occasionWords.visitedOn, { day })
        : t(occasionWords.visitedAs, { day, name: visited.recordedAs });
    return (
      <span className="roster-when">
        {text}
        {visited.gift && (
          <span className="muted">
            {t(occasionWords.brought, { name: visited.gift.name, yuan: yuanOf(visited.gift.cents) })}
          </span>
        )}
      </span>
    );
  }
  const text =
    round.state === 'over'
      ? t(occasionWords.notVisited)
      : away
        ? t(occasionWords.away)
        : suggestedOn === null
          ? t(occasionWords.noDay)
          : t(occasionWords.suggested, { day: sayDay(suggestedOn, { language, today }) });
  return <span className="roster-when muted">{text}</span>;
}
