import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { eligibilityFor, eligibilityOn, isOpenWithReason } from './eligibility.ts';
import { readStanding } from './standing-text.ts';
import { daysLeftOf, expiresWithin, isHeldOn, type Standing } from './standing.ts';

const policy = shippedPolicy();
const on = plainDate('2026-11-23');

const aStanding = (change: Partial<Standing> = {}): Standing => ({
  id: 'a',
  kind: 'consultativeConference',
  level: 'district',
  role: 'councilMember',
  startsOn: plainDate('2022-01-01'),
  endsOn: plainDate('2028-01-01'),
  precision: 'year',
  ...change,
});
const told = (text: string, change: Partial<Standing> = {}): Standing => {
  const { kind, level, role } = readStanding(text);
  return aStanding({ kind, level, role, ...change });
};
const clausesOf = (standings: readonly Standing[]) => eligibilityOn(standings, policy, on).map((found) => found.clause);

describe('5.1, 5.2 — whom each tier befriends', () => {
  it.each([
    ['全国人大代表', '5.1'],
    ['全国政协委员', '5.1'],
    ['市人大代表', '5.1'],
    ['市政协委员', '5.1'],
    ['农工党中央委员', '5.1'],
    ['九三学社市委委员', '5.1'],
    ['民盟市委委员', '5.1'],
    ['市青联委员', '5.1'],
    ['九三学社医学院委员会主委', '5.1'],
    ['民盟医学院委员会主委', '5.1'],
    ['农工党医学院委员会主委', '5.1'],
    ['致公党医学院总支主委', '5.1'],
    ['医学院中青年知识分子联谊会会长', '5.1'],
    ['医学院欧美同学会会长', '5.1'],
    ['医学院侨联主席', '5.1'],
    ['中国工程院院士', '5.1'],
    ['国家重点实验室主任（学术影响）', '5.1'],
    ['区人大代表', '5.2'],
    ['区政协委员', '5.2'],
    ['民盟区委委员', '5.2'],
    ['九三学社区委委员', '5.2'],
    ['区侨联委员', '5.2'],
    ['九三学社医学院委员会副主委', '5.2'],
    ['民盟医学院委员会委员', '5.2'],
    ['九三学社东湖医院支社主委', '5.2'],
    ['农工党附属第一医院支部主委', '5.2'],
    ['民进支部主任', '5.2'],
    ['知联会副会长', '5.2'],
    ['知联会理事', '5.2'],
    ['欧美同学会副会长', '5.2'],
    ['侨联理事', '5.2'],
    ['国家级人才计划入选者', '5.2'],
    ['长江学者特聘教授', '5.2'],
  ])('%s: %s', (text, clause) => {
    expect(clausesOf([told(text)])).toEqual([clause]);
  });

  it('knows none for a post that the measures do not name, nor for a level that nobody told', () => {
    expect(clausesOf([told('校友会顾问')])).toEqual([]);
    expect(clausesOf([aStanding({ level: null })])).toEqual([]);
    expect(clausesOf([aStanding({ kind: 'democraticParty', level: 'school', role: null })])).toEqual([]);
    expect(clausesOf([])).toEqual([]);
  });

  it('opens both tiers by two standings', () => {
    const found = eligibilityOn(
      [
        told('区政协委员', { id: 'district' }),
        told('农工党中央委员', { id: 'central', endsOn: plainDate('2027-01-01') }),
      ],
      policy,
      on,
    );
    expect(found).toMatchObject([
      {
        tier: 'school',
        requirement: 'eligibility-school',
        clause: '5.1',
        standing: 'central',
        expiresOn: '2027-01-01',
      },
      { tier: 'unit', requirement: 'eligibility-unit', clause: '5.2', standing: 'district', expiresOn: '2028-01-01' },
    ]);
  });

  it('names the standing that lasts longest, in whatever order they come', () => {
    const short = told('区人大代表', { id: 'short', endsOn: plainDate('2027-03-01') });
    const long = told('知联会理事', { id: 'long', endsOn: plainDate('2028-03-01') });
    const open = told('国家级人才计划入选者', { id: 'open', endsOn: null });
    expect(eligibilityFor([short, open, long], policy, on, 'unit')).toEqual(
      eligibilityFor([long, short, open], policy, on, 'unit'),
    );
    expect(eligibilityFor([short, open, long], policy, on, 'unit')?.grounds.map((ground) => ground.standing)).toEqual([
      'open',
      'long',
      'short',
    ]);
  });

  it('judges each day by the term: the first day in, the day after the end out', () => {
    const standing = told('市政协委员', { startsOn: plainDate('2022-01-01'), endsOn: plainDate('2027-01-01') });
    const clauses = ['2021-12-31', '2022-01-01', '2026-12-31', '2027-01-01'].map(
      (day) => eligibilityFor([standing], policy, plainDate(day), 'school')?.clause,
    );
    expect(clauses).toEqual([undefined, '5.1', '5.1', undefined]);
    expect(
      eligibilityFor([told('市政协委员', { startsOn: null, endsOn: null })], policy, plainDate('2018-06-06'), 'school'),
    ).toBeUndefined();
  });

  it('leaves each list open to others with a reason', () => {
    expect(isOpenWithReason(policy, on, 'school')).toBe(true);
    expect(isOpenWithReason(policy, plainDate('2018-06-06'), 'school')).toBe(false);
  });
});

describe('a term', () => {
  it.each([
    ['2026-11-23', 0, false],
    ['2026-11-24', 1, true],
    ['2027-01-22', 60, true],
    ['2027-01-23', 61, false],
  ] as const)('that ends on %s', (ends, days, soon) => {
    const standing = aStanding({ endsOn: plainDate(ends) });
    expect(daysLeftOf(standing, on)).toBe(days);
    expect(expiresWithin(standing, on, 60)).toBe(soon);
  });
  it('without dates is held and never near its end', () => {
    const standing = aStanding({ startsOn: null, endsOn: null });
    expect([isHeldOn(standing, on), daysLeftOf(standing, on), expiresWithin(standing, on, 60)]).toEqual([
      true,
      null,
      false,
    ]);
  });
});
