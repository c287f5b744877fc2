import { defineConfig } from '@playwright/test';

// Real Chromium (the system's), two files at a time, each with a server of its own; the tests of a file
// come one after the other and share it.
export default defineConfig({
  testDir: 'browser',
  outputDir: 'artefacts/browser',
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    locale: 'fr-FR',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
