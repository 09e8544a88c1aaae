import { enterPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { recommendPairing } from '@zhengyou/domain/pairing/proposal.contract.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState, type FormEvent } from 'react';
import { CallRefused } from '../../app/call.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
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

const HOW = ['recommend', 'enter'] as const;

/** A new pair: recommended, so that whoever has to say yes is asked; or written down, where it has been decided on paper. */
export function PairForm({ roster, leaderId, friendId, onClose }: PairFormProps) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const enter = useChange(enterPairing);
  const recommend = useChange(recommendPairing);
  const [how, setHow] = useState<(typeof HOW)[number]>('recommend');
  const change = how === 'enter' ? enter : recommend;
  const leaders = leadersIn(roster).filter((leader) => leader.can.includes('pair'));
  const [leader, setLeader] = useState(leaders.find((one) => one.id === leaderId)?.id ?? '');
  const [friend, setFriend] = useState<Friend | undefined>(() =>
    roster.unpaired.find((person) => person.id === friendId),
  );
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const startsOn = parsePlainDate(on);
  const chosen = leaders.find((one) => one.id === leader);
  const refusal = change.error instanceof CallRefused ? change.error.problem : undefined;
  const needsReason = refusal?.field === 'reason' || reason !== '';

  function done(text: string) {
    toast({ text });
    onClose();
  }
  function save() {
    setTried(true);
    if (!chosen || !friend || (how === 'enter' && !startsOn)) return;
    const names = { leader: chosen.name, friend: friend.name };
    const pair = {
      leaderId: chosen.id,
      representativeId: friend.id as Id, // offered by the server
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    };
    if (how === 'enter' && startsOn)
      enter.mutate({ body: { ...pair, startsOn } }, { onSuccess: () => done(t(pairingWords.paired, names)) });
    else
      recommend.mutate(
        { body: { ...pair, ...(note.trim() ? { note: note.trim() } : {}) } },
        {
          onSuccess: ({ status }) =>
            done(t(status === 'recommended' ? pairingWords.recommended : pairingWords.decided, names)),
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
        <Button look="primary" wide busy={change.isPending} onClick={save}>
          {t(how === 'enter' ? pairingWords.pair : pairingWords.recommend)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <ChoiceChips
          label={t(pairingWords.how)}
          value={how}
          onChange={setHow}
          options={HOW.map((value) => ({ value, label: t(pairingWords[`${value}How`]) }))}
        />
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
        {how === 'enter' && (
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
        )}
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
        {how === 'recommend' && (
          <Field label={t(pairingWords.noteToLeader)} optional hint={t(pairingWords.noteHint)}>
            {(control) => (
              <textarea
                className="input"
                {...control}
                rows={2}
                maxLength={400}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        )}
        {change.error && <CallErrorNote error={change.error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(pairingWords.pair)}
        </button>
      </form>
    </Sheet>
  );
}
