import { createStanding, endStanding, updateStanding } from '@zhengyou/domain/person/person.contract.ts';
import { LEVEL_WORDS, STANDING_KIND_WORDS, STANDING_ROLE_WORDS } from '@zhengyou/domain/policy/policy.words.ts';
import { LEVELS, STANDING_KINDS, STANDING_ROLES } from '@zhengyou/domain/policy/vocabulary.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { Words } from '@zhengyou/domain/kit/words.ts';
import { useState, type FormEvent } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import type { PersonReply, StandingReply } from './person-phrases.ts';
import { personWords } from './person.words.ts';
import {
  judgeStanding,
  renewalDraftOf,
  sendableStanding,
  standingDraftOf,
  withWords,
  type StandingDraft,
} from './standing-draft.ts';

type StandingFormProps = {
  readonly person: PersonReply;
  /** Which to edit, or of which to record the renewal; a new one when left out. */
  readonly standing: StandingReply | undefined;
  readonly renewal?: boolean;
  readonly onClose: () => void;
};

export function StandingForm({ person, standing, renewal, onClose }: StandingFormProps) {
  const t = useWords();
  const toast = useToast();
  const create = useChange(createStanding);
  const update = useChange(updateStanding);
  const [draft, setDraft] = useState(() =>
    renewal && standing ? renewalDraftOf(standing) : standingDraftOf(standing),
  );
  const [tried, setTried] = useState(false);
  const mistakes = tried ? judgeStanding(draft) : {};
  const set = (change: Partial<StandingDraft>) => setDraft({ ...draft, ...change });
  const editing = standing !== undefined && !renewal;
  const onSuccess = () => {
    toast({ text: t(personWords.saved) });
    onClose();
  };

  function save() {
    setTried(true);
    if (Object.keys(judgeStanding(draft)).length > 0) return;
    const body = sendableStanding(draft);
    if (editing) update.mutate({ params: { standingId: standing.id }, body, ifMatch: standing.version }, { onSuccess });
    else create.mutate({ params: { personId: person.id }, body }, { onSuccess });
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const error = editing ? update.error : create.error;
  return (
    <Sheet
      title={t(renewal ? personWords.renewalTitle : personWords.standingTitle, { name: person.name })}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={create.isPending || update.isPending} onClick={save}>
          {t(personWords.save)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <TextField
          label={personWords.written}
          hint={personWords.writtenHint}
          mistake={mistakes.written}
          value={draft.written}
          onChange={(written) => setDraft(withWords(draft, written))}
        />
        <Choice
          label={personWords.kindOf}
          words={STANDING_KIND_WORDS}
          values={STANDING_KINDS}
          value={draft.kind}
          onChange={(kind) => set({ kind: kind ?? 'other' })}
        />
        <Choice
          label={personWords.level}
          words={LEVEL_WORDS}
          values={LEVELS}
          value={draft.level}
          unsaid
          onChange={(level) => set({ level })}
        />
        <Choice
          label={personWords.role}
          words={STANDING_ROLE_WORDS}
          values={STANDING_ROLES}
          value={draft.role}
          unsaid
          onChange={(role) => set({ role })}
        />
        <TextField
          label={personWords.startsOn}
          mistake={mistakes.from}
          value={draft.from}
          optional
          onChange={(from) => set({ from })}
        />
        <TextField
          label={personWords.endsOn}
          hint={personWords.termHint}
          mistake={mistakes.until}
          value={draft.until}
          optional
          onChange={(until) => set({ until })}
        />
        {error && <CallErrorNote error={error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(personWords.save)}
        </button>
      </form>
      {editing && standing.time === 'held' && <EndEarly standing={standing} onDone={onSuccess} />}
    </Sheet>
  );
}

type TextFieldProps = {
  readonly label: Words;
  readonly hint?: Words;
  readonly mistake: Words | undefined;
  readonly value: string;
  readonly optional?: boolean;
  readonly onChange: (value: string) => void;
};

function TextField({ label, hint, mistake, value, optional, onChange }: TextFieldProps) {
  const t = useWords();
  return (
    <Field label={t(label)} hint={hint && t(hint)} error={mistake && t(mistake)} {...(optional ? { optional } : {})}>
      {(control) => (
        <input
          className="input"
          {...control}
          value={value}
          maxLength={100}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: Words;
  readonly words: Readonly<Record<T, Words>>;
  readonly values: readonly T[];
  readonly value: T | null;
  /** The words may leave it open. */
  readonly unsaid?: boolean;
  readonly onChange: (value: T | null) => void;
};

function Choice<T extends string>({ label, words, values, value, unsaid, onChange }: ChoiceProps<T>) {
  const t = useWords();
  return (
    <Field label={t(label)}>
      {(control) => (
        <select
          className="input"
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(values.find((one) => one === event.target.value) ?? null)}
        >
          {unsaid && <option value="">{t(personWords.unsaid)}</option>}
          {values.map((one) => (
            <option key={one} value={one}>
              {t(words[one])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Given up before its term: the past stays, the standing ends on a day. */
function EndEarly({ standing, onDone }: { readonly standing: StandingReply; readonly onDone: () => void }) {
  const t = useWords();
  const { today } = useSession();
  const end = useChange(endStanding);
  const [on, setOn] = useState<string>(today);
  const day = parsePlainDate(on);
  return (
    <details className="earlier">
      <summary className="muted">{t(personWords.endEarly)}</summary>
      <div className="stack">
        <Field label={t(personWords.endedOn)}>
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
        {end.error && <CallErrorNote error={end.error} />}
        <Button
          busy={end.isPending || !day}
          onClick={() =>
            day &&
            end.mutate(
              { params: { standingId: standing.id }, body: { endsOn: day }, ifMatch: standing.version },
              { onSuccess: onDone },
            )
          }
        >
          {t(personWords.endEarly)}
        </Button>
      </div>
    </details>
  );
}
