// socket.io over WebSocket only: everyone gets what anyone says.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  socket.on('post', (text) => io.emit('post', text));
});
http.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () =>
  console.log(`listening on http://127.0.0.1:${http.address().port}`),
);
