import { WISH_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { addWish, listWishes, removeWish } from '@zhengyou/domain/pairing/wish.contract.ts';
import { WISH_KINDS, type WishKind } from '@zhengyou/domain/pairing/wish.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useId, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Field } from '../../kit/Field.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { useToast } from '../../kit/Toast.tsx';
import { wishWords } from './wish.words.ts';
import './pair.css';

type WishesProps = { readonly personId: Id; readonly name: string };

/**
 * What somebody wishes for themselves about pairing. They say it, or whoever keeps the list writes down what they told; nobody else
 * reads it, a friend neither.
 */
export function Wishes({ personId, name }: WishesProps) {
  const t = useWords();
  const { person } = useSession();
  const wishes = useCall(listWishes, { query: { person: personId } });
  const [adding, setAdding] = useState(false);
  const own = person.id === personId;
  return (
    <section className="wishes">
      <div className="sec">
        <h3>{t(own ? wishWords.own : wishWords.of, { name })}</h3>
      </div>
      <Answer of={wishes}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="second">{t(wishWords.none)}</p>}
            {items.length > 0 && (
              <ul className="lines">
                {items.map((wish) => (
                  <Wish key={wish.id} wish={wish} />
                ))}
              </ul>
            )}
            {adding ? (
              <WishForm personId={own ? undefined : personId} held={items} onDone={() => setAdding(false)} />
            ) : (
              <Button small onClick={() => setAdding(true)}>
                {t(own ? wishWords.say : wishWords.write)}
              </Button>
            )}
          </>
        )}
      </Answer>
      <p className="meta">{t(own ? wishWords.whoReads : wishWords.whoReadsOf, { name })}</p>
    </section>
  );
}

type Held = ReplyOf<typeof listWishes>['items'][number];

function Wish({ wish }: { readonly wish: Held }) {
  const t = useWords();
  const toast = useToast();
  const { language } = useLanguage();
  const { today } = useSession();
  const remove = useChange(removeWish);
  const told = [
    sayDay(wish.since, { language, today }),
    wish.toldTo !== null && t(wishWords.toldTo, { name: wish.toldTo }),
  ].filter(Boolean);
  return (
    <li>
      <span className="grow">
        {wish.kind === 'words' ? <span className="voice">{wish.words}</span> : t(WISH_WORDS[wish.kind])}
        {wish.kind !== 'words' && wish.words !== null && <span className="voice"> {wish.words}</span>}
        <br />
        <span className="meta">{told.join(t(kitWords.comma))}</span>
        {remove.error && <CallErrorNote error={remove.error} />}
      </span>
      {wish.can.includes('remove') && (
        <Button
          small
          look="quiet"
          busy={remove.isPending}
          onClick={() =>
            remove
              .mutateAsync({ params: { wishId: wish.id }, ifMatch: wish.version })
              // The line is gone by then; a refusal stays below it.
              .then(
                () => toast({ text: t(wishWords.removed) }),
                () => undefined,
              )
          }
        >
          {t(wishWords.remove)}
        </Button>
      )}
    </li>
  );
}

type WishFormProps = {
  /** Left out where it is one’s own. */
  readonly personId: Id | undefined;
  readonly held: readonly Held[];
  readonly onDone: () => void;
};

function WishForm({ personId, held, onDone }: WishFormProps) {
  const t = useWords();
  const toast = useToast();
  const kindId = useId();
  const add = useChange(addWish);
  const [kind, setKind] = useState<WishKind | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const open = WISH_KINDS.filter((one) => one === 'words' || !held.some((wish) => wish.kind === one));
  const wordsMissing = kind === 'words' && text.trim().length < 2;
  function save() {
    setTried(true);
    if (kind === null || wordsMissing) return;
    const words = text.trim();
    add.mutate(
      { body: { kind, ...(personId ? { personId } : {}), ...(words ? { words } : {}) } },
      {
        onSuccess: () => {
          toast({ text: t(wishWords.added) });
          onDone();
        },
      },
    );
  }
  return (
    <div className="stack">
      <div className="field">
        <span className="label" id={kindId}>
          {t(wishWords.which)}
        </span>
        <ChoiceChips
          labelledBy={kindId}
          value={kind}
          options={open.map((value) => ({ value, label: t(WISH_WORDS[value]) }))}
          onChange={setKind}
        />
        {tried && kind === null && (
          <p className="mistake" role="alert">
            {t(wishWords.whichMissing)}
          </p>
        )}
      </div>
      <Field label={t(wishWords.words)} error={tried && wordsMissing && t(wishWords.wordsMissing)}>
        {(control) => (
          <textarea
            className="input"
            {...control}
            rows={2}
            maxLength={400}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {add.error && <CallErrorNote error={add.error} />}
      <div className="row">
        <Button small busy={add.isPending} onClick={save}>
          {t(wishWords.save)}
        </Button>
        <Button small look="quiet" onClick={onDone}>
          {t(kitWords.cancel)}
        </Button>
      </div>
    </div>
  );
}
