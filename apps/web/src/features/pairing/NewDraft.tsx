import { createDraft } from '@zhengyou/domain/pairing/draft.contract.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useCallback, useState, type FormEvent } from 'react';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useTiers } from '../policy/use-tiers.ts';
import { boardWords } from './board.words.ts';
import type { Drafts } from './BoardPage.tsx';
import { pairingWords } from './pairing.words.ts';

type NewDraftProps = { readonly drafts: Drafts; readonly kind: 'board' | 'renewal' };

/** A named draft, from the roster as it is or from another draft. */
export function NewDraft({ drafts, kind }: NewDraftProps) {
  const t = useWords();
  const tiers = useTiers();
  const { today, roles } = useSession();
  const { setSearch } = useSearchState();
  const close = useCallback(() => setSearch({ sheet: undefined }, { replace: true }), [setSearch]);
  const create = useChange(createDraft);
  const [name, setName] = useState(() => t(boardWords.draftNamed, { count: drafts.length + 1 }));
  const [tier, setTier] = useState('');
  const [on, setOn] = useState<string>(today);
  const [copyOf, setCopyOf] = useState('');
  const [tried, setTried] = useState(false);
  const effectiveOn = parsePlainDate(on);
  function begin() {
    setTried(true);
    if (!name.trim() || !effectiveOn) return;
    const copied = drafts.find((draft) => draft.id === copyOf);
    create.mutate(
      { body: { name: name.trim(), kind, tier: tier || null, effectiveOn, ...(copied ? { copyOf: copied.id } : {}) } },
      { onSuccess: ({ id }) => setSearch({ sheet: undefined, draft: id }, { replace: true }) },
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    begin();
  };
  return (
    <Sheet
      title={t(boardWords.newDraft)}
      onClose={close}
      foot={
        <Button look="primary" wide busy={create.isPending} onClick={begin}>
          {t(boardWords.begin)}
        </Button>
      }
    >
      <form className="stack sheet-form" onSubmit={onSubmit}>
        <Field label={t(boardWords.draftName)} error={tried && !name.trim() && t(boardWords.nameMissing)}>
          {(control) => (
            <input
              className="input"
              {...control}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(boardWords.effectiveOn)} error={tried && !effectiveOn && t(pairingWords.dayMissing)}>
          {(control) => (
            <input
              className="input"
              type="date"
              {...control}
              value={on}
              min={today}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </Field>
        {tiers.length > 1 && roles.includes('office') && (
          <Field label={t(boardWords.which)}>
            {(control) => (
              <select className="input" {...control} value={tier} onChange={(event) => setTier(event.target.value)}>
                <option value="">{t(boardWords.both)}</option>
                {tiers.map(({ id, name: tierName }) => (
                  <option key={id} value={id}>
                    {t(tierName)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {drafts.length > 0 && (
          <Field label={t(boardWords.copyOf)}>
            {(control) => (
              <select className="input" {...control} value={copyOf} onChange={(event) => setCopyOf(event.target.value)}>
                <option value="">{t(boardWords.fromRoster)}</option>
                {drafts.map((draft) => (
                  <option key={draft.id} value={draft.id}>
                    {draft.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {create.error && <CallErrorNote error={create.error} />}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t(boardWords.begin)}
        </button>
      </form>
    </Sheet>
  );
}
