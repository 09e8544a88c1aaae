import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { readMatter } from '@zhengyou/domain/matter/matter.contract.ts';
import { MATTER_KIND_WORDS } from '@zhengyou/domain/matter/matter.words.ts';
import { findId, type Id } from '@zhengyou/domain/kit/ids.ts';
import { usePathParam } from '../../app/address.ts';
import { Answer } from '../../app/Answer.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { paths } from '../../app/paths.ts';
import { useCall } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { useDesk } from '../../kit/media.ts';
import { MatterSpine } from '../../kit/MatterSpine.tsx';
import { MatterConfirm } from './MatterConfirm.tsx';
import { MatterMeta, MatterState } from './MatterHead.tsx';
import { Answers, Decisions, Deliveries, Exchanges, History, LedgerWords, Promises, Rounds } from './MatterParts.tsx';
import { matterWords } from './matter.words.ts';
import { OpinionsAndNotes } from './OpinionsAndNotes.tsx';
import { isReplied, PointList } from './PointList.tsx';
import { ReplyEditor } from './ReplyEditor.tsx';
import { uprightStops } from './said-matter.ts';
import { Acknowledge, LeaderActs, ProposerActs, StepSheets, StepsPanel } from './StepsPanel.tsx';
import './desk.css';
import './matter.css';

/** One matter's line: the same page for whoever may read it, each with their level. */
export function MatterPage() {
  const t = useWords();
  const id = findId(usePathParam('matterId'));
  const back = { href: paths.matters(), label: t(matterWords.matter) };
  return id === undefined ? (
    <Page title={t(matterWords.matter)} back={back} width="narrow">
      <Empty lead={t(matterWords.notFound)} />
    </Page>
  ) : (
    <KnownMatter key={id} id={id} />
  );
}

function KnownMatter({ id }: { readonly id: Id }) {
  const t = useWords();
  const { roles } = useSession();
  const wide = useDesk();
  const matter = useCall(readMatter, { params: { matterId: id } });
  const { data: line } = matter;
  const works = line !== undefined && line.level !== 'proposer' && line.level !== 'leader' && line.level !== 'checker';
  const handles = roles.includes('handler') && (line?.level === 'handler' || line?.level === 'coHandler');
  const numbered = line && t(matterWords.numbered, { kind: t(MATTER_KIND_WORDS[line.kind]), number: line.number });
  return (
    <Page
      title={line?.title ?? numbered ?? t(matterWords.matter)}
      lead={
        line ? (
          <span className="matter-lead">{line.title ?? t(matterWords.untitled)}</span>
        ) : (
          <span className="sr">{t(matterWords.matter)}</span>
        )
      }
      back={{ href: handles ? paths.desk() : paths.matters(), label: numbered ?? t(matterWords.matter) }}
      {...(!works && { width: 'narrow' as const })}
    >
      <Answer of={matter} loading={{ rows: 6, height: 56 }}>
        {(reply) => (
          <>
            <div className={works ? 'matter-page' : undefined}>
              <LineBody line={reply} works={works} steps={works && !wide} />
              {works && (
                <aside>
                  {wide && <StepsPanel line={reply} />}
                  <OpinionsAndNotes line={reply} />
                </aside>
              )}
            </div>
            <StepSheets line={reply} />
          </>
        )}
      </Answer>
    </Page>
  );
}

type LineBodyProps = {
  readonly line: MatterLine;
  readonly works: boolean;
  /** The steps stand within, where there is no room beside. */
  readonly steps: boolean;
};

function LineBody({ line, works, steps }: LineBodyProps) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const way = (
    <section aria-label={t(matterWords.way)}>
      <MatterSpine direction="upright" label={t(matterWords.way)} stops={uprightStops(line, { language, today })} />
    </section>
  );
  const points = line.can.includes('writeReply') ? <ReplyEditor line={line} /> : <PointList line={line} />;
  // Once there is an answer it is what one came for; until then it is the way.
  const answered = isReplied(line) || (works && line.can.includes('writeReply'));
  return (
    <div className="matter-line">
      <MatterState line={line} />
      <MatterMeta line={line} />
      <Decisions line={line} />
      <LedgerWords line={line} />
      {steps && <StepsPanel line={line} />}
      {line.level === 'leader' && <LeaderActs line={line} />}
      {!answered && way}
      {points}
      {line.level === 'proposer' && <MatterConfirm line={line} />}
      <Deliveries line={line} />
      <Acknowledge line={line} />
      <Answers line={line} />
      <Promises line={line} />
      {answered && way}
      <Exchanges line={line} />
      <Rounds line={line} />
      {line.level === 'proposer' && <ProposerActs line={line} />}
      <History line={line} />
    </div>
  );
}
