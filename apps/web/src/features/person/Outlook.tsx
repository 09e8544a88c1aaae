import type { Tier } from '@zhengyou/domain/policy/vocabulary.ts';
import { useSearchState } from '../../app/address.ts';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { Why } from '../../kit/Why.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import type { PersonReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';
import { useSayEnd } from './Standings.tsx';

/** By which clause, through which standing and whom someone is befriended, and what follows when that standing ends. */
export function Outlook({ record }: { readonly record: PersonReply }) {
  const t = useWords();
  const tierWords = useTierWords();
  const sayEnd = useSayEnd();
  const { setSearch } = useSearchState();
  if (!record.representative) return null;
  const tierIn = (tier: Tier) => t(tierWords(tier)).toLowerCase(); // within a sentence
  const [now] = record.eligibility;
  const ground = record.standings.find((standing) => standing.id === now?.standing);
  const leader = record.pairings.find((pairing) => pairing.active && pairing.leader.name !== null)?.leader.name;
  const { next } = record;
  const after = record.standings.find((standing) => standing.id === next?.eligibility?.standing);
  const ending = ground?.ending === true && next !== null;
  return (
    <section>
      <div className="sec">
        <h3>{t(ending ? personWords.outlook : personWords.basis)}</h3>
      </div>
      <p className="second">
        {now && ground ? (
          <>
            {t(leader ? personWords.nowByLeader : personWords.nowBy, {
              standing: ground.written,
              tier: tierIn(now.tier),
              leader: leader ?? '',
            })}
            <Why clause={now.clause} />
          </>
        ) : (
          t(leader ? personWords.nowByReason : personWords.nowNone, { leader: leader ?? '' })
        )}
      </p>
      {now && ground && next && (
        <p className="second">
          {next.eligibility && after ? (
            <>
              {t(next.eligibility.tier === now.tier ? personWords.thenSame : personWords.thenOther, {
                on: sayEnd(ground),
                standing: after.written,
                tier: tierIn(next.eligibility.tier),
              })}
              <Why clause={next.eligibility.clause} />
            </>
          ) : (
            t(personWords.thenNone, { on: sayEnd(ground) })
          )}
        </p>
      )}
      {ending && record.can.includes('addStanding') && (
        <div className="row wrap acts">
          <Button onClick={() => setSearch({ sheet: 'renewal', standing: ground.id })}>{t(personWords.renewal)}</Button>
        </div>
      )}
    </section>
  );
}
