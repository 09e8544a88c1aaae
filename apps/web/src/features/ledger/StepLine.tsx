import { UNDO_DAYS } from '@zhengyou/domain/ledger/ledger.contract.ts';
import { useWords } from '../../app/language.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Link } from '../../kit/Link.tsx';
import { ledgerWords, stepWords } from './ledger.words.ts';
import { stepsOf, type Step, type View } from './steps.ts';

/** The way of an import, and where one stands on it. */
export function StepLine({ view, hrefs }: { readonly view: View; readonly hrefs?: Partial<Record<Step, string>> }) {
  const t = useWords();
  return (
    <ol className="steps" aria-label={t(ledgerWords.steps)}>
      {stepsOf(view).map(({ step, state }) => {
        const word =
          view === 'undone' && step === 'undo' ? t(ledgerWords.undone) : t(stepWords[step], { days: UNDO_DAYS });
        const href = hrefs?.[step];
        return (
          <li key={step} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' && (
              <span className="met">
                <Icon name="tick" size={16} />
                <span className="sr">{t(ledgerWords.stepDone)}</span>
              </span>
            )}
            {href === undefined ? <span className="word">{word}</span> : <Link href={href}>{word}</Link>}
          </li>
        );
      })}
    </ol>
  );
}
