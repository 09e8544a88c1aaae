import { addDays } from '@zhengyou/domain/kit/plain-date.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import type { PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';

/** Pairings, current ones first: with whom, since when. */
export function Pairs({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  return (
    <section>
      <div className="sec ruled">
        <h3>{t(personWords.pairs)}</h3>
      </div>
      {record.pairings.length === 0 && <p className="second">{t(personWords.noPairs)}</p>}
      <ul className="pairs">
        {record.pairings.map((pairing) => (
          <PairItem key={pairing.id} pairing={pairing} self={record.id} />
        ))}
      </ul>
    </section>
  );
}

type Pairing = PersonReply['pairings'][number];

function PairItem({ pairing, self }: { readonly pairing: Pairing; readonly self: string }) {
  const t = useWords();
  const tierWords = useTierWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { leader, representative } = pairing;
  const other = leader.id === self ? representative : leader;
  const posts = leader.id === self ? [] : leader.posts;
  const from = sayDay(pairing.startsOn, { language, today });
  const time =
    pairing.endsOn === null
      ? t(personWords.since, { from })
      : pairing.endsOn <= pairing.startsOn
        ? t(personWords.sameDay, { from })
        : t(personWords.fromTo, { from, until: sayDay(addDays(pairing.endsOn, -1), { language, today }) });
  const unnamed =
    leader.id === self ? t(personWords.someone) : t(personWords.someLeader, { tier: t(tierWords(pairing.tier)) });
  return (
    <li className="row apart">
      <span className={pairing.active ? undefined : 'muted'}>
        {other.name === null ? unnamed : <Link href={paths.person(other.id)}>{other.name}</Link>}
        {posts.length > 0 && <span className="meta">{t(kitWords.comma) + posts.join(t(kitWords.and))}</span>}
      </span>
      <span className="meta nb">{time}</span>
    </li>
  );
}
