import { writeBriefing, type Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { BRIEFING_TEXT_LIMIT, BRIEFING_TITLE_LIMIT } from '@zhengyou/domain/briefing/briefing.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useChange } from '../../app/queries.ts';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Link } from '../../kit/Link.tsx';
import { newKey } from '../../kit/new-key.ts';
import { useToast } from '../../kit/Toast.tsx';
import { BriefingSide } from './BriefingSide.tsx';
import { briefingWords } from './briefing.words.ts';
import { SourceSheet, type Source } from './SourceSheet.tsx';
import { Warnings } from './Warnings.tsx';

type Item = {
  readonly key: string;
  readonly matterId: Id | null;
  readonly number: string | null;
  readonly attribution: string;
  readonly heading: string;
  readonly text: string;
};

const itemOf = (one: Briefing['itemList'][number]): Item => ({
  key: `${one.ordinal}`,
  matterId: one.matterId,
  number: one.matterNumber,
  attribution: one.attribution,
  heading: one.heading,
  text: one.text,
});

const fromSource = ({ id, number, released, title }: Source): Item => ({
  key: newKey(),
  matterId: id,
  number,
  attribution: '',
  // Words that were not released are the person’s own: they are not taken over.
  heading: released ? (title ?? '') : '',
  text: '',
});

type EditorProps = { readonly briefing: Briefing; readonly onPaper: () => void };

/** Two columns: what is chosen, and the text. */
export function BriefingEditor({ briefing, onPaper }: EditorProps) {
  const t = useWords();
  const toast = useToast();
  const write = useChange(writeBriefing);
  const [frame, setFrame] = useState({
    title: briefing.title,
    opening: briefing.opening,
    closing: briefing.closing,
  });
  const [items, setItems] = useState<readonly Item[]>(() => briefing.itemList.map(itemOf));
  const [choosing, setChoosing] = useState(false);
  const [changed, setChanged] = useState(false);
  const change = (next: readonly Item[]) => {
    setItems(next);
    setChanged(true);
  };
  const edit = (key: string, over: Partial<Item>) =>
    change(items.map((item) => (item.key === key ? { ...item, ...over } : item)));
  const frameField = (name: 'opening' | 'closing') => (
    <Field label={t(briefingWords[name])} optional>
      {(control) => (
        <textarea
          className="input"
          rows={2}
          maxLength={BRIEFING_TEXT_LIMIT}
          {...control}
          value={frame[name]}
          onChange={(event) => {
            setFrame({ ...frame, [name]: event.target.value });
            setChanged(true);
          }}
        />
      )}
    </Field>
  );
  const save = () =>
    write.mutate(
      {
        params: { briefingId: briefing.id },
        ifMatch: briefing.version,
        body: { ...frame, items: items.map(({ matterId, heading, text }) => ({ matterId, heading, text })) },
      },
      { onSuccess: () => toast({ text: t(briefingWords.saved) }) },
    );
  return (
    <div className="briefing-edit">
      <section>
        <div className="sec ruled">
          <h2>{t(briefingWords.chosenItems)}</h2>
        </div>
        <ol className="briefing-chosen">
          {items.map((item, index) => (
            <li key={item.key}>
              <span className="grow">
                {item.heading || <span className="muted">{t(briefingWords.toWord)}</span>}
                <span className="meta">{item.number ?? t(briefingWords.freeItem)}</span>
              </span>
              {index > 0 && (
                <Button
                  small
                  look="text"
                  aria-label={t(briefingWords.up, { ordinal: index + 1 })}
                  onClick={() => change(swapped(items, index))}
                >
                  ↑
                </Button>
              )}
              <Button
                small
                look="text"
                aria-label={t(briefingWords.takeOut, { ordinal: index + 1 })}
                onClick={() => change(items.filter(({ key }) => key !== item.key))}
              >
                ×
              </Button>
            </li>
          ))}
        </ol>
        <div className="row wrap">
          <Button small onClick={() => setChoosing(true)}>
            {t(briefingWords.addMatters)}
          </Button>
          <Button
            small
            look="text"
            onClick={() =>
              change([
                ...items,
                { key: newKey(), matterId: null, number: null, attribution: '', heading: '', text: '' },
              ])
            }
          >
            {t(briefingWords.addFree)}
          </Button>
        </div>
        {!changed && <Warnings briefing={briefing} />}
        {changed ? (
          <p className="second briefing-unsaved">{t(briefingWords.unsaved)}</p>
        ) : (
          <BriefingSide briefing={briefing} />
        )}
      </section>
      <section className="stack">
        <Field label={t(briefingWords.paperTitle)}>
          {(control) => (
            <input
              className="input"
              maxLength={BRIEFING_TITLE_LIMIT}
              {...control}
              value={frame.title}
              onChange={(event) => {
                setFrame({ ...frame, title: event.target.value });
                setChanged(true);
              }}
            />
          )}
        </Field>
        {frameField('opening')}
        {items.map((item, index) => (
          <ItemFields key={item.key} item={item} ordinal={index + 1} onEdit={(over) => edit(item.key, over)} />
        ))}
        {frameField('closing')}
        {write.error && <CallErrorNote error={write.error} />}
        <div className="row wrap">
          <Button
            look={changed ? 'primary' : 'plain'}
            busy={write.isPending}
            disabled={items.length === 0}
            onClick={save}
          >
            {t(briefingWords.save)}
          </Button>
          <Button look="text" disabled={changed} onClick={onPaper}>
            {t(briefingWords.preview)}
          </Button>
        </div>
      </section>
      {choosing && (
        <SourceSheet
          onClose={() => setChoosing(false)}
          without={items.flatMap(({ matterId }) => matterId ?? [])}
          act={(count) => t(briefingWords.add, { count })}
          busy={false}
          onChoose={(sources) => {
            change([...items, ...sources.map(fromSource)]);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function swapped(items: readonly Item[], index: number): Item[] {
  const next = [...items];
  const [moved] = next.splice(index, 1);
  if (moved) next.splice(index - 1, 0, moved);
  return next;
}

type ItemFieldsProps = {
  readonly item: Item;
  readonly ordinal: number;
  readonly onEdit: (over: Partial<Item>) => void;
};

function ItemFields({ item, ordinal, onEdit }: ItemFieldsProps) {
  const t = useWords();
  const said =
    item.matterId === null
      ? t(briefingWords.attributionNone)
      : item.attribution && t(briefingWords.attribution, { words: item.attribution });
  return (
    <fieldset className="briefing-item">
      <legend>
        {t(briefingWords.item, { ordinal })}
        {item.matterId !== null && (
          <Link className="meta" href={paths.matter(item.matterId)}>
            {item.number}
          </Link>
        )}
      </legend>
      <Field label={t(briefingWords.heading)}>
        {(control) => (
          <input
            className="input"
            maxLength={BRIEFING_TITLE_LIMIT}
            {...control}
            value={item.heading}
            onChange={(event) => onEdit({ heading: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(briefingWords.text)} hint={said}>
        {(control) => (
          <textarea
            className="input"
            rows={4}
            maxLength={BRIEFING_TEXT_LIMIT}
            {...control}
            value={item.text}
            onChange={(event) => onEdit({ text: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
