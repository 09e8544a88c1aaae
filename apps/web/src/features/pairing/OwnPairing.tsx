import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { readMyPairings } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { useCallback } from 'react';
import { useSearchState } from '../../app/address.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { ChangeRequest } from './ChangeRequest.tsx';
import { pairingWords } from './pairing.words.ts';
import { proposalWords } from './proposal.words.ts';
import { sayCause } from './say-pair.ts';

export type OwnPair = ReplyOf<typeof readMyPairings>['items'][number];

/** In the card of one’s leader: what became of asking for another. */
export function OwnPairing({ pairing }: { readonly pairing: OwnPair }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { search, setSearch } = useSearchState();
  const close = useCallback(() => setSearch({ change: undefined }, { replace: true }), [setSearch]);
  const { changeAsked, kept } = pairing;
  const day = (on: typeof today) => sayDay(on, { language, today });
  return (
    <>
      {changeAsked && (
        <p>
          {t(proposalWords.changeWaiting, { day: day(changeAsked.on) })}
          {[sayCause(changeAsked.cause, t), changeAsked.words].filter(Boolean).join(t(kitWords.comma))}
        </p>
      )}
      {kept && !changeAsked && (
        <p>
          {t(proposalWords.changeKept, { day: day(kept.on) })}
          {kept.words !== null && <span className="voice">{kept.words}</span>}
        </p>
      )}
      {/* Stays until it closes itself: what it sends takes the right to send it away. */}
      {search['change'] === pairing.id && <ChangeRequest pairing={pairing} onClose={close} />}
    </>
  );
}

/** Beside the other buttons of the card. */
export function ChangeButtons({ pairing }: { readonly pairing: OwnPair }) {
  const t = useWords();
  const { setSearch } = useSearchState();
  return (
    <>
      {pairing.can.includes('requestChange') && (
        <Button onClick={() => setSearch({ change: pairing.id })}>{t(proposalWords.change)}</Button>
      )}
      <LinkButton look="text" href={paths.pairing(pairing.id)}>
        {t(proposalWords.historyLink)}
      </LinkButton>
    </>
  );
}

/** Who was in touch before, each with the way to its history. */
export function EarlierPairs({ pairs }: { readonly pairs: readonly OwnPair[] }) {
  const t = useWords();
  const { language } = useLanguage();
  if (pairs.length === 0) return null;
  return (
    <section className="card">
      <div className="head">{t(proposalWords.earlier)}</div>
      <ul className="lines">
        {pairs.map((pair) => (
          <li key={pair.id}>
            <Link href={paths.pairing(pair.id)}>{pair.leader.name ?? t(pairingWords.someone)}</Link>
            <span>
              {t(proposalWords.sinceUntil, {
                from: sayMonth(pair.startsOn.slice(0, 7), { language }),
                until: pair.endsOn === null ? '' : sayMonth(pair.endsOn.slice(0, 7), { language }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
