import { daysLeftOf } from '@zhengyou/domain/person/standing.ts';
import { letterOf } from '@zhengyou/domain/person/person-search.ts';
import { AFFILIATION_SHORT_WORDS, TERM_STATE_WORDS } from '@zhengyou/domain/person/person.words.ts';
import { useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip, StateShape } from '../../kit/StateChip.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import { sayAffiliations, sayPosition, sayPost, sayTermEnd, type PersonLineReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

type DirectoryTableProps = {
  readonly people: readonly PersonLineReply[];
  readonly asLeaders: boolean;
  /** By strokes instead of by reading. */
  readonly byStrokes: boolean;
  /** Who is open beside the table. */
  readonly open: string | undefined;
  /** Where a row leads: beside the table at a desk, to the record elsewhere. */
  readonly hrefOf: (personId: string) => string;
};

/** Rows under the letters of their readings; up and down move from name to name, Enter opens. */
export function DirectoryTable({ people, asLeaders, byStrokes, open, hrefOf }: DirectoryTableProps) {
  const t = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const mark = (person: PersonLineReply) =>
    byStrokes
      ? person.strokes === null
        ? '#'
        : t(personWords.strokesCount, { count: person.strokes })
      : letterOf(person);
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('a.name') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement /* compared only */);
    if (at < 0) return;
    event.preventDefault();
    links[at + step]?.focus();
  }
  return (
    <table className={asLeaders ? 'tbl people as-leaders' : 'tbl people'}>
      <thead>
        <tr>
          <th scope="col" className="letter">
            <span className="sr">{t(personWords.letter)}</span>
          </th>
          <th scope="col">{t(personWords.name)}</th>
          {asLeaders ? (
            <>
              <th scope="col">{t(personWords.post)}</th>
              <th scope="col" className="r">
                {t(personWords.friends)}
              </th>
            </>
          ) : (
            <>
              <th scope="col">{t(personWords.party)}</th>
              <th scope="col" className="standings">
                <span className="row apart">
                  {t(personWords.standing)}
                  <span>{t(personWords.term)}</span>
                </span>
              </th>
              <th scope="col">{t(personWords.tier)}</th>
              <th scope="col">{t(personWords.leader)}</th>
            </>
          )}
        </tr>
      </thead>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows move between the links inside */}
      <tbody ref={body} onKeyDown={onKeyDown}>
        {people.map((person, index) => {
          const before = people[index - 1];
          const letter = mark(person);
          return (
            <tr
              key={person.id}
              className={person.id === open ? 'sel' : undefined}
              aria-current={person.id === open || undefined}
            >
              <td className="letter voice muted">
                <span className={before && mark(before) === letter ? 'sr' : undefined}>{letter}</span>
              </td>
              <th scope="row" className="named">
                <Name person={person} href={hrefOf(person.id)} />
              </th>
              {asLeaders ? <LeaderCells person={person} /> : <RepresentativeCells person={person} />}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Name({ person, href }: { readonly person: PersonLineReply; readonly href: string }) {
  const t = useWords();
  const comma = t(kitWords.comma);
  const what = sayPosition(person, t);
  const says = (person.sharesName ? [what] : [person.unit.name, what]).filter(Boolean).join(comma);
  return (
    <>
      <Link className="name strong" href={href}>
        {person.name}
      </Link>
      {person.sharesName && (
        <span className="meta">
          {comma}
          {person.unit.name}
        </span>
      )}
      <div className="meta ell" title={says}>
        {says}
      </div>
    </>
  );
}

function RepresentativeCells({ person }: { readonly person: PersonLineReply }) {
  const t = useWords();
  const tierWords = useTierWords();
  return (
    <>
      <td className="second party" title={sayAffiliations(person.affiliations, t)}>
        {person.affiliations.map((one) => t(AFFILIATION_SHORT_WORDS[one])).join(t(kitWords.and))}
      </td>
      <td className="standings">
        {person.standings.length === 0 && <span className="muted">{t(personWords.noStanding)}</span>}
        {person.standings.map((standing) => (
          <div className="row apart" key={standing.id}>
            <span className="ell" title={standing.written}>
              {standing.written}
            </span>
            <TermEnd standing={standing} />
          </div>
        ))}
      </td>
      <td className="second tier nb">{person.tier === null ? t(personWords.noTier) : t(tierWords(person.tier))}</td>
      <td className="leaders">
        <Leaders person={person} />
      </td>
    </>
  );
}

type LineStanding = PersonLineReply['standings'][number];

function TermEnd({ standing }: { readonly standing: LineStanding }) {
  const t = useWords();
  if (standing.endsOn === null)
    return (
      <span className="muted nb term-end">
        {t(TERM_STATE_WORDS[standing.term === 'without' ? 'without' : 'missing'])}
      </span>
    );
  const text = t(personWords.until, { until: sayTermEnd(standing.endsOn, standing.precision) });
  return standing.ending ? (
    <span className="state is-due-soon term-end">
      <StateShape state="dueSoon" />
      {text}
    </span>
  ) : (
    <span className="muted nb term-end">{text}</span>
  );
}

export function Leaders({ person }: { readonly person: PersonLineReply }) {
  const t = useWords();
  const tierWords = useTierWords();
  if (person.leaders.length === 0) return <span className="muted">{t(personWords.unpaired)}</span>;
  return person.leaders.map((leader) => (
    <div key={leader.pairingId}>{leader.name ?? t(personWords.someLeader, { tier: t(tierWords(leader.tier)) })}</div>
  ));
}

function LeaderCells({ person }: { readonly person: PersonLineReply }) {
  const t = useWords();
  return (
    <>
      <td>{person.posts.map((post) => sayPost(post, t)).join(t(kitWords.and))}</td>
      <td className="r nb num">{t(personWords.friendsCount, { count: person.friends })}</td>
    </>
  );
}

/** On a phone: the person, the weightiest thing to know, no columns. */
export function DirectoryList({
  people,
  asLeaders,
}: {
  readonly people: readonly PersonLineReply[];
  readonly asLeaders: boolean;
}) {
  const t = useWords();
  return (
    <ul className="people-list">
      {people.map((person, index) => {
        const before = people[index - 1];
        const letter = letterOf(person);
        const first = !before || letterOf(before) !== letter;
        return (
          <li key={person.id} className={first ? 'first' : undefined}>
            {first && (
              <span className="letter voice muted" aria-hidden="true">
                {letter}
              </span>
            )}
            <Link className="line" href={paths.person(person.id)}>
              <span className="strong">
                {person.name}
                {person.sharesName && <span className="meta">{`${t(kitWords.comma)}${person.unit.shortName}`}</span>}
              </span>
              <span className="meta">
                {asLeaders
                  ? [person.unit.shortName, ...person.posts.map((post) => post.title)].join(t(kitWords.comma))
                  : [person.sharesName ? null : person.unit.shortName, person.standings[0]?.written]
                      .filter(Boolean)
                      .join(t(kitWords.comma))}
              </span>
              <LineState person={person} asLeaders={asLeaders} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function LineState({ person, asLeaders }: { readonly person: PersonLineReply; readonly asLeaders: boolean }) {
  const t = useWords();
  const { today } = useSession();
  if (asLeaders) return <span className="meta state-at">{t(personWords.friendsCount, { count: person.friends })}</span>;
  const ending = person.standings.find((standing) => standing.ending);
  const days = ending ? daysLeftOf(ending, today) : null;
  if (days !== null)
    return (
      <span className="state-at">
        <StateChip state="dueSoon" word={t(personWords.daysLeft, { days: days - 1 })} />
      </span>
    );
  return (
    <span className="meta state-at">
      <Leaders person={person} />
    </span>
  );
}
