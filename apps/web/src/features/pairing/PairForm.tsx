import { enterPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState, type FormEvent } from 'react';
import { CallRefused } from '../../app/call.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { Why } from '../../kit/Why.tsx';
import { FriendField, type Friend } from './FriendField.tsx';
import { pairingWords } from './pairing.words.ts';
import { leadersIn, type Roster } from './use-roster.ts';

type PairFormProps = {
  readonly roster: Roster;
  /** The side from which it was begun; the other is chosen here. */
  readonly leaderId: string | undefined;
  readonly friendId: string | undefined;
  readonly onClose: () => void;
};

export function PairForm({ roster, leaderId, friendId, onClose }: PairFormProps) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const enter = useChange(enterPairing);
  const leaders = leadersIn(roster).filter((leader) => leader.can.includes('pair'));
  const [leader, setLeader] = useState(leaders.find((one) => one.id === leaderId)?.id ?? '');
  const [friend, setFriend] = useState<Friend | undefined>(() =>
    roster.unpaired.find((person) => person.id === friendId),
  );
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const startsOn = parsePlainDate(on);
  const chosen = leaders.find((one) => one.id === leader);
  const refusal = enter.error instanceof CallRefused ? enter.error.problem : undefined;
  const needsReason = refusal?.field === 'reason' || reason !== '';

  function save() {
    setTried(true);
    if (!chosen || !friend || !startsOn) return;
    const body = { leaderId: chosen.id, representativeId: friend.id as Id, startsOn };
    enter.mutate(
      { body: { ...body, ...(reason.trim() ? { reason: reason.trim() } : {}) } },
      {
        onSuccess: () => {
          toast({ text: t(pairingWords.paired, { leader: chosen.name, friend: friend.name }) });
          onClose();
        },
      },
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Sheet
      title={t(pairingWords.pairTitle)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={enter.isPending} onClick={save}>
          {t(pairingWords.pair)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <Field label={t(pairingWords.leader)} error={tried && !chosen && t(pairingWords.leaderMissing)}>
          {(control) => (
            <select className="input" {...control} value={leader} onChange={(event) => setLeader(event.target.value)}>
              <option value="">{t(pairingWords.chooseLeader)}</option>
              {roster.groups.map((group) => (
                <optgroup key={`${group.tier} ${group.unit.id}`} label={group.unit.name}>
                  {group.leaders
                    .filter((one) => one.can.includes('pair'))
                    .map((one) => (
                      <option key={one.id} value={one.id}>
                        {`${one.name} · ${t(pairingWords.people, { count: one.quota.has })}`}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {chosen && (
          <p className="second">
            {chosen.quota.required === null
              ? t(pairingWords.hasNow, { has: chosen.quota.has })
              : t(pairingWords.hasOf, { has: chosen.quota.has, required: chosen.quota.required })}
            <Why clause={chosen.quota.clause} arithmetic={t(chosen.quota.arithmetic)} />
          </p>
        )}
        <FriendField
          friend={friend}
          onChoose={setFriend}
          error={tried && !friend ? t(pairingWords.friendMissing) : undefined}
        />
        <Field label={t(pairingWords.startsOn)} error={tried && !startsOn && t(pairingWords.dayMissing)}>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              value={on}
              max={today}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </Field>
        {needsReason && (
          <Field label={t(pairingWords.reason)} hint={t(pairingWords.reasonHint)}>
            {(control) => (
              <textarea
                className="input"
                {...control}
                rows={2}
                maxLength={400}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        {enter.error && <CallErrorNote error={enter.error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(pairingWords.pair)}
        </button>
      </form>
    </Sheet>
  );
}
