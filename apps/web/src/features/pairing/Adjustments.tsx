import { listAdjustments } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { adjustmentWords, coverageWords } from './coverage.words.ts';
import { PairingTabs } from './PairingTabs.tsx';
import { pairingWords } from './pairing.words.ts';
import './pair.css';

type Adjustment = ReplyOf<typeof listAdjustments>['items'][number];

/** What is to be adjusted, by itself: who left, whose term ends, who asked. */
export function AdjustmentsPage() {
  const t = useWords();
  const adjustments = useCall(listAdjustments, { query: {} });
  const items = adjustments.data?.items;
  return (
    <Page
      title={t(coverageWords.adjustments)}
      lead={
        items &&
        (items.length === 0
          ? t(coverageWords.adjustmentsNone)
          : t(coverageWords.adjustmentsLead, {
              count: items.length,
              urgent: items.filter((item) => item.urgent).length,
            }))
      }
      sub={t(coverageWords.adjustmentsSub)}
      width="wide"
    >
      <PairingTabs here="adjustments" />
      <Answer of={adjustments} loading={{ rows: 8, height: 52 }}>
        {(reply) =>
          reply.items.length === 0 ? (
            <Empty lead={t(coverageWords.adjustmentsNone)} />
          ) : (
            <AdjustmentTable items={reply.items} />
          )
        }
      </Answer>
    </Page>
  );
}

const FIRST = 5;

/** On the first page of whoever keeps a list: the first few, and the way to all. */
export function AdjustmentSection() {
  const t = useWords();
  const adjustments = useCall(listAdjustments, { query: {} });
  const items = adjustments.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="adjustments">
      <div className="sec">
        <h2>{t(coverageWords.adjustments)}</h2>
        <span className="meta">
          <Link href={paths.adjustments()}>{t(coverageWords.adjustmentsAll, { count: items.length })}</Link>
        </span>
      </div>
      <AdjustmentTable items={items.slice(0, FIRST)} />
    </section>
  );
}

function AdjustmentTable({ items }: { readonly items: readonly Adjustment[] }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <table className="tbl folds adjustment-table">
      <thead>
        <tr>
          <th scope="col">{t(coverageWords.what)}</th>
          <th scope="col">{t(coverageWords.how)}</th>
          <th scope="col">{t(coverageWords.day)}</th>
          <th scope="col">
            <span className="sr">{t(coverageWords.open)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <td>
              <StateChip state={item.urgent ? 'due' : 'dueSoon'} word={t(adjustmentWords[item.kind])} />
            </td>
            <td>
              {t(item.says)}
              {item.clause !== null && <ClauseMark clause={item.clause} />}
            </td>
            <td className="second nb">{sayDay(item.on, { language, today })}</td>
            <td className="r beside">
              <Deed item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Deed({ item }: { readonly item: Adjustment }) {
  const t = useWords();
  const may = useMay();
  const names = {
    leader: item.leader?.name ?? t(pairingWords.someone),
    friend: item.representative?.name ?? t(pairingWords.someone),
  };
  if (item.representative && (item.kind === 'declined' || item.kind === 'anotherAsked') && may('pairing.recommend'))
    return (
      <LinkButton
        small
        href={paths.pairings({ sheet: 'pair', friend: item.representative.id })}
        aria-label={t(pairingWords.pairUpOf, { name: names.friend })}
      >
        {t(pairingWords.pairUp)}
      </LinkButton>
    );
  if (item.pairingId !== null)
    return (
      <LinkButton small href={paths.pairing(item.pairingId)} aria-label={t(coverageWords.openOf, names)}>
        {t(coverageWords.open)}
      </LinkButton>
    );
  return null;
}
