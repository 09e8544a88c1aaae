/**
 * The table of a year's working days as plain text, so that an office can paste the next one. A line is a day or a range, and
 * whether it is off or worked; the line `year` opens a table and `source` names where it was published. `#` begins a remark.
 *
 *     year 2026
 *     source 国务院办公厅关于 2026 年部分节假日安排的通知
 *     2026-01-01..2026-01-03 off
 *     2026-01-04 work
 *
 * 休, 放假 and 班, 上班 are read as off and work; `至` or `~` as the range.
 */
import { addDays, daysBetween, parsePlainDate, weekdayOf, yearOf, type PlainDate } from '../kit/plain-date.ts';
import type { Words } from '../kit/words.ts';
import { WORKDAY_PROBLEMS } from './workday-table.words.ts';
import type { WorkdayTable } from './working-days.ts';

/** `line` counts from 1. */
export type WorkdayProblem = { readonly line: number; readonly message: Words };
export type ParsedWorkdays =
  | { readonly ok: true; readonly tables: readonly WorkdayTable[] }
  | { readonly ok: false; readonly problems: readonly WorkdayProblem[] };

const MEANS: Readonly<Record<string, 'off' | 'working'>> = {
  off: 'off',
  休: 'off',
  放假: 'off',
  work: 'working',
  班: 'working',
  上班: 'working',
};
const DAY_LINE = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|~|至)\s*(\d{4}-\d{2}-\d{2}))?\s+(\S+)$/u;
/** No table of a year is longer, and no paste may be. */
const MAX_LINES = 2000;
const MAX_RANGE = 31;

type Draft = { year: number; source: string; off: Set<PlainDate>; working: Set<PlainDate>; line: number };

export function parseWorkdays(text: string): ParsedWorkdays {
  const problems: WorkdayProblem[] = [];
  const drafts: Draft[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > MAX_LINES)
    return { ok: false, problems: [{ line: MAX_LINES, message: WORKDAY_PROBLEMS.tooLong }] };
  lines.forEach((raw, index) => {
    const problem = readLine(raw.replace(/#.*$/u, '').trim(), drafts, index + 1);
    if (problem) problems.push({ line: index + 1, message: problem });
  });
  if (drafts.length === 0 && problems.length === 0) problems.push({ line: 1, message: WORKDAY_PROBLEMS.empty });
  for (const draft of drafts)
    if (draft.source === '') problems.push({ line: draft.line, message: WORKDAY_PROBLEMS.noSource(draft.year) });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, tables: drafts.map(({ year, source, off, working }) => ({ year, source, off, working })) };
}

function readLine(line: string, drafts: Draft[], number: number): Words | undefined {
  if (line === '') return undefined;
  const [head = '', ...rest] = line.split(/\s+/u);
  if (head === 'year') {
    const year = Number(rest[0]);
    if (!/^\d{4}$/.test(rest.join(' '))) return WORKDAY_PROBLEMS.badYear;
    if (drafts.some((draft) => draft.year === year)) return WORKDAY_PROBLEMS.yearTwice(year);
    drafts.push({ year, source: '', off: new Set(), working: new Set(), line: number });
    return undefined;
  }
  const draft = drafts.at(-1);
  if (!draft) return WORKDAY_PROBLEMS.yearFirst;
  if (head === 'source') {
    draft.source = rest.join(' ').slice(0, 200);
    return undefined;
  }
  return readDays(line, draft);
}

function readDays(line: string, draft: Draft): Words | undefined {
  const [, first = '', last = first, word = ''] = DAY_LINE.exec(line) ?? [];
  if (first === '') return WORKDAY_PROBLEMS.badLine;
  const means = MEANS[word];
  if (!means) return WORKDAY_PROBLEMS.badWord(word.slice(0, 20));
  const [from, to] = [parsePlainDate(first), parsePlainDate(last)];
  if (!from || !to) return WORKDAY_PROBLEMS.noSuchDay(from ? last : first);
  const length = daysBetween(from, to);
  if (length < 0) return WORKDAY_PROBLEMS.backwards;
  if (length > MAX_RANGE) return WORKDAY_PROBLEMS.tooFar;
  for (let each = 0; each <= length; each += 1) {
    const on = addDays(from, each);
    if (yearOf(on) !== draft.year) return WORKDAY_PROBLEMS.otherYear(on, draft.year);
    if (draft.off.has(on) || draft.working.has(on)) return WORKDAY_PROBLEMS.dayTwice(on);
    if (means === 'working' && weekdayOf(on) <= 5) return WORKDAY_PROBLEMS.worksAnyway(on);
    draft[means].add(on);
  }
  return undefined;
}
