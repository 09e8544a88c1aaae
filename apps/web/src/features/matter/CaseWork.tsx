import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { Button } from '../../kit/Button.tsx';
import { MatterSpine } from '../../kit/MatterSpine.tsx';
import { CaseSide } from './CaseSide.tsx';
import { deskWords } from './desk.words.ts';
import { MatterMeta, MatterState } from './MatterHead.tsx';
import { Answers, Decisions, Deliveries, Exchanges, History, Promises, Rounds } from './MatterParts.tsx';
import { matterWords } from './matter.words.ts';
import type { Can } from './next-step.ts';
import { PointList } from './PointList.tsx';
import { nextPoint } from './reply-draft.ts';
import { ReplyFoot, ReplyPoints } from './ReplyEditor.tsx';
import { lyingStops } from './said-matter.ts';
import { StepSheets, stepTitle, useOpenStep } from './StepsPanel.tsx';
import { useReplyDraft } from './use-reply-draft.ts';

/** A case on a desk: how it stands, its points being answered, and what helps beside it. */
export function CaseWork({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  const drafting = useReplyDraft(line);
  const writes = line.can.includes('writeReply') || line.can.includes('submit');
  const at = nextPoint(drafting.draft);
  const borrow = (text: string, outcome: (typeof drafting.draft)[number]['outcome']) => {
    const point = drafting.draft.find(({ ordinal }) => ordinal === at);
    if (!point) return;
    drafting.change(point.ordinal, {
      text: point.text.trim() === '' ? text : `${point.text}\n${text}`,
      outcome: point.outcome ?? outcome,
    });
    document.getElementById(`reply-${point.ordinal}`)?.focus();
  };
  return (
    <>
      <section className="case-work">
        <MatterMeta line={line} numbered />
        <h2 className="matter-title">{line.title ?? t(matterWords.untitled)}</h2>
        <MatterState line={line} />
        <MatterSpine direction="lying" label={t(matterWords.way)} stops={lyingStops(line, { language, today })} />
        <Decisions line={line} />
        {writes && <Meanwhile line={line} />}
        {writes ? <ReplyPoints line={line} drafting={drafting} /> : <PointList line={line} />}
        <div className="matter-line case-more">
          <Exchanges line={line} />
          <Deliveries line={line} />
          <Answers line={line} />
          <Promises line={line} />
          <Rounds line={line} />
          <History line={line} />
        </div>
        {writes ? (
          <ReplyFoot line={line} drafting={drafting}>
            <CaseSteps line={line} />
          </ReplyFoot>
        ) : (
          <CaseFoot line={line} />
        )}
      </section>
      <CaseSide line={line} at={writes ? at : undefined} onBorrow={borrow} />
      <StepSheets line={line} />
    </>
  );
}

const BESIDE_WRITING: readonly Can[] = ['handBack', 'resume', 'wait'];
/** What can be said or asked meanwhile; quiet, under the way. */
const MEANWHILE: readonly Can[] = ['tell', 'askExtension'];
/** Where there is nothing to write: what else waits. The first that is possible is the page's one filled button. */
const INSTEAD: readonly Can[] = ['take', 'giveOpinion', 'resume', 'tell', 'handBack'];
const QUIET = new Set<Can>(['handBack', 'askExtension']);

function CaseSteps({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const open = useOpenStep();
  return BESIDE_WRITING.filter((step) => line.can.includes(step)).map((step) => {
    const title = stepTitle(step);
    return (
      <Button key={step} {...(QUIET.has(step) && { look: 'text' as const })} onClick={() => open(step)}>
        {title && t(title)}
      </Button>
    );
  });
}

function Meanwhile({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const open = useOpenStep();
  const steps = MEANWHILE.filter((step) => line.can.includes(step));
  if (steps.length === 0) return null;
  return (
    <p className="row wrap case-meanwhile no-print">
      {steps.map((step) => {
        const title = stepTitle(step);
        return (
          <button key={step} type="button" className="link" onClick={() => open(step)}>
            {title && t(title)}
          </button>
        );
      })}
    </p>
  );
}

function CaseFoot({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const open = useOpenStep();
  const steps = INSTEAD.filter((step) => line.can.includes(step));
  if (steps.length === 0) return null;
  const [first] = steps;
  return (
    <footer className="case-foot no-print">
      <p>{first === 'take' && t(deskWords.takeFirst)}</p>
      {steps.toReversed().map((step) => {
        const title = stepTitle(step);
        const look = step === first ? ('primary' as const) : QUIET.has(step) ? ('text' as const) : ('plain' as const);
        return (
          <Button key={step} look={look} onClick={() => open(step)}>
            {title && t(title)}
          </Button>
        );
      })}
    </footer>
  );
}
