/**
 * Whom another policy would touch, gathered from the rooms that keep the facts. Each room judges its own facts under both
 * policies on the day on which the new one would begin, and reports what differs.
 */
import type { Id } from '../kit/ids.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import type { Policy } from './policy.ts';

/** One record that changes state. */
export type PolicyEffect = {
  readonly person: { readonly id: Id; readonly name: string; readonly unit: string };
  /** The other side of a pair. */
  readonly other: { readonly id: Id; readonly name: string } | null;
  readonly before: Words;
  readonly after: Words;
  /** The clause behind the new state; null where none stands behind it. */
  readonly clause: string | null;
};

export type EffectPart = {
  /** The room and what it looked at: `eligibility`, `quota`, `year`. */
  readonly part: string;
  readonly title: Words;
  /** What was looked at: the denominator. */
  readonly of: number;
  readonly effects: readonly PolicyEffect[];
};

/** Told to the rooms that keep facts; each adds its part. */
export type PolicyTrial = {
  readonly before: Policy;
  readonly after: Policy;
  readonly on: PlainDate;
  add(part: EffectPart): void;
};

export type EffectTurn = { readonly before: Words; readonly after: Words; readonly count: number };

/** How many turn from which state into which, the most frequent first; ties by the words, so that the order is one. */
export function turnsOf(effects: readonly PolicyEffect[]): EffectTurn[] {
  const turns = new Map<string, { before: Words; after: Words; count: number }>();
  for (const { before, after } of effects) {
    const key = `${before.zh}\n${after.zh}`;
    const known = turns.get(key);
    if (known) known.count += 1;
    else turns.set(key, { before, after, count: 1 });
  }
  return [...turns.entries()]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .map(([, turn]) => turn);
}
