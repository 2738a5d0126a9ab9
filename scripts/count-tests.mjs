/**
 * Says how test runs ended, from the runner's own reports: "N passed, N failed", with ", N skipped" where
 * tests were skipped. Exits with 1 where a test failed, a run passed none, or the runner ended badly.
 *
 *   node scripts/count-tests.mjs REPORT.json EXIT_CODE_OF_THE_RUNNER [REPORT.json EXIT_CODE ...]
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ assertionResults: { status: string }[], status: string }} TestFile */

const total = { passed: 0, failed: 0, skipped: 0 };
const runs = process.argv.slice(2);
for (let i = 0; i < runs.length; i += 2) {
  const { passed, failed, skipped } = count(runs[i] ?? '', runs[i + 1] ?? '');
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/**
 * @param {string} reportFile
 * @param {string} runnerCode
 */
function count(reportFile, runnerCode) {
  /** @type {TestFile[]} */
  let files = [];
  try {
    files = JSON.parse(readFileSync(reportFile, 'utf8')).testResults;
  } catch (error) {
    console.error(`The test runner left no report: ${/** @type {Error} */ (error).message}`);
  }
  const tests = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = tests.filter((status) => status === 'passed').length;
  const skipped = tests.filter((status) => status !== 'passed' && status !== 'failed').length;
  // A file that cannot be loaded fails without a test of its own.
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  let failed = tests.filter((status) => status === 'failed').length + brokenFiles;
  if (failed === 0 && runnerCode !== '0') {
    console.error(`No test failed, but the test runner ended with exit code ${runnerCode}.`);
    failed = 1;
  }
  if (passed === 0) {
    console.error('No test passed.');
    if (total.passed > 0 && failed === 0) failed = 1;
  }
  return { passed, failed, skipped };
}
