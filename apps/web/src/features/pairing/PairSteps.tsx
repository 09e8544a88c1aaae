import { PAIRING_ACTION_WORDS } from '@zhengyou/domain/pairing/pairing.words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useSession } from '../../app/session.tsx';
import { sayDay } from '../../kit/dates.ts';
import { kitWords } from '../../kit/kit.words.ts';
import { proposalWords } from './proposal.words.ts';
import { sayCause, type Pairing } from './say-pair.ts';

/** The history of a pair, the latest step first, as both sides read it. */
export function PairSteps({ steps }: { readonly steps: Pairing['steps'] }) {
  const t = useWords();
  const { language } = useLanguage();
  const { today } = useSession();
  return (
    <ol className="pair-steps" reversed>
      {steps.toReversed().map((step) => {
        const cause = sayCause(step.cause, t);
        return (
          <li key={step.ordinal}>
            <div className="row apart">
              <span className="strong">{t(PAIRING_ACTION_WORDS[step.action])}</span>
              <time className="meta nb" dateTime={step.onDay}>
                {sayDay(step.onDay, { language, today })}
              </time>
            </div>
            <div className="meta">
              {[step.by ?? t(proposalWords.bySystem), cause].filter(Boolean).join(t(kitWords.comma))}
            </div>
            {step.reason !== null && <p className="voice">{step.reason}</p>}
          </li>
        );
      })}
    </ol>
  );
}
