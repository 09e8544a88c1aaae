import { OWN_DAYS_WORDS, PAIRING_STATUS_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { listProposals, PROPOSALS_SHOWN } from '@zhengyou/domain/pairing/proposal.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { findId } from '@zhengyou/domain/kit/ids.ts';
import { useSearchState } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { ChoiceChips } from '../../kit/ChoiceChips.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Empty } from '../../kit/Empty.tsx';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { PairingTabs } from './PairingTabs.tsx';
import { pairingWords } from './pairing.words.ts';
import { proposalWords } from './proposal.words.ts';
import { PublishButton } from './PublishButton.tsx';
import { sayCause, sayWaiting, stateOf, type Proposal } from './say-pair.ts';
import { WhyLine } from './WhyLine.tsx';
import './pair.css';

type Proposals = ReplyOf<typeof listProposals>;
const SHOWN_WORDS = {
  waiting: proposalWords.showWaiting,
  confirmed: proposalWords.showConfirmed,
  answered: proposalWords.showAnswered,
  changeAsked: proposalWords.showChangeAsked,
} as const;

/** What is under way between the office and the leaders: who has not answered yet, what can be published, who needs somebody else. */
export function ProposalsPage() {
  const t = useWords();
  const { search, setSearch } = useSearchState();
  const show = PROPOSALS_SHOWN.find((one) => one === search['show']) ?? 'waiting';
  const draft = findId(search['draft']);
  const proposals = useCall(listProposals, { query: { show, ...(draft ? { draft } : {}) } }, { keepPrevious: true });
  const { data } = proposals;
  const quiet = data && data.counts.waiting === 0 && data.counts.confirmed === 0;
  return (
    <Page
      title={t(proposalWords.proposalsTitle)}
      lead={data && (quiet ? t(proposalWords.proposalsQuiet) : t(proposalWords.proposalsLead, data.counts))}
      sub={
        data && (
          <>
            {t(OWN_DAYS_WORDS.ownDays, data.ownDays)} <ClauseMark local />
          </>
        )
      }
      width="wide"
      actions={data && <PublishAll proposals={data} show={show} />}
    >
      <PairingTabs here="proposals" />
      <div className="filters">
        <ChoiceChips
          label={t(proposalWords.shown)}
          fit="scroll"
          value={show}
          onChange={(next) => setSearch({ show: next === 'waiting' ? undefined : next })}
          options={PROPOSALS_SHOWN.map((value) => ({
            value,
            label: t(SHOWN_WORDS[value], { count: data?.counts[value] ?? '' }),
          }))}
        />
      </div>
      <Answer of={proposals} loading={{ rows: 8, height: 54 }}>
        {(reply) =>
          reply.items.length === 0 ? <Empty lead={t(proposalWords.nothingHere)} /> : <List proposals={reply} />
        }
      </Answer>
      {show === 'waiting' && data && data.items.length > 0 && <p className="meta foot-note">{t(proposalWords.help)}</p>}
    </Page>
  );
}

function PublishAll({ proposals, show }: { readonly proposals: Proposals; readonly show: string }) {
  const ready = proposals.items.filter((one) => one.can.includes('publish'));
  return show === 'confirmed' && ready.length > 0 ? <PublishButton items={ready} primary /> : null;
}

function List({ proposals }: { readonly proposals: Proposals }) {
  const t = useWords();
  return (
    <table className="tbl folds proposals">
      <thead>
        <tr>
          <th scope="col">{t(proposalWords.state)}</th>
          <th scope="col">{t(proposalWords.pair)}</th>
          <th scope="col">{t(proposalWords.why)}</th>
          <th scope="col">
            <span className="sr">{t(proposalWords.recommendAnother)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {proposals.items.map((proposal) => (
          <Row key={proposal.id} proposal={proposal} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ proposal }: { readonly proposal: Proposal }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const { status, answer, representative } = proposal;
  const friend = representative.name ?? t(pairingWords.someone);
  const leader = proposal.leader.name ?? t(pairingWords.someone);
  return (
    <tr>
      <td>
        <StateChip
          state={stateOf(proposal)}
          word={status === 'recommended' ? sayWaiting(proposal.waiting, t) : t(PAIRING_STATUS_WORDS[status])}
        />
      </td>
      <td>
        <Link className="plain strong" href={paths.pairing(proposal.id)}>
          {t(proposalWords.pairTitle, { leader, friend })}
        </Link>
        <br />
        <span className="meta">
          {[representative.unit?.shortName, representative.standings[0]].filter(Boolean).join(t(kitWords.comma))}
        </span>
      </td>
      <td className="second">
        {answer === null ? (
          <WhyLine why={proposal.why} />
        ) : (
          <>
            {[sayDay(answer.onDay, { language, today }), sayCause(answer.cause, t)]
              .filter(Boolean)
              .join(t(kitWords.comma))}
            {answer.words !== null && <p className="voice">{answer.words}</p>}
          </>
        )}
      </td>
      <td className="r beside">
        {status === 'active' && may('pairing.moveInDraft') && (
          <LinkButton small href={paths.pairingBoard()}>
            {t(pairingWords.toBoard)}
          </LinkButton>
        )}
        {(status === 'declined' || status === 'anotherAsked') && may('pairing.recommend') && (
          <LinkButton
            small
            href={paths.pairings({ sheet: 'pair', friend: representative.id })}
            aria-label={t(proposalWords.recommendAnotherOf, { name: friend })}
          >
            {t(proposalWords.recommendAnother)}
          </LinkButton>
        )}
      </td>
    </tr>
  );
}
