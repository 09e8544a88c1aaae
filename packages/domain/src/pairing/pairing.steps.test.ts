import { expect, test } from 'vitest';
import { plainDate } from '../kit/plain-date.ts';
import { foldPairing } from './pairing.steps.ts';

const on = plainDate;

test('a pairing holds from the day it was entered until the day it was ended', () => {
  const entered = { action: 'enter', onDay: on('2025-01-01') } as const;
  expect(foldPairing([entered])).toEqual({ status: 'active', startsOn: '2025-01-01', endsOn: null });
  expect(foldPairing([entered, { action: 'end', onDay: on('2026-03-01') }])).toEqual({
    status: 'ended',
    startsOn: '2025-01-01',
    endsOn: '2026-03-01',
  });
});

test('what does not fit changes nothing', () => {
  const end = { action: 'end', onDay: on('2026-03-01') } as const;
  const entered = { action: 'enter', onDay: on('2025-01-01') } as const;
  expect(foldPairing([])).toBeUndefined();
  expect(foldPairing([end, entered])).toBeUndefined();
  expect(foldPairing([entered, end, { action: 'end', onDay: on('2026-09-01') }])?.endsOn).toBe('2026-03-01');
});
