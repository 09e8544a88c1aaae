/** What is on the sheet with which something is raised, and what is sent of it. */
import type { raiseMatter } from '@zhengyou/domain/matter/proposer-steps.contract.ts';
import type { MatterKind } from '@zhengyou/domain/matter/matter.ts';
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';

export type RaiseDraft = {
  readonly kind: MatterKind;
  readonly title: string;
  readonly points: readonly { readonly key: number; readonly words: string }[];
  readonly named: boolean;
};

export const EMPTY_DRAFT: RaiseDraft = { kind: 'opinion', title: '', points: [], named: false };

export const isWritten = (draft: RaiseDraft): boolean =>
  draft.title.trim() !== '' || draft.points.some(({ words }) => words.trim() !== '');

/** Which fields want something: `title`, or the keys of points left empty. */
export function missingIn(draft: RaiseDraft): readonly (number | 'title')[] {
  return [
    ...(draft.title.trim() === '' ? (['title'] as const) : []),
    ...draft.points.filter(({ words }) => words.trim() === '').map(({ key }) => key),
  ];
}

/** Without points the one sentence is the point: it is answered as such. */
export function raiseBody(draft: RaiseDraft): Pick<BodyInOf<typeof raiseMatter>, 'kind' | 'points' | 'named'> & {
  readonly title: string;
} {
  const title = draft.title.trim();
  const points = draft.points.map(({ words }) => words.trim());
  return { kind: draft.kind, title, points: points.length === 0 ? [title] : points, named: draft.named };
}

export const withPoint = (draft: RaiseDraft): RaiseDraft => ({
  ...draft,
  points: [...draft.points, { key: 1 + Math.max(0, ...draft.points.map(({ key }) => key)), words: '' }],
});
