import { listPromises, lookBack } from '@zhengyou/domain/matter/desk.contract.ts';
import { LOOK_BACKS, type LookBack } from '@zhengyou/domain/matter/matter.ts';
import { LOOK_BACK_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { parsePlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { sayDistance } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Field } from '../../kit/Field.tsx';
import { Link } from '../../kit/Link.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { listWords } from './list.words.ts';
import { useSayDay } from './MatterParts.tsx';
import { matterWords } from './matter.words.ts';
import { stepWords } from './steps.words.ts';
import { useOutcomeWords } from './use-loop.ts';
import './matter.css';

type Book = ReplyOf<typeof listPromises>;
type Promised = Book['items'][number];
const VIEWS = ['due', 'open', 'all'] as const;
const viewNames = { due: listWords.promiseDue, open: listWords.promiseOpen, all: listWords.promiseAll };

/** Everything that was promised, with its day and its owner: those to look back at first. */
export function PromisesPage() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const view = VIEWS.find((each) => each === search['view']) ?? 'open';
  const book = useCall(listPromises, { query: { view, limit: 200 } }, { keepPrevious: true });
  const counts = book.data?.counts;
  const asked = book.data?.items.find(({ id, can }) => id === search['look'] && can.includes('lookBack'));
  return (
    <Page
      title={t(listWords.promisesTitle)}
      lead={
        counts ? (
          t(
            counts.open === 0
              ? listWords.promisesNone
              : counts.due > 0
                ? listWords.promisesLead
                : listWords.promisesQuiet,
            counts,
          )
        ) : (
          <span className="sr">{t(listWords.promisesTitle)}</span>
        )
      }
    >
      <Answer of={book} loading={{ rows: 5, height: 56 }}>
        {(reply) => (
          <>
            <div className="filters">
              <ChoiceChips
                label={t(listWords.view)}
                options={VIEWS.map((value) => ({
                  value,
                  label: t(listWords.withCount, { name: t(viewNames[value]), count: reply.counts[value] }),
                }))}
                value={view}
                onChange={(chosen) => setSearch({ view: chosen })}
              />
            </div>
            {reply.items.length === 0 ? (
              <Empty lead={t(listWords.promiseNone)} />
            ) : (
              <PromiseTable items={reply.items} />
            )}
          </>
        )}
      </Answer>
      {asked && (
        <LookBackSheet
          key={asked.id}
          promise={asked}
          onClose={() => setSearch({ look: undefined }, { replace: true })}
        />
      )}
    </Page>
  );
}

function PromiseTable({ items }: { readonly items: readonly Promised[] }) {
  const t = useWords();
  const day = useSayDay();
  const outcome = useOutcomeWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { setSearch } = useSearchState();
  return (
    <table className="tbl folds promise-table">
      <thead>
        <tr>
          <th scope="col">{t(listWords.promiseWhat)}</th>
          <th scope="col">{t(listWords.promiseWho)}</th>
          <th scope="col">{t(listWords.promiseDay)}</th>
          <th scope="col">
            <span className="sr">{t(listWords.lookBack)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((promise) => {
          const title = promise.matter.title ?? t(matterWords.untitled);
          const last = promise.lookedBack.at(-1);
          const late = promise.open && promise.dueOn < today;
          return (
            <tr key={promise.id}>
              <td>
                <Link className="plain voice strong" href={paths.matter(promise.matter.id)}>
                  {title}
                </Link>{' '}
                <span className="meta">{promise.matter.number}</span>
                <p className="second">{promise.text}</p>
              </td>
              <td className="second">
                {promise.owner?.shortName ?? t(matterWords.office)}
                <br />
                <span className="meta">{outcome(promise.outcome)}</span>
              </td>
              <td>
                {promise.open ? (
                  <StateChip
                    state={late ? 'late' : promise.dueOn === today ? 'due' : 'onTrack'}
                    word={day(promise.dueOn)}
                  />
                ) : (
                  <StateChip
                    state={last?.found === 'kept' ? 'met' : 'excused'}
                    word={last ? t(LOOK_BACK_WORDS[last.found]) : day(promise.dueOn)}
                  />
                )}
                <br />
                <span className="meta">
                  {promise.open ? sayDistance(promise.dueOn, { language, today }) : last && day(last.on)}
                </span>
              </td>
              <td className="r beside">
                {promise.can.includes('lookBack') && (
                  <Button
                    small
                    aria-label={t(listWords.lookBackOf, { title })}
                    onClick={() => setSearch({ look: promise.id })}
                  >
                    {t(listWords.lookBack)}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Kept, moved with the reason, or not kept with the reason: the proposer reads it. */
function LookBackSheet({ promise, onClose }: { readonly promise: Promised; readonly onClose: () => void }) {
  const t = useWords();
  const toast = useToast();
  const { today } = useSession();
  const look = useChange(lookBack);
  const [found, setFound] = useState<LookBack>('kept');
  const [note, setNote] = useState('');
  const [movedTo, setMovedTo] = useState('');
  const [tried, setTried] = useState(false);
  const moved = parsePlainDate(movedTo);
  const wantsNote = found !== 'kept' && note.trim() === '';
  const wantsDay = found === 'moved' && moved === undefined;
  const send = () => {
    setTried(true);
    if (wantsNote || wantsDay) return;
    look.mutate(
      {
        params: { promiseId: promise.id },
        ifMatch: promise.version,
        body: { found, ...(note.trim() !== '' && { note }), ...(found === 'moved' && moved && { movedTo: moved }) },
      },
      {
        onSuccess: () => {
          toast({ text: t(listWords.lookBackDone) });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title={t(listWords.lookBack)}
      onClose={onClose}
      foot={
        <Button look="primary" wide busy={look.isPending} onClick={send}>
          {t(listWords.lookBack)}
        </Button>
      }
    >
      <div className="stack sheet-form">
        <p className="voice">{promise.text}</p>
        <p className="second">{t(listWords.lookBackText)}</p>
        <div className="field">
          <span className="label">{t(listWords.lookBackFound)}</span>
          <ChoiceChips
            label={t(listWords.lookBackFound)}
            options={LOOK_BACKS.map((value) => ({ value, label: t(LOOK_BACK_WORDS[value]) }))}
            value={found}
            onChange={setFound}
          />
        </div>
        {found === 'moved' && (
          <Field label={t(listWords.lookBackMoved)} error={tried && wantsDay && t(stepWords.missing)}>
            {(control) => (
              <input
                type="date"
                className="input"
                min={today}
                {...control}
                value={movedTo}
                onChange={(event) => setMovedTo(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field
          label={t(listWords.lookBackNote)}
          optional={found === 'kept'}
          error={tried && wantsNote && t(stepWords.missing)}
        >
          {(control) => (
            <textarea
              className="input"
              rows={3}
              maxLength={400}
              {...control}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {look.error && <CallErrorNote error={look.error} />}
      </div>
    </Sheet>
  );
}
