import type { MatterItem } from '@zhengyou/domain/matter/line.shapes.ts';
import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { answerMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { isFinal } from '@zhengyou/domain/matter/matter.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { RAISE_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Link } from '../../kit/Link.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { Turns } from '../../kit/Turns.tsx';
import { Tells } from './ConfirmCard.tsx';
import { listWords } from './list.words.ts';
import { matterWords } from './matter.words.ts';
import { raiseWords } from './raise.words.ts';
import { sentenceOf } from './said-matter.ts';
import { useResultWords } from './use-loop.ts';
import { useStep } from './use-step.ts';
import './matter.css';

const SHOWN = 3;

/** What waits for one's word first, then what is under way; the rest is one press away. */
export const ownFirst = (items: readonly MatterItem[]): MatterItem[] => [
  ...items.filter(({ asksMe }) => asksMe),
  ...items.filter((item) => !item.asksMe && !isFinal(item.status)),
  ...items.filter((item) => !item.asksMe && isFinal(item.status)),
];

export function useOwnMatters() {
  return useCall(listMatters, { query: { view: 'mine', limit: 50 } });
}

/** On a representative's first page. */
export function MyMatters() {
  const t = useWords();
  const openRaise = useOverlay(RAISE_SHEET);
  const mine = useOwnMatters();
  return (
    <section className="card matter-own">
      <div className="head">
        {t(matterWords.mine)}
        {mine.data && mine.data.total > 0 ? (
          <Link href={paths.matters()}>{t(matterWords.allOfThem, { count: mine.data.total })}</Link>
        ) : (
          <button type="button" className="link" onClick={() => openRaise()}>
            {t(raiseWords.raise)}
          </button>
        )}
      </div>
      <Answer of={mine} loading={{ rows: 2, height: 56 }}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t(listWords.emptyMine)}</p>
          ) : (
            <ul>
              {ownFirst(items)
                .slice(0, SHOWN)
                .map((item) => (
                  <OwnMatter key={item.id} item={item} />
                ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function OwnMatter({ item }: { readonly item: MatterItem }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const title = item.title ?? t(matterWords.untitled);
  return (
    <li>
      <Link className="plain" href={paths.matter(item.id)}>
        <span className="voice title">{title}</span>
        <span className="second">
          <Turns text={sentenceOf(item, { language, today })} />
        </span>
      </Link>
      {item.asksMe && <OwnAnswer item={item} title={title} />}
    </li>
  );
}

function OwnAnswer({ item, title }: { readonly item: MatterItem; readonly title: string }) {
  const t = useWords();
  const toast = useToast();
  const label = useResultWords();
  const { take, busy, error } = useStep(answerMatter, item);
  return (
    <>
      <Tells
        value={undefined}
        label={label}
        about={title}
        busy={busy}
        onTell={(result) =>
          void take({ result }).then(
            (done) => done && toast({ text: t(matterWords.answered, { result: label(result) }) }),
          )
        }
      />
      {error && <CallErrorNote error={error} />}
    </>
  );
}
