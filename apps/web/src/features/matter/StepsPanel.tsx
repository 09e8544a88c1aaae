import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { acknowledgeReply, chooseNaming } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import { useState } from 'react';
import { useSearchState } from '../../app/address.ts';
import { CallErrorNote } from '../../app/CallErrorNote.tsx';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../kit/Button.tsx';
import { useToast } from '../../kit/Toast.tsx';
import { AnswerOnSpotSheet } from './AnswerOnSpotSheet.tsx';
import { LinkSheet } from './LinkSheet.tsx';
import { MergeSheet } from './MergeSheet.tsx';
import { nextStep, stepsBeside, type Can } from './next-step.ts';
import { NamingChoice } from './RaiseFields.tsx';
import { ReleaseSheet } from './ReleaseSheet.tsx';
import { ReviseSheet } from './ReviseSheet.tsx';
import { SplitSheet } from './SplitSheet.tsx';
import { isFormStep, STEP_FORMS } from './steps.ts';
import { stepWords } from './steps.words.ts';
import { StepSheet } from './StepSheet.tsx';
import { useStep } from './use-step.ts';

const SPECIAL = ['answerOnSpot', 'release', 'merge', 'split', 'makeAnswerLink', 'revise'] as const;
type Special = (typeof SPECIAL)[number];
const isSpecial = (step: string): step is Special => (SPECIAL as readonly string[]).includes(step);

export const stepTitle = (step: Can) =>
  isFormStep(step) ? STEP_FORMS[step].title : isSpecial(step) ? stepWords[step] : undefined;

/** The sheet that the address names, where the step may be taken: `?step=assign`. */
export function StepSheets({ line }: { readonly line: MatterLine }) {
  const { search, setSearch } = useSearchState();
  const step = search['step'];
  const close = () => setSearch({ step: undefined }, { replace: true });
  if (step === undefined || !(line.can as readonly string[]).includes(step)) return null;
  if (isFormStep(step)) return <StepSheet key={step} step={step} matter={line} onClose={close} />;
  if (step === 'release') return <ReleaseSheet line={line} onClose={close} />;
  if (step === 'answerOnSpot') return <AnswerOnSpotSheet line={line} onClose={close} />;
  if (step === 'merge') return <MergeSheet line={line} onClose={close} />;
  if (step === 'split') return <SplitSheet line={line} onClose={close} />;
  if (step === 'revise') return <ReviseSheet line={line} onClose={close} />;
  if (step === 'makeAnswerLink')
    return (
      <LinkSheet
        matterId={line.id}
        parties={line.addressees
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ party, person }) => ({ party, name: person?.name }))}
        onClose={close}
      />
    );
  return null;
}

export function useOpenStep(): (step: Can) => void {
  const { setSearch } = useSearchState();
  return (step) => setSearch({ step });
}

/** For those who work on it: the one next step, then what else can be done. */
export function StepsPanel({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const open = useOpenStep();
  const next = nextStep(line);
  const others = stepsBeside(line).filter((step) => stepTitle(step) !== undefined);
  const nextTitle = next && stepTitle(next);
  return (
    <div className="matter-steps no-print">
      <h2>{t(stepWords.nowTo)}</h2>
      {next && nextTitle ? (
        <>
          {isFormStep(next) && STEP_FORMS[next].text && <p className="second">{t(STEP_FORMS[next].text)}</p>}
          <Button look="primary" wide onClick={() => open(next)}>
            {t(nextTitle)}
          </Button>
        </>
      ) : (
        <p className="second">{t(stepWords.nothingNow)}</p>
      )}
      {others.length > 0 && (
        <ul aria-label={t(stepWords.alsoCan)}>
          {others.map((step) => {
            const title = stepTitle(step);
            return (
              <li key={step}>
                <button type="button" className="link" onClick={() => open(step)}>
                  {title && t(title)}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** For whoever raised it: a word more, how it stands, and, until it is reported, other words and another choice. */
export function ProposerActs({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const open = useOpenStep();
  const main = (['add', 'askProgress', 'reopen'] as const).filter((step) => line.can.includes(step));
  const rest = (['revise', 'withdraw'] as const).filter((step) => line.can.includes(step));
  return (
    <div className="no-print">
      {main.length > 0 && (
        <div className="matter-acts">
          {main.map((step) => (
            <Button key={step} onClick={() => open(step)}>
              {t(STEP_FORMS[step].title)}
            </Button>
          ))}
        </div>
      )}
      {line.can.includes('choose') && <Naming line={line} />}
      {rest.length > 0 && (
        <div className="matter-acts">
          {rest.map((step) => (
            <Button key={step} look="text" onClick={() => open(step)}>
              {t(stepWords[step])}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** For the leader who heard it: to answer what they can, to pass it on, to bring the reply. */
export function LeaderActs({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const open = useOpenStep();
  const told = line.addressees.every(({ party, withdrawn }) => withdrawn || isTold(line, party));
  const acts = (['answerOnSpot', 'forward', 'deliver'] as const).filter(
    (step) => line.can.includes(step) && (step !== 'deliver' || !told),
  );
  if (acts.length === 0) return null;
  return (
    <div className="matter-acts no-print">
      {acts.map((step) => (
        <Button key={step} {...(step !== 'forward' && { look: 'primary' as const })} onClick={() => open(step)}>
          {t(stepWords[step])}
        </Button>
      ))}
    </div>
  );
}

const isTold = ({ deliveries, round }: MatterLine, party: number): boolean =>
  deliveries.some((one) => one.party === party && one.round === round);

function Naming({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const toast = useToast();
  const { take, error } = useStep(chooseNaming, line);
  const [asked, setAsked] = useState(line.named);
  const choose = async (named: boolean) => {
    setAsked(named);
    if (await take({ named })) toast({ text: t(stepWords.chosen) });
    else setAsked(line.named);
  };
  return (
    <div className="matter-naming">
      <NamingChoice named={asked} onChange={(named) => void choose(named)} />
      {error && <CallErrorNote error={error} />}
    </div>
  );
}

/** The proposer says that the reply reached them. */
export function Acknowledge({ line }: { readonly line: MatterLine }) {
  const t = useWords();
  const toast = useToast();
  const { take, busy } = useStep(acknowledgeReply, line);
  if (!line.can.includes('acknowledge')) return null;
  return (
    <Button
      small
      busy={busy}
      onClick={() => void take({}).then((done) => done && toast({ text: t(stepWords.acknowledgeDone) }))}
    >
      {t(stepWords.acknowledge)}
    </Button>
  );
}
