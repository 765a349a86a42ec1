/** What the bare relay passes on: a number, filled up to the length of what the pipeline sends there. */

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
