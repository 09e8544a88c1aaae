import { countNotices } from '@zhengyou/domain/notice/notice.contract.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Link } from '../../kit/Link.tsx';
import { channelWords } from './channel.words.ts';
import { OwnReminders } from './OwnReminders.tsx';
import { noticeWords } from './notice.words.ts';
import './notice.css';

/** On one's own page: the way to the inbox, which a phone has no other entry for, and how one is reminded. */
export default function MyReminders() {
  const t = useWords();
  const count = useCall(countNotices, {});
  const unread = count.data?.unread ?? 0;
  return (
    <section>
      <div className="sec ruled">
        <h2>{t(noticeWords.title)}</h2>
      </div>
      <p>
        <Link href={paths.inbox()}>
          {unread > 0 ? t(noticeWords.unreadOnes, { count: unread }) : t(noticeWords.noneUnread)}
        </Link>
      </p>
      <h3 className="own-head">{t(channelWords.ownTitle)}</h3>
      <OwnReminders />
    </section>
  );
}
