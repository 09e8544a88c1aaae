/** What may be brought along at a visit: nothing until the institution has set a kind and its limits. Amounts are whole cents. */
import type { PlainDate } from '../kit/plain-date.ts';
import { isWithin } from '../kit/plain-date.ts';
import type { Refusal } from '../kit/refusal.ts';
import { roundRefusals } from './occasion.refusals.ts';

export type GiftKind = {
  readonly id: string;
  readonly name: string;
  readonly eachCents: number;
  readonly yearCents: number | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

const yuan = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));

/** `before`: what the person had of this kind in the calendar year of the day. */
export function refuseGift(
  kind: GiftKind | undefined,
  cents: number,
  on: PlainDate,
  before: number,
): Refusal | undefined {
  if (!kind || !isWithin(on, kind.from, kind.until)) return roundRefusals.noSuchGift(undefined, { field: 'gift' });
  const { name, eachCents, yearCents } = kind;
  if (cents > eachCents)
    return roundRefusals.overEach({ name, limit: yuan(eachCents), asked: yuan(cents) }, { field: 'gift' });
  if (yearCents !== null && before + cents > yearCents)
    return roundRefusals.overYear(
      { name, limit: yuan(yearCents), before: yuan(before), asked: yuan(cents) },
      { field: 'gift' },
    );
  return undefined;
}
