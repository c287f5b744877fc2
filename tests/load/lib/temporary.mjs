// Folders that are gone when we are, however we end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporary(name) {
  const folder = mkdtempSync(join(tmpdir(), `atelier-load-${name}-`));
  folders.add(folder);
  return folder;
}

export function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}
