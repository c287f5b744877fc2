import { defineConfig } from '@playwright/test';

// Real Chromium (the system's), one file at a time, each with a server of its own: two at a time starve each
// other of frames on a small machine. The tests of a file come one after the other and share its server.
export default defineConfig({
  testDir: 'browser',
  outputDir: 'artefacts/browser',
  workers: 1,
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
