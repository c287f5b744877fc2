import { defineConfig } from 'vitest/config';

// One project per kind of test: `npx vitest run --project protocol`.
// Scenarios and faults start real servers, each file its own: waits are long, and two files of scenarios
// at a time use a machine that one leaves idle. Faults need the machine for themselves.

const minute = 60_000;
const withServer = { testTimeout: 2 * minute, hookTimeout: 2 * minute };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'protocol', include: ['protocol/**/*.test.ts'] } },
      { test: { name: 'scenarios', include: ['scenarios/**/*.test.ts'], ...withServer } },
      { test: { name: 'faults', include: ['faults/**/*.test.ts'], fileParallelism: false, ...withServer } },
    ],
  },
});
