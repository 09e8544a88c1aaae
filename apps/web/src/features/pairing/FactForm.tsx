import { readWrittenDate } from '@zhengyou/domain/calendar/written-date.ts';
import { dayAfter } from '@zhengyou/domain/calendar/precision.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { changeFacts } from '@zhengyou/domain/pairing/renewal.contract.ts';
import { FACT_KINDS } from '@zhengyou/domain/pairing/renewal.rules.ts';
import { readPerson } from '@zhengyou/domain/person/person.contract.ts';
import { readStanding } from '@zhengyou/domain/person/standing-text.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { useState, type FormEvent } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { FriendField, type Friend } from './FriendField.tsx';
import { factWords, renewalWords } from './renewal.words.ts';
import type { Board } from './use-board.ts';

export type Fact = NonNullable<BodyInOf<typeof changeFacts>['add']>[number];
type Kind = (typeof FACT_KINDS)[number];

type FactFormProps = { readonly draft: Board['draft']; readonly onClose: () => void };

const OF_LEADERS: readonly Kind[] = ['postBegins', 'postEnds'];
const BEGINS: readonly Kind[] = ['postBegins', 'standingBegins'];

/** One fact of the sandbox: a post taken or left, a standing begun or ended, somebody who leaves the list. */
export function FactForm({ draft, onClose }: FactFormProps) {
  const t = useWords();
  const toast = useToast();
  const change = useChange(changeFacts);
  const [kind, setKind] = useState<Kind>('standingBegins');
  const [person, setPerson] = useState<Friend>();
  const [title, setTitle] = useState('');
  const [charge, setCharge] = useState('');
  const [unit, setUnit] = useState('');
  const [standing, setStanding] = useState('');
  const [on, setOn] = useState<string>(draft.effectiveOn);
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const units = useCall(listUnits, {}, { enabled: kind === 'postBegins' });
  const record = useCall(
    readPerson,
    { params: { personId: person?.id as Id }, query: {} }, // asked only once somebody is chosen
    { enabled: kind === 'standingEnds' && person !== undefined },
  );
  const begins = BEGINS.includes(kind);
  const onDay = parsePlainDate(on);
  const end = until.trim() === '' ? null : readWrittenDate(until);
  const missing = {
    person: !person,
    title: begins && title.trim().length < 2,
    unit: kind === 'postBegins' && unit === '',
    standing: kind === 'standingEnds' && standing === '',
    day: !onDay,
    until: kind === 'standingBegins' && end === undefined,
  };

  function factOf(): Fact | undefined {
    if (!person || !onDay || Object.values(missing).some(Boolean)) return undefined;
    const personId = person.id as Id; // offered by the server
    if (kind === 'postBegins')
      return { kind, personId, unitId: unit as Id, title: title.trim(), charge: charge.trim() || null, onDay };
    if (kind === 'standingBegins') {
      const { kind: standingKind, level, role } = readStanding(title);
      return {
        kind,
        personId,
        standingKind,
        level,
        role,
        written: title.trim(),
        onDay,
        ...(end ? { endsOn: dayAfter(end.on, end.precision), precision: end.precision } : {}),
      };
    }
    if (kind === 'standingEnds') return { kind, personId, standingId: standing as Id, onDay };
    return { kind, personId, onDay };
  }
  function save() {
    setTried(true);
    const fact = factOf();
    if (!fact) return;
    change.mutate(
      { params: { draftId: draft.id }, body: { add: [fact] }, ifMatch: draft.version },
      {
        onSuccess: () => {
          toast({ text: t(renewalWords.added, { count: 1 }) });
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
      title={t(renewalWords.addFact)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={change.isPending} onClick={save}>
          {t(renewalWords.save)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <ChoiceChips
          label={t(renewalWords.kind)}
          value={kind}
          onChange={(next) => {
            if (OF_LEADERS.includes(next) !== OF_LEADERS.includes(kind)) setPerson(undefined);
            setKind(next);
          }}
          options={FACT_KINDS.map((value) => ({ value, label: t(factWords[value]) }))}
        />
        <FriendField
          kind={OF_LEADERS.includes(kind) ? 'leaders' : 'representatives'}
          label={t(renewalWords.who)}
          friend={person}
          onChoose={setPerson}
          error={tried && missing.person ? t(renewalWords.whoMissing) : undefined}
        />
        {kind === 'postBegins' && (
          <Field label={t(renewalWords.unit)} error={tried && missing.unit && t(renewalWords.unitMissing)}>
            {(control) => (
              <select className="input" {...control} value={unit} onChange={(event) => setUnit(event.target.value)}>
                <option value="">{t(renewalWords.chooseStanding)}</option>
                {(units.data?.items ?? []).map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {begins && (
          <Field
            label={t(kind === 'postBegins' ? renewalWords.postTitle : renewalWords.standingTitle)}
            hint={kind === 'standingBegins' && t(renewalWords.standingHint)}
            error={tried && missing.title && t(renewalWords.titleMissing)}
          >
            {(control) => (
              <input
                className="input"
                {...control}
                value={title}
                maxLength={100}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
        )}
        {kind === 'postBegins' && (
          <Field label={t(renewalWords.charge)} optional>
            {(control) => (
              <input
                className="input"
                {...control}
                value={charge}
                maxLength={60}
                onChange={(event) => setCharge(event.target.value)}
              />
            )}
          </Field>
        )}
        {kind === 'standingEnds' && person && (
          <Field label={t(renewalWords.standing)} error={tried && missing.standing && t(renewalWords.standingMissing)}>
            {(control) => (
              <select
                className="input"
                {...control}
                value={standing}
                onChange={(event) => setStanding(event.target.value)}
              >
                <option value="">{t(renewalWords.chooseStanding)}</option>
                {(record.data?.standings ?? []).map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.written}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field
          label={t(begins ? renewalWords.onDay : renewalWords.lastDay)}
          error={tried && missing.day && t(renewalWords.dayMissing)}
        >
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              value={on}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </Field>
        {kind === 'standingBegins' && (
          <Field
            label={t(renewalWords.until)}
            optional
            hint="2032.1"
            error={tried && missing.until && t(renewalWords.dayMissing)}
          >
            {(control) => (
              <input
                className="input"
                {...control}
                value={until}
                maxLength={30}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </Field>
        )}
        {change.error && <CallErrorNote error={change.error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(renewalWords.save)}
        </button>
      </form>
    </Sheet>
  );
}
