import { describe, expect, test } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { outlookOn } from './outlook.ts';
import { readStanding } from './standing-text.ts';
import type { Standing } from './standing.ts';
import { isEnding, termStateOf, timeOf } from './term.ts';

const policy = shippedPolicy();
const today = plainDate('2026-11-23');
const held = (text: string, endsOn: string | null, startsOn = '2021-12-01'): Standing => {
  const { kind, level, role } = readStanding(text);
  const dates = { startsOn: plainDate(startsOn), endsOn: endsOn === null ? null : plainDate(endsOn) };
  return { id: text, kind, level, role, ...dates, precision: 'month' };
};

describe('5.1, 5.2 — what follows a standing that ends', () => {
  test('is the next tier, by a standing that then still holds', () => {
    const outlook = outlookOn([held('农工党中央委员', '2027-01-01'), held('区政协委员', '2027-04-01')], policy, today);
    expect(outlook.now).toMatchObject({ tier: 'school', clause: '5.1', standing: '农工党中央委员' });
    expect(outlook.next).toMatchObject({ on: '2027-01-01', eligibility: { tier: 'unit', clause: '5.2' } });
  });

  test('is nothing where no other standing holds then', () => {
    const outlook = outlookOn([held('农工党中央委员', '2027-01-01'), held('区政协委员', '2026-12-31')], policy, today);
    expect(outlook.next).toEqual({ on: '2027-01-01', eligibility: null });
  });

  test('is a renewal that is already known', () => {
    const renewed = held('全国政协委员', '2032-01-01', '2027-01-01');
    const outlook = outlookOn([held('市政协委员', '2027-01-01'), renewed], policy, today);
    expect(outlook.next).toMatchObject({ eligibility: { tier: 'school', standing: '全国政协委员' } });
  });

  test('is not asked where no end is known, or nothing holds today', () => {
    expect(outlookOn([held('市政协委员', null)], policy, today).next).toBeNull();
    expect(outlookOn([held('市政协委员', '2026-11-23')], policy, today)).toEqual({ now: null, next: null });
  });
});

describe('a term', () => {
  test.each([
    ['区政协委员', '2027-01-01', 'dated', true],
    ['区政协委员', '2027-04-01', 'dated', false],
    ['区政协委员', null, 'missing', false],
    ['国家级人才计划入选者', null, 'without', false],
  ] as const)('%s until %s is %s', (text, endsOn, state, ending) => {
    expect([termStateOf(held(text, endsOn)), isEnding(held(text, endsOn), today)]).toEqual([state, ending]);
  });

  test('lies ahead, is held, is over', () => {
    expect([
      timeOf(held('区政协委员', null, '2026-11-24'), today),
      timeOf(held('区政协委员', '2026-11-24'), today),
      timeOf(held('区政协委员', '2026-11-23'), today),
    ]).toEqual(['ahead', 'held', 'over']);
  });
});
