import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/ingest/decode.ts';
import { encodeFact } from '../../src/ingest/encode.ts';
import { factToWire } from '../../src/ingest/from-wire.ts';
import { FEED_LIMITS } from '../../src/ingest/limits.ts';
import { isRejection, REJECTION_CODES } from '../../src/ingest/rejection.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { Fact } from '../../src/model/fact.ts';
import { anyWireFact } from './facts.ts';

const place = { streamSeq: 3, storedAt: 5, unit: null };
const json = 'application/json';
const protobuf = 'application/x-protobuf';

const read = (data: Uint8Array, contentType: string) => decodeBytes(data, contentType, place, FEED_LIMITS);

function fact(wire: WireFact, contentType: 'application/json' | 'application/x-protobuf' = json): Fact {
  const outcome = read(encodeFact(wire, contentType), contentType);
  if (isRejection(outcome)) throw new Error(`${outcome.code} ${outcome.message} in ${JSON.stringify(wire)}`);
  return outcome;
}

const run = { seed: 20240609, numRuns: 1500 };

describe('properties of facts', () => {
  test('a fact written out and read again is the same fact', () => {
    fc.assert(
      fc.property(anyWireFact, (wire) => {
        const first = fact(wire);
        expect(fact(factToWire(first))).toEqual(first);
      }),
      run,
    );
  });

  test('JSON and protobuf of one fact are the same fact', () => {
    fc.assert(
      fc.property(anyWireFact, (wire) => {
        expect(fact(wire, protobuf)).toEqual(fact(wire));
      }),
      run,
    );
  });

  test('decoding leaves what it was given alone', () => {
    fc.assert(
      fc.property(anyWireFact, (wire) => {
        const bytes = encodeFact(wire);
        const before = Buffer.from(bytes);
        read(bytes, json);
        expect(before.equals(bytes)).toBe(true);
      }),
      { ...run, numRuns: 200 },
    );
  });
});

describe('properties of anything else', () => {
  const neverThrows = (data: Uint8Array): void => {
    for (const contentType of [json, protobuf]) {
      const outcome = read(data, contentType);
      if (isRejection(outcome)) expect(REJECTION_CODES).toHaveProperty(outcome.code);
      else expect(outcome.seq).toBeGreaterThan(0);
    }
  };

  test('random bytes get a code or are a fact, and never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), neverThrows), { ...run, numRuns: 3000 });
  });

  test('random JSON gets a code and never throws', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const outcome = read(Buffer.from(text), json);
        expect(isRejection(outcome)).toBe(true);
      }),
      run,
    );
  });

  test('a fact with one byte changed gets a code or is a fact, and never throws', () => {
    const changed = fc.tuple(
      anyWireFact,
      fc.nat(),
      fc.nat(255),
      fc.constantFrom(json, protobuf) as fc.Arbitrary<typeof json>,
    );
    fc.assert(
      fc.property(changed, ([wire, at, byte, contentType]) => {
        const bytes = Uint8Array.from(encodeFact(wire, contentType));
        bytes[at % bytes.length] = byte;
        neverThrows(bytes);
      }),
      { ...run, numRuns: 3000 },
    );
  });

  test('a fact cut off anywhere is no JSON fact', () => {
    fc.assert(
      fc.property(anyWireFact, fc.nat(), (wire, at) => {
        const bytes = encodeFact(wire);
        expect(read(bytes.subarray(0, at % bytes.length), json)).toMatchObject({ origin: null });
        neverThrows(encodeFact(wire, protobuf).subarray(0, at % bytes.length));
      }),
      run,
    );
  });

  test('a fact with any field of another type gets a code', () => {
    const strange = fc.constantFrom(true, 1.5, 'no such', [], {}, [[]], { a: 1 });
    fc.assert(
      fc.property(anyWireFact, fc.nat(), strange, (wire, at, value) => {
        const fields = ['source', 'seq', 'unit', 'sentAt', 'replaces'];
        const outcome = read(
          Buffer.from(JSON.stringify({ ...wire, [fields[at % fields.length]!]: value })),
          json,
        );
        expect(isRejection(outcome) && outcome.code).toMatch(/^WRONG_/);
      }),
      run,
    );
  });
});
