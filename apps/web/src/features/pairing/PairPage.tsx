import { PAIRING_STATUS_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { readPairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { useCallback } from 'react';
import { usePathParam, useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { ChangeRequest } from './ChangeRequest.tsx';
import { KeepSheet, WithdrawSheet } from './OfficeAnswer.tsx';
import { PairSteps } from './PairSteps.tsx';
import { pairingWords } from './pairing.words.ts';
import { AnswerButtons } from './ProposalCard.tsx';
import { proposalWords } from './proposal.words.ts';
import { PublishButton } from './PublishButton.tsx';
import { sayCause, sayWaiting, stateOf, type Pairing } from './say-pair.ts';
import { WhyLine } from './WhyLine.tsx';
import './pair.css';

/** One pair: how it stands, why it is, every step of it; both sides read the same. A link in a message leads here. */
export function PairPage() {
  const t = useWords();
  const may = useMay();
  const pairingId = usePathParam('pairingId');
  const pairing = useCall(readPairing, {
    params: { pairingId: pairingId as Pairing['id'] } /* the address carries it */,
  });
  const { data } = pairing;
  const names = data && {
    leader: data.leader.name ?? t(pairingWords.someone),
    friend: data.representative.name ?? t(pairingWords.someone),
  };
  return (
    <Page
      title={names ? t(proposalWords.pairTitle, names) : t(pairingWords.title)}
      width="narrow"
      back={{ href: may('pairing.roster') ? paths.pairings() : paths.home(), label: t(proposalWords.back) }}
    >
      <Answer of={pairing} loading={{ rows: 5, height: 52 }}>
        {(reply) => <PairBody pairing={reply} />}
      </Answer>
    </Page>
  );
}

function PairBody({ pairing }: { readonly pairing: Pairing }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { status, startsOn, endsOn, representative, replaces, changeAsked } = pairing;
  const day = (on: typeof today) => sayDay(on, { language, today });
  return (
    <>
      <dl className="facts pair-facts">
        <div>
          <dt>{t(proposalWords.status)}</dt>
          <dd>
            <StateChip
              state={stateOf(pairing)}
              word={
                status === 'recommended' && pairing.waiting
                  ? t(PAIRING_STATUS_WORDS.recommended) + t(kitWords.comma) + sayWaiting(pairing.waiting, t)
                  : t(PAIRING_STATUS_WORDS[status])
              }
            />
            {changeAsked && (
              <div className="second">
                {t(proposalWords.changeAsked, { day: day(changeAsked.on) })}
                {changeAsked.cause !== null && `${t(kitWords.comma)}${sayCause(changeAsked.cause, t) ?? ''}`}
                {changeAsked.words !== null && <p className="voice">{changeAsked.words}</p>}
              </div>
            )}
          </dd>
        </div>
        <div>
          <dt>{t(pairingWords.friend)}</dt>
          <dd>
            {[representative.name ?? t(pairingWords.someone), representative.unit?.name, ...representative.standings]
              .filter(Boolean)
              .join(t(kitWords.comma))}
          </dd>
        </div>
        <div>
          <dt>{t(proposalWords.why)}</dt>
          <dd>
            <WhyLine why={pairing.why} />
            {replaces && t(proposalWords.replacesMe, { leader: replaces.leader.name ?? t(pairingWords.someone) })}
          </dd>
        </div>
        <div>
          <dt>{t(proposalWords.since)}</dt>
          <dd>
            {startsOn === null
              ? t(proposalWords.notYet)
              : endsOn === null
                ? t(proposalWords.sinceOpen, { from: day(startsOn) })
                : t(proposalWords.sinceUntil, { from: day(startsOn), until: day(endsOn) })}
          </dd>
        </div>
        {pairing.note !== null && (
          <div>
            <dt>{t(proposalWords.note)}</dt>
            <dd className="voice">{pairing.note}</dd>
          </div>
        )}
      </dl>
      <Deeds pairing={pairing} />
      <section>
        <div className="sec ruled">
          <h2>{t(proposalWords.history)}</h2>
          <span className="meta">{t(proposalWords.historyNote)}</span>
        </div>
        <PairSteps steps={pairing.steps} />
      </section>
    </>
  );
}

/** What the reader may do here, and nothing else. */
function Deeds({ pairing }: { readonly pairing: Pairing }) {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const close = useCallback(() => setSearch({ sheet: undefined }, { replace: true }), [setSearch]);
  const open = (sheet: string) => setSearch({ sheet });
  const may = useMay();
  const { can, replaces } = pairing;
  return (
    <div className="pair-deeds">
      {can.includes('confirm') && (
        <>
          <AnswerButtons proposal={pairing} first />
          <p className="meta">{t(proposalWords.noSilence)}</p>
        </>
      )}
      <div className="acts">
        {can.includes('publish') && <PublishButton items={[pairing]} primary />}
        {can.includes('keep') && <Button onClick={() => open('keep')}>{t(proposalWords.keep)}</Button>}
        {can.includes('withdraw') && (
          <Button look="quiet" onClick={() => open('withdraw')}>
            {t(proposalWords.withdraw)}
          </Button>
        )}
        {can.includes('requestChange') && <Button onClick={() => open('change')}>{t(proposalWords.change)}</Button>}
      </div>
      {pairing.draft && replaces && may('pairing.readHandover') && (
        <p className="meta">
          <Link href={paths.handover(pairing.draft.id, { person: pairing.representative.id })}>
            {t(proposalWords.handover)}
          </Link>
        </p>
      )}
      {search['sheet'] === 'change' && <ChangeRequest pairing={pairing} onClose={close} />}
      {search['sheet'] === 'keep' && <KeepSheet pairing={pairing} onClose={close} />}
      {search['sheet'] === 'withdraw' && <WithdrawSheet pairing={pairing} onClose={close} />}
    </div>
  );
}
