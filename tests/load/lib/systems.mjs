// Everything that is measured: how each server is started, and how it is spoken to.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Atelier, knows } from './atelier.mjs';
import { here, programs } from './places.mjs';
import { Process } from './processes.mjs';
import { remove, temporary } from './temporary.mjs';

const serverCore = 0;

/** A program that prints "listening on http://127.0.0.1:PORT". */
async function listening(command, args) {
  const server = new Process(command, args, { core: serverCore });
  const port = Number(new URL((await server.line(30_000)).replace('listening on ', '')).port);
  server.forget();
  return { pid: server.pid, port, dialect: { dialect: 'plain' }, stop: () => server.stop('SIGKILL') };
}

const peer = (name) => () => listening(process.execPath, [join(here, 'peers', `${name}.mjs`)]);

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function nchan() {
  const port = await freePort();
  const folder = temporary('nchan');
  writeFileSync(join(folder, 'nginx.conf'), nchanSettings(port));
  const server = new Process('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    core: serverCore,
  });
  for (let tries = 0; tries < 100; ++tries) {
    if (await fetch(`http://127.0.0.1:${port}/ready`).then(() => true, () => false)) break;
    if (server.child.exitCode !== null) throw new Error(`nginx: ${server.errors}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    await server.stop();
    remove(folder);
  };
  return { pid: server.pid, port, dialect: { dialect: 'plain', path: '/chat' }, stop };
}

const nchanSettings = (port) => `
load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
daemon off;
user ${process.getuid() === 0 ? 'root' : 'nobody'};
worker_processes 1;
worker_rlimit_nofile 20000;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 20000; }
http {
  access_log off;
  tcp_nodelay on;
  nchan_shared_memory_size 256M;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /ready { return 204; }
    location = /chat {
      nchan_pubsub websocket;
      nchan_channel_id chat;
      nchan_subscriber_first_message newest;
      nchan_message_buffer_length 1000;
      nchan_message_timeout 20s;
    }
  }
}
`;

const atelier = (threads, core) => async () => {
  const server = await Atelier.start({ core, threads });
  const { code } = await server.workshop();
  return {
    pid: server.pid,
    port: server.port,
    dialect: { dialect: 'atelier', codes: code },
    stop: () => server.stop(),
  };
};

/** `pinned: false` shares both cores with the generator. */
export const systems = {
  epoll: { title: 'bare epoll, one write per message', start: () => listening(programs.epollChat, []) },
  tick: {
    title: '**bare epoll, one write per 25 ms tick (the limit)**',
    start: () => listening(programs.epollChat, ['--tick', '25']),
  },
  asio: {
    title: 'Asio, own framing, one write per loop turn (as uWebSockets does)',
    start: () => listening(programs.asioChat, []),
  },
  nchan: { title: 'Nchan', start: nchan },
  ws: { title: 'Node `ws`', start: peer('ws') },
  socketio: {
    title: 'socket.io',
    start: async () => ({ ...(await peer('socketio')()), dialect: { dialect: 'socketio' } }),
  },
  atelier: { title: '**Atelier**, one reactor', start: atelier(1, serverCore), ours: true },
  atelier2: {
    title: '**Atelier**, two reactors, not pinned',
    start: atelier(2, undefined),
    ours: true,
    pinned: false,
    possible: () => knows('--threads'),
  },
};
