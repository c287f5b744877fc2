import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { preloadFont, subsetFont } from './tools/font.mjs';
import { declaration } from './tools/accessibility.mjs';
import { pageHead } from './tools/head.mjs';
import { furtherLanguages } from './tools/languages.mjs';
import { svgShapes } from './tools/shapes.mjs';
import { oldestBrowsers } from './tools/browsers.mjs';
import { themeFile } from './tools/theme.mjs';

// Shared by `vite` (development), `vitest` and tools/build.mjs, which builds one page at a time.
export default defineConfig(async () => ({
  plugins: [svgShapes(), furtherLanguages(), svelte(), preloadFont(), pageHead(), declaration()],
  resolve: { alias: { '@font': await subsetFont(), '@theme.css': themeFile() } },
  build: {
    target: oldestBrowsers,
    // The content security policy is `default-src 'self'`: nothing inline, no data: address.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  test: {
    include: ['test/**/*.test.ts'],
    root: fileURLToPath(new URL('.', import.meta.url)),
  },
}));
