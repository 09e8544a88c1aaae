/** The text of a reply: its blanks, and what still stands between a draft and its review. */
import type { Refusal } from '../kit/refusal.ts';
import { MATTER_REFUSALS } from './matter.refusals.ts';
import { promises, type Outcome } from './matter.ts';
import type { PlainDate } from '../kit/plain-date.ts';

const BLANK = /【([^【】]{0,80})】/gu;

/** What the blanks of a template ask for, in order: 【哪个部门】. */
export const blanksOf = (text: string): string[] => [...text.matchAll(BLANK)].map((match) => (match[1] ?? '').trim());

export type DraftPoint = {
  readonly ordinal: number;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly promiseOn: PlainDate | null;
};

/** Why a reply cannot go to review or out; undefined where it can. Points are named by their place. */
export function refuseReply(points: readonly DraftPoint[], today: PlainDate): Refusal | undefined {
  const listed = (which: (point: DraftPoint) => boolean) => points.filter(which).map((point) => point.ordinal);
  const said = (ordinals: readonly number[]) => ordinals.join('、');
  const empty = listed((point) => point.text.trim() === '');
  if (points.length === 0 || empty.length > 0) return MATTER_REFUSALS.pointWithoutReply({ points: said(empty) || '1' });
  const blank = points.filter((point) => blanksOf(point.text).length > 0);
  if (blank.length > 0)
    return MATTER_REFUSALS.blankLeft({
      points: said(blank.map((point) => point.ordinal)),
      blanks: blank.flatMap((point) => blanksOf(point.text)).join('、'),
    });
  const open = listed((point) => point.outcome === null);
  if (open.length > 0) return MATTER_REFUSALS.pointWithoutOutcome({ points: said(open) });
  const dayless = listed((point) => point.outcome !== null && promises(point.outcome) && point.promiseOn === null);
  if (dayless.length > 0) return MATTER_REFUSALS.promiseWithoutDay({ points: said(dayless) });
  const past = points.find((point) => point.promiseOn !== null && point.promiseOn < today);
  return past ? MATTER_REFUSALS.dayPassed(undefined, { field: `points.${past.ordinal}.promiseOn` }) : undefined;
}

/** The first name of these that a text holds, spaces and width aside; undefined where it holds none. */
export function findNameIn(texts: readonly string[], names: readonly string[]): string | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s·]/gu, '');
  const whole = texts.map(plain);
  return names.find((name) => plain(name) !== '' && whole.some((text) => text.includes(plain(name))));
}
