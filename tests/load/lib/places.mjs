// Where things are: built programs, and where results go.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const here = fileURLToPath(new URL('..', import.meta.url));
export const top = join(here, '..', '..');
const built = process.env.ATELIER_LOAD_BIN ?? join(top, 'build/release/tests/load');

export const programs = {
  atelier: process.env.ATELIER_BIN ?? join(top, 'build/release/server/atelier'),
  generator: join(built, 'load_generator'),
  epollChat: join(built, 'load_epoll_chat'),
  asioChat: join(built, 'load_asio_chat'),
  journalCommits: join(built, 'load_journal_commits'),
  lookAlikes: join(built, 'load_look_alikes'),
  sqliteCommits: join(built, 'load_sqlite_commits'),
};

export const results = join(top, 'build/load');
