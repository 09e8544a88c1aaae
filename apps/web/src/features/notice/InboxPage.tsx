import { listNotices, openNotice, readAll, type Notice } from '@zhengyou/domain/notice/notice.contract.ts';
import { NOTICE_NAMED, noticeText } from '@zhengyou/domain/notice/notice.words.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall, useChange } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { useSayWhen } from '../../app/use-say-when.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { sayNear } from '../../kit/dates.ts';
import { Link } from '../../kit/Link.tsx';
import { addressOfNotice } from './notice-address.ts';
import { noticeWords } from './notice.words.ts';
import './notice.css';

const SHOWS = ['open', 'all'] as const;
type Show = (typeof SHOWS)[number];
const PAGE = 50;

/** What waits for me, and what happened to something of mine: each line leads to where it is done. */
export function InboxPage() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const show: Show = search['show'] === 'all' ? 'all' : 'open';
  const [limit, setLimit] = useState(PAGE);
  const list = useCall(listNotices, { query: { show, limit } }, { keepPrevious: true });
  const mark = useChange(readAll);
  const { data } = list;
  const lead = () => {
    if (!data) return <span className="sr">{t(noticeWords.title)}</span>;
    if (data.total === 0) return t(show === 'all' ? noticeWords.emptyAll : noticeWords.leadNone);
    return t(data.unread > 0 ? noticeWords.leadUnread : noticeWords.lead, { count: data.total, unread: data.unread });
  };
  return (
    <Page
      title={t(noticeWords.title)}
      lead={lead()}
      width="narrow"
      actions={
        data !== undefined &&
        data.unread > 0 && (
          <Button busy={mark.isPending} onClick={() => mark.mutate({ body: {} })}>
            {t(noticeWords.readAll)}
          </Button>
        )
      }
    >
      <span className="sr" id="notice-show">
        {t(noticeWords.show)}
      </span>
      <ChoiceChips
        labelledBy="notice-show"
        options={SHOWS.map((value) => ({ value, label: t(noticeWords[value]) }))}
        value={show}
        onChange={(next: Show) => setSearch({ show: next === 'open' ? undefined : next })}
      />
      {mark.isError && <CallErrorNote error={mark.error} />}
      <Answer of={list} loading={{ rows: 5, height: 56 }}>
        {({ items, total }) => (
          <>
            <ul className="notices">
              {items.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
            {total > items.length && limit < 100 && (
              <p>
                <Button look="text" onClick={() => setLimit(100)}>
                  {t(noticeWords.more)}
                </Button>
              </p>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const t = useWords();
  const { roles } = useSession();
  const sayWhen = useSayWhen();
  const open = useChange(openNotice);
  const href = addressOfNotice(notice, roles);
  const facts = [
    notice.settled ? t(noticeWords.done) : notice.asks === 'act' ? t(noticeWords.toDo) : undefined,
    useSayDay(notice),
    sayWhen.day(notice.at),
  ].filter(Boolean);
  return (
    <li className={notice.settled ? 'settled' : undefined}>
      <Link href={href} onClick={() => notice.unread && open.mutate({ params: { noticeId: notice.id } })}>
        <span className={notice.unread ? 'strong' : undefined}>
          {t(NOTICE_NAMED[notice.kind], {
            name: notice.about?.name ?? t(noticeText.someone),
            number: notice.number ?? '',
          })}
          {notice.unread && <span className="fresh"> {t(noticeWords.unread)}</span>}
        </span>
        <span className="meta">{facts.join(' · ')}</span>
      </Link>
    </li>
  );
}

/** The day by which it is asked, nearer in words; a day that has passed says so. */
function useSayDay({ onDay, asks, settled }: Notice): string | undefined {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  if (onDay === null) return undefined;
  const day = sayNear(onDay, { language, today });
  if (asks === 'know') return t(noticeWords.on, { day });
  return t(onDay < today && !settled ? noticeWords.past : noticeWords.by, { day });
}
