/**
 * The oldest browsers that the pages are made for: what the build lowers syntax to, and what
 * test/browsers.test.ts holds the sources against. More than two years back, so that a telephone
 * that gets no more updates, or a ministry's Firefox ESR, is served.
 */
export const oldestBrowsers = ['chrome120', 'edge120', 'firefox128', 'safari17.4', 'ios17.4'];
