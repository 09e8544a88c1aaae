import { CHANNEL_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { readMyPairings } from '@zhengyou/domain/pairing/proposal.contract.ts';
import { readMyLeaders } from '@zhengyou/domain/interaction/year.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { useId, useState } from 'react';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { sayDay, sayMonth } from '../../kit/dates.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { Why } from '../../kit/Why.tsx';
import { useTierWords } from '../policy/use-tiers.ts';
import { AskTalk } from '../interaction/AskTalk.tsx';
import { PauseHistory } from '../interaction/PauseHistory.tsx';
import { OpenRequests } from '../interaction/OpenRequests.tsx';
import { requestWords } from '../interaction/request.words.ts';
import { ChangeButtons, EarlierPairs, OwnPairing, type OwnPair } from '../pairing/OwnPairing.tsx';
import { Wishes } from '../pairing/Wishes.tsx';
import { SharedTalks } from '../interaction/SharedTalks.tsx';
import { MyOccasions } from '../occasion/MyOccasions.tsx';
import { MyMatters } from '../matter/MyMatters.tsx';
import { addressOfRepresentative } from './address.ts';
import { homeWords } from './home.words.ts';

type MyLeader = ReplyOf<typeof readMyLeaders>['items'][number];

/** Who keeps in touch and why, what was talked about, one’s own record: all of it readable, nothing to fill in. */
export function RepresentativeHome() {
  const t = useWords();
  const { language } = useLanguage();
  const { person } = useSession();
  const may = useMay();
  const mine = useCall(readMyLeaders, {});
  const pairs = useCall(readMyPairings, {}).data?.items ?? [];
  const count = mine.data?.items.length ?? 0;
  return (
    <Page
      title={t(homeWords.title)}
      width="narrow"
      lead={
        mine.data ? (
          t(homeWords.hello, { name: addressOfRepresentative(person.name, mine.data.titles, language) })
        ) : (
          <span className="sr">{t(homeWords.title)}</span>
        )
      }
      sub={mine.data && t(count > 0 ? homeWords.helloLead : homeWords.helloNone, { count })}
    >
      <Answer of={mine} loading={{ rows: 3, height: 96 }}>
        {(reply) =>
          reply.items.length === 0 ? (
            <section className="card">
              <p>{t(homeWords.noLeader)}</p>
            </section>
          ) : (
            reply.items.map((leader) => (
              <LeaderCard
                key={leader.pairingId}
                leader={leader}
                pairing={pairs.find((pair) => pair.id === leader.pairingId)}
              />
            ))
          )
        }
      </Answer>
      <OpenRequests />
      {may('matter.list') && <MyMatters />}
      {mine.data && may('occasion.raise') && <MyOccasions paired={count > 0} />}
      <section className="card">
        <div className="head">
          {t(homeWords.talks)}
          <span>{t(homeWords.talksNote)}</span>
          <Link href={paths.talkSearch()}>{t(homeWords.findTalks)}</Link>
        </div>
        <SharedTalks />
      </section>
      <EarlierPairs pairs={pairs.filter((pair) => pair.status === 'ended')} />
      {may('pairing.addWish') && (
        <section className="card">
          <Wishes personId={person.id} name={person.name} />
        </section>
      )}
      <section className="card home-record">
        <Link href={paths.person(person.id)}>
          <span className="grow">
            <span className="strong">{t(homeWords.record)}</span>
            <br />
            <span className="muted">{t(homeWords.recordText)}</span>
          </span>
          <Icon name="next" size={16} />
        </Link>
      </section>
      {may('youSaid.read') && (
        <section className="card home-record">
          <Link href={paths.youSaid()}>
            <span className="grow">
              <span className="strong">{t(homeWords.youSaid)}</span>
              <br />
              <span className="muted">{t(homeWords.youSaidText)}</span>
            </span>
            <Icon name="next" size={16} />
          </Link>
        </section>
      )}
      <p className="muted home-promise">{t(homeWords.promise)}</p>
    </Page>
  );
}

type LeaderCardProps = { readonly leader: MyLeader; readonly pairing: OwnPair | undefined };

function LeaderCard({ leader: item, pairing }: LeaderCardProps) {
  const t = useWords();
  const tierWords = useTierWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const whyId = useId();
  const { leader, last, since, why } = item;
  const begun = t(homeWords.since, { day: sayMonth(since.slice(0, 7), { language }) });
  return (
    <section className="card">
      <div className="head">
        {t(homeWords.myLeader)}
        <button
          type="button"
          className="link"
          aria-expanded={open}
          aria-controls={whyId}
          onClick={() => setOpen(!open)}
        >
          {t(homeWords.why)}
        </button>
      </div>
      <h2>
        {leader.name}
        <small>{leader.titles.join(t(homeWords.listComma))}</small>
      </h2>
      <p>
        {last === null
          ? begun
          : t(homeWords.sinceLast, {
              since: begun,
              day:
                last.precision === 'month'
                  ? sayMonth(last.on.slice(0, 7), { language, today })
                  : sayDay(last.on, { language, today }),
              way: language === 'en' ? t(CHANNEL_WORDS[last.channel]).toLowerCase() : t(CHANNEL_WORDS[last.channel]),
            })}
      </p>
      <p id={whyId} className="home-why" hidden={!open}>
        {why === null
          ? t(homeWords.whyOther)
          : t(homeWords.whyStanding, { standing: why.standing, tier: t(tierWords(item.tier)).toLowerCase() })}
        <Why clause={why?.clause} />
      </p>
      {item.pauses.some((step) => step.action !== 'takeBack') && (
        <details className="home-pauses">
          <summary>{t(homeWords.pauses)}</summary>
          <PauseHistory steps={item.pauses} />
        </details>
      )}
      <div className="acts">
        <Button onClick={() => setAsking(true)}>{t(requestWords.ask)}</Button>
        {pairing && <ChangeButtons pairing={pairing} />}
      </div>
      {pairing && <OwnPairing pairing={pairing} />}
      {asking && <AskTalk leader={leader} onClose={() => setAsking(false)} />}
    </section>
  );
}
