/**
 * Says how a test run ended, from the runner's own report: "N passed, N failed", with ", N skipped" where
 * tests were skipped. Exits with 1 where a test failed, none passed, or the runner ended badly.
 *
 *   node scripts/count-tests.mjs REPORT.json EXIT_CODE_OF_THE_RUNNER
 */
import { readFileSync } from 'node:fs';

const [reportFile = '', runnerCode = ''] = process.argv.slice(2);

/** @typedef {{ assertionResults: { status: string }[], status: string }} TestFile */

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
if (passed === 0) console.error('No test passed.');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
