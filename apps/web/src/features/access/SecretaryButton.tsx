import { listSecretary, readSecretary } from '@zhengyou/domain/access/delegation.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { delegateWords } from './delegate.words.ts';

type SecretaryButtonProps = { readonly personId: Id; readonly name: string };

/** For the office, on somebody's page: whether leaders may ask this person as a secretary. */
export function SecretaryButton(props: SecretaryButtonProps) {
  const may = useMay();
  return may(listSecretary.id) ? <Known {...props} /> : null;
}

function Known({ personId, name }: SecretaryButtonProps) {
  const t = useWords();
  const toast = useToast();
  const known = useCall(readSecretary, { params: { personId } });
  const change = useChange(listSecretary);
  if (!known.data) return null;
  const { listed } = known.data;
  return (
    <>
      <Button
        busy={change.isPending}
        onClick={() =>
          change.mutate(
            { params: { personId }, body: { listed: !listed } },
            { onSuccess: () => toast({ text: t(listed ? delegateWords.unlisted : delegateWords.listed, { name }) }) },
          )
        }
      >
        {t(listed ? delegateWords.unlistSecretary : delegateWords.listSecretary)}
      </Button>
      {change.isError && <CallErrorNote error={change.error} />}
    </>
  );
}
