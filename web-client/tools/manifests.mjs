// What a phone needs to install the client: a manifest in each language, in the installation's colours.
import { writeFile } from 'node:fs/promises';
import { colours } from './theme.mjs';

const words = {
  fr: {
    name: 'Atelier : séances participatives',
    description: 'Proposer des idées, voter et classer, ensemble et en direct.',
  },
  en: {
    name: 'Atelier: workshops together',
    description: 'Share ideas, vote and sort them, together and live.',
  },
};
const icons = [
  { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
  { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
];

export async function writeManifests(dist) {
  const surface = colours().get('surface').light;
  for (const [lang, said] of Object.entries(words)) {
    const manifest = {
      id: '/',
      lang,
      ...said,
      short_name: 'Atelier',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: surface,
      theme_color: surface,
      icons,
    };
    await writeFile(`${dist}/app.${lang}.webmanifest`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  }
}
