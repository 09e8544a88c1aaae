import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kit/plain-date.ts';
import {
  foldRequest,
  isOpen,
  isOverdue,
  mayFollow,
  REQUEST_ACTIONS,
  REQUEST_STATUSES,
  requestCans,
  type RequestStep,
} from './talk-request.ts';

const slot = (on: string) => ({ on: on as PlainDate, at: null });
const anyStep: fc.Arbitrary<RequestStep> = fc.record({
  action: fc.constantFrom(...REQUEST_ACTIONS),
  slots: fc.array(fc.constantFrom(slot('2026-12-01'), slot('2026-12-02'), slot('2026-12-03')), { maxLength: 3 }),
});
const histories = fc
  .array(anyStep, { maxLength: 12 })
  .map((rest): RequestStep[] => [{ action: 'ask', slots: [slot('2026-12-01')] }, ...rest]);

describe('a request for a talk', () => {
  it('begins by being asked', () => {
    expect(foldRequest([])).toBeUndefined();
    expect(foldRequest([{ action: 'pick', slots: [] }])).toBeUndefined();
  });

  it('is agreed only on a time that somebody named', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const state = foldRequest(steps);
        const named = steps.some(
          (step) => (step.action === 'pick' || step.action === 'offer') && step.slots.length > 0,
        );
        return state?.status !== 'agreed' || state.meant === null || named;
      }),
    );
  });

  it('closes by a talk or by whoever asked, never by an answer or by silence', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const state = foldRequest(steps);
        const ended = steps.some((step) => step.action === 'meet' || step.action === 'withdraw');
        return state !== undefined && (isOpen(state.status) || ended);
      }),
    );
  });

  it('is changed by no step that does not fit', () => {
    fc.assert(
      fc.property(histories, anyStep, (steps, step) => {
        const before = foldRequest(steps);
        if (!before || step.action === 'ask' || mayFollow(before.status, step.action)) return true;
        return JSON.stringify(foldRequest([...steps, step])) === JSON.stringify(before);
      }),
    );
  });

  it('stands where it stood when the talk that met it is taken back', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const before = foldRequest(steps);
        if (!before || !isOpen(before.status)) return true;
        const after = foldRequest([...steps, { action: 'meet', slots: [] }, { action: 'unmeet', slots: [] }]);
        return after?.status === before.status;
      }),
    );
  });

  it('is the office’s from the day after its answer was due', () => {
    const asked = { status: 'asked' as const, answerBy: '2026-11-23' as PlainDate };
    expect(isOverdue(asked, '2026-11-23' as PlainDate)).toBe(false);
    expect(isOverdue(asked, '2026-11-24' as PlainDate)).toBe(true);
    expect(isOverdue({ ...asked, answerBy: null }, '2027-11-24' as PlainDate)).toBe(false);
    expect(isOverdue({ ...asked, status: 'agreed' }, '2027-11-24' as PlainDate)).toBe(false);
  });

  it('offers each side only what the machine lets happen', () => {
    const stranger = { asked: false, answers: false, office: false };
    for (const status of REQUEST_STATUSES) {
      expect(requestCans(status, stranger)).toEqual([]);
      for (const action of requestCans(status, { asked: true, answers: true, office: false }))
        expect(mayFollow(status, action)).toBe(true);
    }
    expect(requestCans('asked', { asked: false, answers: true, office: true })).toEqual(['pick', 'offer']);
    expect(requestCans('offered', { asked: true, answers: false, office: false })).toEqual([
      'accept',
      'another',
      'withdraw',
    ]);
  });
});
