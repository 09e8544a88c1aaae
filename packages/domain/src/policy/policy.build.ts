/** Policies for tests: small and whole by default. Invented. */
import { plainDate } from '../kit/plain-date.ts';
import { parsePolicy, type Policy } from './policy.ts';
import type { Cadence } from './requirement.ts';

export const aCadence = (
  value: Partial<Cadence['value']> = {},
  rest: Partial<Omit<Cadence, 'value'>> = {},
): Cadence => ({
  id: 'talks',
  basis: '2',
  kind: 'cadence',
  appliesTo: { tiers: ['school', 'unit'] },
  unit: 'year',
  strength: 'atLeast',
  from: plainDate('2018-06-07'),
  until: null,
  ...rest,
  value: {
    floor: 1,
    aim: 2,
    channels: ['faceToFace', 'phone', 'online', 'symposium', 'activity'],
    shown: ['visit'],
    groupEventsCount: true,
    ...value,
  },
});

const both = (text: string) => ({ zh: text, en: text });

/** The data of a policy file with two clauses; a test changes what it is about. */
export const aPolicyFile = (change: Record<string, unknown> = {}) => ({
  format: 1,
  id: 'river-college',
  name: both('江滨学院联谊办法'),
  from: '2020-01-01',
  until: null,
  year: 'calendar',
  tiers: [
    { id: 'school', name: both('校级') },
    { id: 'unit', name: both('单位') },
  ],
  clauses: [
    { id: '1', class: 'scope', heading: both('联系谁'), gist: both('每人两位。') },
    { id: '2', class: 'duty', heading: both('谈几次'), gist: both('一年一次。') },
  ],
  requirements: [
    {
      id: 'quota',
      basis: '1',
      kind: 'quota',
      appliesTo: { tiers: ['school'] },
      value: { min: 2, max: null },
      unit: 'representatives',
      strength: 'atLeast',
      from: '2020-01-01',
      until: null,
    },
  ],
  ...change,
});

export function aPolicy(change: Record<string, unknown> = {}): Policy {
  const parsed = parsePolicy(aPolicyFile(change));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}
