/** The matters that a plan would make: one of each point of each new talk. */
import type { LedgerClaim, MatterKind } from '../matter/matter.ts';
import type { LedgerPlan, PlannedTalk, TalkPoint } from './plan.types.ts';

export type PlannedMatter = {
  readonly talk: PlannedTalk;
  readonly ordinal: number;
  readonly kind: MatterKind;
  readonly point: TalkPoint;
};

/** The column 意见建议 holds both; what begins with its proposal is a suggestion. The person can say otherwise. */
const kindOf = ({ kind, words }: TalkPoint): MatterKind =>
  kind === 'opinion' && /^(?:提议|建议|希望能?增|可否|能否)/.test(words) ? 'suggestion' : kind;

export const plannedMatters = ({ talks }: Pick<LedgerPlan, 'talks'>): PlannedMatter[] =>
  talks
    .filter(({ action }) => action === 'create')
    .flatMap((talk) => talk.points.map((point, ordinal) => ({ talk, ordinal, point, kind: kindOf(point) })));

export function countClaims(matters: readonly PlannedMatter[]): Partial<Record<LedgerClaim, number>> {
  const counts: Partial<Record<LedgerClaim, number>> = {};
  for (const { point } of matters) counts[point.claim] = (counts[point.claim] ?? 0) + 1;
  return counts;
}
