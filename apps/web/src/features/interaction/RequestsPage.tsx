import { listRequests } from '@zhengyou/domain/interaction/talk-request.contract.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { requestWords } from './request.words.ts';
import { RequestCard } from './RequestCard.tsx';

const SHOWS = ['open', 'office', 'all'] as const;
type Show = (typeof SHOWS)[number];
const LABELS = { open: requestWords.openOnes, office: requestWords.officeOnes, all: requestWords.allOnes };

/** Talks asked for, for whoever is part of them; the office begins with those that wait for it. */
export function RequestsPage() {
  const t = useWords();
  const { roles } = useSession();
  const { search, setSearch } = useSearchState();
  const helps = roles.includes('office') || roles.includes('unitOfficer') || roles.includes('checker');
  const show = SHOWS.find((one) => one === search['show']) ?? (helps ? 'office' : 'open');
  const list = useCall(listRequests, { query: { show } });
  const count = list.data?.total ?? 0;
  const lead = count === 0 ? requestWords.leadNone : show === 'office' ? requestWords.leadOffice : requestWords.lead;
  return (
    <Page title={t(requestWords.title)} lead={list.data ? t(lead, { count }) : t(requestWords.title)} width="narrow">
      <span className="sr" id="request-show">
        {t(requestWords.title)}
      </span>
      <ChoiceChips
        labelledBy="request-show"
        options={SHOWS.filter((one) => helps || one !== 'office').map((value) => ({ value, label: t(LABELS[value]) }))}
        value={show}
        onChange={(next: Show) => setSearch({ show: next })}
      />
      <Answer of={list} loading={{ rows: 3, height: 96 }}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty lead={t(requestWords.none)} />
          ) : (
            <div className="requests">
              {items.map((one) => (
                <RequestCard key={`${one.id} ${one.version}`} request={one} />
              ))}
            </div>
          )
        }
      </Answer>
    </Page>
  );
}
