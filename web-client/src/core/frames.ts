import type { ClientFrame, ServerFrame } from './generated/protocol.ts';

/** Frames are JSON text; what a later server says and we do not know is not an error. */

const required: Record<ServerFrame['type'], Record<string, 'string' | 'number' | 'object'>> = {
  welcome: { epoch: 'string', seq: 'number', now: 'number', you: 'object', state: 'object' },
  resumed: { epoch: 'string', seq: 'number', now: 'number' },
  delta: { seq: 'number', events: 'object' },
  ack: { id: 'string', seq: 'number' },
  refused: { code: 'string' },
  notice: { code: 'string' },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A frame of a known type with the fields we lean on, or undefined: such a message is skipped. */
export function decodeServerFrame(text: string): ServerFrame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return asServerFrame(value);
}

/** The same of a value that came inside another. */
export function asServerFrame(value: unknown): ServerFrame | undefined {
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  if (!Object.hasOwn(required, value['type'])) return undefined;
  const fields = required[value['type'] as ServerFrame['type']];
  for (const [field, type] of Object.entries(fields)) {
    if (typeof value[field] !== type || value[field] === null) return undefined;
  }
  return value as unknown as ServerFrame;
}

export function encodeClientFrame(frame: ClientFrame): string {
  return JSON.stringify(frame);
}
