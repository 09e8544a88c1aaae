import { describe, expect, it } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { happenedWhen, instantInZone } from './when.ts';

const shanghai = 'Asia/Shanghai';
const now = new Date('2026-11-23T01:12:00Z');

describe('when it was', () => {
  it('is today in the institution, not where the server stands', () => {
    const lateThere = new Date('2026-11-22T16:30:00Z');
    expect(happenedWhen({ kind: 'now' }, lateThere, shanghai)).toEqual({
      on: '2026-11-23',
      precision: 'moment',
      at: lateThere,
    });
    expect(happenedWhen({ kind: 'yesterday' }, lateThere, shanghai)?.on).toBe('2026-11-22');
  });

  it.each([
    ['thisMorning', '2026-11-23'],
    ['yesterday', '2026-11-22'],
  ] as const)('%s claims no moment', (kind, on) => {
    expect(happenedWhen({ kind }, now, shanghai)).toEqual({ on, precision: 'day', at: null });
  });

  it('takes a picked day, and a moment only with its time', () => {
    const on = plainDate('2026-09-18');
    expect(happenedWhen({ kind: 'pick', on }, now, shanghai)).toEqual({ on, precision: 'day', at: null });
    expect(happenedWhen({ kind: 'pick', on, at: '15:30' }, now, shanghai)).toEqual({
      on,
      precision: 'moment',
      at: new Date('2026-09-18T07:30:00Z'),
    });
    expect(happenedWhen({ kind: 'pick' }, now, shanghai)).toBeUndefined();
  });

  it.each([
    ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-01-01', '09:00', 'Europe/Berlin', '2026-01-01T08:00:00.000Z'],
    ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('knows summer time: %s %s in %s', (on, time, zone, instant) => {
    expect(instantInZone(plainDate(on), time, zone).toISOString()).toBe(instant);
  });
});
