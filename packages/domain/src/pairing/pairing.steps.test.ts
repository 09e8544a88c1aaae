import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, plainDate, type PlainDate } from '../kit/plain-date.ts';
import {
  fits,
  foldPairing,
  PAIRING_ACTIONS,
  PAIRING_STATUSES,
  stepOn,
  type PairingAction,
  type PairingState,
  type PairingStep,
} from './pairing.steps.ts';

const on = plainDate;
const FIRST = on('2026-01-01');

test('a pairing holds from the day it was entered until the day it was ended', () => {
  const entered = { action: 'enter', onDay: on('2025-01-01') } as const;
  expect(foldPairing([entered])).toMatchObject({ status: 'active', startsOn: '2025-01-01', endsOn: null });
  expect(foldPairing([entered, { action: 'end', onDay: on('2026-03-01') }])).toMatchObject({
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

/** Written out by hand, apart from the table that the machine runs on: what each of the two sides may find. */
class Reference {
  begun = false;
  open = false;
  yes = false;
  holds = false;
  over = false;
  asked = false;
  gone: string | null = null;

  takes(action: PairingAction): boolean {
    if (!this.begun) return ['enter', 'recommend', 'decide'].includes(action);
    if (this.gone !== null) return false;
    if (this.over) return action === 'reinstate';
    if (this.holds) {
      if (action === 'requestChange') return !this.asked;
      if (action === 'keep') return this.asked;
      return action === 'end' || action === 'withdraw';
    }
    if (this.yes) return action === 'publish' || action === 'withdraw';
    return this.open && ['confirm', 'decline', 'askAnother', 'withdraw'].includes(action);
  }

  take(action: PairingAction) {
    if (!this.takes(action)) return;
    this.begun = true;
    if (action === 'enter' || action === 'publish' || action === 'reinstate') [this.holds, this.over] = [true, false];
    if (action === 'recommend') this.open = true;
    if (action === 'decide' || action === 'confirm') [this.yes, this.open] = [true, false];
    if (action === 'requestChange') this.asked = true;
    if (action === 'keep' || action === 'end') this.asked = false;
    if (action === 'end') [this.holds, this.over] = [false, true];
    if (action === 'decline') this.gone = 'declined';
    if (action === 'askAnother') this.gone = 'anotherAsked';
    if (action === 'withdraw') [this.gone, this.holds, this.asked] = ['withdrawn', false, false];
    if (this.gone !== null) this.open = false;
  }

  get status(): string | undefined {
    if (!this.begun) return undefined;
    return this.gone ?? (this.over ? 'ended' : this.holds ? 'active' : this.yes ? 'confirmed' : 'recommended');
  }
}

type Real = { state: PairingState | undefined; steps: PairingStep[]; day: PlainDate };

class Take implements fc.Command<Reference, Real> {
  readonly action: PairingAction;
  readonly days: number;
  constructor(action: PairingAction, days: number) {
    this.action = action;
    this.days = days;
  }
  check() {
    return true;
  }
  run(model: Reference, real: Real) {
    const day = addDays(real.day, this.days);
    const step = { action: this.action, onDay: day };
    expect(fits(real.state, this.action)).toBe(model.takes(this.action));
    const before = real.state;
    real.state = stepOn(real.state, step);
    if (!model.takes(this.action)) expect(real.state).toBe(before);
    else {
      real.steps.push(step);
      real.day = day;
    }
    model.take(this.action);
    expect(real.state?.status).toBe(model.status);
    // The whole history replayed says the same as step after step.
    expect(foldPairing(real.steps)).toEqual(real.state);
    if (!real.state) return;
    expect(real.state.startsOn !== null).toBe(model.holds || model.over);
    expect(real.state.endsOn !== null).toBe(model.over);
    expect(real.state.waitingSince !== null).toBe(model.open);
    expect(real.state.changeAskedOn !== null).toBe(model.asked);
  }
  toString() {
    return `${this.action} after ${this.days}`;
  }
}

describe('8.1 — the life of a pair', () => {
  it('is what a reference written by hand says, whatever is tried in whatever order', () => {
    const step = fc
      .tuple(fc.constantFrom(...PAIRING_ACTIONS), fc.integer({ min: 0, max: 40 }))
      .map(([action, days]) => new Take(action, days));
    fc.assert(
      fc.property(fc.commands([step], { maxCommands: 40 }), (commands) => {
        fc.modelRun(() => ({ model: new Reference(), real: { state: undefined, steps: [], day: FIRST } }), commands);
      }),
      { numRuns: 1500 },
    );
  });

  it('reaches every status, and never lets silence become a yes', () => {
    const seen = new Set<string>();
    const walk = (state: PairingState | undefined, depth: number) => {
      if (state) seen.add(state.status);
      if (depth === 0) return;
      for (const action of PAIRING_ACTIONS)
        if (fits(state, action)) walk(stepOn(state, { action, onDay: FIRST }), depth - 1);
    };
    walk(undefined, 5);
    expect([...seen].sort()).toEqual([...PAIRING_STATUSES].sort());
    // From a recommendation the only way on is the leader's own step.
    const waiting = stepOn(undefined, { action: 'recommend', onDay: FIRST });
    const leads = PAIRING_ACTIONS.filter((action) => fits(waiting, action));
    expect(leads).toEqual(['confirm', 'decline', 'askAnother', 'withdraw']);
    expect(stepOn(waiting, { action: 'publish', onDay: FIRST })).toBe(waiting);
  });
});
