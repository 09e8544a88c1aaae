import { describe, expect, it } from 'vitest';
import type { Id } from '../kit/ids.ts';
import { plainDate } from '../kit/plain-date.ts';
import { applyStep } from './matter.machine.ts';
import { noticeOf } from './matter-notices.ts';
import type { MatterState } from './matter.state.ts';
import type { MatterStep } from './matter.steps.ts';

const DESK = 'desk' as Id;
const on = plainDate('2026-10-26');
const by = { as: 'keeper', person: null, unit: null, party: null } as const;
const RAISED: MatterStep = { action: 'register', on, by, detail: { kind: 'difficulty', parties: 2, points: 1 } };
const LINE: readonly MatterStep[] = [
  { action: 'triage', on, by, detail: { disposition: 'accepted' } },
  { action: 'release', on, by, detail: { points: 1 } },
  { action: 'assign', on, by, detail: { lead: DESK, coHandlers: [], grounded: false } },
  { action: 'take', on, by, detail: { pledgeOn: null } },
  { action: 'wait', on, by, detail: {} },
  { action: 'add', on, by, detail: { party: 1, addition: 1 } },
  { action: 'withdraw', on, by, detail: { party: 2 } },
  { action: 'submit', on, by, detail: {} },
  { action: 'review', on, by, detail: { verdict: 'approved' } },
  { action: 'publish', on, by, detail: { points: [{ point: 1, outcome: 'A', promiseOn: null, promise: null }] } },
  { action: 'answer', on, by, detail: { party: 1, result: 'solved', timely: null, clear: null } },
  { action: 'answer', on, by, detail: { party: 1, result: 'no', timely: null, clear: null } },
];

describe('who hears of a step', () => {
  it('is told by place and department, never by person; a proposer who left is told no more', () => {
    let state = applyStep(undefined, RAISED) as MatterState;
    expect(noticeOf(undefined, RAISED, state)).toEqual({ kind: 'raised', to: { keepers: true } });
    const told = LINE.map((step) => {
      const next = applyStep(state, step) as MatterState;
      const notice = noticeOf(state, step, next);
      state = next;
      return notice && [notice.kind, notice.to];
    });
    expect(told).toEqual([
      undefined,
      undefined,
      ['assigned', { desks: [DESK] }],
      undefined,
      ['askedBack', { parties: [1, 2] }],
      ['added', { desks: [DESK] }],
      ['withdrawn', { desks: [DESK] }],
      ['toReview', { keepers: true }],
      undefined,
      ['replied', { parties: [1] }],
      undefined,
      ['reopened', { desks: [DESK] }],
    ]);
  });
});
