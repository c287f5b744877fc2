// Node's `ws`: everyone gets what anyone says.
import { WebSocket, WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, backlog: 4096, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    for (const one of server.clients) {
      if (one.readyState === WebSocket.OPEN) one.send(data, { binary: false });
    }
  });
});
server.on('listening', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
