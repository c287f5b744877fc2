// What no file of the repository may hold, and what each must.
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { test } from 'node:test';
import { files, none, read, top } from './tree.mjs';

// Inputs of the fuzzer that broke something once are any bytes.
const binary = /\.(png|jpg|ico|woff2?|webp|zip|docx|xlsx|db)$|^tests\/fuzz\/regressions\/.*\.crash-/;
const texts = files().filter((path) => !binary.test(path));
const lockfiles = texts.filter((path) => path.endsWith('package-lock.json'));
const written = texts.filter((path) => !lockfiles.includes(path));

/** Lines of the files that the pattern is found in, as "path:line: text". */
function lines(paths, pattern) {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

test('nothing is left for later', () => {
  const words = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'];
  none(lines(written, new RegExp(`(?<![-\\w])(${words.join('|')})(?![-\\w])`)));
});

test('no path of one machine', () => {
  const folders = ['home', 'root', 'work', 'Users'].join('|');
  none(lines(written, new RegExp(`(?<![\\w.:/}*-])/(${folders})/[\\w.]`)));
  const places = [top, homedir()].filter((place) => place.split('/').length > 2);
  none(places.flatMap((place) => written.filter((path) => read(path).includes(`${place}/`))));
});

test('lockfiles name no address to download from', () => {
  none(lines(lockfiles, /"resolved": *"(https?|git|ssh)/));
});

test('no registry is named', () => {
  none(lines(texts, new RegExp('regis' + 'try\\.[\\w-]+\\.[a-z]+|\\.npm' + 'rc')));
});

test('at the top stands what the README says, and nothing else', () => {
  const allowed = ['CMakeLists.txt', 'CMakePresets.json', 'README.md'];
  const folders = ['server', 'web-client', 'protocol', 'tests', 'deploy'];
  const entries = [...new Set(files().map((path) => path.split('/')[0]))];
  const visible = entries.filter((entry) => !entry.startsWith('.'));
  none(visible.filter((entry) => ![...allowed, ...folders].includes(entry)));
  none([...allowed, ...folders].filter((entry) => !visible.includes(entry)));
});

test('a file is one idea: at most 400 lines', () => {
  const data = /(\/generated\/|\/golden\/|\.(json|jsonl|yaml|csv|svg)$)/;
  const long = written.filter((path) => !data.test(path) && read(path).split('\n').length > 401);
  none(long.map((path) => `${path}: ${read(path).split('\n').length - 1} lines`));
});

test('text files end with one newline', () => {
  none(written.filter((path) => read(path) !== '' && !/[^\n]\n$/.test(read(path))));
});

test('shell scripts stop at the first error', () => {
  const shell = written.filter((path) => /\.sh$/.test(path) || /^#!.*sh\b/.test(read(path)));
  none(shell.filter((path) => !/^set -euo pipefail$/m.test(read(path))));
});

test('scripts that are started can be', () => {
  const started = written.filter((path) => read(path).startsWith('#!'));
  none(started.filter((path) => (statSync(`${top}/${path}`).mode & 0o111) === 0));
});
