// Writes the web client's types from the schemas, so that there is one description of a frame.
//
//   npm ci --prefix tests                      once: the tools live with the tests
//   node protocol/generate-types.mjs           writes web-client/src/core/generated/protocol.ts
//   node protocol/generate-types.mjs --check   writes nothing, fails when that file is stale
//
// Each schema becomes the type that its `title` names, each of its `$defs` the type of that name,
// in one flat file. What TypeScript cannot say (patterns, bounds, if/then) stays in the schemas.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const { compile } = createRequire(new URL('../tests/package.json', import.meta.url))(
  'json-schema-to-typescript',
);

const SCHEMAS = new URL('./schemas/', import.meta.url);
const OUTPUT = fileURLToPath(
  new URL('../web-client/src/core/generated/protocol.ts', import.meta.url),
);

const HEADER = `// Made by protocol/generate-types.mjs from protocol/schemas: change those, then run it again.
`;

const HELPERS = `
export type CommandOf<N extends CommandName> = Extract<Command, { do: N }>;
export type CommandArgs<N extends CommandName> = CommandOf<N>['args'];
export type EventOf<N extends EventName> = Extract<Event, { event: N }>;
`;

const files = new Map(
  readdirSync(SCHEMAS)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8'))]),
);

/** The TypeScript name of what a `$ref` found in `file` points at. */
function typeName(ref, file) {
  const [target, pointer = ''] = ref.split('#');
  const [, definition] = /^\/\$defs\/(\w+)/.exec(pointer) ?? [];
  const [, property] = /\/properties\/(\w+)$/.exec(pointer) ?? [];
  const name = definition ?? files.get(target || file).title;
  return property ? `${name}['${property}']` : name;
}

/** A schema as json-schema-to-typescript wants it: references by type name, conditions left out. */
function plain(schema, file) {
  if (Array.isArray(schema)) return schema.map((item) => plain(item, file));
  if (schema === null || typeof schema !== 'object') return schema;
  const { $ref, $defs, $id, $schema, if: _if, then: _then, else: _else, not, ...said } = schema;
  const { minItems, maxItems, ...rest } = said;
  if (rest.allOf?.every((part) => part.if)) delete rest.allOf;
  const kept = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, plain(value, file)]),
  );
  if (kept.type === 'object' && !kept.properties) kept.additionalProperties ??= true;
  if ($ref === undefined) return kept;
  const reference = { tsType: typeName($ref, file) };
  if (!kept.properties) return { ...kept, ...reference };
  const { description, ...own } = kept;
  return { description, allOf: [reference, own] };
}

async function declaration(name, schema, file) {
  const text = await compile({ ...plain(schema, file), title: name }, name, {
    additionalProperties: false, // unknown fields are ignored, so no type promises them
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    style: { printWidth: 100, singleQuote: true, tabWidth: 2, bracketSpacing: true },
  });
  return text.trim();
}

async function generate() {
  const parts = [];
  for (const [file, { $defs = {}, ...root }] of files) {
    for (const [name, schema] of Object.entries($defs)) {
      parts.push(await declaration(name, schema, file));
    }
    const isLibrary = Object.keys(root).every((key) => /^\$|^title$|^description$/.test(key));
    if (!isLibrary) parts.push(await declaration(root.title, root, file));
  }
  return `${HEADER}\n${parts.join('\n\n')}\n${HELPERS}`;
}

const wanted = await generate();
if (process.argv.includes('--check')) {
  let present = '';
  try {
    present = readFileSync(OUTPUT, 'utf8');
  } catch {
    // Absent is stale too.
  }
  if (present !== wanted) {
    console.error('protocol.ts is stale: run node protocol/generate-types.mjs');
    process.exit(1);
  }
} else {
  mkdirSync(dirname(OUTPUT), { recursive: true });
  writeFileSync(OUTPUT, wanted);
}
