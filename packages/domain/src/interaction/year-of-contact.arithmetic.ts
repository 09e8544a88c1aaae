/** The arithmetic behind a year's verdict, line by line: what is asked, of which days, and what was left out. */
import type { PlainDate } from '../kit/plain-date.ts';
import type { Said } from '../policy/arithmetic.ts';
import type { YearOfContact } from './year-of-contact.ts';
import { YEAR_ARITHMETIC } from './year-of-contact.words.ts';

export function arithmeticOf(parts: {
  judged: Omit<YearOfContact, 'next' | 'arithmetic' | 'marks'>;
  pairedDays: number;
  excused: number;
  covered: number;
  yearDays: number;
  visits: number;
  /** Since when the rule in force holds, where another held earlier in the year. */
  changedOn: PlainDate | null;
}): Said[] {
  const { judged, pairedDays, excused, covered, yearDays, visits, changedOn } = parts;
  const { year, required, aim, done, clause, dueOn, dueIsLocal } = judged;
  const facts = {
    year,
    required: required ?? 0,
    aim: aim ?? 0,
    done,
    clause: clause ?? '',
    days: covered,
    yearDays,
    pairedDays,
    excused,
    visits,
  };
  const lines: Said[] = [];
  const line = (words: Said['words'], more: Said['facts'] = facts) => lines.push({ words, facts: more });
  if (required === null) line(clause === null ? YEAR_ARITHMETIC.noRule : YEAR_ARITHMETIC.noNumber);
  else if (pairedDays === 0) line(YEAR_ARITHMETIC.notPaired);
  else {
    if (required === 0 && covered < yearDays) line(YEAR_ARITHMETIC.none);
    else line(aim === required ? YEAR_ARITHMETIC.required : YEAR_ARITHMETIC.requiredAndAim);
    if (changedOn !== null)
      line(YEAR_ARITHMETIC.changed, { month: Number(changedOn.slice(5, 7)), day: Number(changedOn.slice(8, 10)) });
    if (pairedDays < yearDays) line(YEAR_ARITHMETIC.part);
    if (excused > 0) line(YEAR_ARITHMETIC.excused);
    if (required === 0 && covered < yearDays) line(YEAR_ARITHMETIC.tooShort);
  }
  if (visits > 0) line(YEAR_ARITHMETIC.visits);
  if (dueIsLocal && dueOn !== null)
    line(YEAR_ARITHMETIC.local, { month: Number(dueOn.slice(5, 7)), day: Number(dueOn.slice(8, 10)) });
  return lines;
}
