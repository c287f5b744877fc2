// Cuts the interface's font down to what French and English need, at the weights we use:
// 16 KB instead of 34, which is what lets a first visit stay within its budget.
// Other letters that people type come from the system's own fonts.
import { mkdir, readFile, writeFile, access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import cut from 'subset-font';

const source = fileURLToPath(
  import.meta.resolve(
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  ),
);
const folder = fileURLToPath(new URL('../node_modules/.cache/atelier-font', import.meta.url));
const target = `${folder}/atkinson-hyperlegible-next.woff2`;

const ascii = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCharCode(0x20 + index));
const letters = [
  'ÀÂÄÆÇÈÉÊËÎÏÑÔÖŒÙÛÜŸ',
  'ßàáâãäåæçèéêëìíîïñòóôõöøœùúûüÿ',
];
const signs = '\u00a0«»°²§·×½–—‘’“”…€−→';
const text = ascii.join('') + letters.join('') + signs;

/** Makes the subset once; returns the folder that holds it. */
export async function subsetFont() {
  try {
    await access(target);
    return folder;
  } catch {
    // Not made yet.
  }
  const font = await cut(await readFile(source), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, font);
  return folder;
}

/** The font is asked for with the page, not once the stylesheet has been read. */
export function preloadFont() {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head',
          })),
    },
  };
}
