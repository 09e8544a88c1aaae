import { expect, test } from 'vitest';
import { add, lineOf, nothing, tallyOf } from './tally.mjs';

const report = (more: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...more,
  });

test('counts what passed', () => {
  expect(tallyOf(report({}), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a file that breaks before its first test is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(tallyOf(report({ testResults }), 1).failed).toBe(1);
});

test('a failed test counts once, not again for its file', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(tallyOf(report({ numFailedTests: 1, testResults }), 1).failed).toBe(1);
});

test('a bad end without a failed test is a failure, and so is a missing report', () => {
  expect(tallyOf(report({}), 1).failed).toBe(1);
  expect(tallyOf(undefined, 0).failed).toBe(1);
});

test('the last line names skipped tests only when there are any', () => {
  const total = nothing();
  add(total, { passed: 2, failed: 1, skipped: 0 });
  expect(lineOf(total)).toBe('2 passed, 1 failed');
  add(total, { passed: 0, failed: 0, skipped: 4 });
  expect(lineOf(total)).toBe('2 passed, 1 failed, 4 skipped');
});
