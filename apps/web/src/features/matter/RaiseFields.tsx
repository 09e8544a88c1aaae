import { NAMED_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import {
  MATTER_KINDS,
  MATTER_POINTS_LIMIT,
  MATTER_TEXT_LIMIT,
  MATTER_TITLE_LIMIT,
} from '@zhengyou/domain/matter/matter.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useRef, type ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Field } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { withPoint, type RaiseDraft } from './raise-draft.ts';
import { kindMeans, raiseWords } from './raise.words.ts';

type RaiseFieldsProps = {
  readonly draft: RaiseDraft;
  readonly missing: readonly (number | 'title')[];
  readonly onChange: (draft: RaiseDraft) => void;
  /** Only while it is raised; later the choice has a place of its own. */
  readonly naming: boolean;
  /** Stands before that choice: who hears it. */
  readonly children?: ReactNode;
};

/** Kind, one sentence, the points, and whether the name travels: one screen of a phone. */
export function RaiseFields({ draft, missing, onChange, naming, children }: RaiseFieldsProps) {
  const t = useWords();
  const fresh = useRef<number>(undefined);
  const add = () => {
    const next = withPoint(draft);
    fresh.current = next.points.at(-1)?.key;
    onChange(next);
  };
  const write = (key: number, words: string) =>
    onChange({ ...draft, points: draft.points.map((point) => (point.key === key ? { key, words } : point)) });
  return (
    <>
      <div className="field">
        <span className="label">{t(raiseWords.kind)}</span>
        <ChoiceChips
          label={t(raiseWords.kind)}
          columns={3}
          options={MATTER_KINDS.map((value) => ({ value, label: t(MATTER_KIND_WORDS[value]) }))}
          value={draft.kind}
          onChange={(kind) => onChange({ ...draft, kind })}
        />
        <p className="hint">{t(kindMeans[draft.kind])}</p>
      </div>
      <Field
        label={t(raiseWords.title)}
        hint={t(raiseWords.titleHint)}
        error={missing.includes('title') && t(raiseWords.empty)}
      >
        {(control) => (
          <textarea
            className="input voice"
            rows={2}
            maxLength={MATTER_TITLE_LIMIT}
            {...control}
            value={draft.title}
            onChange={(event) => onChange({ ...draft, title: event.target.value.replaceAll('\n', ' ') })}
          />
        )}
      </Field>
      {draft.points.map((point, index) => (
        <Field
          key={point.key}
          label={t(raiseWords.point, { at: index + 1 })}
          error={missing.includes(point.key) && t(raiseWords.emptyPoint)}
        >
          {(control) => (
            <div className="row matter-point">
              <textarea
                ref={(field) => {
                  if (!field || fresh.current !== point.key) return;
                  fresh.current = undefined;
                  field.focus();
                }}
                className="input voice grow"
                rows={2}
                maxLength={MATTER_TEXT_LIMIT}
                {...control}
                value={point.words}
                onChange={(event) => write(point.key, event.target.value)}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={t(raiseWords.removePoint, { at: index + 1 })}
                onClick={() => onChange({ ...draft, points: draft.points.filter(({ key }) => key !== point.key) })}
              >
                <Icon name="close" size={16} />
              </button>
            </div>
          )}
        </Field>
      ))}
      {draft.points.length < MATTER_POINTS_LIMIT && (
        <div className="row wrap">
          <Chip onClick={add}>
            <Icon name="add" size={16} />
            {t(draft.points.length === 0 ? raiseWords.points : raiseWords.addPoint)}
          </Chip>
          <span className="meta">{t(draft.points.length === 0 ? raiseWords.pointsOne : raiseWords.pointsHint)}</span>
        </div>
      )}
      {children}
      {naming && <NamingChoice named={draft.named} onChange={(named) => onChange({ ...draft, named })} />}
    </>
  );
}

type NamingProps = { readonly named: boolean; readonly onChange: (named: boolean) => void };

/** The choice with what follows from it, said before it is made. */
export function NamingChoice({ named, onChange }: NamingProps) {
  const t = useWords();
  return (
    <div className="field">
      <span className="label">{t(raiseWords.naming)}</span>
      <ChoiceChips
        label={t(raiseWords.naming)}
        columns={2}
        options={[
          { value: 'unnamed', label: t(NAMED_WORDS.unnamed) },
          { value: 'named', label: t(NAMED_WORDS.named) },
        ]}
        value={named ? 'named' : 'unnamed'}
        onChange={(choice) => onChange(choice === 'named')}
      />
      <p className="hint">
        {t(named ? raiseWords.namedMeans : raiseWords.unnamedMeans)}
        {t(raiseWords.namingLater)}
      </p>
    </div>
  );
}
