// Reads what a test program left and prints "PASSED FAILED SKIPPED".
// Usage: node count.mjs tap|vitest|playwright|catch FILE
import { existsSync, readFileSync } from 'node:fs';

const number = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0);

const readers = {
  // node --test: totals in the last lines.
  tap: (text) => [
    number(text, /^# pass (\d+)$/m),
    number(text, /^# fail (\d+)$/m) + number(text, /^# cancelled (\d+)$/m),
    number(text, /^# skipped (\d+)$/m) + number(text, /^# todo (\d+)$/m),
  ],
  // A file that could not even be loaded has no tests in it: it counts as one that failed.
  vitest: (text) => {
    const report = JSON.parse(text);
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return [
      report.numPassedTests,
      report.numFailedTests + unloaded.length,
      report.numPendingTests + report.numTodoTests,
    ];
  },
  // What passes only when tried again has failed once. Errors outside of any test count too.
  playwright: (text) => {
    const { stats, errors } = JSON.parse(text);
    return [stats.expected, stats.unexpected + stats.flaky + errors.length, stats.skipped];
  },
  // Catch2: the last totals of the console reporter; a program that died leaves none.
  catch: (text) => {
    const all = /All tests passed \(\d+ assertions? in (\d+) test cases?\)/.exec(text);
    if (all) return [Number(all[1]), 0, 0];
    const some = /^test cases: *\d+(.*)$/m.exec(text)?.[1] ?? '| 1 failed';
    return [number(some, /(\d+) passed/), number(some, /(\d+) failed\b(?! as)/), 0];
  },
};

const [format, file] = process.argv.slice(2);
let counts;
try {
  counts = existsSync(file) ? readers[format](readFileSync(file, 'utf8')) : [0, 1, 0];
} catch {
  counts = [0, 1, 0];
}
console.log(counts.join(' '));
