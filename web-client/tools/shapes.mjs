import { readFile } from 'node:fs/promises';

/** `import shape from '….svg?shape'` gives what is inside the svg element, without its wrapping. */
export function svgShapes() {
  return {
    name: 'svg-shapes',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.svg?shape')) return undefined;
      const svg = await readFile(id.slice(0, -'?shape'.length), 'utf8');
      const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? '';
      return `export default ${JSON.stringify(inside.replace(/\s+/g, ' ').trim())};`;
    },
  };
}
