import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Lines of a Markdown table, for people and for build/load/pages.md. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export function publish(text: string): void {
  const folder = fileURLToPath(new URL('../../../build/load', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/pages.md`, `${text}\n`);
  console.log(`\n${text}\n`);
}
