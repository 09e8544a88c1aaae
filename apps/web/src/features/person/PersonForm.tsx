import { createPerson, updatePerson } from '@zhengyou/domain/person/person.contract.ts';
import { AFFILIATIONS, type Affiliation } from '@zhengyou/domain/person/party.ts';
import { AFFILIATION_WORDS } from '@zhengyou/domain/person/party.words.ts';
import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { NamesakeNote } from './NamesakeNote.tsx';
import type { PersonReply } from './person-phrases.ts';
import { draftOf, judgeDraft, sendable, type PersonDraft } from './person-draft.ts';
import { personWords } from './person.words.ts';
import { currentVersion, SaveRefusal } from './SaveRefusal.tsx';

type PersonFormProps = {
  /** Whom to edit; someone new when left out. */
  readonly person?: PersonReply;
  readonly onClose: () => void;
};

export function PersonForm({ person, onClose }: PersonFormProps) {
  const t = useWords();
  const toast = useToast();
  const router = useRouter();
  const create = useChange(createPerson);
  const update = useChange(updatePerson);
  const [draft, setDraft] = useState(() => draftOf(person));
  const [tried, setTried] = useState(false);
  // Of the version on which the draft was begun; after a refusal for its age, of the one that was shown.
  const [version, setVersion] = useState(person?.version ?? 0);
  const mistakes = tried ? judgeDraft(draft) : {};
  const error = person ? update.error : create.error;
  const busy = create.isPending || update.isPending;
  const set = (change: Partial<PersonDraft>) => setDraft({ ...draft, ...change });

  function save(another = false) {
    setTried(true);
    if (Object.keys(judgeDraft(draft)).length > 0) return;
    const body = sendable(draft, person);
    if (person)
      update.mutate(
        { params: { personId: person.id }, body, ifMatch: version },
        {
          onSuccess: () => {
            toast({ text: t(personWords.saved) });
            onClose();
          },
          onError: (refused) => setVersion(currentVersion(refused) ?? version),
        },
      );
    else
      create.mutate(
        { body: { ...body, another } },
        {
          onSuccess: ({ id }) => {
            toast({ text: t(personWords.added, { name: body.name }) });
            void router.navigate({ href: paths.person(id) });
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
      title={person ? t(personWords.editTitle, { name: person.name }) : t(personWords.addTitle)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={busy} onClick={() => save()}>
          {t(personWords.save)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <Field label={t(personWords.name)} error={mistakes.name && t(mistakes.name)}>
          {(control) => (
            <input
              className="input"
              {...control}
              value={draft.name}
              maxLength={50}
              autoComplete="off"
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <NamesakeNote name={draft.name} {...(person ? { except: person.id } : {})} />
        <Field
          label={t(personWords.reading)}
          optional
          hint={t(personWords.readingHint)}
          error={mistakes.reading && t(mistakes.reading)}
        >
          {(control) => (
            <input
              className="input"
              {...control}
              value={draft.reading}
              maxLength={100}
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => set({ reading: event.target.value })}
            />
          )}
        </Field>
        <UnitField draft={draft} set={set} error={mistakes.unitId && t(mistakes.unitId)} />
        <PartyField draft={draft} set={set} />
        <Field label={t(personWords.position)} optional>
          {(control) => (
            <input
              className="input"
              {...control}
              value={draft.position}
              maxLength={60}
              onChange={(event) => set({ position: event.target.value })}
            />
          )}
        </Field>
        <Field label={t(personWords.titles)} optional hint={t(personWords.titlesHint)}>
          {(control) => (
            <input
              className="input"
              {...control}
              value={draft.titles}
              maxLength={200}
              onChange={(event) => set({ titles: event.target.value })}
            />
          )}
        </Field>
        <Field label={t(personWords.phone)} optional error={mistakes.phone && t(mistakes.phone)}>
          {(control) => (
            <input
              className="input"
              {...control}
              type="tel"
              value={draft.phone}
              maxLength={24}
              autoComplete="off"
              onChange={(event) => set({ phone: event.target.value })}
            />
          )}
        </Field>
        {error && <SaveRefusal error={error} draft={draft} onAnother={() => save(true)} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(personWords.save)}
        </button>
      </form>
    </Sheet>
  );
}

type PartProps = { readonly draft: PersonDraft; readonly set: (change: Partial<PersonDraft>) => void };

function UnitField({ draft, set, error }: PartProps & { readonly error: string | undefined }) {
  const t = useWords();
  const units = useCall(listUnits, {});
  return (
    <Field label={t(personWords.unit)} error={error}>
      {(control) => (
        <select
          className="input"
          {...control}
          value={draft.unitId}
          onChange={(event) => set({ unitId: event.target.value })}
        >
          <option value="">{t(personWords.chooseUnit)}</option>
          {(units.data?.items ?? [])
            .filter((unit) => unit.withinReach)
            .map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

/** Two parties are possible, so these are boxes and not one choice. */
function PartyField({ draft, set }: PartProps) {
  const t = useWords();
  const toggle = (one: Affiliation, on: boolean) =>
    set({ affiliations: AFFILIATIONS.filter((each) => (each === one ? on : draft.affiliations.includes(each))) });
  return (
    <fieldset className="field">
      <legend className="label">{t(personWords.party)}</legend>
      <div className="boxes">
        {AFFILIATIONS.map((one) => (
          <label className="check" key={one}>
            <input
              type="checkbox"
              checked={draft.affiliations.includes(one)}
              onChange={(event) => toggle(one, event.target.checked)}
            />
            {t(AFFILIATION_WORDS[one])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
