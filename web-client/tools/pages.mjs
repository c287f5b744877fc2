/** The client's pages: each is built on its own, so that it loads one script and one stylesheet. */
export const pages = [
  'index', 'join', 'facilitate', 'moderate', 'screen', 'organise', 'summary', 'replay', 'write', 'accessibility',
];
