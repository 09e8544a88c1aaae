import {
  changeTemplate,
  listDesk,
  listTemplates,
  makeTemplate,
  removeTemplate,
} from '@zhengyou/domain/matter/desk.contract.ts';
import { OUTCOMES, type Outcome } from '@zhengyou/domain/matter/matter.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useMay } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { WithBlanks } from './CaseSide.tsx';
import { deskWords } from './desk.words.ts';
import { useOutcomeWords } from './use-loop.ts';
import './desk.css';
import './matter.css';

type Template = ReplyOf<typeof listTemplates>['items'][number];

/** Wordings for replies; a blank says what belongs there. */
export function TemplatesPage() {
  const t = useWords();
  const outcome = useOutcomeWords();
  const { search, setSearch } = useSearchState();
  const templates = useCall(listTemplates, {});
  const asked = search['template'];
  const chosen = templates.data?.items.find(({ id }) => id === asked);
  const close = () => setSearch({ template: undefined }, { replace: true });
  return (
    <Page
      title={t(deskWords.templatesTitle)}
      sub={t(deskWords.templatesLead)}
      width="narrow"
      actions={
        templates.data?.can.includes('make') && (
          <Button look="primary" onClick={() => setSearch({ template: 'new' })}>
            {t(deskWords.templateAdd)}
          </Button>
        )
      }
    >
      <Answer of={templates} loading={{ rows: 3, height: 90 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(deskWords.templatesNone)} />
          ) : (
            <ul className="matter-rows">
              {items.map((template) => (
                <li key={template.id} className="template-row">
                  <div className="row apart">
                    <b>{template.title}</b>
                    {template.can.includes('change') && (
                      <Button small look="text" onClick={() => setSearch({ template: template.id })}>
                        {t(deskWords.templateChange)}
                      </Button>
                    )}
                  </div>
                  <p className="second matter-words">
                    <WithBlanks text={template.text} />
                  </p>
                  <p className="meta">
                    {[
                      template.unit?.shortName ?? t(deskWords.templateHouse),
                      template.outcome && outcome(template.outcome),
                    ]
                      .filter(Boolean)
                      .join(' ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {(chosen ?? asked === 'new') && <TemplateSheet key={asked} template={chosen} onClose={close} />}
    </Page>
  );
}

type TemplateSheetProps = { readonly template: Template | undefined; readonly onClose: () => void };

function TemplateSheet({ template, onClose }: TemplateSheetProps) {
  const t = useWords();
  const may = useMay();
  const toast = useToast();
  const label = useOutcomeWords();
  const make = useChange(makeTemplate);
  const change = useChange(changeTemplate);
  const remove = useChange(removeTemplate);
  const desks = useCall(listDesk, { query: { limit: 1 } }, { enabled: may('matter.listDesk') });
  const units = desks.data?.desks ?? [];
  const [title, setTitle] = useState(template?.title ?? '');
  const [text, setText] = useState(template?.text ?? '');
  const [outcome, setOutcome] = useState<Outcome | ''>(template?.outcome ?? '');
  const [unit, setUnit] = useState<string>(template?.unit?.id ?? '');
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '' || text.trim() === '';
  const error = make.error ?? change.error ?? remove.error;
  const done = { onSuccess: () => finish(t(deskWords.templateSaved)) };
  function finish(said: string) {
    toast({ text: said });
    onClose();
  }
  function send() {
    setTried(true);
    if (missing) return;
    // Who answers for a department writes for it; only a keeper writes for the whole house.
    const unitId = findId(unit) ?? units[0]?.id ?? null;
    const body = { title, text, outcome: outcome === '' ? null : outcome, unitId };
    if (template) change.mutate({ params: { templateId: template.id }, body, ifMatch: template.version }, done);
    else make.mutate({ body }, done);
  }
  return (
    <Sheet
      title={t(template ? deskWords.templateChange : deskWords.templateAdd)}
      onClose={onClose}
      foot={
        <>
          {tried && missing && <p className="second matter-why">{t(deskWords.templateMissing)}</p>}
          <Button look="primary" wide busy={make.isPending || change.isPending} onClick={send}>
            {t(deskWords.templateSave)}
          </Button>
        </>
      }
    >
      <div className="stack sheet-form">
        <Field label={t(deskWords.templateTitle)}>
          {(control) => (
            <input
              className="input"
              maxLength={60}
              {...control}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(deskWords.templateText)} hint={t(deskWords.templateHint)}>
          {(control) => (
            <textarea
              className="input"
              rows={5}
              maxLength={4000}
              {...control}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="field">
          <span className="label">{t(deskWords.templateOutcome)}</span>
          <ChoiceChips<Outcome | ''>
            label={t(deskWords.templateOutcome)}
            options={[
              { value: '', label: t(deskWords.templateAny) },
              ...OUTCOMES.map((value) => ({ value, label: label(value) })),
            ]}
            value={outcome}
            onChange={setOutcome}
          />
        </div>
        {units.length > 1 && (
          <Field label={t(deskWords.templateOf)}>
            {(control) => (
              <select className="input" {...control} value={unit} onChange={(event) => setUnit(event.target.value)}>
                {units.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {template?.can.includes('remove') && (
          <Button
            look="text"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(
                { params: { templateId: template.id }, ifMatch: template.version },
                { onSuccess: () => finish(t(deskWords.templateRemoved)) },
              )
            }
          >
            {t(deskWords.templateRemove)}
          </Button>
        )}
        {error && <CallErrorNote error={error} />}
      </div>
    </Sheet>
  );
}
