import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

// The contract as it lies in protocol/: what every test here reads.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Schema = { $id: string; title: string; [key: string]: Json };

const root = new URL('../../', import.meta.url);

export function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function readJson(folder: string, ending: string): Map<string, Json> {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(ending));
  return new Map(
    files.sort().map((name) => [basename(name, ending), JSON.parse(read(`${folder}/${name}`))]),
  );
}

/** By name: `command.idea.post`. */
export const schemas = readJson('protocol/schemas', '.schema.json') as Map<string, Schema>;
/** By name: `command.idea.post.no_scale` is an example of `command.idea.post`. */
export const examples = readJson('protocol/examples', '.json');

export type Raw = { raw: string } | { raw_base64: string };
export type FromClient = { code: string; data?: { [key: string]: Json } } & (Raw | { frame: Json });
export const fromClient = readJson('protocol/examples/invalid', '.json') as Map<string, FromClient>;
export const overHttp = readJson('protocol/examples/invalid/http', '.json') as Map<
  string,
  { code: string; data?: { [key: string]: Json }; body: Json }
>;
export const fromServer = readJson('protocol/examples/invalid/from-server', '.json') as Map<
  string,
  { frame: Json }
>;

/** The schema that a name like `event.idea.posted.own` is about: the longest that begins it. */
export function schemaOf(name: string): string {
  const found = [...schemas.keys()]
    .filter((schema) => name === schema || name.startsWith(`${schema}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (found === undefined) throw new Error(`no schema for ${name}`);
  return found;
}

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
for (const schema of schemas.values()) ajv.addSchema(schema);

export function validator(name: string): ValidateFunction {
  const schema = schemas.get(name);
  const found = schema && ajv.getSchema(schema.$id);
  if (!found) throw new Error(`no schema named ${name}`);
  return found;
}

/** What is wrong with a value, in words; empty when it is valid. */
export function faults(name: string, value: Json): string {
  const validate = validator(name);
  return validate(value) ? '' : ajv.errorsText(validate.errors, { separator: '\n' });
}

/** The closed list that an enumeration schema holds. */
export function words(name: string, pointer = ''): string[] {
  let at: Json | undefined = schemas.get(name);
  for (const step of pointer.split('/').filter(Boolean)) at = (at as { [key: string]: Json })[step];
  return (at as { enum: string[] }).enum;
}

/** Every value inside a value, itself first. */
export function* within(value: Json): Generator<Json> {
  yield value;
  if (value === null || typeof value !== 'object') return;
  for (const inner of Object.values(value)) yield* within(inner);
}

/** The bytes that an invalid example puts on the wire. */
export function bytes(example: FromClient): Buffer {
  if ('raw' in example) return Buffer.from(example.raw);
  if ('raw_base64' in example) return Buffer.from(example.raw_base64, 'base64');
  return Buffer.from(JSON.stringify(example.frame));
}
