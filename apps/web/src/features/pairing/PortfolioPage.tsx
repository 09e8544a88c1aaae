import { readPortfolio } from '@zhengyou/domain/pairing/portfolio.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import type { Id } from '@zhengyou/domain/kit/ids.ts';
import type { PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { usePathParam } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { LinkButton } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { Link } from '../../kit/Link.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { PAIRING_STATUS_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { sayPost } from '../person/person-phrases.ts';
import { coverageWords } from './coverage.words.ts';
import { sayGround } from './PairSlot.tsx';
import { pairingWords } from './pairing.words.ts';
import { proposalWords } from './proposal.words.ts';
import { sayWaiting, stateOf } from './say-pair.ts';
import { Wishes } from './Wishes.tsx';
import './pair.css';
import './pairing.css';

type Portfolio = ReplyOf<typeof readPortfolio>;

/** One leader’s list: posts, how many are asked for, friends now, who is under way, earlier friends. */
export function PortfolioPage() {
  const t = useWords();
  const leaderId = usePathParam('leaderId');
  const portfolio = useCall(readPortfolio, { params: { leaderId: leaderId as Id } /* the address carries it */ });
  const { data } = portfolio;
  return (
    <Page
      title={data ? t(coverageWords.portfolio, { name: data.leader.name }) : t(pairingWords.title)}
      lead={data && data.leader.name}
      sub={data && <Posts portfolio={data} />}
      back={{ href: paths.pairings(), label: t(proposalWords.back) }}
      width="narrow"
      actions={
        data?.can.includes('pair') && (
          <LinkButton look="primary" href={paths.pairings({ sheet: 'pair', leader: data.leader.id })}>
            {t(coverageWords.addFriend)}
          </LinkButton>
        )
      }
    >
      <Answer of={portfolio} loading={{ rows: 6, height: 52 }}>
        {(reply) => (
          <>
            <Body portfolio={reply} />
            <OwnWishes portfolio={reply} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Their own to say; whoever keeps the list of their unit reads and writes what they told. */
function OwnWishes({ portfolio }: { readonly portfolio: Portfolio }) {
  const may = useMay();
  const { person } = useSession();
  const { leader } = portfolio;
  const own = person.id === leader.id;
  if (!may('pairing.listWishes') || !(own || portfolio.can.includes('pair'))) return null;
  return <Wishes personId={leader.id} name={leader.name} />;
}

function Posts({ portfolio }: { readonly portfolio: Portfolio }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { posts, quota } = portfolio;
  const said = posts.map((post) => {
    const title = sayPost(post, t);
    return post.endsOn === null
      ? title
      : t(coverageWords.until, { title, day: sayDay(post.endsOn, { language, today }) });
  });
  return (
    <>
      {said.join(t(kitWords.and))}
      {said.length > 0 && <br />}
      {quota && t(quota.arithmetic)}
      {quota?.clause && <ClauseMark clause={quota.clause} />}
    </>
  );
}

function Body({ portfolio }: { readonly portfolio: Portfolio }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const { friends, waiting, earlier } = portfolio;
  const someone = (name: string | null) => name ?? t(pairingWords.someone);
  const month = (on: PlainDate) => sayMonth(on.slice(0, 7), { language });
  return (
    <div className="portfolio">
      <section>
        <div className="sec ruled">
          <h2>{t(coverageWords.friends)}</h2>
          <span className="meta num">{friends.length}</span>
        </div>
        {friends.length === 0 && <p className="second">{t(coverageWords.noFriends)}</p>}
        <ul>
          {friends.map((friend) => (
            <li key={friend.pairingId}>
              <span className="grow">
                <Link className="plain strong" href={paths.pairing(friend.pairingId)}>
                  {someone(friend.representative.name)}
                </Link>{' '}
                <span className="meta">{friend.representative.unit?.shortName}</span>
                <br />
                <span className="meta">
                  {[
                    sayGround(friend.representative.ground, today, language, t),
                    friend.office !== null && t(coverageWords.office, { office: friend.office }),
                  ]
                    .filter(Boolean)
                    .join(t(kitWords.comma))}
                  {friend.clause !== null && <ClauseMark clause={friend.clause} />}
                </span>
              </span>
              <span className="portfolio-state">
                {friend.changeAsked && <StateChip state="due" word={t(coverageWords.changeAsked)} />}
                <span className="meta nb">{t(coverageWords.since, { day: month(friend.startsOn) })}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {waiting.length > 0 && (
        <section>
          <div className="sec ruled">
            <h2>{t(coverageWords.waiting)}</h2>
            <span className="meta num">{waiting.length}</span>
          </div>
          <ul>
            {waiting.map((proposal) => (
              <li key={proposal.id}>
                <Link className="plain strong" href={paths.pairing(proposal.id)}>
                  {someone(proposal.representative.name)}
                </Link>
                <StateChip
                  state={stateOf(proposal)}
                  word={
                    proposal.status === 'recommended'
                      ? sayWaiting(proposal.waiting, t)
                      : t(PAIRING_STATUS_WORDS[proposal.status])
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <div className="sec ruled">
            <h2>{t(coverageWords.earlier)}</h2>
            <span className="meta num">{earlier.length}</span>
          </div>
          <ul>
            {earlier.map((pair) => (
              <li key={pair.pairingId}>
                <span>
                  <Link className="plain" href={paths.pairing(pair.pairingId)}>
                    {someone(pair.representative.name)}
                  </Link>
                  {pair.reason !== null && <span className="meta">{t(kitWords.comma) + pair.reason}</span>}
                </span>
                <span className="meta nb">
                  {t(coverageWords.fromTo, { from: month(pair.startsOn), until: month(pair.endsOn) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
