import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../kit/plain-date.ts';
import { aPolicy, aPolicyFile } from '../policy/policy.build.ts';
import { shippedPolicy } from '../policy/som-2018.build.ts';
import { pathOf } from './roster-path.ts';
import { ASK_AGAIN_DAYS, ESCALATE_DAYS, waitingOn } from './waiting.ts';

const day = plainDate('2026-11-23');

describe('8.1 — who proposes and who says yes', () => {
  it('is the office and the leader for the institution, the unit itself for its own', () => {
    expect(pathOf(shippedPolicy(), day, 'school')).toEqual({
      proposes: 'office',
      confirms: 'leader',
      requirement: 'roster-school',
      clause: '8.1',
    });
    expect(pathOf(shippedPolicy(), day, 'unit')).toMatchObject({ proposes: 'unit', confirms: 'keeper', clause: '8.1' });
  });

  it('is whoever keeps the list where the policy says nothing', () => {
    expect(pathOf(aPolicy({ requirements: aPolicyFile().requirements }), day, 'school')).toEqual({
      proposes: 'unit',
      confirms: 'keeper',
      requirement: null,
      clause: null,
    });
  });

  it('counts how long a leader has been asked, and only says so', () => {
    expect(waitingOn(null, day)).toBeNull();
    const waits = [0, ASK_AGAIN_DAYS - 1, ASK_AGAIN_DAYS, ESCALATE_DAYS - 1, ESCALATE_DAYS, 400].map(
      (days) => waitingOn(addDays(day, -days), day)?.state,
    );
    expect(waits).toEqual(['waiting', 'waiting', 'askAgain', 'askAgain', 'escalate', 'escalate']);
  });
});
