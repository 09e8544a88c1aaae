import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import * as contract from '@zhengyou/domain/occasion/occasion.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { toldWords } from './told.words.ts';

export type OccasionDoing = 'decline' | 'amend' | 'withdraw';

type OccasionFormProps = {
  readonly occasion: ReplyOf<typeof contract.readOccasion>;
  readonly doing: OccasionDoing;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Why not; other words; or taking it back. What is typed stays when it is refused. */
export function OccasionForm({ occasion, doing, onDone, onClose }: OccasionFormProps) {
  const t = useWords();
  const toast = useToast();
  const decline = useChange(contract.declineOccasion);
  const amend = useChange(contract.amendOccasion);
  const withdraw = useChange(contract.withdrawOccasion);
  const [words, setWords] = useState(doing === 'amend' ? (occasion.words ?? '') : '');
  const { version } = occasion;
  const params = { occasionId: occasion.id };
  const error = decline.error ?? amend.error ?? withdraw.error;
  // The sheet is drawn anew with the new version before this form hears of it: a promise outlives the form, a callback does not.
  const takeBack = async () => {
    try {
      await withdraw.mutateAsync({ params, body: { version } });
    } catch {
      return; // said below, from the change itself
    }
    toast({ text: t(toldWords.withdrawDone) });
    onClose();
  };
  const send = () => {
    if (doing === 'decline') decline.mutate({ params, body: { words, version } }, { onSuccess: onDone });
    if (doing === 'amend') amend.mutate({ params, body: { words, version } }, { onSuccess: onDone });
    if (doing === 'withdraw') void takeBack();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {doing !== 'withdraw' && (
        <Field
          label={t(doing === 'decline' ? toldWords.declineWhy : toldWords.words)}
          {...(doing === 'amend' && { hint: t(toldWords.amendNote) })}
        >
          {(control) => (
            <textarea
              className="input"
              rows={3}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              {...control}
            />
          )}
        </Field>
      )}
      {error && <CallErrorNote error={error} />}
      <div className="row">
        <Button type="submit" look="primary" busy={decline.isPending || amend.isPending || withdraw.isPending}>
          {t(
            doing === 'decline'
              ? toldWords.declineSend
              : doing === 'amend'
                ? toldWords.amendSave
                : toldWords.withdrawSure,
          )}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t(toldWords.close)}
        </Button>
      </div>
    </form>
  );
}
