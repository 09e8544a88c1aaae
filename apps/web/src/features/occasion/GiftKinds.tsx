import { endGiftKind, listGiftKinds, setGiftKind } from '@zhengyou/domain/occasion/round.contract.ts';
import { useState } from 'react';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Field } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { occasionWords } from './occasion.words.ts';
import { centsOf, yuanOf } from './say-occasion.ts';

/** What may be brought along, as the house has set it; nothing is suggested. */
export function GiftKinds() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const gifts = useCall(listGiftKinds, {});
  const end = useChange(endGiftKind);
  const [setting, setSetting] = useState(false);
  if (!gifts.data) return null;
  const { items, can } = gifts.data;
  return (
    <section>
      <div className="sec">
        <h2>{t(occasionWords.gifts)}</h2>
        {can.includes('set') && (
          <span className="meta">
            <button type="button" className="link" onClick={() => setSetting(true)}>
              {t(occasionWords.giftSet)}
            </button>
          </span>
        )}
      </div>
      {items.length === 0 && <p className="muted">{t(occasionWords.giftsNone)}</p>}
      {items.length > 0 && (
        <ul className="round-lines">
          {items.map((kind) => (
            <li key={kind.id}>
              <span className="round-line">
                <span className="grow">
                  <span className="strong">{kind.name}</span>
                  <span className="second">
                    {kind.yearCents === null
                      ? t(occasionWords.giftLine, { each: yuanOf(kind.eachCents) })
                      : t(occasionWords.giftLineYear, { each: yuanOf(kind.eachCents), year: yuanOf(kind.yearCents) })}
                  </span>
                  <span className="muted">{t(occasionWords.giftBasis, { basis: kind.basis })}</span>
                </span>
                {kind.until !== null ? (
                  <span className="muted">
                    {t(occasionWords.giftEnded, { day: sayDay(kind.until, { language, today }) })}
                  </span>
                ) : (
                  can.includes('set') && (
                    <Button
                      small
                      look="quiet"
                      busy={end.isPending}
                      onClick={() => end.mutate({ params: { giftId: kind.id }, ifMatch: kind.version, body: {} })}
                    >
                      {t(occasionWords.giftEnd)}
                    </Button>
                  )
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {end.isError && <CallErrorNote error={end.error} />}
      {setting && <GiftSheet onClose={() => setSetting(false)} />}
    </section>
  );
}

function GiftSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const set = useChange(setGiftKind);
  const [draft, setDraft] = useState({ name: '', each: '', year: '', basis: '' });
  const [bad, setBad] = useState(false);
  const change = (part: Partial<typeof draft>) => {
    setBad(false);
    set.reset();
    setDraft({ ...draft, ...part });
  };
  const send = () => {
    const [eachCents, yearCents] = [centsOf(draft.each), draft.year.trim() === '' ? null : centsOf(draft.year)];
    const [name, basis] = [draft.name.trim(), draft.basis.trim()];
    if (eachCents === undefined || yearCents === undefined || name === '' || basis === '') {
      setBad(true);
      return;
    }
    set.mutate(
      { body: { name, basis, eachCents, yearCents, from: today } },
      {
        onSuccess: () => {
          toast({ text: t(occasionWords.giftSaved, { name }) });
          onClose();
        },
      },
    );
  };
  const fields = [
    ['name', occasionWords.giftName, 40, false],
    ['each', occasionWords.giftEach, 10, false],
    ['year', occasionWords.giftYear, 10, true],
    ['basis', occasionWords.giftBy, 200, false],
  ] as const;
  return (
    <Sheet
      title={t(occasionWords.giftSet)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={set.isPending} onClick={send}>
          {t(occasionWords.giftSave)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        {fields.map(([field, label, maxLength, optional]) => (
          <Field key={field} label={t(label)} optional={optional}>
            {(control) => (
              <input
                className="input"
                maxLength={maxLength}
                {...((field === 'each' || field === 'year') && { inputMode: 'decimal' as const })}
                value={draft[field]}
                onChange={(event) => change({ [field]: event.target.value })}
                {...control}
              />
            )}
          </Field>
        ))}
        {bad && (
          <p className="mistake" role="alert">
            {t(occasionWords.giftBad)}
          </p>
        )}
        {set.isError && <CallErrorNote error={set.error} />}
      </div>
    </Sheet>
  );
}
