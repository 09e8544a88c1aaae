import { listBriefings } from '@zhengyou/domain/briefing/briefing-list.contract.ts';
import { useWords } from '../../app/language.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { briefingCardWords } from './card.words.ts';

/** To a member of the leadership team: the way to what was issued to them; nothing where there is none. */
export function BriefingsCard() {
  const t = useWords();
  const list = useCall(listBriefings, { query: { limit: 1 } });
  const { total = 0, unread = 0 } = list.data ?? {};
  if (total === 0) return null;
  return (
    <section className="card home-record">
      <Link href={paths.briefings()}>
        <span className="grow">
          <span className={unread > 0 ? 'strong' : undefined}>
            {unread > 0 ? t(briefingCardWords.leadUnread, { count: unread }) : t(briefingCardWords.title)}
          </span>
        </span>
        <Icon name="next" size={16} />
      </Link>
    </section>
  );
}
