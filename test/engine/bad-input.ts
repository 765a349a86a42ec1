/** Everything that a venue should not send, each with the one code that it is refused with. */

import type { WireFact } from '../../src/ingest/wire.ts';
import { randomBytes } from '../support/random-bytes.ts';

export const HEAT = 'SWMM50MFR-------------HEAT000100--';
const SOURCE = 'POOL-1';

export interface BadMessage {
  readonly what: string;
  readonly code: string;
  readonly data: Uint8Array;
  /** Of the subject; default: the heat's. */
  readonly unit?: string;
  readonly contentType?: string;
}

export const fact = (seq: number, said: object, unit = HEAT): WireFact =>
  ({ source: SOURCE, epoch: '1', seq, unit, ...said }) as unknown as WireFact;

export const finish = (competitor: string, time: string) => ({
  passing: { competitor, point: 'FIN', time },
});

export const startList = (...codes: readonly string[]) => ({
  startList: {
    entries: codes.map((code, index) => ({
      competitor: {
        code,
        kind: 'ATHLETE' as const,
        organisation: 'ITA',
        name: { family: `Swimmer ${code}` },
      },
      startOrder: index + 1,
      lane: String(index + 1),
    })),
  },
});

const text = (value: string): Uint8Array => Buffer.from(value);
const json = (value: object): Uint8Array => text(JSON.stringify(value));
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** `seq`: the first number that may be used; each message that can be read uses up one. */
export function badMessages(seq: number): BadMessage[] {
  let next = seq;
  const numbered = (said: object, unit?: string): Uint8Array => json(fact(next++, said, unit));
  const good = JSON.stringify(fact(1, finish('1', '24.02')));
  return [
    { what: 'nothing', code: 'NOT_JSON', data: text('') },
    { what: 'a message cut off', code: 'NOT_JSON', data: text(good.slice(0, good.length - 9)) },
    { what: 'a message of two megabytes', code: 'FACT_TOO_LARGE', data: text(good.padEnd(2 ** 21)) },
    { what: 'a message nested deeper than any fact', code: 'TOO_DEEP', data: text(nested(100_000)) },
    { what: 'bytes that are no text', code: 'NOT_UTF8', data: randomBytes(1, 400) },
    {
      what: 'bytes that are no protobuf',
      code: 'NOT_PROTOBUF',
      data: randomBytes(2, 400),
      contentType: 'application/x-protobuf',
    },
    {
      what: 'a DOCTYPE',
      code: 'DOCTYPE_REFUSED',
      data: text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    },
    {
      what: 'another content type',
      code: 'UNKNOWN_CONTENT_TYPE',
      data: text(good),
      contentType: 'application/xml',
    },
    {
      what: 'a number where a text belongs',
      code: 'WRONG_TYPE',
      data: numbered({ passing: { competitor: 1, point: 'FIN', time: '24.02' } }),
    },
    {
      what: 'a time as a float',
      code: 'WRONG_TYPE',
      data: numbered({ passing: { competitor: '1', point: 'FIN', time: 24.02 } }),
    },
    { what: 'a time in minutes', code: 'WRONG_DECIMAL', data: numbered(finish('1', '1:24.02')) },
    {
      what: 'a field nobody knows',
      code: 'UNKNOWN_FIELD',
      data: numbered({ ...finish('1', '24.02'), colour: 'red' }),
    },
    { what: 'a fact nobody knows', code: 'UNKNOWN_FACT', data: numbered({ applause: { loud: true } }) },
    {
      what: 'two facts in one',
      code: 'SEVERAL_FACTS',
      data: numbered({ ...finish('1', '24.02'), status: { result: 'LIVE' } }),
    },
    { what: 'a code that is none', code: 'WRONG_RSC', data: numbered(finish('1', '24.02'), 'SWM') },
    {
      what: 'another unit than the subject',
      code: 'WRONG_SUBJECT',
      data: numbered(finish('1', '24.02'), 'SWMM50MFR-------------HEAT000200--'),
    },
    {
      what: 'a discipline nobody knows',
      code: 'UNKNOWN_DISCIPLINE',
      unit: 'XYZM50MFR-------------HEAT000100--',
      data: numbered(finish('1', '24.02'), 'XYZM50MFR-------------HEAT000100--'),
    },
    {
      what: 'a rule nobody knows',
      code: 'UNKNOWN_RULE',
      data: numbered({ setup: { rule: 'SWM.RACE@1066' } }),
    },
    {
      what: 'somebody who does not swim here',
      code: 'NOT_ON_START_LIST',
      data: numbered(finish('99', '24.02')),
    },
    { what: 'a time that nobody swims', code: 'FACT_HELD', data: numbered(finish('2', '4.02')) },
  ];
}
