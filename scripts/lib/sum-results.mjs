import { existsSync, readFileSync } from 'node:fs';

/** Prints `N passed, N failed` from the files of the checks and of the tests; fails where anything failed or none ran. */
const [checksFile, testsFile] = process.argv.slice(2);
const checks = read(checksFile);
const tests = read(testsFile);

const brokenFiles = (tests?.testResults ?? []).filter(
  ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
).length;
const ran = tests?.numPassedTests ?? 0;
const failed = count(checks?.failed) + (tests ? tests.numFailedTests + brokenFiles : 1);
process.stdout.write(`${ran + (checks?.passed ?? 0)} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && ran > 0 ? 0 : 1;

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A report that was never written is a failure. */
function count(number) {
  return number ?? 1;
}
