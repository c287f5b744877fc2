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
  wire: middle,
  report: [...middle, 'insight', 'wire'],
  journal: upper,
  room: upper,
  // Bytes in, bytes out: the network never sees a word of the domain.
  net: lower,
  api: inner,
  app: [...inner, 'api'],
};

const pure = ['domain', 'insight', 'room', 'report'];
const library = (pattern, levels, why) => ({ pattern, why, allowed: (level) => levels.includes(level) });

/** Headers from outside that only some levels may use. */
const libraries = [
  {
    pattern:
      /^(chrono|ctime|time\.h|thread|random|mutex|shared_mutex|condition_variable|future|fstream|filesystem|unistd\.h|fcntl\.h|sys\/.*|netinet\/.*|arpa\/.*|netdb\.h|sodium\.h)$/,
    why: 'has no clock, chance, thread, socket or file',
    allowed: (level) => !pure.includes(level),
  },
  library(/^boost\/(asio|beast)/, ['net', 'app'], 'knows neither Asio nor Beast'),
  library(/^nlohmann\//, ['wire', 'report', 'api'], 'knows no JSON library'),
  {
    pattern: /^sqlite3\.h$/,
    why: 'knows no SQL',
    allowed: (_level, path) => path.startsWith('journal/sqlite/'),
  },
];

/** The doors of base to the world; the same headers hold plain types and digests, which are free. */
const worldly = /\b(now_ms|RandomIds|fill_random|fresh_secret|fresh_join_code)\b/;

/** Complaints about one file; `exists` tells whether a path below server/ is there. */
export function complaints(path, text, exists) {
  const level = path.split('/')[0];
  return text.split('\n').flatMap((line, index) => {
    const found = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    const why = found
      ? complaint(path, level, found[1] === '"', found[2], exists)
      : unworldly(level, line);
    return why ? [`${path}:${index + 1}: ${why}`] : [];
  });
}

function unworldly(level, line) {
  const call = pure.includes(level) ? worldly.exec(line.replace(/\/\/.*/, '')) : null;
  return call ? `${level} is told the time and given its names: ${call[1]}` : undefined;
}

function complaint(path, level, ours, header, exists) {
  const foreign = libraries.find(
    ({ pattern, allowed }) => pattern.test(header) && !allowed(level, path),
  );
  if (foreign) return `${level} ${foreign.why}: ${header}`;
  if (!ours || path === `${level}/main.cpp`) return undefined;
  const target = header.split('/')[0];
  if (!(target in mayInclude)) return `"${header}" does not begin with a level`;
  if (target !== level && !mayInclude[level].includes(target)) {
    return `${level} may not include ${target}: ${header}`;
  }
  return exists(header) ? undefined : `there is no ${header}`;
}
