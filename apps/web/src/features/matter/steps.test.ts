import { plainDate } from '@zhengyou/domain/kit/plain-date.ts';
import { describe, expect, it } from 'vitest';
import { nextStep, stepsBeside } from './next-step.ts';
import { asked, bodyOf, firstValues, missingOf, STEP_FORMS } from './steps.ts';

describe('the form of a step', () => {
  it('asks for a reason only where the proposer is turned down', () => {
    const form = STEP_FORMS.triage;
    const values = firstValues(form);
    expect(asked(form, values).map(({ name }) => name)).toEqual(['disposition']);
    expect(missingOf(form, values)).toEqual([]);
    expect(missingOf(form, { ...values, disposition: 'declined' })).toEqual(['reason']);
    expect(bodyOf(form, { disposition: 'accepted', reason: '写过又不要了' })).toEqual({ disposition: 'accepted' });
  });

  it('leaves out what was left empty', () => {
    expect(bodyOf(STEP_FORMS.take, firstValues(STEP_FORMS.take))).toEqual({});
    expect(bodyOf(STEP_FORMS.assign, { lead: 'u1', coHandlers: [], note: '' })).toEqual({ lead: 'u1', coHandlers: [] });
    expect(missingOf(STEP_FORMS.assign, firstValues(STEP_FORMS.assign))).toEqual(['lead']);
  });

  it('sends what the contract asks for', () => {
    expect(bodyOf(STEP_FORMS.deliver, { party: '1', way: 'phone', on: '', by: '' })).toEqual({
      party: 1,
      way: 'phone',
    });
    expect(bodyOf(STEP_FORMS.decideExtension, { grant: 'no', reason: '' })).toEqual({ grant: false });
  });
});

const line = (
  can: Parameters<typeof nextStep>[0]['can'],
  status: 'registered' | 'reported' | 'inProgress',
  released = false,
) => ({
  can,
  status,
  round: 1,
  addressees: [{ party: 1, person: null, named: false, me: false, withdrawn: false, mergedFrom: null }],
  deliveries: [],
  pointList: [{ released: released ? '转办的话' : null }] as unknown as Parameters<typeof nextStep>[0]['pointList'],
});

describe('the step that comes next', () => {
  it('goes the way of the line', () => {
    expect(nextStep(line(['report', 'triage', 'release', 'merge'], 'registered'))).toBe('report');
    expect(nextStep(line(['triage', 'release', 'merge'], 'reported'))).toBe('triage');
    expect(nextStep(line(['release', 'merge'], 'reported'))).toBe('release');
    expect(nextStep(line(['release', 'assign', 'merge'], 'reported', true))).toBe('assign');
    expect(nextStep(line(['release', 'assign', 'merge'], 'inProgress', true))).toBeUndefined();
    expect(nextStep(line([], 'reported'))).toBeUndefined();
  });

  it('is not telling somebody twice', () => {
    const here = { ...line(['deliver', 'makeAnswerLink'], 'inProgress', true), status: 'replied' as const };
    expect(nextStep(here)).toBe('deliver');
    const told = {
      round: 1,
      party: 1,
      person: null,
      by: null,
      on: plainDate('2026-11-23'),
      way: 'phone',
      readOn: null,
    } as const;
    expect(nextStep({ ...here, deliveries: [told] })).toBeUndefined();
    expect(nextStep({ ...here, round: 2, deliveries: [told] })).toBe('deliver');
    expect(stepsBeside({ ...here, deliveries: [told] })).toEqual(['deliver', 'makeAnswerLink']);
  });

  it('leaves the others beside it, once each', () => {
    const here = line(['release', 'assign', 'merge', 'note', 'tell'], 'reported', true);
    expect(stepsBeside(here)).toEqual(['tell', 'note', 'release', 'merge']);
  });
});
