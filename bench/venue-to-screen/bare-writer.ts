/**
 * The floor: a process that does nothing but write one ready frame to every socket, one after the other, when it is
 * told to; each as long as the message that a screen of that form gets from the edge. No broker, no ranking, no
 * encoding: what remains is the kernel and the readers. Started with the bytes by form, as JSON.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { prepareFrame } from '../../src/fanout/frames/websocket-frame.ts';
import { FORM_NAMES, FORMS, type Form } from './forms.ts';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const bytesOf = JSON.parse(process.argv[2]!) as Readonly<Record<Form, number>>;
const screens: { readonly socket: Socket; readonly form: Form }[] = [];

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.once('data', (bytes) => {
    const request = bytes.toString('latin1');
    const key = /Sec-WebSocket-Key: (\S+)/i.exec(request)?.[1] ?? '';
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    const form = formAsked(request);
    socket.write(framesOf(1).get(form)!);
    socket.on('data', () => {});
    screens.push({ socket, form });
  });
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (version: number) => {
  const frames = framesOf(version);
  for (const { socket, form } of screens) socket.write(frames.get(form)!);
});
process.on('disconnect', () => process.exit());

function formAsked(request: string): Form {
  const deflated = /permessage-deflate/i.test(request);
  return FORM_NAMES.find(
    (form) => FORMS[form].deflated === deflated && request.includes(FORMS[form].subprotocol),
  )!;
}

const framesOf = (version: number): Map<Form, Buffer> =>
  new Map(FORM_NAMES.map((form) => [form, frameOf(version, form)]));

/** Text that begins as the real message does, filled up to its length. */
function frameOf(version: number, form: Form): Buffer {
  const begin = form === 'whole ODF' ? '{"channel":"","version":' : '{"delta":{"version":';
  const content = Buffer.from(`${begin}${version},"x":"`.padEnd(bytesOf[form], '.'));
  return Buffer.concat(prepareFrame(content, false).parts);
}
