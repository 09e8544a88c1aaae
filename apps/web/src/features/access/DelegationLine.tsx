import { answerDelegation, endDelegation, type ShownDelegation } from '@zhengyou/domain/access/delegation.contract.ts';
import {
  DELEGATION_KIND_WORDS,
  DELEGATION_SCOPE_WORDS,
  DELEGATION_STANDING_WORDS,
} from '@zhengyou/domain/access/delegation.words.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { useToast } from '../../kit/Toast.tsx';
import { delegateWords } from './delegate.words.ts';

export function useSayDelegation() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  return {
    days: (one: Pick<ShownDelegation, 'firstOn' | 'lastOn'>) =>
      t(delegateWords.days, {
        from: sayDay(one.firstOn, { language, today }),
        until: sayDay(one.lastOn, { language, today }),
      }),
    scopes: (one: Pick<ShownDelegation, 'scopes'>) =>
      one.scopes.map((scope) => t(DELEGATION_SCOPE_WORDS[scope])).join(t(kitWords.and)),
  };
}

/** One delegation: who, for what, until when, and what one may do with it now. Taking back asks once more, in place. */
export function DelegationLine({ one, both }: { readonly one: ShownDelegation; readonly both: boolean }) {
  const t = useWords();
  const toast = useToast();
  const { person } = useSession();
  const say = useSayDelegation();
  const answer = useChange(answerDelegation);
  const end = useChange(endDelegation);
  const [sure, setSure] = useState(false);
  const params = { delegationId: one.id };
  const holds = one.delegate.id === person.id;
  const error = answer.error ?? end.error;
  const finish = () => {
    if (!sure) return setSure(true);
    end.mutate(
      { params, body: { version: one.version } },
      { onSuccess: () => toast({ text: t(holds ? delegateWords.laid : delegateWords.ended) }) },
    );
  };
  const reply = (accept: boolean) =>
    answer.mutate(
      { params, body: { accept, version: one.version } },
      accept ? { onSuccess: () => toast({ text: t(delegateWords.confirmed, { name: one.delegate.name }) }) } : {},
    );
  return (
    <li>
      <div className="grow">
        <p>
          <span className="strong">
            {both
              ? t(delegateWords.line, { delegate: one.delegate.name, leader: one.leader.name })
              : holds
                ? one.leader.name
                : one.delegate.name}
          </span>{' '}
          <span className="muted">
            {t(DELEGATION_KIND_WORDS[one.kind])}
            {t(kitWords.comma)}
            {t(DELEGATION_STANDING_WORDS[one.standing])}
          </span>
        </p>
        <p className="second">{say.days(one)}</p>
        <p className="muted">{say.scopes(one)}</p>
        {error && <CallErrorNote error={error} />}
      </div>
      <div className="row">
        {one.can.includes('confirm') && (
          <Button look="primary" busy={answer.isPending} onClick={() => reply(true)}>
            {t(delegateWords.confirm)}
          </Button>
        )}
        {one.can.includes('decline') && (
          <Button busy={answer.isPending} onClick={() => reply(false)}>
            {t(delegateWords.decline)}
          </Button>
        )}
        {(one.can.includes('revoke') || one.can.includes('layDown')) && (
          <Button
            busy={end.isPending}
            aria-label={holds || sure ? undefined : t(delegateWords.revokeOf, { name: one.delegate.name })}
            onClick={finish}
          >
            {t(
              holds
                ? sure
                  ? delegateWords.layDownSure
                  : delegateWords.layDown
                : sure
                  ? delegateWords.revokeSure
                  : delegateWords.revoke,
            )}
          </Button>
        )}
      </div>
    </li>
  );
}
