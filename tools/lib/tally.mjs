/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @returns {Tally} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Tally} into @param {Tally} more */
export function add(into, more) {
  into.passed += more.passed;
  into.failed += more.failed;
  into.skipped += more.skipped;
}

/**
 * What a run of Vitest amounts to. A file that breaks before its first test counts as one failure, and so does a run
 * that ends badly although every test passed (an error nobody awaited) or left no report at all.
 * @param {string | undefined} json @param {number} code @returns {Tally}
 */
export function tallyOf(json, code) {
  const report = json ? JSON.parse(json) : undefined;
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

/** The last line of a run. @param {Tally} tally */
export const lineOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
