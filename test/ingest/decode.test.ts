import { describe, expect, test } from 'vitest';
import { checkFact, encodeFact, messageIdOf } from '../../src/ingest/encode.ts';
import { factToWire } from '../../src/ingest/from-wire.ts';
import { isRejection } from '../../src/ingest/rejection.ts';
import { codeOf, decode, FINISH, finishWith, passingWith, UNIT } from './support.ts';

const protobuf = 'application/x-protobuf';

describe('a fact that is right', () => {
  test('D5 measured values become millionths and times microseconds', () => {
    expect(decode(passingWith({ at: '2024-06-09T22:53:11.104233999+02:00' }))).toEqual({
      kind: 'passing',
      content: { competitor: '1234567', point: 'FIN', time: 10_020_000, at: 1_717_966_391_104_233 },
      source: 'STA-TIMING-1',
      epoch: '2024-06-09',
      seq: 42,
      unit: UNIT,
      sentAt: '2024-06-09T20:53:11.104233Z',
      test: false,
      storedAt: 1_717_966_391_105_000,
      streamSeq: 7,
    });
  });

  test('the epoch is "1" when the source says none', () => {
    expect(decode(finishWith({ epoch: undefined }))).toMatchObject({ epoch: '1' });
  });

  test('what is about no fact that could hold cannot expect one', () => {
    const expects = { seq: 6 };
    expect(codeOf(decode({ source: 'A', seq: 1, expects, heartbeat: {} }))).toBe('WRONG_VALUE');
    expect(decode(finishWith({ expects }))).toMatchObject({ expects });
  });

  test('a heartbeat takes the unit of its subject and is sent without one', () => {
    const heartbeat = decode({ source: 'A', seq: 1, heartbeat: { every: 5 } });
    expect(heartbeat).toMatchObject({ kind: 'heartbeat', unit: UNIT });
    expect(!isRejection(heartbeat) && factToWire(heartbeat)).toEqual({
      source: 'A',
      epoch: '1',
      seq: 1,
      heartbeat: { every: 5 },
    });
  });

  test('an empty list that may be left out is the same as one left out', () => {
    const setup = decode(finishWith({ passing: undefined, setup: { points: [], heights: [], options: {} } }));
    expect(setup).toMatchObject({ kind: 'setup', content: {} });
    expect(Object.keys((setup as unknown as { content: object }).content)).toEqual([]);
  });

  test('a content type with parameters, or none, is read as JSON', () => {
    expect(codeOf(decode(FINISH, 'application/json; charset=utf-8'))).toBe('passing');
    expect(codeOf(decode(FINISH, ''))).toBe('passing');
  });

  test('RFC 8259 8.1 a byte order mark is passed over', () => {
    expect(codeOf(decode(`\ufeff${JSON.stringify(FINISH)}`))).toBe('passing');
  });

  test('a message under the name of another fact, which that one would be a second copy of, is refused', () => {
    const under = (name: string, said: object = FINISH) => codeOf(decode(said, undefined, UNIT, name));
    expect(under('STA-TIMING-1:2024-06-09:42')).toBe('passing');
    expect(under('')).toBe('passing');
    expect(under('STA-TIMING-1:2024-06-09:43')).toBe('WRONG_MESSAGE_ID');
    expect(under('POOL-1:1:1')).toBe('WRONG_MESSAGE_ID');
    expect(under('A:1:2', { source: 'A', seq: 1, heartbeat: {} })).toBe('WRONG_MESSAGE_ID');
    expect(under('A:1:1', { source: 'A', seq: 1, heartbeat: {} })).toBe('heartbeat');
  });

  test('the message id is source, epoch and seq', () => {
    expect(messageIdOf(FINISH)).toBe('STA-TIMING-1:2024-06-09:42');
    expect(messageIdOf({ source: 'A', seq: 1, heartbeat: {} })).toBe('A:1:1');
  });
});

describe('F1 a fact that is not right is refused with a code and its path', () => {
  test.each([
    ['passing.time: must be a decimal string', passingWith({ time: '10,02' })],
    ['passing.zone is not a field of this fact', passingWith({ zone: 'A' })],
    ['passing.point is missing', finishWith({ passing: { competitor: '1', time: '1' } })],
    ['passing needs one of time, at', finishWith({ passing: { competitor: '1', point: 'FIN' } })],
    [
      '"teleport" is not a kind of fact',
      { ...finishWith({ passing: undefined }), teleport: {}, passing: undefined },
    ],
  ])('%s', (message, wire) => {
    const outcome = decode(wire);
    expect(isRejection(outcome) && outcome.message).toContain(message);
  });

  test('the number of a refused fact is kept, so that it is no hole', () => {
    expect(decode(passingWith({ zone: 'A' }))).toMatchObject({
      origin: { source: 'STA-TIMING-1', epoch: '2024-06-09', seq: 42 },
    });
    expect(decode(finishWith({ seq: 0 }))).toMatchObject({ origin: null });
  });

  test('a unit other than the one of the subject is refused', () => {
    expect(codeOf(decode(FINISH, 'application/json', UNIT.replace('0001', '0002')))).toBe('WRONG_SUBJECT');
  });

  test('an unknown content type is refused', () => {
    expect(codeOf(decode(FINISH, 'text/xml'))).toBe('UNKNOWN_CONTENT_TYPE');
  });

  test.each(['null', '42', '"fact"', '[]', 'true'])('%s is no envelope', (text) => {
    expect(codeOf(decode(text))).toBe('WRONG_TYPE');
  });

  test('text that XML cannot carry is refused: control characters and half characters', () => {
    const note = (text: string) => finishWith({ passing: undefined, note: { id: '1', text } });
    expect(codeOf(decode(note('æøå 漢字 🏃')))).toBe('note');
    for (const text of ['\u0000', '\u001b[31m', '\u007f', '\u009b31m', '\ud83c', '\ufffe'])
      expect(codeOf(decode(note(text)))).toBe('WRONG_VALUE');
  });

  test('a message quotes foreign text as one printable line', () => {
    const outcome = decode(finishWith({ passing: undefined, ['a\n\u001b[31m'.padEnd(9000, 'x')]: {} }));
    expect(isRejection(outcome) && outcome.message).toMatch(/^[\x20-\x7e]{10,250}$/);
  });
});

describe('bytes that are no text', () => {
  test('a megabyte is the most, however it is filled', () => {
    const large = passingWith({ point: 'x'.repeat(1024 * 1024) });
    expect(codeOf(decode(large))).toBe('FACT_TOO_LARGE');
    expect(codeOf(decode(new Uint8Array(1024 * 1024 + 1), protobuf))).toBe('FACT_TOO_LARGE');
    expect(codeOf(decode(`${JSON.stringify(FINISH)}${' '.repeat(900_000)}`))).toBe('passing');
  });

  test.each(['[', '{"a":', '[{"a":'])('a tower of %s is refused before it is parsed', (level) => {
    expect(codeOf(decode(level.repeat(100_000)))).toBe('TOO_DEEP');
  });

  test('brackets inside a text are no levels', () => {
    const text = `${'['.repeat(90)}\\"${'{'.repeat(90)}\\`;
    expect(codeOf(decode(finishWith({ passing: undefined, note: { id: '1', text } })))).toBe('note');
  });

  test('bytes that are not UTF-8 are refused', () => {
    const cut = Buffer.from(JSON.stringify(passingWith({ point: 'Ø' })));
    cut[cut.indexOf(0xc3) + 1] = 0x20;
    expect(codeOf(decode(cut))).toBe('NOT_UTF8');
    expect(codeOf(decode(Buffer.from(JSON.stringify(FINISH), 'utf16le')))).toBe('NOT_JSON');
  });

  test('D12 XML is refused, and its DOCTYPE is never read', () => {
    expect(decode('<OdfBody/>')).toMatchObject({ code: 'NOT_JSON', message: expect.stringContaining('XML') });
    expect(codeOf(decode('<?xml version="1.0"?><!doctype a SYSTEM "file:///etc/passwd">'))).toBe(
      'DOCTYPE_REFUSED',
    );
  });

  test('keys that name parts of every object reach nothing', () => {
    const text = JSON.stringify(FINISH);
    expect(codeOf(decode(text.replace('{', '{"__proto__":{"test":true},')))).toBe('UNKNOWN_FIELD');
    expect(codeOf(decode(text.replace('"passing":{', '"passing":{"__proto__":{"lap":1},')))).toBe(
      'UNKNOWN_FIELD',
    );
    expect(codeOf(decode(text.replace('"passing"', '"constructor"')))).toBe('UNKNOWN_FACT');
    const options = `{"source":"A","seq":1,"unit":"${UNIT}","setup":{"options":{"__proto__":{"polluted":true}}}}`;
    expect(codeOf(decode(options))).toBe('WRONG_VALUE');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('protobuf', () => {
  test('a field number that the .proto does not know is refused', () => {
    const unknown = Buffer.concat([encodeFact(FINISH, protobuf), Buffer.from([0xa0, 0x06, 0x01])]);
    expect(codeOf(decode(unknown, protobuf))).toBe('UNKNOWN_FIELD');
  });

  test('two facts in one message are refused', () => {
    const reaction = encodeFact(
      { source: 'A', seq: 1, reaction: { competitor: '1', time: '0.1' } },
      protobuf,
    );
    const both = Buffer.concat([encodeFact(FINISH, protobuf), reaction]);
    expect(codeOf(decode(both, protobuf))).toBe('SEVERAL_FACTS');
  });

  test('JSON under the protobuf content type is refused', () => {
    expect(codeOf(decode(FINISH, protobuf))).toMatch(/NOT_PROTOBUF|UNKNOWN_FIELD/);
  });

  test('no bytes are an envelope without a fact', () => {
    expect(codeOf(decode(new Uint8Array(0), protobuf))).toBe('NO_FACT');
    expect(codeOf(decode(''))).toBe('NOT_JSON');
  });

  test('options nested deeper than a fact may be are refused', () => {
    let options: object = {};
    for (let level = 0; level < 40; level += 1) options = { a: options };
    const deep = { ...FINISH, passing: undefined, setup: { options } } as unknown as typeof FINISH;
    expect(codeOf(decode(encodeFact(deep, protobuf), protobuf))).toBe('TOO_DEEP');
    expect(codeOf(decode(deep))).toBe('TOO_DEEP');
  });
});

describe('a fact at every split', () => {
  test('no beginning of a JSON fact is a fact', () => {
    const whole = Buffer.from(JSON.stringify(FINISH));
    for (let length = 0; length < whole.length; length += 1) {
      expect(codeOf(decode(whole.subarray(0, length))), `${length} bytes`).toBe('NOT_JSON');
    }
  });

  test('a beginning of a protobuf fact is refused, or is a fact without its last fields', () => {
    const whole = encodeFact(FINISH, protobuf);
    const codes = new Set<string>();
    for (let length = 0; length < whole.length; length += 1)
      codes.add(codeOf(decode(whole.subarray(0, length), protobuf)));
    expect([...codes].sort()).toEqual(
      ['MISSING_FIELD', 'NOT_PROTOBUF', 'NO_FACT'].filter((code) => codes.has(code)),
    );
    expect(codes).toContain('NOT_PROTOBUF');
  });
});

test('a venue hears before it sends what an engine would refuse', () => {
  expect(checkFact(FINISH)).toBeNull();
  expect(checkFact(passingWith({ time: 'fast' }) as typeof FINISH)).toMatchObject({ code: 'WRONG_DECIMAL' });
});
