import { readYear } from '@zhengyou/domain/interaction/year.contract.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Link } from '../../kit/Link.tsx';
import { YearList } from './YearList.tsx';
import { yearWords } from './year.words.ts';
import './year.css';

/** A leader's own friends, whatever else the leader may see. */
export function FriendsPage() {
  const t = useWords();
  const { person } = useSession();
  const answer = useCall(readYear, { query: { leader: person.id, each: 100 } });
  const rows = answer.data?.rows ?? [];
  const talks = rows.reduce((sum, row) => sum + row.year.done, 0);
  return (
    <Page
      width="narrow"
      title={t(yearWords.friends)}
      sub={rows.length > 0 && t(yearWords.friendsLead, { count: rows.length, talks })}
    >
      <Answer of={answer} loading={{ rows: 4, height: 84 }}>
        {(year) => (year.rows.length === 0 ? <Empty lead={t(yearWords.emptyLeader)} /> : <YearList year={year} own />)}
      </Answer>
      {rows.length > 0 && (
        <p className="friends-more">
          <Link href={paths.agenda()}>{t(yearWords.agendaTab)}</Link>
          <Link href={paths.talkSearch()}>{t(yearWords.searchTab)}</Link>
        </p>
      )}
    </Page>
  );
}
