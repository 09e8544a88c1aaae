import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useDesk } from '../../kit/media.ts';
import { Why } from '../../kit/Why.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import { pairingWords } from './pairing.words.ts';
import type { Roster } from './use-roster.ts';

/** More than this stand behind one press, so that the leaders are not pushed out of sight. */
const FIRST = { above: 3, beside: 12 };

/** Who is on the list and has no leader yet, with the tier that should befriend them. */
export function Waiting({ roster, onPair }: { readonly roster: Roster; readonly onPair: (personId: string) => void }) {
  const t = useWords();
  const tierWords = useTierWords();
  const may = useMay();
  const desk = useDesk();
  const [whole, setWhole] = useState(false);
  const shown = whole ? roster.unpaired : roster.unpaired.slice(0, desk ? FIRST.beside : FIRST.above);
  return (
    <section className="waiting">
      <div className="sec">
        <h2>{t(pairingWords.waiting)}</h2>
        <span className="meta num">{roster.counts.unpaired}</span>
      </div>
      {shown.length === 0 && <p className="second">{t(pairingWords.nobodyWaits)}</p>}
      <ul>
        {shown.map((person) => (
          <li key={person.id}>
            <span className="grow">
              <Link className="strong" href={paths.person(person.id)}>
                {person.name}
              </Link>
              <span className="meta ell">
                {[person.unit.shortName, person.ground?.written].filter(Boolean).join(t(kitWords.comma))}
              </span>
              <span className="meta">
                {person.tier === null ? t(pairingWords.tierUnknown) : t(tierWords(person.tier))}
                <Why clause={person.clause} />
              </span>
            </span>
            {may('pairing.enter') && (
              <Button
                small
                aria-label={t(pairingWords.pairUpOf, { name: person.name })}
                onClick={() => onPair(person.id)}
              >
                {t(pairingWords.pairUp)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {roster.counts.unpaired > shown.length && shown.length === roster.unpaired.length ? (
        <Link href={paths.people({ show: 'unpaired' })}>
          {t(pairingWords.more, { count: roster.counts.unpaired - shown.length })}
        </Link>
      ) : (
        roster.unpaired.length > shown.length && (
          <Button look="text" small onClick={() => setWhole(true)}>
            {t(pairingWords.more, { count: roster.counts.unpaired - shown.length })}
          </Button>
        )
      )}
    </section>
  );
}
