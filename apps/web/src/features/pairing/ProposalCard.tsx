import { confirmPairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useOverlay } from '../../app/Overlays.tsx';
import { ANSWER_SHEET } from '../../app/navigation.ts';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayNear } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { pairingWords } from './pairing.words.ts';
import { proposalWords } from './proposal.words.ts';
import type { Proposal } from './say-pair.ts';
import { WhyLine } from './WhyLine.tsx';

type ProposalCardProps = {
  readonly proposal: Proposal;
  /** Carries the page’s one filled button. */
  readonly first: boolean;
};

/** A recommendation that waits for the leader: who, why, yes, or someone else. */
export function ProposalCard({ proposal, first }: ProposalCardProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { representative, replaces, note } = proposal;
  const name = representative.name ?? t(pairingWords.someone);
  return (
    <section className="card">
      <div className="head">
        {t(proposalWords.waitsForMe)}
        {proposal.proposedOn !== null && (
          <span>{t(proposalWords.recommended, { day: sayNear(proposal.proposedOn, { language, today }) })}</span>
        )}
      </div>
      <h2>
        <Link className="plain" href={paths.pairing(proposal.id)}>
          {name}
        </Link>
        <small>
          {[representative.unit?.shortName, representative.standings[0]].filter(Boolean).join(t(kitWords.comma))}
        </small>
      </h2>
      <p>
        {t(proposalWords.whoAsks)}
        {t(kitWords.comma)}
        <WhyLine why={proposal.why} />
        {replaces && t(proposalWords.replaces, { leader: replaces.leader.name ?? t(pairingWords.someone) })}
      </p>
      {note !== null && <p className="voice">{note}</p>}
      <AnswerButtons proposal={proposal} first={first} />
    </section>
  );
}

/** Yes, or someone else: on the card and on the pair’s own page. */
export function AnswerButtons({ proposal, first }: ProposalCardProps) {
  const t = useWords();
  const toast = useToast();
  const confirm = useChange(confirmPairing);
  const openAnswer = useOverlay(ANSWER_SHEET);
  const name = proposal.representative.name ?? t(pairingWords.someone);
  return (
    <>
      {confirm.error && <CallErrorNote error={confirm.error} />}
      <div className="acts">
        {proposal.can.includes('confirm') && (
          <Button
            {...(first && { look: 'primary' as const })}
            busy={confirm.isPending}
            aria-label={t(proposalWords.confirmOf, { name })}
            onClick={() =>
              // Not by the callback of `mutate`: the card may be gone before it is called.
              confirm.mutateAsync({ params: { pairingId: proposal.id }, body: {}, ifMatch: proposal.version }).then(
                () => toast({ text: t(proposalWords.confirmed, { name }) }),
                () => undefined, // shown above the buttons
              )
            }
          >
            {t(proposalWords.confirm)}
          </Button>
        )}
        {proposal.can.includes('askAnother') && (
          <Button aria-label={t(proposalWords.anotherOf, { name })} onClick={() => openAnswer(proposal.id)}>
            {t(proposalWords.another)}
          </Button>
        )}
      </div>
    </>
  );
}
