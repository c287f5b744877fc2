// Builds every page into dist/, one bundle each (a shared chunk would cost one more request on a
// slow phone), then writes the .br and .gz that the server sends as they are.
//
//   node tools/build.mjs [--out DIR] [page…]     by default dist/, and all pages
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { writeManifests } from './manifests.mjs';
import { pages } from './pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const compressible = /\.(html|js|css|svg|json|txt|webmanifest)$/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: `${root}dist` } },
});
const dist = resolve(values.out);
const wanted = positionals.length > 0 ? positionals : pages;

for (const [index, page] of wanted.entries()) {
  await build({
    root,
    logLevel: 'warn',
    build: {
      outDir: dist,
      emptyOutDir: index === 0,
      copyPublicDir: index === 0,
      cssCodeSplit: false,
      rolldownOptions: {
        input: `${root}${page}.html`,
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
}

await writeManifests(dist);

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
for (const entry of await readdir(dist, { recursive: true })) {
  if (!compressible.test(entry)) continue;
  const bytes = await readFile(`${dist}/${entry}`);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${dist}/${entry}.br`, await brotli(bytes, { params }));
  await writeFile(`${dist}/${entry}.gz`, await deflate(bytes, { level: 9 }));
}
console.log(`built ${wanted.length} pages into ${dist}`);
