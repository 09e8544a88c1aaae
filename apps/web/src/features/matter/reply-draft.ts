/** A reply while it is being written: what was typed, what stands in the way of its review, where its blanks lie. */
import type { BodyInOf } from '@zhengyou/domain/kit/endpoint.ts';
import { parsePlainDate, type PlainDate } from '@zhengyou/domain/kit/plain-date.ts';
import type { writeReply } from '@zhengyou/domain/matter/handler-steps.contract.ts';
import type { MatterLine } from '@zhengyou/domain/matter/line.shapes.ts';
import { promises, type Outcome } from '@zhengyou/domain/matter/matter.ts';
import { refuseReply } from '@zhengyou/domain/matter/reply-text.ts';

export type DraftReply = {
  readonly id: MatterLine['pointList'][number]['id'];
  readonly ordinal: number;
  readonly text: string;
  readonly outcome: Outcome | null;
  /** As the browser's field holds it; empty while no day is picked. */
  readonly promiseOn: string;
};

export const draftOf = (line: Pick<MatterLine, 'pointList'>): DraftReply[] =>
  line.pointList.map(({ id, ordinal, reply }) => ({
    id,
    ordinal,
    text: reply?.text ?? '',
    outcome: reply?.outcome ?? null,
    promiseOn: reply?.promiseOn ?? '',
  }));

const dayOf = (point: DraftReply): PlainDate | null =>
  point.outcome !== null && promises(point.outcome) ? (parsePlainDate(point.promiseOn) ?? null) : null;

/** What was typed over what is stored; a point that was parted off meanwhile is gone. */
export const overStored = (stored: readonly DraftReply[], typed: readonly DraftReply[] | undefined): DraftReply[] =>
  stored.map((point) => typed?.find(({ id }) => id === point.id) ?? point);

/** Compared as it would be sent: a day without a promise, or a space at the end, is no change. */
export const isChanged = (draft: readonly DraftReply[], stored: readonly DraftReply[]): boolean => {
  const sent = (points: readonly DraftReply[]) =>
    JSON.stringify(replyBody(points).points.map((point) => ({ ...point, text: point.text.trim() })));
  return sent(draft) !== sent(stored);
};

/** Why it cannot go to review, in the words that the server would use; undefined where it can. */
export const blockOf = (draft: readonly DraftReply[], today: PlainDate) =>
  refuseReply(
    draft.map((point) => ({
      ordinal: point.ordinal,
      text: point.text,
      outcome: point.outcome,
      promiseOn: dayOf(point),
    })),
    today,
  );

export const writtenOf = (draft: readonly DraftReply[]): number =>
  draft.filter(({ text }) => text.trim() !== '').length;

export const replyBody = (draft: readonly DraftReply[]): BodyInOf<typeof writeReply> => ({
  points: draft.map((point) => ({
    id: point.id,
    text: point.text,
    outcome: point.outcome,
    promiseOn: dayOf(point),
  })),
});

/** Where the next template goes: the first point without words, else the last. */
export const nextPoint = (draft: readonly DraftReply[]): number | undefined =>
  (draft.find(({ text }) => text.trim() === '') ?? draft.at(-1))?.ordinal;

const BLANK = /【[^【】]{0,80}】/u;

/** Where the first blank stands, so that the field can mark it. */
export function firstBlank(text: string): { readonly from: number; readonly until: number } | undefined {
  const match = BLANK.exec(text);
  return match ? { from: match.index, until: match.index + match[0].length } : undefined;
}

/** A text cut at its blanks, to be drawn: the blanks are the odd parts. */
export const aroundBlanks = (text: string): string[] => text.split(/【([^【】]{0,80})】/u);
