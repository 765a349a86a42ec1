/** What the contract suite sends through a broker. */
import type { ResultMessage, VenueMessage } from '../../src/broker/broker.ts';

export const SPRINT = 'ATHM100M--------------FNL-000100--';
export const RELAY = 'SWMX4X100MMD----------FNL-000100--';
export const DOTTED = 'ATHM49.5KG------------FNL-000100--';
export const LARGE_BYTES = 3 * 1024 * 1024;

export const bytes = (text: string): Uint8Array => Buffer.from(text);
export const text = (data: Uint8Array): string => Buffer.from(data).toString();

export function fact(seq: number, unit = SPRINT): VenueMessage {
  return {
    venue: 'STA',
    unit,
    messageId: `TIMING:1:${seq}`,
    contentType: 'application/json',
    data: bytes(`fact ${seq}`),
  };
}

export function version(number: number, channel = `${SPRINT}/RESULT`): ResultMessage {
  const form = number === 1 ? 'whole' : 'delta';
  return {
    channel,
    epoch: 'k3f9',
    first: number,
    version: number,
    hash: `hash${number}`,
    form,
    data: bytes(`version ${number}`),
  };
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
