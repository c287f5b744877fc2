// Finds the further languages by themselves: every file of src/i18n/languages, and of the folder
// that ATELIER_LANGUAGES names, is offered under its name and fetched when it is chosen.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { named } from './named.mjs';

const name = 'virtual:languages';
const own = fileURLToPath(new URL('../src/i18n/languages', import.meta.url));
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]+)*\.ts$/;

async function filesIn(folder) {
  const files = await readdir(folder).catch((problem) => {
    if (folder === own && problem.code === 'ENOENT') return [];
    throw new Error(`ATELIER_LANGUAGES: ${folder} cannot be read`, { cause: problem });
  });
  return files.filter((file) => tag.test(file)).map((file) => join(folder, file));
}

export function furtherLanguages() {
  const more = process.env['ATELIER_LANGUAGES'];
  return {
    name: 'further-languages',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const files = [...(await filesIn(own)), ...(more ? await filesIn(named(more)) : [])];
      const entries = files.map(
        (file) => `${JSON.stringify(basename(file, '.ts'))}: () => import(${JSON.stringify(file)})`,
      );
      return `export const further = { ${entries.join(', ')} };`;
    },
  };
}
