/** What the column of handling claims of each point of a talk; asked where it contradicts itself or the talk. */
import { claimsEnd, LEDGER_CLAIMS, type LedgerClaim } from '../matter/matter.ts';
import { fixOf, type RowScope } from './collector.ts';
import { readHandling } from './handling.ts';
import { endOfPartial, findDateInText, partialText } from './partial-date.ts';
import type { PlannedTalk, TalkPoint } from './plan.types.ts';

const asClaim = (claim: LedgerClaim, proposed = false) =>
  fixOf('handledAs', { value: claim, facts: { claim }, ...(proposed ? { proposed: true as const } : {}) });
const isClaim = (value: string | undefined): value is LedgerClaim => LEDGER_CLAIMS.some((claim) => claim === value);

/** `isNew`: the talk is not held yet, so that its points become matters with what is read here. */
export function readClaims(
  scope: RowScope,
  { points, on, precision }: Pick<PlannedTalk, 'points' | 'on' | 'precision'>,
  written: string,
  isNew: boolean,
): TalkPoint[] {
  if (written === '' || points.length === 0) return [...points];
  const texts = [...new Set(points.map((point) => point.handling))];
  if (texts.length === 1 && points.length > 1)
    scope.raise({ code: 'handlingShared', level: 'note', field: 'handling', written, facts: { count: points.length } });

  const claims = new Map<string | null, LedgerClaim>();
  for (const [at, text] of texts.entries()) {
    const handledOn = text === null ? undefined : findDateInText(text);
    const isEarlier = handledOn !== undefined && endOfPartial(handledOn) <= on;
    const reading = readHandling(text);
    const heard = reading.kind === 'claim' ? [reading.claim] : reading.heard;
    const parted = texts.length > 1 ? { detail: String(at + 1) } : {};
    const facts = isEarlier
      ? { date: partialText({ on, precision }), handled: partialText(handledOn) }
      : { text: text ?? '' };
    const isDoubtful = reading.kind === 'doubtful' || (isEarlier && heard.some(claimsEnd));
    if (!isDoubtful || !isNew) {
      if (isEarlier)
        scope.raise({ code: 'handlingEarlier', level: 'note', field: 'handling', written, facts, ...parted });
      claims.set(text, reading.kind === 'claim' ? reading.claim : 'open');
      continue;
    }
    // Before it was said it cannot have been done: still open is what is proposed, whatever the column says.
    const offered = LEDGER_CLAIMS.filter((claim) => claim !== 'open' && (heard.includes(claim) || heard.length === 0));
    const decision = scope.raise({
      code: isEarlier ? 'handlingEarlier' : 'handlingUnclear',
      level: 'ask',
      field: 'handling',
      written,
      facts,
      ...parted,
      fixes: [asClaim('open', true), ...offered.map((claim) => asClaim(claim))],
      follows: ({ value }) => isClaim(value),
    });
    claims.set(text, isClaim(decision?.value) ? decision.value : 'open');
  }
  return points.map((point) => ({ ...point, claim: claims.get(point.handling) ?? 'open' }));
}
