/** How long one process takes to judge the years of contact and the duties of many pairs, for three years. */
import { CALENDAR_YEAR } from '@zhengyou/domain/calendar/period.ts';
import { dutyOn } from '@zhengyou/domain/interaction/duty.ts';
import { yearOfContact, type Contact } from '@zhengyou/domain/interaction/year-of-contact.ts';
import { addDays, endOfYear, plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { aCadence } from '@zhengyou/domain/policy/policy.build.ts';
import { CHANNELS } from '@zhengyou/domain/policy/vocabulary.ts';
import { spread, timed, type Figure, type Job } from '../lib/job.ts';

const PAIRS = 10_000;
const YEARS = [2024, 2025, 2026];
const RUNS = 7;
const TALKS = 8;

const begun = plainDate('2024-01-01');
/** Spread over the three years without chance, so that two runs judge the same. */
const contactsOf = (pair: number): Contact[] =>
  Array.from({ length: TALKS }, (_, talk) => ({
    on: addDays(begun, (pair * 37 + talk * 131) % 1096),
    precision: 'day',
    channel: CHANNELS[(pair + talk) % CHANNELS.length] ?? 'phone',
    attempt: false,
  }));
const pairs = Array.from({ length: PAIRS }, (_, pair) => ({
  pairing: { startsOn: addDays(begun, (pair * 13) % 700), endsOn: null },
  contacts: contactsOf(pair),
  excuses: pair % 10 === 0 ? [{ from: plainDate('2025-03-01'), until: plainDate('2025-06-01'), reason: '' }] : [],
}));

const yearly = aCadence();
const quarterly = aCadence({ channels: ['phone'], shown: [] }, { unit: 'quarter' });

function years() {
  for (const year of YEARS)
    for (const pair of pairs) yearOfContact({ ...pair, cadence: yearly, year, today: endOfYear(year) });
}
function quarters() {
  for (const year of YEARS)
    for (const pair of pairs) dutyOn({ ...pair, today: endOfYear(year) }, quarterly, CALENDAR_YEAR);
}

async function measured(what: string, work: () => void): Promise<Figure> {
  const { medianMs, leastMs, mostMs, runs } = spread(await timed(RUNS, async () => work()));
  return { what, runs, medianMs, leastMs, mostMs };
}

const job: Job = {
  gist: `${PAIRS} pairs, ${YEARS.length} years, ${TALKS} contacts each, judged in one process`,
  run: async () => [
    await measured('years of contact', years),
    await measured('quarters, with those that ended before', quarters),
  ],
};
export default job;
