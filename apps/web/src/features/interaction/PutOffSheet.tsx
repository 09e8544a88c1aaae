import { excusePair, listPauses, snoozePair, takeBackPause } from '@zhengyou/domain/interaction/pause.contract.ts';
import { readYear, type YearRow } from '@zhengyou/domain/interaction/year.contract.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { addDays, addMonths, parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { CallRefused } from '../../app/call.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { OverlayProps } from '../../app/Overlays.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { PauseHistory } from './PauseHistory.tsx';
import { putOffWords } from './put-off.words.ts';

const WAYS = ['snooze', 'excuse'] as const;
type Way = (typeof WAYS)[number];

/** `pairing` or `pairing.excuse`: whose talk is put off, and by which of the two ways. */
export default function PutOffSheet({ value, onClose }: OverlayProps) {
  const t = useWords();
  const [pairing, wanted] = value.split('.');
  const id = findId(pairing);
  const found = useCall(
    readYear,
    { query: { ...(id === undefined ? {} : { pairing: id }), each: 1 } },
    { enabled: id !== undefined },
  );
  const row = id === undefined ? undefined : found.data?.rows[0];
  if (!row)
    return (
      <Sheet title={t(putOffWords.title)} onClose={onClose}>
        {id === undefined || found.data ? (
          <Empty lead={t(putOffWords.noPair)} />
        ) : (
          <Answer of={found} loading={{ rows: 4, height: 44 }}>
            {() => null}
          </Answer>
        )}
      </Sheet>
    );
  return <PutOffForm row={row} first={wanted === 'excuse' ? 'excuse' : 'snooze'} onClose={onClose} />;
}

type FormProps = { readonly row: YearRow; readonly first: Way; readonly onClose: () => void };

function PutOffForm({ row, first, onClose }: FormProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const toast = useToast();
  const [way, setWay] = useState<Way>(first);
  const [later, setLater] = useState<Later>('week');
  const [day, setDay] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [last, setLast] = useState('');
  const [reason, setReason] = useState('');
  const snooze = useChange(snoozePair);
  const excuse = useChange(excusePair);
  const undo = useChange(takeBackPause);
  const { name } = row.person;
  const params = { pairingId: row.pairingId as Id };
  const untilOn = later === 'pick' ? parsePlainDate(day) : LATER[later](today);
  const lastOn = parsePlainDate(last);
  const fromOn = parsePlainDate(from);
  const error = way === 'snooze' ? snooze.error : excuse.error;
  const at = error instanceof CallRefused ? error.problem.field : undefined;
  const said = (field: string) => (at === field && error ? error.message : undefined);
  const sayOf = (on: PlainDate) => sayDay(on, { language, today });

  const done = (text: string, made: { readonly ordinal: number; readonly version: number }) => {
    onClose();
    toast({
      text,
      action: {
        // The sheet is gone by then: what follows hangs on the promise, not on the sheet.
        onAct: () =>
          void undo
            .mutateAsync({ params: { ...params, ordinal: made.ordinal }, ifMatch: made.version })
            .then(() => toast({ text: t(putOffWords.undone) }))
            .catch((trouble: unknown) =>
              toast({ text: trouble instanceof CallRefused ? trouble.message : t(putOffWords.unanswered) }),
            ),
      },
    });
  };
  const save = () => {
    if (way === 'snooze' && untilOn)
      snooze.mutate(
        { params, body: { untilOn, ...(reason.trim() === '' ? {} : { reason }) } },
        { onSuccess: (made) => done(t(putOffWords.snoozed, { name, day: sayOf(untilOn) }), made) },
      );
    if (way === 'excuse' && lastOn && fromOn)
      excuse.mutate(
        { params, body: { fromOn, lastOn, reason } },
        { onSuccess: (made) => done(t(putOffWords.excused, { name, day: sayOf(lastOn) }), made) },
      );
  };
  const ready =
    way === 'snooze'
      ? untilOn !== undefined && (!row.pause.asksReason || reason.trim() !== '')
      : lastOn !== undefined && fromOn !== undefined && reason.trim() !== '';
  return (
    <Sheet
      title={t(putOffWords.titleOf, { name })}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) save();
      }}
      foot={
        <Button look="primary" wide busy={snooze.isPending || excuse.isPending} disabled={!ready} onClick={save}>
          {way === 'snooze'
            ? untilOn
              ? t(putOffWords.snoozeTo, { day: sayOf(untilOn) })
              : t(putOffWords.snooze)
            : lastOn
              ? t(putOffWords.excuseTo, { day: sayOf(lastOn) })
              : t(putOffWords.excuse)}
        </Button>
      }
    >
      <ChoiceChips
        label={t(putOffWords.how)}
        fit="even"
        options={WAYS.map((each) => ({ value: each, label: t(putOffWords[each]) }))}
        value={way}
        onChange={setWay}
      />
      <p className="muted put-off-means">{t(way === 'snooze' ? putOffWords.snoozeMeans : putOffWords.excuseMeans)}</p>
      {way === 'snooze' ? (
        <>
          <ChoiceChips
            label={t(putOffWords.until)}
            options={LATERS.map((each) => ({ value: each, label: t(putOffWords[each]) }))}
            value={later}
            onChange={setLater}
          />
          {later === 'pick' && (
            <DayField
              label={t(putOffWords.until)}
              value={day}
              min={addDays(today, 1)}
              onChange={setDay}
              error={said('untilOn')}
            />
          )}
        </>
      ) : (
        <div className="put-off-days">
          <DayField label={t(putOffWords.from)} value={from} onChange={setFrom} error={said('fromOn')} />
          <DayField label={t(putOffWords.last)} value={last} min={fromOn} onChange={setLast} error={said('lastOn')} />
        </div>
      )}
      <Field
        label={t(putOffWords.why)}
        optional={way === 'snooze' && !row.pause.asksReason}
        hint={t(row.pause.asksReason && way === 'snooze' ? putOffWords.whyAgain : putOffWords.whyRead)}
        error={said('reason')}
      >
        {(control) => (
          <input
            className="input"
            maxLength={200}
            {...control}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {error && at === undefined && <CallErrorNote error={error} />}
      <Past pairingId={params.pairingId} />
    </Sheet>
  );
}

const LATERS = ['week', 'fortnight', 'month', 'pick'] as const;
type Later = (typeof LATERS)[number];
const LATER: Readonly<Record<Exclude<Later, 'pick'>, (today: PlainDate) => PlainDate>> = {
  week: (today) => addDays(today, 7),
  fortnight: (today) => addDays(today, 14),
  month: (today) => addMonths(today, 1),
};

type DayFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly min?: PlainDate | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

const DayField = ({ label, value, min, error, onChange }: DayFieldProps) => (
  <Field label={label} error={error}>
    {(control) => (
      <input
        type="date"
        className="input"
        {...control}
        min={min}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

/** What was put off before, each of which can be taken back while it stands. */
function Past({ pairingId }: { readonly pairingId: Id }) {
  const t = useWords();
  const past = useCall(listPauses, { params: { pairingId } });
  const undo = useChange(takeBackPause);
  if (!past.data || past.data.steps.length === 0) return null;
  const { version, steps, can } = past.data;
  return (
    <section className="put-off-past">
      <h3>{t(putOffWords.past)}</h3>
      <PauseHistory
        steps={steps}
        {...(can.includes('takeBack')
          ? {
              onTakeBack: (ordinal: number) => undo.mutate({ params: { pairingId, ordinal }, ifMatch: version }),
              busy: undo.isPending,
            }
          : {})}
      />
      {undo.error && <CallErrorNote error={undo.error} />}
    </section>
  );
}
