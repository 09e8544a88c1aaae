import { useWords } from '../../app/language.tsx';
import { pairingWords } from './pairing.words.ts';
import type { RosterLeader } from './use-roster.ts';
import { Why } from '../../kit/Why.tsx';

/** How many a leader befriends; under quota as boxes filled and empty, with the clause that asks. */
export function QuotaBar({ quota }: { readonly quota: RosterLeader['quota'] }) {
  const t = useWords();
  const arithmetic = t(quota.arithmetic);
  if (quota.short === 0)
    return (
      <span className="second num nb" title={arithmetic}>
        {t(pairingWords.people, { count: quota.has })}
        {quota.over > 0 && ` · ${t(pairingWords.overBy, { count: quota.over })}`}
      </span>
    );
  // More boxes than fit a line would say no more than the word does.
  const boxes = Math.min(quota.required ?? 0, 6);
  return (
    <span className="quota">
      <Why arithmetic={arithmetic} clause={quota.clause}>
        <span className="state is-due-soon">
          <svg viewBox={`0 0 ${boxes * 14} 12`} style={{ width: boxes * 14 }} aria-hidden="true">
            {Array.from({ length: boxes }, (_, index) =>
              index < quota.has ? (
                <rect key={index} x={index * 14} y="3.5" width="12" height="5" rx="1" fill="currentColor" />
              ) : (
                <rect
                  key={index}
                  x={index * 14 + 0.7}
                  y="4.2"
                  width="11"
                  height="3.6"
                  rx="1"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.3"
                />
              ),
            )}
          </svg>
          {t(pairingWords.shortBy, { count: quota.short })}
        </span>
      </Why>
    </span>
  );
}
