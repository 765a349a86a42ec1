/** The baseline of `http`: node:http and `JSON.stringify` at each request, nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let document: unknown = null;

const server = createServer((_request, response) => {
  const body = Buffer.from(JSON.stringify(document));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.byteLength,
  });
  response.end(body);
});

process.on('message', (given: unknown) => {
  document = given;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.on('disconnect', () => process.exit());
