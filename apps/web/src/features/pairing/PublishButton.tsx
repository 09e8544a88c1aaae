import { publishPairings } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { proposalWords } from './proposal.words.ts';
import type { Proposal } from './say-pair.ts';

type PublishButtonProps = {
  readonly items: readonly Pick<Proposal, 'id' | 'version'>[];
  readonly primary?: boolean;
};

/** Confirmed pairs begin together: all of them or none. */
export function PublishButton({ items, primary }: PublishButtonProps) {
  const t = useWords();
  const toast = useToast();
  const publish = useChange(publishPairings);
  return (
    <>
      <Button
        {...(primary && { look: 'primary' as const })}
        busy={publish.isPending}
        onClick={() =>
          // Not by the callback of `mutate`: the button may be gone before it is called.
          publish.mutateAsync({ body: { items: items.map(({ id, version }) => ({ id, version })) } }).then(
            ({ published }) => toast({ text: t(proposalWords.published, { count: published }) }),
            () => undefined, // shown beside the button
          )
        }
      >
        {items.length === 1 ? t(proposalWords.publish) : t(proposalWords.publishAll, { count: items.length })}
      </Button>
      {publish.error && <CallErrorNote error={publish.error} />}
    </>
  );
}
