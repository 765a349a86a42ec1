/**
 * What the bare relay passes on: a number, under headers and in data that are filled up to the length of what the pipeline sends
 * there, and an id by which a second copy vanishes.
 */
import type { JetStreamPublishOptions } from '@nats-io/jetstream';
import { headers, type MsgHdrs } from '@nats-io/transport-node';

/** Streams and subjects have the same names. */
export const RELAY_IN = 'relay-in';
export const RELAY_OUT = 'relay-out';

export const worded = (version: number, bytes: number): Uint8Array =>
  Buffer.from(`${version} `.padEnd(bytes, '.'));

/** Null when it is no such message. */
export function numberIn(data: Uint8Array): number | null {
  const number = Number.parseInt(Buffer.from(data.subarray(0, 12)).toString('latin1'), 10);
  return Number.isNaN(number) ? null : number;
}

/** Bytes of a message. */
export interface Lengths {
  readonly headers: number;
  readonly data: number;
}

/** What is published with a number; `bytes`: of all headers, the id among them. */
export function headed(version: number, bytes: number): Partial<JetStreamPublishOptions> {
  const msgID = String(version);
  const fields = headers();
  fields.append(ID, msgID);
  const room = bytes - bytesOf(fields) - bytesOfLine(FILLER, '');
  const filled = headers();
  filled.append(FILLER, '.'.repeat(Math.max(1, room)));
  return { msgID, headers: filled };
}

/** As they are sent: one line each, between a first line and an empty one. */
export function bytesOf(fields: MsgHdrs): number {
  let bytes = 'NATS/1.0\r\n\r\n'.length;
  for (const [name, values] of fields) for (const value of values) bytes += bytesOfLine(name, value);
  return bytes;
}

const bytesOfLine = (name: string, value: string): number => `${name}: ${value}\r\n`.length;

const ID = 'Nats-Msg-Id';
const FILLER = 'Relay';
