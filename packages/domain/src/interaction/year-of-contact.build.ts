/** Facts for tests: a pair of old standing, nothing done, on 23 November 2026. */
import { plainDate } from '../kit/plain-date.ts';
import { aCadence } from '../policy/policy.build.ts';
import type { Contact, YearFacts } from './year-of-contact.ts';

export const aContact = (change: Partial<Contact> = {}): Contact => ({
  on: plainDate('2026-05-04'),
  precision: 'day',
  channel: 'faceToFace',
  attempt: false,
  ...change,
});

export const aYear = (change: Partial<YearFacts> = {}): YearFacts => ({
  pairing: { startsOn: plainDate('2020-03-01'), endsOn: null },
  contacts: [],
  excuses: [],
  cadence: aCadence(),
  year: 2026,
  today: plainDate('2026-11-23'),
  ...change,
});
