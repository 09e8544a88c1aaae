import { answerDelegation, type ShownDelegation } from '@zhengyou/domain/access/delegation.contract.ts';
import { DELEGATION_KIND_WORDS } from '@zhengyou/domain/access/delegation.words.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { delegateWords } from '../access/delegate.words.ts';
import { useSayDelegation } from '../access/DelegationLine.tsx';

/** One tap makes it count. */
export function DelegationCards({ asked }: { readonly asked: readonly ShownDelegation[] }) {
  const t = useWords();
  const toast = useToast();
  const say = useSayDelegation();
  const answer = useChange(answerDelegation);
  return asked.map((one) => {
    const reply = (accept: boolean) =>
      answer.mutate(
        { params: { delegationId: one.id }, body: { accept, version: one.version } },
        accept ? { onSuccess: () => toast({ text: t(delegateWords.confirmed, { name: one.delegate.name }) }) } : {},
      );
    return (
      <section key={one.id} className="card">
        <div className="head">{t(delegateWords.waitsTitle)}</div>
        <h2>{one.delegate.name}</h2>
        <p>
          {t(delegateWords.waitsText, {
            by: one.steps[0]?.name ?? '',
            name: one.delegate.name,
            kind: t(DELEGATION_KIND_WORDS[one.kind]),
            days: say.days(one),
            scopes: say.scopes(one),
          })}
        </p>
        {answer.isError && <CallErrorNote error={answer.error} />}
        <div className="acts">
          <Button busy={answer.isPending} onClick={() => reply(true)}>
            {t(delegateWords.confirm)}
          </Button>
          <Button busy={answer.isPending} onClick={() => reply(false)}>
            {t(delegateWords.decline)}
          </Button>
        </div>
      </section>
    );
  });
}
