import base from '../../playwright.config.ts';

// Not part of the tests: nothing here fails because of a time.
export default { ...base, testDir: '.', testMatch: 'pages.ts', outputDir: '../../artefacts/speed', timeout: 600_000 };
