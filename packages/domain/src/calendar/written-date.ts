/** A date as people type it into a form: 2027, 2027.6, 2027-06, 2027年6月, 2027.6.30. What it does not say stays unsaid. */
import { findPlainDate, type PlainDate } from '../kit/plain-date.ts';
import type { Precision } from './precision.ts';

export type WrittenDate = { readonly on: PlainDate; readonly precision: Precision };

const WRITTEN = /^(\d{4})(?:[./年-](\d{1,2})(?:[./月-](\d{1,2})日?|月)?|年)?$/;

export function readWrittenDate(text: string): WrittenDate | undefined {
  const parts = WRITTEN.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  const on = findPlainDate(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (!on) return undefined;
  return { on, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}

/** The shortest form that reads back to the same: 2027.6. */
export function writeDate(on: PlainDate, precision: Precision): string {
  const [year, month, day] = on.split('-').map(Number);
  if (precision === 'year') return `${year}`;
  return precision === 'month' ? `${year}.${month}` : `${year}.${month}.${day}`;
}
