import type { ShownDelegation } from '@zhengyou/domain/access/delegation.contract.ts';
import { readMyProposals } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { readHome } from '@zhengyou/domain/interaction/home.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { readNear } from '@zhengyou/domain/occasion/occasion.contract.ts';
import { lazy, Suspense, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { CallFailed } from '../../app/call.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { LoadingRows } from '../../kit/LoadingRows.tsx';
import { addressOfLeader } from './address.ts';
import type { Proposal } from '../pairing/say-pair.ts';
import { ContactCard, TurnedCard } from './ContactCard.tsx';
import { useAskedDelegations } from './use-asked-delegations.ts';
import { FriendStrip } from './FriendStrip.tsx';
import { homeWords } from './home.words.ts';
import { BriefingsCard } from '../briefing/BriefingsCard.tsx';
import { useHeard } from '../matter/use-heard.ts';
import { waitsForMe } from '../interaction/waits-for-me.ts';
import { OnBehalfCard } from './OnBehalfCard.tsx';
import { WithoutNetwork } from './WithoutNetwork.tsx';

// For those who check as well; the others do not load it.
const WholeHouse = lazy(() => import('./OverviewHome.tsx').then((all) => ({ default: all.WholeHouse })));

// Each loads only where there is something to show: most weeks there is not.
const ProposalCard = lazy(() => import('../pairing/ProposalCard.tsx').then((all) => ({ default: all.ProposalCard })));
const RequestCard = lazy(() => import('../interaction/RequestCard.tsx').then((all) => ({ default: all.RequestCard })));
const DelegationCards = lazy(() => import('./DelegationCards.tsx').then((all) => ({ default: all.DelegationCards })));
const HeardCard = lazy(() => import('../matter/HeardCard.tsx').then((all) => ({ default: all.HeardCard })));
const NearCards = lazy(() => import('../occasion/NearCards.tsx').then((all) => ({ default: all.NearCards })));

export type Home = ReplyOf<typeof readHome>;

/** The week's work and one's friends; where nothing is to be done, nothing is said. */
export function LeaderHome({ checks }: { readonly checks: boolean }) {
  const t = useWords();
  const { language } = useLanguage();
  const { person } = useSession();
  const home = useCall(readHome, {});
  const mine = useCall(readMyProposals, {});
  const near = useCall(readNear, {});
  const cards = home.data?.cards ?? [];
  const proposals = mine.data?.items ?? [];
  const ahead = Math.min(3, (near.data?.occasions.length ?? 0) + (near.data?.festival ? 1 : 0));
  const heard = useHeard();
  const told = (heard.data?.total ?? 0) > 0;
  const asked = useAskedDelegations();
  const waiting = waitingOf(home.data) + asked.length + proposals.length + ahead + Number(told);
  // A card may be due in four weeks' time; only what falls in this one is called this week's.
  const greet =
    waiting === 0 && cards.some(({ row }) => row.year.state === 'dueSoon') ? homeWords.greetSoon : homeWords.greetTasks;
  const lead =
    cards.length + waiting > 0
      ? t(greet, { name: addressOfLeader(person.name, person.title, language), count: cards.length + waiting })
      : t(homeWords.nothing);
  const answer = (
    <Answer of={home} loading={{ rows: 3, height: 96 }}>
      {(reply) => (
        <LeaderBody
          home={reply}
          proposals={proposals}
          waiting={waiting}
          asked={asked}
          heard={told}
          near={ahead > 0 ? near.data : undefined}
          checks={checks}
        />
      )}
    </Answer>
  );
  return (
    <Page
      title={t(homeWords.title)}
      lead={home.data && !mine.isPending && !near.isPending ? lead : <span className="sr">{t(homeWords.title)}</span>}
      width="narrow"
    >
      {home.error instanceof CallFailed && !home.data ? <WithoutNetwork otherwise={answer} /> : answer}
    </Page>
  );
}

/** What waits for one's word beside the friends to contact: requests for a talk, records written by others. */
function waitingOf(home: Home | undefined): number {
  const asked = home?.requests.filter(waitsForMe).length ?? 0;
  return asked + (home && home.unconfirmed.total > 0 ? 1 : 0);
}

/** So many of a kind at once; the rest is one tap away. */
const CARDS = 3;

type LeaderBodyProps = {
  readonly home: Home;
  readonly proposals: readonly Proposal[];
  readonly waiting: number;
  readonly asked: readonly ShownDelegation[];
  /** Whether something said to them waits for their word. */
  readonly heard: boolean;
  readonly near: ReplyOf<typeof readNear> | undefined;
  readonly checks: boolean;
};

function LeaderBody({ home, proposals, waiting, asked, heard, near, checks }: LeaderBodyProps) {
  const t = useWords();
  // Cards seen on this visit: the one that is done turns in its place instead of vanishing under the thumb.
  const [seen, setSeen] = useState<readonly string[]>(() => home.cards.map(({ row }) => row.pairingId));
  const fresh = home.cards.map(({ row }) => row.pairingId).filter((id) => !seen.includes(id));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const cards = [...seen, ...fresh].flatMap((id) => {
    const open = home.cards.find(({ row }) => row.pairingId === id);
    if (open) return [<ContactCard key={id} card={open} first={open === home.cards[0]} />];
    const done = home.friends.find((row) => row.pairingId === id);
    return done?.year.state === 'met' ? [<TurnedCard key={id} row={done} />] : [];
  });
  const [whole, setWhole] = useState(false);
  const waits = [
    ...proposals.map((proposal, index) => (
      <ProposalCard key={proposal.id} proposal={proposal} first={home.cards.length === 0 && index === 0} />
    )),
    // Those that wait for one's word, before those that wait for the other side's.
    ...home.requests
      .toSorted((a, b) => Number(waitsForMe(b)) - Number(waitsForMe(a)))
      .map((one) => <RequestCard key={`${one.id} ${one.version}`} request={one} />),
    ...(asked.length > 0 ? [<DelegationCards key="asked" asked={asked} />] : []),
    ...(heard ? [<HeardCard key="heard" />] : []),
    ...(home.unconfirmed.total > 0 ? [<OnBehalfCard key="onBehalf" waiting={home.unconfirmed} />] : []),
  ];
  return (
    <div className={cards.length + waiting === 0 ? 'home-leader quiet' : 'home-leader'}>
      <div className="home-cards">
        {cards}
        <Suspense fallback={null}>
          {whole ? waits : waits.slice(0, CARDS)}
          {!whole && waits.length > CARDS && (
            <button type="button" className="link home-more" onClick={() => setWhole(true)}>
              {t(homeWords.moreWaits, { count: waits.length - CARDS })}
            </button>
          )}
          {near && <NearCards near={near} />}
        </Suspense>
        <BriefingsCard />
      </div>
      {home.friends.length === 0 ? <Empty lead={t(homeWords.noFriends)} /> : <FriendStrip home={home} />}
      {checks && (
        <Suspense fallback={<LoadingRows />}>
          <WholeHouse />
        </Suspense>
      )}
    </div>
  );
}
