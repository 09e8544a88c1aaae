import { listDesks } from '@zhengyou/domain/matter/desk.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useState, type FormEvent } from 'react';
import { CallRefused } from '../../app/call.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Field, type FieldControl } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { asked, bodyOf, firstValues, missingOf, STEP_FORMS } from './steps.ts';
import type { FormStep, StepField, StepValues } from './steps.ts';
import { stepWords } from './steps.words.ts';
import { useStep } from './use-step.ts';

type StepSheetProps = {
  readonly step: FormStep;
  readonly matter: Pick<MatterLine, 'id' | 'version' | 'addressees'>;
  readonly onClose: () => void;
};

/** A step on a line, as a small form in a sheet: what it does, what it asks, one button. */
export function StepSheet({ step, matter, onClose }: StepSheetProps) {
  const t = useWords();
  const toast = useToast();
  const form = STEP_FORMS[step];
  const parties = matter.addressees.filter(({ withdrawn }) => !withdrawn);
  const [values, setValues] = useState<StepValues>(() => ({
    ...firstValues(form),
    ...(parties.length === 1 && step === 'deliver' && { party: String(parties[0]?.party ?? '') }),
  }));
  const [tried, setTried] = useState(false);
  const { take, busy, error, forgive } = useStep(form.endpoint, matter);
  const missing = tried ? missingOf(form, values) : [];
  const refusedField = error instanceof CallRefused ? error.problem.field : undefined;

  async function send(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (missingOf(form, values).length > 0 || busy) return;
    if (!(await take(bodyOf(form, values)))) return;
    toast({ text: t(form.done) });
    onClose();
  }
  const set = (name: string, value: string | readonly string[]) => {
    forgive();
    setValues((now) => ({ ...now, [name]: value }));
  };
  const mistakeOf = (field: StepField) =>
    missing.includes(field.name)
      ? t(field.kind === 'text' || field.kind === 'line' ? stepWords.missing : stepWords.pickOne)
      : refusedField === field.name
        ? error?.message
        : undefined;

  return (
    <Sheet
      title={t(form.title)}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
      foot={
        <Button look="primary" wide busy={busy} onClick={() => void send()}>
          {t(form.title)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={(event) => void send(event)}>
        {form.text && <p className="second">{t(form.text)}</p>}
        {asked(form, values).map((field) => (
          <StepControl
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            parties={parties}
            mistake={mistakeOf(field)}
            onChange={(value) => set(field.name, value)}
          />
        ))}
        {error && (refusedField === undefined || !form.fields.some(({ name }) => name === refusedField)) && (
          <CallErrorNote error={error} />
        )}
      </form>
    </Sheet>
  );
}

type ControlProps = {
  readonly field: StepField;
  readonly value: string | readonly string[];
  readonly parties: MatterLine['addressees'];
  readonly mistake: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
};

function StepControl({ field, value, parties, mistake, onChange }: ControlProps) {
  const t = useWords();
  const { today } = useSession();
  const common = {
    label: t(field.label),
    ...(field.optional && { optional: true }),
    ...(field.hint && { hint: t(field.hint) }),
    error: mistake,
  };
  const text = typeof value === 'string' ? value : '';
  const list = typeof value === 'string' ? [] : value;
  if (field.kind === 'choice')
    return (
      <div className="field">
        <span className="label">{t(field.label)}</span>
        <ChoiceChips
          label={t(field.label)}
          options={(field.options ?? []).map((option) => ({ value: option.value, label: t(option.words) }))}
          value={text}
          onChange={onChange}
        />
        {mistake && (
          <p className="mistake" role="alert">
            <StateShape state="late" />
            <span>{mistake}</span>
          </p>
        )}
      </div>
    );
  if (field.kind === 'desk' || field.kind === 'desks')
    return (
      <Field {...common}>
        {(control) => (
          <Desks
            control={control}
            label={t(field.label)}
            several={field.kind === 'desks'}
            optional={field.optional === true}
            value={field.kind === 'desk' ? text : list}
            onChange={onChange}
          />
        )}
      </Field>
    );
  return (
    <Field {...common}>
      {(control) =>
        field.kind === 'text' ? (
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            {...control}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : field.kind === 'party' ? (
          <select className="input" {...control} value={text} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t(stepWords.pickOne)}</option>
            {parties.map((party) => (
              <option key={party.party} value={party.party}>
                {party.person?.name ?? t(stepWords.deliverParty, { at: party.party })}
              </option>
            ))}
          </select>
        ) : (
          <input
            className="input"
            type={field.kind === 'date' ? 'date' : 'text'}
            maxLength={400}
            {...(field.days === 'ahead' && { min: today })}
            {...(field.days === 'past' && { max: today })}
            {...control}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

type DesksProps = {
  readonly control: FieldControl;
  readonly label: string;
  readonly several: boolean;
  readonly optional: boolean;
  readonly value: string | readonly string[];
  readonly onChange: (value: string | readonly string[]) => void;
};

/** Departments with someone who answers, each with what it has in hand. */
function Desks({ control, label, several, optional, value, onChange }: DesksProps) {
  const t = useWords();
  const desks = useCall(listDesks, {});
  const items = desks.data?.items ?? [];
  const chosen = typeof value === 'string' ? [] : value;
  if (desks.data && items.length === 0) return <p {...control}>{t(stepWords.desksNone)}</p>;
  if (!several)
    return (
      <select
        className="input"
        {...control}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{optional ? '' : t(stepWords.pickOne)}</option>
        {items.map(({ unit, open }) => (
          <option key={unit.id} value={unit.id}>
            {t(stepWords.deskOpen, { name: unit.name, open })}
          </option>
        ))}
      </select>
    );
  return (
    <fieldset {...control} aria-label={label} className="matter-checks">
      {items.map(({ unit }) => (
        <label key={unit.id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(unit.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, unit.id] : chosen.filter((id) => id !== unit.id))
            }
          />
          {unit.name}
        </label>
      ))}
    </fieldset>
  );
}
