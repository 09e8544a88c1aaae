import { listBriefings, type BriefingHead } from '@zhengyou/domain/briefing/briefing-list.contract.ts';
import { BRIEFING_STATUS_WORDS } from '@zhengyou/domain/briefing/briefing.words.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Link } from '../../kit/Link.tsx';
import { briefingWords } from './briefing.words.ts';
import { briefingCardWords } from './card.words.ts';
import { DraftSheet } from './SourceSheet.tsx';
import './briefing.css';

/** The office’s briefings; to a member of the leadership team, those issued to them. */
export function BriefingsPage() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const list = useCall(listBriefings, { query: {} });
  const { data } = list;
  const keeps = data?.can.includes('draft') ?? false;
  const open = data?.items.filter(({ status }) => status !== 'issued').length ?? 0;
  const lead = () => {
    if (!data) return <span className="sr">{t(briefingCardWords.title)}</span>;
    if (data.total === 0) return t(briefingWords.leadNone);
    if (data.unread > 0) return t(briefingCardWords.leadUnread, { count: data.unread });
    return keeps ? t(briefingWords.leadKeeper, { count: data.total, open }) : t(briefingWords.leadRead);
  };
  return (
    <Page
      title={t(briefingCardWords.title)}
      lead={lead()}
      sub={t(briefingWords.sub)}
      width="narrow"
      actions={
        keeps && (
          <Button look="primary" onClick={() => setSearch({ choose: 'new' })}>
            {t(briefingWords.draft)}
          </Button>
        )
      }
    >
      <Answer of={list} loading={{ rows: 4, height: 64 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(keeps ? briefingWords.emptyKeeper : briefingWords.emptyMember)} />
          ) : (
            <ul className="briefing-rows">
              {items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Answer>
      {search['choose'] === 'new' && <DraftSheet onClose={() => setSearch({ choose: undefined }, { replace: true })} />}
    </Page>
  );
}

function Row({ item }: { readonly item: BriefingHead }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const day = sayDay(item.issuedOn ?? item.changedOn, { language, today });
  const facts = [
    item.number,
    t(item.issuedOn ? briefingWords.issuedOn : briefingWords.changedOn, { day }),
    t(briefingWords.items, { count: item.items }),
    item.readers && t(briefingWords.readers, item.readers),
    item.instructions > 0 && t(briefingWords.instructions, { count: item.instructions }),
  ].filter(Boolean);
  const unread = item.mine && item.readOn === null;
  return (
    <li>
      <Link href={paths.briefing(item.id)}>
        <span className="row apart">
          <span className={unread ? 'strong' : undefined}>{item.title}</span>
          <span className="meta">{t(unread ? briefingWords.unread : BRIEFING_STATUS_WORDS[item.status])}</span>
        </span>
        <span className="meta">{facts.join(' · ')}</span>
      </Link>
    </li>
  );
}
