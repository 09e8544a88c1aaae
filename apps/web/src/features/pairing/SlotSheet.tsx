import { endPairing } from '@zhengyou/domain/pairing/pairing.contract.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Field } from '../../kit/Field.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { sayGround } from './PairSlot.tsx';
import { pairingWords } from './pairing.words.ts';
import { leadersIn, type Roster, type Slot } from './use-roster.ts';

type SlotSheetProps = {
  readonly roster: Roster;
  readonly pairingId: string | undefined;
  readonly onClose: () => void;
};

/** One pair: since when, in whose name; and how it ends. */
export function SlotSheet({ roster, pairingId, onClose }: SlotSheetProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const leader = leadersIn(roster).find((one) => one.slots.some((slot) => slot.pairingId === pairingId));
  const slot = leader?.slots.find((one) => one.pairingId === pairingId);
  if (!leader || !slot)
    return (
      <Sheet title={t(pairingWords.title)} onClose={onClose}>
        <p className="second">{t(pairingWords.gone)}</p>
      </Sheet>
    );
  const { representative } = slot;
  const friend = representative.name ?? t(pairingWords.someone);
  const says = sayGround(representative.ground, today, language, t);
  return (
    <Sheet title={t(pairingWords.slotTitle, { leader: leader.name, friend })} onClose={onClose}>
      <div className="stack sheet-form">
        <p className="second">
          {t(pairingWords.since, { from: sayDay(slot.startsOn, { language, today }) })}
          {says && (
            <>
              <br />
              {[representative.unit?.shortName, says].filter(Boolean).join(t(kitWords.comma))}
            </>
          )}
        </p>
        {representative.name !== null && (
          <p>
            <Link href={paths.person(representative.id)}>{t(pairingWords.openRecord)}</Link>
          </p>
        )}
        {leader.can.includes('end') && <EndForm slot={slot} onDone={onClose} />}
      </div>
    </Sheet>
  );
}

function EndForm({ slot, onDone }: { readonly slot: Slot; readonly onDone: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const end = useChange(endPairing);
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const endsOn = parsePlainDate(on);
  const missing = reason.trim().length < 2;
  function save() {
    setTried(true);
    if (missing || !endsOn) return;
    end.mutate(
      { params: { pairingId: slot.pairingId }, body: { endsOn, reason: reason.trim() }, ifMatch: slot.version },
      {
        onSuccess: () => {
          toast({ text: t(pairingWords.ended) });
          onDone();
        },
      },
    );
  }
  return (
    <details className="end-pair">
      <summary className="muted">{t(pairingWords.end)}</summary>
      <div className="stack">
        <Field label={t(pairingWords.endOn)} error={tried && !endsOn && t(pairingWords.dayMissing)}>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              value={on}
              min={slot.startsOn}
              max={today}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t(pairingWords.endReason)}
          hint={t(pairingWords.endReasonHint)}
          error={tried && missing && t(pairingWords.reasonMissing)}
        >
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
        {end.error && <CallErrorNote error={end.error} />}
        <Button busy={end.isPending} onClick={save}>
          {t(pairingWords.end)}
        </Button>
      </div>
    </details>
  );
}
