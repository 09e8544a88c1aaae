import { giveDelegation, listHelpers } from '@zhengyou/domain/access/delegation.contract.ts';
import {
  DELEGATION_SCOPES,
  DELEGATION_KINDS,
  type DelegationKind,
  type DelegationScope,
} from '@zhengyou/domain/access/delegation.ts';
import { DELEGATION_KIND_WORDS, DELEGATION_SCOPE_WORDS } from '@zhengyou/domain/access/delegation.words.ts';
import { addDays, addMonths, parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { delegateWords } from './delegate.words.ts';

type Helper = { readonly id: Id; readonly name: string; readonly what: string };
type Helpers = { readonly secretaries: readonly Helper[]; readonly leaders: readonly Helper[] };

/** `forOthers`: the office enters it on a leader's word. */
export function GiveSheet({ forOthers, onClose }: { readonly forOthers: boolean; readonly onClose: () => void }) {
  const t = useWords();
  const helpers = useCall(listHelpers, {});
  if (helpers.data) return <GiveForm helpers={helpers.data} forOthers={forOthers} onClose={onClose} />;
  return (
    <Sheet title={t(forOthers ? delegateWords.giveFor : delegateWords.give)} onClose={onClose}>
      <Answer of={helpers} loading={{ rows: 4, height: 56 }}>
        {() => null}
      </Answer>
    </Sheet>
  );
}

type GiveFormProps = { readonly helpers: Helpers; readonly forOthers: boolean; readonly onClose: () => void };

function GiveForm({ helpers, forOthers, onClose }: GiveFormProps) {
  const t = useWords();
  const toast = useToast();
  const { today, person } = useSession();
  const give = useChange(giveDelegation);
  const [kind, setKind] = useState<DelegationKind>('secretary');
  const [leader, setLeader] = useState('');
  const [delegate, setDelegate] = useState(() => helpers.secretaries[0]?.id ?? '');
  const [scopes, setScopes] = useState<readonly DelegationScope[]>(['friends', 'log', 'arrange', 'remind']);
  const [firstOn, setFirstOn] = useState<string>(today);
  const [lastOn, setLastOn] = useState<string>(() => addDays(addMonths(today, 12), -1));
  const leaderId = forOthers ? leader : person.id;
  const choice =
    kind === 'secretary'
      ? helpers.secretaries
      : [...helpers.secretaries, ...helpers.leaders.filter((one) => one.id !== leaderId)];
  const problem = give.error && 'problem' in give.error ? give.error.problem : undefined;
  const mistake = (field: string) => (problem?.field === field ? give.error?.message : undefined);
  const from = parsePlainDate(firstOn);
  const until = parsePlainDate(lastOn);
  const ready = delegate !== '' && leaderId !== '' && from !== undefined && until !== undefined;
  const send = () => {
    if (!ready) return;
    give.mutate(
      {
        body: {
          ...(forOthers ? { leaderId } : {}),
          delegateId: delegate,
          kind,
          scopes: [...scopes],
          firstOn: from,
          lastOn: until,
        },
      },
      {
        onSuccess: (made) => {
          toast({
            text: t(forOthers ? delegateWords.asked : delegateWords.given, {
              name: forOthers ? made.leader.name : made.delegate.name,
            }),
          });
          onClose();
        },
      },
    );
  };
  const toggle = (scope: DelegationScope) =>
    setScopes((now) => (now.includes(scope) ? now.filter((one) => one !== scope) : [...now, scope]));
  return (
    <Sheet
      title={t(forOthers ? delegateWords.giveFor : delegateWords.give)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={give.isPending} disabled={!ready} onClick={send}>
          {t(forOthers ? delegateWords.sendFor : delegateWords.send)}
        </Button>
      }
    >
      <div className="stack sheet-text">
        {forOthers && (
          <Field label={t(delegateWords.leader)} error={mistake('leaderId')}>
            {(control) => (
              <Pick
                {...control}
                value={leader}
                from={helpers.leaders}
                onChange={setLeader}
                none={t(delegateWords.whoPick)}
              />
            )}
          </Field>
        )}
        <ChoiceChips
          label={t(delegateWords.kind)}
          fit="even"
          options={DELEGATION_KINDS.map((value) => ({ value, label: t(DELEGATION_KIND_WORDS[value]) }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setLastOn(next === 'proxy' ? addDays(today, 6) : addDays(addMonths(today, 12), -1));
            if (next === 'secretary') setDelegate(helpers.secretaries[0]?.id ?? '');
          }}
        />
        {choice.length === 0 ? (
          <p>{t(delegateWords.nobodyListed)}</p>
        ) : (
          <Field label={t(delegateWords.who)} error={mistake('delegateId')}>
            {(control) => (
              <Pick
                {...control}
                value={delegate}
                from={choice}
                onChange={setDelegate}
                none={t(delegateWords.whoPick)}
              />
            )}
          </Field>
        )}
        <fieldset className="delegate-scopes">
          <legend>{t(delegateWords.what)}</legend>
          <div className="chips">
            {DELEGATION_SCOPES.map((scope) => (
              <Chip key={scope} on={scopes.includes(scope)} onClick={() => toggle(scope)}>
                {t(DELEGATION_SCOPE_WORDS[scope])}
              </Chip>
            ))}
          </div>
          {mistake('scopes') && <p role="alert">{mistake('scopes')}</p>}
        </fieldset>
        <Field label={t(delegateWords.firstOn)}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input"
              value={firstOn}
              onChange={(event) => setFirstOn(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(delegateWords.lastOn)} hint={t(delegateWords.lastHint)} error={mistake('lastOn')}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input"
              min={firstOn}
              value={lastOn}
              onChange={(event) => setLastOn(event.target.value)}
            />
          )}
        </Field>
        {forOthers && <p className="muted">{t(delegateWords.giveNote)}</p>}
        {give.error && problem?.field === undefined && <CallErrorNote error={give.error} />}
      </div>
    </Sheet>
  );
}

type PickProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly value: string;
  readonly from: readonly Helper[];
  readonly none: string;
  readonly onChange: (id: Id | '') => void;
};

/** The system's own list: names with what they are, in the official order. */
function Pick({ value, from, none, onChange, ...control }: PickProps) {
  return (
    <select
      {...control}
      className="input"
      value={value}
      onChange={(event) => onChange(from.find((one) => one.id === event.target.value)?.id ?? '')}
    >
      <option value="">{none}</option>
      {from.map((one) => (
        <option key={one.id} value={one.id}>
          {[one.name, one.what].filter(Boolean).join(' · ')}
        </option>
      ))}
    </select>
  );
}
