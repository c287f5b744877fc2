import { describe, expect, test } from 'vitest';
import { decodeServerFrame, encodeClientFrame } from '../../web-client/src/core/frames.ts';
import type { ClientFrame } from '../../web-client/src/core/generated/protocol.ts';
import { examples, fromServer, words } from './contract.ts';

// The web client's own reader and writer, against the same examples as the server's.

const isServerFrame = (name: string) => /^(welcome|resumed|delta|ack|refused|notice)/.test(name);

describe('what the server says', () => {
  const frames = [...examples].filter(([name]) => isServerFrame(name));

  test.each(frames)('%s comes through unchanged', (_, value) => {
    expect(decodeServerFrame(JSON.stringify(value))).toEqual(value);
  });

  test.each(frames)('[P6] %s with a field of a later version is read', (_, value) => {
    const later = { ...(value as object), later: { field: 1 } };
    expect(decodeServerFrame(JSON.stringify(later))).toMatchObject(value as object);
  });

  const lacking = [...fromServer].filter(([name]) => /^(?!event).*\.no_/.test(name));
  test.each(lacking)('%s is dropped', (_, { frame }) => {
    expect(decodeServerFrame(JSON.stringify(frame))).toBeUndefined();
  });

  test.each(['', '{', 'null', '42', '[]', '{"type":"of-a-later-version"}', '{"type":"toString"}'])(
    '[P6] %j is dropped',
    (text) => {
      expect(decodeServerFrame(text)).toBeUndefined();
    },
  );
});

describe('what the client says', () => {
  const frames = [...examples].filter(([name]) => /^(hello|command\.)/.test(name));
  expect(frames.length).toBeGreaterThan(words('command-name').length);

  test.each(frames)('%s is written as it is', (_, value) => {
    expect(JSON.parse(encodeClientFrame(value as unknown as ClientFrame))).toEqual(value);
  });
});
