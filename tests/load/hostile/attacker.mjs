// The hostile people of one kind, as a process: says "ready", waits for a line, attacks for so many
// seconds, says what it did, and ends.   attacker.mjs KIND PORT WORKSHOP SECONDS TOKEN…
import { once } from 'node:events';
import { kinds } from './kinds.mjs';
import { Line } from './line.mjs';

const [kind, port, workshop, seconds, ...tokens] = process.argv.slice(2);
const tally = { over: false, sent: 0, connections: 0, answers: {} };
const lines = tokens.map(
  (token, index) => new Line({ port: Number(port), workshop, token, tally, stubborn: index % 4 === 0 }),
);

process.stdin.resume();
console.log('ready');
await once(process.stdin, 'data');
process.stdin.once('end', () => process.exit(1)); // whoever started us is gone
setTimeout(() => {
  tally.over = true;
  for (const line of lines) line.socket?.resetAndDestroy();
  console.log(JSON.stringify(tally));
  process.exit(0);
}, Number(seconds) * 1000);
lines.forEach((line, index) => kinds[kind](line, index));
