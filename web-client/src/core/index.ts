/** What the pages, and clients in Node, use of the core. */
export * from './api.ts';
export * from './clock.ts';
export * from './connection.ts';
export * from './device_store.ts';
export * from './event_stream.ts';
export * from './frames.ts';
export type * from './generated/protocol.ts';
export * from './mirror.ts';
export * from './outbox.ts';
export * from './session.ts';
export * from './shuffle.ts';
export * from './text.ts';
export * from './transport.ts';
export * from './transports.ts';
export * from './websocket.ts';
export * from './wishes.ts';
