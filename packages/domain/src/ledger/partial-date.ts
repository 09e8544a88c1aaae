/**
 * Dates as a ledger writes them, kept no more exact than they were written: `2025年9月` stays the month, told by its first
 * day beside the precision. No day is ever invented.
 */
import { dayAfter, type Precision } from '../calendar/precision.ts';
import { addDays, findPlainDate, plainDate, type PlainDate } from '../kit/plain-date.ts';
import { cleanText, toHalfWidth } from '../person/name-text.ts';

/** `on` is the first day that the text can mean. */
export type PartialDate = { readonly on: PlainDate; readonly precision: Precision };

export type DateReading =
  | { readonly kind: 'date'; readonly date: PartialDate; readonly respelt: boolean }
  | { readonly kind: 'impossibleDay'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'impossibleMonth'; readonly year: number; readonly month: number }
  /** `proposal`: what it may have meant; never taken without being chosen. */
  | { readonly kind: 'unreadable'; readonly proposal?: string }
  | { readonly kind: 'blank' };

const pad = (value: number) => String(value).padStart(2, '0');
const LENGTHS: Readonly<Record<Precision, number>> = { year: 4, month: 7, day: 10 };

/** ISO text cut at its precision: `2025`, `2025-09`, `2025-09-12`. */
export const partialText = ({ on, precision }: PartialDate): string => on.slice(0, LENGTHS[precision]);

/** The day after the last that the text can mean: half-open, as all periods are. */
export const endOfPartial = ({ on, precision }: PartialDate): PlainDate => dayAfter(on, precision);

/** A period as it is kept: half-open, with the less exact of its two precisions, so that nothing looks better known than it is. */
export type Bounds = {
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly precision: Precision | null;
};
const COARSE_FIRST: readonly Precision[] = ['year', 'month', 'day'];

export const boundsOf = (from: PartialDate | null, until: PartialDate | null): Bounds => ({
  startsOn: from?.on ?? null,
  endsOn: until ? endOfPartial(until) : null,
  precision: COARSE_FIRST.find((each) => each === from?.precision || each === until?.precision) ?? null,
});

/** As it would be written: the last year, month or day that still belongs. */
export function boundsText({ startsOn, endsOn, precision }: Bounds): string {
  const text = (on: PlainDate | null) => (on === null ? '' : partialText({ on, precision: precision ?? 'day' }));
  return `${text(startsOn)}—${text(endsOn === null ? null : addDays(endsOn, -1))}`;
}

/** Years outside a human life are slips of the pen. */
const isPlausibleYear = (year: number) => year >= 1900 && year <= 2199;

function readParts(year: number, month?: number, day?: number): DateReading {
  if (!isPlausibleYear(year)) return { kind: 'unreadable' };
  if (month !== undefined && (month < 1 || month > 12)) return { kind: 'impossibleMonth', year, month };
  const on = findPlainDate(year, month ?? 1, day ?? 1);
  if (!on) return { kind: 'impossibleDay', year, month: month ?? 1, day: day ?? 1 };
  const precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day';
  return { kind: 'date', date: { on, precision }, respelt: true };
}

const CLOCK = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const WEEKDAY = /\(?(?:星期|周)[一二三四五六日天]\)?$/;

/** Half width, one kind of dash, no blanks: the ground on which all dates are read. */
const plainDateText = (text: string): string =>
  toHalfWidth(cleanText(text))
    .replace(CLOCK, '')
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—―−]+/g, '-')
    .replace(WEEKDAY, '')
    .replace(/[.,;。；，]+$/, '');

const DAY = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/;
const MONTH = /^(\d{4})(?:年|[-./])(\d{1,2})月?(?:份)?$/;
const YEAR = /^(\d{4})年?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
const MONTH_PART = /^(\d{4})(?:年|[-./])(\d{1,2})月?(?:上旬|中旬|下旬|初|中|底|末)$/;
/** Day 1 of the count is 1 January 1900 and the count holds a 29 February 1900 that never was. */
const SERIAL_ZERO = plainDate('1899-12-30');

const numbers = (parts: RegExpExecArray) =>
  parts
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);

export function readDate(text: string): DateReading {
  const plain = plainDateText(text);
  if (plain === '') return { kind: 'blank' };
  for (const pattern of [DAY, MONTH, YEAR]) {
    const parts = pattern.exec(plain);
    if (!parts) continue;
    const [year = 0, month, day] = numbers(parts);
    const read = readParts(year, month, day);
    return read.kind === 'date' ? { ...read, respelt: partialText(read.date) !== text } : read;
  }
  const compact = COMPACT.exec(plain);
  if (compact) {
    const [year = 0, month, day] = numbers(compact);
    return readParts(year, month, day);
  }
  const part = MONTH_PART.exec(plain);
  if (part) return { kind: 'unreadable', proposal: `${part[1]}-${pad(Number(part[2]))}` };
  // A date cell saved as text shows its day count; whether it counts from 1900 or 1904 is not written, so it is asked.
  if (/^[2-6]\d{4}$/.test(plain)) return { kind: 'unreadable', proposal: addDays(SERIAL_ZERO, Number(plain)) };
  return { kind: 'unreadable' };
}

export type TermReading =
  | {
      readonly kind: 'term';
      readonly from: PartialDate | null;
      readonly until: PartialDate | null;
      readonly respelt: boolean;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'reversed' }
  | { readonly kind: 'unreadable' };

const POINT =
  '(\\d{4}(?:年(?:\\d{1,2}(?!\\d)月?(?:\\d{1,2}(?!\\d)[日号]?)?)?|[./-]\\d{1,2}(?!\\d)(?:[./-]\\d{1,2}(?!\\d))?)?)';
const BETWEEN = '(?:[-~]+|至|到)';
const FROM_UNTIL = new RegExp(`^(?:自|从)?${POINT}${BETWEEN}${POINT}(?:止|为止)?$`);
const FROM_ON = new RegExp(`^(?:自|从)?${POINT}(?:${BETWEEN}今?|起|起至今|开始|以来|任职|起任)$`);
const UP_TO = new RegExp(`^(?:至|到|截至)${POINT}(?:止|为止)?$`);

const readPoint = (text: string | undefined): PartialDate | undefined => {
  const read = readDate(text ?? '');
  return read.kind === 'date' ? read.date : undefined;
};

/** `until` is the last year, month or day that still belongs, as written; `endOfPartial` gives the half-open bound. */
export function readTerm(text: string): TermReading {
  const plain = plainDateText(text).replace(/[～﹣]/g, '-');
  if (plain === '' || /^[-/]+$|^(?:无|不限)$/.test(plain)) return { kind: 'blank' };
  const both = FROM_UNTIL.exec(plain);
  if (both) {
    const from = readPoint(both[1]);
    const until = readPoint(both[2]);
    if (!from || !until) return { kind: 'unreadable' };
    if (endOfPartial(until) <= from.on) return { kind: 'reversed' };
    return { kind: 'term', from, until, respelt: `${partialText(from)}/${partialText(until)}` !== text };
  }
  const open = FROM_ON.exec(plain);
  const from = open ? readPoint(open[1]) : undefined;
  if (from) return { kind: 'term', from, until: null, respelt: true };
  const end = UP_TO.exec(plain);
  const until = end ? readPoint(end[1]) : undefined;
  return until ? { kind: 'term', from: null, until, respelt: true } : { kind: 'unreadable' };
}

const IN_TEXT =
  /(\d{4})(?:年|[-./])(\d{1,2})(?!\d)(?:月(\d{1,2})(?!\d)[日号]?|月|[-./](\d{1,2})(?!\d))?|(\d{4})年(?!\d)/;

/** The first date inside a sentence, such as `2026.6已解决`. */
export function findDateInText(text: string): PartialDate | undefined {
  const parts = IN_TEXT.exec(
    toHalfWidth(cleanText(text)).replace(/(?<=\d)\s+(?=[\d年月日./-])|(?<=[年月./-])\s+(?=\d)/g, ''),
  );
  if (!parts) return undefined;
  const year = Number(parts[1] ?? parts[5]);
  const day = parts[3] ?? parts[4];
  const read = readParts(
    year,
    parts[2] === undefined ? undefined : Number(parts[2]),
    day === undefined ? undefined : Number(day),
  );
  return read.kind === 'date' ? read.date : undefined;
}
