// What the fuzz targets begin with: the examples of the contract, the templates that ship, and a few
// requests and frames. Usage: node seeds.mjs FOLDER; writes FOLDER/TARGET/*.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const out = process.argv[2];

function put(target, name, bytes) {
  mkdirSync(join(out, target), { recursive: true });
  writeFileSync(join(out, target, name), bytes);
}

function copy(target, folder, wanted) {
  for (const name of readdirSync(join(top, folder)).filter((one) => wanted.test(one))) {
    put(target, name, readFileSync(join(top, folder, name)));
  }
}

copy('frames', 'protocol/examples', /^(hello|command|http\.command)/);
for (const name of readdirSync(join(top, 'protocol/examples/invalid'))) {
  if (!name.endsWith('.json')) continue;
  const { frame, raw, raw_base64 } = JSON.parse(
    readFileSync(join(top, 'protocol/examples/invalid', name), 'utf8'),
  );
  const bytes = raw_base64 === undefined ? (raw ?? JSON.stringify(frame)) : Buffer.from(raw_base64, 'base64');
  put('frames', `invalid.${name}`, bytes);
}
copy('template', 'protocol/examples', /^template/);
copy('template', 'server/wire/templates', /\.json$/);

copy('import', 'protocol/examples', /^export/);
copy('import', 'tests/domain/golden', /\.json$/);
const tables = {
  wall: 'Section,Title,Body,Created At (UTC),Author\nNature,Haies,"<p>Une &eacute;<br>b</p>",2020-12-14 09:31 UTC,Zo\n',
  french: '\ufeffRubrique;Titre;Corps\nA;B;"C ""d""\ne"\n',
  list: '- une haie\n2. une mare\n"sur\ndeux lignes"\n',
  comments: 'timestamp,comment-id,author-id,moderated,comment-body\n1,7,1,-1,Une haie\n',
  votes: 'comment-id,voter-id,vote\n7,1,1\n',
};
for (const [name, text] of Object.entries(tables)) {
  put('import', `${name}.csv`, text);
  put('import', `${name}.utf16`, Buffer.from(`\ufeff${text}`, 'utf16le'));
}
/** A stored zip with one entry, as the format has it. */
function zip(name, text) {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), bytes]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
put('import', 'wall.zip', zip('a.csv', tables.wall));

/** A client's frame; its mask is zero, so that what is in it can be read. */
function frame(opcode, text = '', final = true) {
  const payload = Buffer.from(text);
  const length = payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([(final ? 0x80 : 0) | opcode, ...length, 0, 0, 0, 0]), payload]);
}

const lines = {
  text: [frame(1, 'une haie')],
  fragments: [frame(1, 'une ', false), frame(9, 'p'), frame(0, 'haie')],
  empty: [frame(1, '', false), frame(0, '', false), frame(0)],
  longer: [frame(1, 'é'.repeat(90))],
  close: [frame(10), frame(8, Buffer.from([3, 232]))],
  binary: [frame(2, 'x')],
};
for (const [name, frames] of Object.entries(lines)) {
  put('reader', name, Buffer.concat([Buffer.from([5]), ...frames]));
  put('entry', `live.${name}`, Buffer.concat([Buffer.from([1, 4]), ...frames]));
}

const requests = {
  get: 'GET /a%20b?q=%C3%A9&q2 HTTP/1.1\r\nHost: x\r\nCookie: a=b; c="d"\r\n\r\n',
  post: 'POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
  chunked: 'POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  expect: 'POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx',
  pipeline: 'GET /1 HTTP/1.1\r\nHost: x\r\n\r\nHEAD /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  old: 'GET / HTTP/1.0\r\n\r\n',
  upgrade: 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 8\r\n\r\n',
  junk: 'GET  /\r\n: \r\n\r\n',
};
for (const [name, text] of Object.entries(requests)) {
  put('entry', name, Buffer.concat([Buffer.from([0, 4]), Buffer.from(text)]));
}
