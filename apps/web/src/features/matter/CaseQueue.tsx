import type { listDesk } from '@zhengyou/domain/matter/desk.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import type { DeskView } from './DeskPage.tsx';
import { deskEmptyWords, deskWords } from './desk.words.ts';
import { matterWords } from './matter.words.ts';
import { sentenceOf, shortClock } from './said-matter.ts';

type CaseQueueProps = {
  readonly view: DeskView;
  readonly reply: ReplyOf<typeof listDesk>;
  /** Whose case lies open. */
  readonly shown: string | undefined;
  /** Where J and K stand. */
  readonly selected: string | undefined;
};

export function CaseQueue({ view, reply, shown, selected }: CaseQueueProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  if (reply.items.length === 0) return <Empty lead={t(deskEmptyWords[view])} />;
  const days = reply.items.some((item) => shortClock(item, { language }));
  return (
    <>
      <p className="meta">{t(deskWords.byNext)}</p>
      <ol>
        {reply.items.map((item) => {
          const clock = shortClock(item, { language });
          return (
            <li key={item.id} data-row={item.id}>
              <Link
                href={paths.desk(view, { matter: item.id })}
                aria-current={item.id === shown ? 'true' : undefined}
                className={item.id === selected && item.id !== shown ? 'near' : undefined}
              >
                <span className="title">{item.title ?? t(matterWords.untitled)}</span>
                <span className="under">
                  <span className="meta">
                    {t(matterWords.numbered, { kind: t(MATTER_KIND_WORDS[item.kind]), number: item.number })}
                  </span>
                  {clock ? (
                    <StateChip state={clock.state} word={clock.words} />
                  ) : (
                    <span className="meta">{sentenceOf(item, { language, today })}</span>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      <p className="meta case-days">
        {days && t(matterWords.workingDays)} <span className="desk-only">{t(deskWords.keys)}</span>
      </p>
    </>
  );
}
