// Which part of the server may know which: read from the includes, so that the house cannot sink.

const lower = ['base'];
const middle = [...lower, 'domain'];
const upper = [...middle, 'insight', 'wire', 'report'];
const inner = [...upper, 'journal', 'room', 'net'];

/** What each level may include, besides itself. */
export const mayInclude = {
  base: [],
  domain: lower,
  insight: middle,
  wire: [...middle, 'insight'],
  report: [...middle, 'insight', 'wire'],
  journal: upper,
  room: upper,
  // Bytes in, bytes out: the network never sees a word of the domain.
  net: lower,
  api: inner,
  app: [...inner, 'api'],
};

const pure = ['domain', 'insight', 'room', 'report'];
const world =
  'ctime time.h thread random mutex shared_mutex condition_variable future fstream filesystem ' +
  'unistd.h fcntl.h netdb.h sodium.h';
const coroutines = 'async_result awaitable co_spawn detached post this_coro use_awaitable';
const among = (names) => names.replaceAll('.', '\\.').replaceAll(' ', '|');
const only = (...levels) => (level) => levels.includes(level);

/** Headers from outside that only some levels may use; the first that matches decides. */
const libraries = [
  {
    pattern: new RegExp(`^(?:${among(world)}|(?:sys|netinet|arpa)/.*)$`),
    why: 'has no clock, chance, thread, socket or file',
    allowed: (level) => !pure.includes(level),
  },
  {
    // A report writes dates, which is arithmetic; clocks stay forbidden by name.
    pattern: /^chrono$/,
    why: 'has no clock, chance, thread, socket or file',
    allowed: (level) => !pure.includes(level) || level === 'report',
  },
  {
    // What a coroutine is made of: no socket, no timer.
    pattern: new RegExp(`^boost/asio/(?:${among(coroutines)})\\.hpp$`),
    why: 'knows neither Asio nor Beast',
    allowed: only('net', 'api', 'app'),
  },
  { pattern: /^boost\/(asio|beast)/, why: 'knows neither Asio nor Beast', allowed: only('net', 'app') },
  { pattern: /^nlohmann\//, why: 'knows no JSON library', allowed: only('wire', 'report', 'api') },
  {
    pattern: /^sqlite3\.h$/,
    why: 'knows no SQL',
    allowed: (_level, path) => path.startsWith('journal/sqlite/'),
  },
];

/** The doors of base to the world; the same headers hold plain types and digests, which are free. */
const worldly = /\b(now_ms|\w+_clock|RandomIds|fill_random|fresh_secret|fresh_join_code)\b/;

/** Complaints about one file; `exists` tells whether a path below server/ is there. */
export function complaints(path, text, exists) {
  const level = path.split('/')[0];
  return text.split('\n').flatMap((line, index) => {
    const found = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    const why = found
      ? badInclude(path, level, found[1] === '"', found[2], exists)
      : badCall(level, line);
    return why ? [`${path}:${index + 1}: ${why}`] : [];
  });
}

function badCall(level, line) {
  const call = pure.includes(level) ? worldly.exec(line.replace(/\/\/.*/, '')) : null;
  return call ? `${level} is told the time and given its names: ${call[1]}` : undefined;
}

function badInclude(path, level, ours, header, exists) {
  const foreign = libraries.find(({ pattern }) => pattern.test(header));
  if (foreign && !foreign.allowed(level, path)) return `${level} ${foreign.why}: ${header}`;
  if (!ours) return undefined;
  const target = header.split('/')[0];
  if (!(target in mayInclude)) return `"${header}" does not begin with a level`;
  if (target !== level && !mayInclude[level].includes(target)) {
    return `${level} may not include ${target}: ${header}`;
  }
  return exists(header) ? undefined : `there is no ${header}`;
}
