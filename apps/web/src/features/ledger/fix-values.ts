/** What the fields of a decision begin with, and what they make. A value that stands in a field is not yet a decision. */
import {
  addDays,
  addMonths,
  daysInMonth,
  earlierOf,
  findPlainDate,
  type PlainDate,
} from '@zhengyou/domain/kit/plain-date.ts';
import { readDate } from '@zhengyou/domain/ledger/partial-date.ts';
import type { Problem } from './shapes.ts';

type Asked = Pick<Problem, 'code' | 'facts' | 'written' | 'decision'>;

/** A day as far as the cell told it: the last of the month where the month has no such day. */
export function firstDate({ code, facts, decision }: Asked, today: PlainDate): string {
  if (decision?.value && /^\d{4}-\d{2}-\d{2}$/.test(decision.value)) return decision.value;
  if (code !== 'impossibleDate') return '';
  const [year, month] = [Number(facts.year), Number(facts.month)];
  const last = findPlainDate(year, month, daysInMonth(year, month));
  return last && last <= today ? last : '';
}

/** Where only the month was written the day lies in it; no talk lies ahead. */
export function dateBounds(
  { code, written }: Asked,
  today: PlainDate,
): { readonly min?: string; readonly max: string } {
  const read = code === 'monthOnly' ? readDate(written) : undefined;
  if (read?.kind !== 'date') return { max: today };
  const { on } = read.date;
  return { min: on, max: earlierOf(addDays(addMonths(on, 1), -1), today) };
}

/** As the ledger itself would write a term; empty while nothing is given. */
export const termText = (from: string, until: string): string =>
  from && until ? `${from}至${until}` : from ? `${from}起` : until ? `至${until}` : '';

export function termParts(text: string | undefined): { readonly from: string; readonly until: string } {
  const [from = '', until = ''] = (text ?? '').split('至');
  return { from: from.replace(/起$/, ''), until };
}
