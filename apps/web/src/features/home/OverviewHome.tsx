import { CONTACT_STATE_WORDS } from '@zhengyou/domain/interaction/interaction.words.ts';
import { CONTACT_STATES } from '@zhengyou/domain/interaction/year-of-contact.ts';
import { readAlarm } from '@zhengyou/domain/notice/channel.contract.ts';
import { readOverview } from '@zhengyou/domain/interaction/year.contract.ts';
import type { ReplyOf } from '@zhengyou/domain/kit/endpoint.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LOG_SHEET } from '../../app/navigation.ts';
import { useOverlay } from '../../app/Overlays.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useMay, useSession } from '../../app/session.tsx';
import { BoardLine, BoardNumber, BoardSection } from '../../kit/BoardNumber.tsx';
import { Button, LinkButton } from '../../kit/Button.tsx';
import { ClauseMark } from '../../kit/ClauseMark.tsx';
import { sayDay } from '../../kit/dates.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { usePhone } from '../../kit/media.ts';
import { StateChip } from '../../kit/StateChip.tsx';
import { HealthLine } from '../notice/HealthLine.tsx';
import { AdjustmentSection } from '../pairing/Adjustments.tsx';
import { markOf } from '../interaction/said-year.ts';
import { OccasionBoard } from '../occasion/OccasionBoard.tsx';
import { MatterBoard } from '../matter/MatterBoard.tsx';
import { homeWords } from './home.words.ts';
import { PressingPairs } from './PressingPairs.tsx';

export type Overview = ReplyOf<typeof readOverview>;

/** For those who keep the programme going or check it: how things stand in one sentence, then counts that open their lists. */
export function OverviewHome() {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const may = useMay();
  const phone = usePhone();
  const openLog = useOverlay(LOG_SHEET);
  const overview = useCall(readOverview, {});
  const { data } = overview;
  const bring = data?.imported === false;
  return (
    <Page
      title={t(homeWords.title)}
      lead={data ? <Lead overview={data} /> : <span className="sr">{t(homeWords.title)}</span>}
      sub={data && t(homeWords.asOf, { year: data.year, day: sayDay(data.asOf, { language, today }) })}
      actions={
        // On a phone the bar has it.
        !phone &&
        may('interaction.log') &&
        data &&
        data.pairs > 0 && (
          <Button {...(!bring && { look: 'primary' as const })} onClick={() => openLog()}>
            <Icon name="add" size={16} />
            {t(homeWords.log)}
            <Kbd>N</Kbd>
          </Button>
        )
      }
    >
      {may(readAlarm.id) && <HealthLine />}
      <Answer of={overview} loading={{ rows: 6, height: 44 }}>
        {(reply) => (
          <>
            {bring && <ImportFirst />}
            <Boards overview={reply} />
            {reply.pressing.length > 0 && <PressingPairs overview={reply} />}
            {may('pairing.moveInDraft') && <AdjustmentSection />}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** The same counts below the own friends of a leader who also checks. */
export function WholeHouse() {
  const t = useWords();
  const overview = useCall(readOverview, {});
  return (
    <section className="home-whole">
      <Answer of={overview} loading={{ rows: 4, height: 44 }}>
        {(reply) => (
          <>
            <div className="sec">
              <h2>{t(homeWords.whole)}</h2>
              <span className="meta">
                <Lead overview={reply} />
              </span>
            </div>
            <Boards overview={reply} />
          </>
        )}
      </Answer>
    </section>
  );
}

function Lead({ overview }: { readonly overview: Overview }) {
  const t = useWords();
  const { pairs, byState } = overview;
  if (pairs === 0) return t(homeWords.leadEmpty);
  const facts = { pairs, met: byState.met ?? 0, late: byState.late ?? 0 };
  return t(facts.late > 0 ? homeWords.leadLate : homeWords.leadQuiet, facts);
}

function ImportFirst() {
  const t = useWords();
  return (
    <section className="home-import">
      <div>
        <h2>{t(homeWords.importLead)}</h2>
        <p className="second">{t(homeWords.importText)}</p>
      </div>
      <LinkButton look="primary" href={paths.ledger()}>
        {t(homeWords.importNow)}
      </LinkButton>
    </section>
  );
}

function Boards({ overview }: { readonly overview: Overview }) {
  const t = useWords();
  const may = useMay();
  const { pairs, byState, leaders, representatives, cadenceClause } = overview;
  const short = leaders.all - leaders.enough;
  const unpaired = representatives.all - representatives.paired;
  const others = CONTACT_STATES.filter((state) => state !== 'met' && state !== 'excused' && byState[state]);
  // Only doors that are open to the reader are drawn as doors.
  const toPairings = may('pairing.roster');
  const toPeople = may('person.list');
  return (
    <div className="board home-board">
      <BoardSection
        title={
          <>
            {t(homeWords.contact)} {cadenceClause !== null && <ClauseMark clause={cadenceClause} />}
          </>
        }
      >
        <BoardNumber count={byState.met ?? 0} of={pairs} unit={t(homeWords.contactUnit)} href={paths.year()} />
        <div className="lines">
          {others.map((state) => (
            <BoardLine
              key={state}
              hot={state === 'late'}
              label={<StateChip state={markOf(state)} word={t(CONTACT_STATE_WORDS[state])} />}
              value={t(homeWords.pairsValue, { count: byState[state] ?? 0 })}
              href={paths.year({ state })}
            />
          ))}
          {byState.excused !== undefined && (
            <BoardLine
              apart
              label={<StateChip state="excused" word={t(homeWords.excused)} />}
              value={t(homeWords.pairsValue, { count: byState.excused })}
              href={paths.year({ state: 'excused' })}
            />
          )}
        </div>
      </BoardSection>
      <BoardSection
        title={
          <>
            {t(homeWords.coverage)} {leaders.clause !== null && <ClauseMark clause={leaders.clause} />}
          </>
        }
      >
        <BoardNumber
          count={representatives.paired}
          of={representatives.all}
          unit={t(homeWords.coverageUnit)}
          {...(toPeople && { href: paths.people() })}
        />
        <div className="lines">
          <BoardLine
            label={
              leaders.asked === null
                ? t(homeWords.leadersEnoughPlain)
                : t(homeWords.leadersEnough, { asked: leaders.asked })
            }
            value={t(homeWords.leadersValue, { enough: leaders.enough, all: leaders.all })}
            {...(toPairings && { href: paths.pairings() })}
          />
          <BoardLine
            label={t(homeWords.short)}
            value={t(homeWords.people, { count: short })}
            {...(toPairings && { href: paths.pairings({ show: 'short' }) })}
          />
          <BoardLine
            label={t(homeWords.unpaired)}
            value={t(homeWords.persons, { count: unpaired })}
            {...(toPeople && { href: paths.people({ show: 'unpaired' }) })}
          />
        </div>
      </BoardSection>
      {may('matter.list') && <MatterBoard />}
      {may('round.standing') && <OccasionBoard />}
    </div>
  );
}
