/** For the programs and tests in Node: the socket, both readers, and `subscribe` by its older name. */
export { subscribe as subscribeFromNode } from './node.ts';
export { openNodeSocket } from './node-socket.ts';
export { protobufReader } from './protobuf.ts';
