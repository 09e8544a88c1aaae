import type { Briefing } from '@zhengyou/domain/briefing/briefing.contract.ts';
import { FACT_KIND_WORDS } from '@zhengyou/domain/briefing/briefing.words.ts';
import { useWords } from '../../app/language.tsx';
import { StateShape } from '../../kit/StateChip.tsx';
import { briefingWords } from './briefing.words.ts';

/** Where the text tells who it was without the name, and why. */
export function Warnings({ briefing }: { readonly briefing: Pick<Briefing, 'warnings' | 'smallestGroup'> }) {
  const t = useWords();
  const { warnings, smallestGroup } = briefing;
  if (warnings.length === 0) return null;
  return (
    <section className="briefing-warnings">
      <h3>
        <StateShape state="late" /> {t(briefingWords.warnLead, { count: warnings.length })}
      </h3>
      <ul>
        {warnings.map((one) => (
          <li key={JSON.stringify(one)}>
            {one.kind === 'name'
              ? t(one.ordinal === 0 ? briefingWords.warnNameFrame : briefingWords.warnName, one)
              : t(briefingWords.warnSmall, {
                  ordinal: one.ordinal,
                  count: one.count,
                  least: smallestGroup,
                  says: one.says
                    .map(({ kind, words }) => t(briefingWords.warnFact, { kind: t(FACT_KIND_WORDS[kind]), words }))
                    .join(t(briefingWords.warnJoin)),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}
