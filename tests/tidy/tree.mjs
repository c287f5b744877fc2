// The files that belong to the repository: all that .gitignore does not name.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The few forms of pattern that our .gitignore uses, as one test of a path. */
function matcher(pattern) {
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const body = pattern
    .replace(/^\/|\/$/g, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*');
  return new RegExp(`${anchored ? '^' : '(^|/)'}${body}$`);
}

const ignored = [
  /^\.git$/,
  ...readFileSync(`${top}/.gitignore`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(matcher),
];

/** Paths relative to the top, sorted. */
export function files(folder = '') {
  return readdirSync(`${top}/${folder}`, { withFileTypes: true })
    .map((entry) => ({ entry, path: `${folder}${entry.name}` }))
    .filter(({ path }) => !ignored.some((pattern) => pattern.test(path)))
    .flatMap(({ entry, path }) => (entry.isDirectory() ? files(`${path}/`) : [path]))
    .sort();
}

export const read = (path) => readFileSync(`${top}/${path}`, 'utf8');

/** Fails with the complaints, one a line, unless there are none. */
export function none(complaints) {
  assert.ok(complaints.length === 0, `\n${complaints.join('\n')}`);
}
