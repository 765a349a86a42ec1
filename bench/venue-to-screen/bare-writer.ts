/**
 * The floor: a process that does nothing but write one ready frame to every socket, one after the other, when it is
 * told to; each as long as the message that a screen of that form gets from the edge. No broker, no ranking, no
 * encoding: what remains is the kernel and the readers. Started with the bytes by form, as JSON.
 */
import type { Socket } from 'node:net';
import { prepareFrame } from '../../src/fanout/frames/websocket-frame.ts';
import { tell } from '../fan-out/tell.ts';
import { bareListener } from '../support/bare-listener.ts';
import { FORM_NAMES, FORMS, type Form } from './forms.ts';

const bytesOf = JSON.parse(process.argv[2]!) as Readonly<Record<Form, number>>;
const screens: { readonly socket: Socket; readonly form: Form }[] = [];

const port = await bareListener((socket, request) => {
  const form = formAsked(request);
  socket.write(framesOf(1).get(form)!);
  screens.push({ socket, form });
});
tell({ port });

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

function framesOf(version: number): Map<Form, Buffer> {
  return new Map(FORM_NAMES.map((form) => [form, frameOf(version, form)]));
}

/** Text that begins as the real message does, filled up to its length. */
function frameOf(version: number, form: Form): Buffer {
  const begin = form === 'whole ODF' ? '{"channel":"","version":' : '{"delta":{"version":';
  const content = Buffer.from(`${begin}${version},"x":"`.padEnd(bytesOf[form], '.'));
  return Buffer.concat(prepareFrame(content, false).parts);
}
