import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { ContentType, StoredVenueMessage } from '../../src/broker/broker.ts';
import { decodeFact } from '../../src/ingest/decode.ts';
import { isRejection, type Rejection } from '../../src/ingest/rejection.ts';
import type { WireFact, WireObject } from '../../src/ingest/wire.ts';
import type { Fact } from '../../src/model/fact.ts';

export const UNIT = 'ATHM100M--------------FNL-000100--';

/** A finish, as venue-feed.md shows it. */
export const FINISH: WireFact = {
  source: 'STA-TIMING-1',
  epoch: '2024-06-09',
  seq: 42,
  sentAt: '2024-06-09T20:53:11.104233Z',
  unit: UNIT,
  passing: { competitor: '1234567', point: 'FIN', time: '10.02' },
};

export const finishWith = (more: { [field: string]: unknown }): object => ({ ...FINISH, ...more });

export const passingWith = (more: WireObject): object =>
  finishWith({ passing: { ...FINISH.passing, ...more } });

export function stored(
  data: Uint8Array | string | object,
  contentType: ContentType | string = 'application/json',
  unit: string = UNIT,
  messageId = '',
): StoredVenueMessage {
  const bytes =
    data instanceof Uint8Array ? data : Buffer.from(typeof data === 'string' ? data : JSON.stringify(data));
  return {
    venue: 'STA',
    unit,
    messageId,
    contentType,
    data: bytes,
    streamSeq: 7,
    storedAt: 1_717_966_391_105_000,
  };
}

export const decode = (...told: Parameters<typeof stored>): Fact | Rejection => decodeFact(stored(...told));

/** The code of a refusal, or the kind of the fact. */
export function codeOf(outcome: Fact | Rejection): string {
  return isRejection(outcome) ? outcome.code : outcome.kind;
}

export interface Sample {
  readonly name: string;
  /** The folder: a kind of fact, or `envelope`. */
  readonly kind: string;
  /** Null for a valid one. */
  readonly code: string | null;
  readonly data: Buffer;
  /** The envelope's unit, where it can be read. */
  readonly unit: string;
}

const FOLDER = join(import.meta.dirname, '../../schemas/venue-feed/samples');

/** `invalid-WRONG_TYPE-time-is-a-number.json`: the code is between the first two hyphens. */
export function samples(): Sample[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => extname(path) !== '')
    .sort()
    .map((path) => {
      const data = readFileSync(join(FOLDER, path));
      const [validity, code = null] = basename(path, extname(path)).split('-');
      return {
        name: path,
        kind: path.split(/[/\\]/)[0]!,
        code: validity === 'valid' ? null : code,
        data,
        unit: /"unit":\s*"([^"]+)"/.exec(data.toString())?.[1] ?? UNIT,
      };
    });
}
