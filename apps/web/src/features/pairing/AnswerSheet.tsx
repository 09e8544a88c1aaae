import { DECLINE_CAUSE_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { readMyProposals, askForAnother, declinePairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { DECLINE_CAUSES, type DeclineCause } from '@zhengyou/domain/pairing/wish.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { CauseForm } from './CauseForm.tsx';
import { pairingWords } from './pairing.words.ts';
import { proposalWords } from './proposal.words.ts';
import type { Proposal } from './say-pair.ts';

/** Opens over the home and over the pair’s page: someone else, or nobody for now, with the cause. */
export default function AnswerSheet({ value, onClose }: OverlayProps) {
  const t = useWords();
  const mine = useCall(readMyProposals, {});
  // Held while the sheet is open: the answer itself takes it off the list.
  const [held, setHeld] = useState<Proposal>();
  const proposal = mine.data?.items.find((one) => one.id === value) ?? held;
  if (proposal && proposal !== held) setHeld(proposal);
  if (!mine.data && !proposal)
    return (
      <Sheet title={t(proposalWords.answerTitle)} onClose={onClose}>
        <Answer of={mine}>{() => null}</Answer>
      </Sheet>
    );
  if (!proposal)
    return (
      <Sheet title={t(proposalWords.answerTitle)} onClose={onClose}>
        <p className="second">{t(pairingWords.gone)}</p>
      </Sheet>
    );
  return <Form proposal={proposal} onClose={onClose} />;
}

const HOW = ['askAnother', 'decline'] as const;

function Form({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const another = useChange(askForAnother);
  const decline = useChange(declinePairing);
  const [how, setHow] = useState<(typeof HOW)[number]>('askAnother');
  const change = how === 'decline' ? decline : another;
  return (
    <CauseForm<DeclineCause, (typeof HOW)[number]>
      title={t(proposalWords.answerTitle)}
      causes={DECLINE_CAUSES.map((value) => ({ value, label: t(DECLINE_CAUSE_WORDS[value]) }))}
      how={{
        label: t(proposalWords.answerHow),
        value: how,
        options: HOW.map((value) => ({ value, label: t(proposalWords[value]) })),
        onChange: setHow,
      }}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={(body) =>
        change.mutate(
          { params: { pairingId: proposal.id }, body, ifMatch: proposal.version },
          {
            onSuccess: () => {
              toast({ text: t(proposalWords.answered) });
              onClose();
            },
          },
        )
      }
    />
  );
}
