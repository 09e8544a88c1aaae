import { BOTH_READ_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { keepPairing, withdrawPairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { useState, type FormEvent } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { proposalWords } from './proposal.words.ts';
import type { Proposal } from './say-pair.ts';

type SheetProps = { readonly pairing: Pick<Proposal, 'id' | 'version'>; readonly onClose: () => void };

/** The office answers a request for another leader: it stays for now, and why. */
export function KeepSheet({ pairing, onClose }: SheetProps) {
  const t = useWords();
  const toast = useToast();
  const keep = useChange(keepPairing);
  return (
    <ReasonSheet
      title={t(proposalWords.keepTitle)}
      label={t(proposalWords.keepReason)}
      hint={t(proposalWords.keepHint)}
      deed={t(proposalWords.send)}
      busy={keep.isPending}
      error={keep.error}
      onClose={onClose}
      onSend={(reason) =>
        keep.mutate(
          { params: { pairingId: pairing.id }, body: { reason }, ifMatch: pairing.version },
          {
            onSuccess: () => {
              toast({ text: t(proposalWords.kept) });
              onClose();
            },
          },
        )
      }
    />
  );
}

export function WithdrawSheet({ pairing, onClose }: SheetProps) {
  const t = useWords();
  const toast = useToast();
  const withdraw = useChange(withdrawPairing);
  return (
    <ReasonSheet
      title={t(proposalWords.withdrawTitle)}
      label={t(proposalWords.withdrawReason)}
      hint={t(BOTH_READ_WORDS.bothRead)}
      deed={t(proposalWords.withdraw)}
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onSend={(reason) =>
        withdraw.mutate(
          { params: { pairingId: pairing.id }, body: { reason }, ifMatch: pairing.version },
          {
            onSuccess: () => {
              toast({ text: t(proposalWords.withdrawn) });
              onClose();
            },
          },
        )
      }
    />
  );
}

type ReasonSheetProps = {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly deed: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
};

/** One sentence that is asked for before something is done. */
export function ReasonSheet({ title, label, hint, deed, busy, error, onClose, onSend }: ReasonSheetProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const missing = text.trim().length < 2;
  function send() {
    setTried(true);
    if (!missing) onSend(text.trim());
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={busy} onClick={send}>
          {deed}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <Field label={label} hint={hint} error={tried && missing && t(proposalWords.reasonMissing)}>
          {(control) => (
            <textarea
              className="input"
              {...control}
              rows={2}
              maxLength={400}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {error !== null && <CallErrorNote error={error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {deed}
        </button>
      </form>
    </Sheet>
  );
}
