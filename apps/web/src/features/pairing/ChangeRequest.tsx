import { CHANGE_CAUSE_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { requestChange } from '@zhengyou/domain/pairing/proposal.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { CHANGE_CAUSES, type ChangeCause } from '@zhengyou/domain/pairing/wish.ts';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useToast } from '../../kit/Toast.tsx';
import { CauseForm } from './CauseForm.tsx';
import { proposalWords } from './proposal.words.ts';

type ChangeRequestProps = {
  readonly pairing: { readonly id: Id; readonly version: number };
  readonly onClose: () => void;
};

/** A representative asks for another leader; speaks of oneself only. */
export function ChangeRequest({ pairing, onClose }: ChangeRequestProps) {
  const t = useWords();
  const toast = useToast();
  const change = useChange(requestChange);
  return (
    <CauseForm<ChangeCause>
      title={t(proposalWords.changeTitle)}
      intro={t(proposalWords.changeText)}
      causes={CHANGE_CAUSES.map((value) => ({ value, label: t(CHANGE_CAUSE_WORDS[value]) }))}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSend={(body) =>
        change.mutate(
          { params: { pairingId: pairing.id }, body, ifMatch: pairing.version },
          {
            onSuccess: () => {
              toast({ text: t(proposalWords.changeSent) });
              onClose();
            },
          },
        )
      }
    />
  );
}
