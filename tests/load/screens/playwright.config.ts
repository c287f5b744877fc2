import base from '../../playwright.config.ts';

// Not part of the tests: nothing here fails because of a time. Without a trace: taking the pictures for
// it is work of the page itself, seconds of it where there are 500 cards.
export default {
  ...base,
  testDir: '.',
  testMatch: 'pages.ts',
  outputDir: '../../artefacts/speed',
  timeout: 600_000,
  use: { ...base.use, trace: 'off' as const },
};
