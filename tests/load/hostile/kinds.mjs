// What hostile connections do: each kind is given a line and its number, and starts it.
import { command, frame, hello, opcodes, text, times } from './frames.mjs';

const kib = 1024;
const many = 200;

/** What `piece()` gives again and again, `count` messages each, on a WebSocket that said hello. */
const flood =
  (count, piece, first = hello) =>
  (line) =>
    line.webSocket((socket) => {
      line.send(socket, first);
      line.flood(socket, count, piece);
    });
const same = (count, bytes, first = hello) => {
  const all = times(count, bytes);
  return flood(count, () => all, first);
};

const fresh = (count, size) =>
  flood(count, () => Buffer.concat(Array.from({ length: count }, () => text(command(size)))));

const fragment = (opcode) => frame(opcode, '', { last: false });
const nested = (open, close, depth) => text(open.repeat(depth) + close.repeat(depth));

/** A request's head, or a frame, a byte at a time and never whole. */
function slowly(line, index) {
  const drip = (socket, bytes) => {
    let at = 0;
    const timer = setInterval(() => {
      if (line.tally.over || !socket.writable || at >= bytes.length - 1) return clearInterval(timer);
      line.send(socket, bytes.subarray(at, ++at));
    }, 20);
  };
  if (index % 2 === 0) line.run((socket) => drip(socket, Buffer.from(line.upgrade)));
  else line.webSocket((socket) => drip(socket, text(command(16 * kib))));
}

/** Connects, greets, and cuts as soon as the first word of the answer is there. */
function storm(line) {
  line.at_once = true;
  line.webSocket((socket) => {
    line.send(socket, hello);
    socket.once('data', () => socket.resetAndDestroy());
  });
}

function polls(line) {
  line.run((socket) =>
    line.requests(socket, () =>
      line.head('GET', 'poll', { query: `&session=${crypto.randomUUID()}` }),
    ),
  );
}

function stream(line) {
  line.run((socket) => line.send(socket, line.head('GET', 'stream')), { reads: false });
}

const commandsAtOnce = 32;
function posts(line) {
  const one = () => JSON.stringify({ ...JSON.parse(command()), type: undefined });
  line.run((socket) =>
    line.requests(socket, () => {
      const body = Buffer.from(`[${Array.from({ length: commandsAtOnce }, one).join(',')}]`);
      const headers = ['Content-Type: application/json', `Content-Length: ${body.length}`];
      return Buffer.concat([Buffer.from(line.head('POST', 'commands', { headers })), body]);
    }),
  );
}

export const kinds = {
  // What the machine does by itself in the same time.
  none: () => undefined,
  'valid commands': fresh(64),
  'malformed JSON': same(many, text('{"type":"command","id":')),
  'nested JSON': same(4, nested('[', ']', 8 * kib)),
  'nested arguments': same(4, nested('{"type":"command","args":', '}', 600)),
  'messages of 16 KiB': fresh(4, 16 * kib),
  'messages of 17 KiB': same(4, text('x'.repeat(17 * kib))),
  'binary frames': same(16, frame(opcodes.binary, 'x'.repeat(4 * kib))),
  'empty fragments': same(10_000, fragment(opcodes.continuation), fragment(opcodes.text)),
  'ping floods': same(10_000, frame(opcodes.ping)),
  'unread hellos': (line) =>
    line.webSocket((socket) => line.flood(socket, many, () => times(many, hello)), { reads: false }),
  'slow heads and frames': slowly,
  'reconnect storms': storm,
  'polls of many sessions': polls,
  'streams never read': stream,
  'POST /commands': posts,
};
