import { defineConfig } from 'vitest/config';

// One project per kind of test: `npx vitest run --project protocol`.
// Scenarios and faults start real servers, so one file runs at a time and waits are long.

const minute = 60_000;
const withServer = { fileParallelism: false, testTimeout: 2 * minute, hookTimeout: 2 * minute };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'protocol', include: ['protocol/**/*.test.ts'] } },
      { test: { name: 'scenarios', include: ['scenarios/**/*.test.ts'], ...withServer } },
      { test: { name: 'faults', include: ['faults/**/*.test.ts'], ...withServer } },
    ],
  },
});
