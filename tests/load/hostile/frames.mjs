// WebSocket frames as bytes, right ones and wrong ones. A mask of zeros is a mask, too.

export const opcodes = { continuation: 0, text: 1, binary: 2, ping: 9 };

export function frame(opcode, payload = '', { last = true } = {}) {
  const body = Buffer.from(payload);
  const first = (last ? 0x80 : 0) | opcode;
  const mask = [0, 0, 0, 0];
  const head =
    body.length < 126
      ? [first, 0x80 | body.length, ...mask]
      : [first, 0xfe, body.length >> 8, body.length & 0xff, ...mask];
  return Buffer.concat([Buffer.from(head), body]);
}

export const text = (payload) => frame(opcodes.text, payload);
export const hello = text('{"type":"hello"}');

/** So many of the same, to be written at once. */
export const times = (count, bytes) => Buffer.concat(Array.from({ length: count }, () => bytes));

/** A command that is in order; `size` fills its text up until the message has so many bytes. */
export function command(size = 0) {
  const make = (words) =>
    JSON.stringify({
      type: 'command',
      id: crypto.randomUUID(),
      do: 'idea.post',
      args: { text: words },
    });
  const words = `Une idée de plus ${crypto.randomUUID()}`;
  const missing = size - Buffer.byteLength(make(words));
  return make(missing > 0 ? words + 'x'.repeat(missing) : words);
}
