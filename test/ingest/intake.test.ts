import { describe, expect, test } from 'vitest';
import { Intake } from '../../src/ingest/intake.ts';
import { heapInUse } from '../support/heap.ts';
import { FINISH, finishWith, passingWith, stored } from './support.ts';

describe('the way in', () => {
  test('a second copy is dropped and counted', () => {
    const intake = new Intake();
    expect(intake.take(stored(finishWith({ seq: 1 }))).outcome).toBe('fact');
    expect(intake.take(stored(finishWith({ seq: 1 })))).toEqual({
      outcome: 'duplicate',
      origin: { source: 'STA-TIMING-1', epoch: '2024-06-09', seq: 1 },
    });
    expect(intake.counts()).toMatchObject({ facts: 1, duplicates: 1, rejected: 0 });
  });

  test('F3 another fact under a number that came is refused, and the first stands; said again later it is a copy', () => {
    const intake = new Intake();
    intake.take(stored(finishWith({ seq: 1 })));
    const other = { ...passingWith({ time: '9.59' }), seq: 1 };
    expect(intake.take(stored(other))).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'NUMBER_TWICE', origin: null },
    });
    expect(intake.take(stored(finishWith({ seq: 1, sentAt: '2024-06-09T21:00:00Z' }))).outcome).toBe(
      'duplicate',
    );
    expect(intake.counts()).toMatchObject({ facts: 1, duplicates: 1, rejected: 1 });
  });

  test('a good fact under the number of a refused one is told, and so is a bad one under that of a good one', () => {
    const intake = new Intake();
    const bad = { ...passingWith({ time: 9.58 }), seq: 1 };
    intake.take(stored(bad));
    expect(intake.take(stored(finishWith({ seq: 1 })))).toMatchObject({
      rejection: { code: 'NUMBER_TWICE' },
    });
    intake.take(stored(finishWith({ seq: 2 })));
    expect(intake.take(stored({ ...bad, seq: 2 }))).toMatchObject({ rejection: { code: 'WRONG_TYPE' } });
    expect(intake.openGaps()).toEqual([]);
  });

  test('who goes on from a checkpoint knows what was said under the newest numbers', () => {
    const [before, after] = [new Intake(), new Intake()];
    before.take(stored(finishWith({ seq: 1 })));
    after.takeUp(structuredClone(before.soFar));
    expect(after.take(stored({ ...passingWith({ time: '9.59' }), seq: 1 }))).toMatchObject({
      rejection: { code: 'NUMBER_TWICE' },
    });
  });

  test('a message under the name of another fact uses up no number: its own one may still come', () => {
    const intake = new Intake();
    const { source, epoch } = finishWith({ seq: 1 }) as { source: string; epoch: string };
    const stranger = { ...stored(finishWith({ seq: 2 })), messageId: `${source}:${epoch}:1` };
    expect(intake.take(stranger)).toMatchObject({ rejection: { code: 'WRONG_MESSAGE_ID' } });
    const again = { ...stored(finishWith({ seq: 1 })), messageId: `${source}:${epoch}:1:2` };
    expect(intake.take(again).outcome).toBe('fact');
    expect(intake.take({ ...stranger, messageId: `${source}:${epoch}:2` }).outcome).toBe('fact');
  });

  test('F5 a hole is told with the fact that shows it', () => {
    const intake = new Intake();
    intake.take(stored(finishWith({ seq: 1 })));
    expect(intake.take(stored(finishWith({ seq: 3 })))).toMatchObject({
      noted: { opened: { from: 2, to: 2 } },
    });
    expect(intake.openGaps()).toHaveLength(1);
    expect(intake.take(stored(finishWith({ seq: 2 })))).toMatchObject({
      noted: { closed: { from: 2, to: 2 } },
    });
  });

  test('a refused fact is counted by its code and leaves no hole', () => {
    const intake = new Intake();
    intake.take(stored(finishWith({ seq: 1 })));
    const refused = { ...passingWith({ time: 9.58 }), seq: 2 };
    expect(intake.take(stored(refused))).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'WRONG_TYPE' },
    });
    expect(intake.take(stored(refused)).outcome).toBe('duplicate');
    expect(intake.take(stored(finishWith({ seq: 3 })))).toMatchObject({
      outcome: 'fact',
      noted: { complete: true },
    });
    expect([...intake.counts().byCode]).toEqual([['WRONG_TYPE', 1]]);
  });

  test('F7 a source belongs to the venue of its first fact: what another one says of it is refused and uses up no number', () => {
    const intake = new Intake();
    const from = (venue: string, message: object) => intake.take({ ...stored(message), venue });
    expect(from('STA', finishWith({ seq: 1 })).outcome).toBe('fact');
    const refused = { outcome: 'rejected', noted: null, rejection: { code: 'WRONG_VENUE', origin: null } };
    expect(from('POOL', finishWith({ seq: 2 }))).toMatchObject(refused);
    expect(from('POOL', { ...passingWith({ time: 9.58 }), seq: 2 })).toMatchObject(refused);
    // Another numbering is of the same source.
    expect(from('POOL', finishWith({ epoch: 'other', seq: 1 }))).toMatchObject(refused);
    expect(from('STA', finishWith({ seq: 2 }))).toMatchObject({ outcome: 'fact', noted: { complete: true } });
    expect(intake.came('STA-TIMING-1', '2024-06-09')).toEqual({ seq: 2 });
    expect([...intake.counts().byCode]).toEqual([['WRONG_VENUE', 3]]);
  });

  test('F7 an engine that goes on from what was put down knows whose a source is', () => {
    const before = new Intake();
    before.take({ ...stored(finishWith({ seq: 1 })), venue: 'STA' });
    const after = new Intake();
    after.takeUp(structuredClone(before.soFar));
    expect(after.take({ ...stored(finishWith({ seq: 2 })), venue: 'POOL' })).toMatchObject({
      rejection: { code: 'WRONG_VENUE' },
    });
    expect(after.take({ ...stored(finishWith({ seq: 2 })), venue: 'STA' }).outcome).toBe('fact');
  });

  test('F7 nobody but an engine speaks as one, and a refused fact makes no source anybody’s', () => {
    const intake = new Intake();
    const from = (venue: string, message: object) => intake.take({ ...stored(message), venue });
    const link = { source: 'A', state: 'OK' };
    const notice = { source: 'SPLITSECOND', epoch: 'x', seq: 1, unit: FINISH.unit, link };
    expect(from('STA', notice)).toMatchObject({ rejection: { code: 'WRONG_VENUE' } });
    expect(from('SYS', notice).outcome).toBe('fact');
    expect(from('POOL', { ...passingWith({ time: 9.58 }), seq: 1 })).toMatchObject({
      rejection: { code: 'WRONG_TYPE' },
    });
    expect(from('STA', finishWith({ seq: 2 })).outcome).toBe('fact');
  });

  test('what is refused further on is counted with the rest', () => {
    const intake = new Intake();
    intake.countRejection('NOT_ON_START_LIST');
    expect(intake.counts()).toMatchObject({ rejected: 1, byCode: new Map([['NOT_ON_START_LIST', 1]]) });
  });
});

describe('D14 ten thousand refused facts in a row', () => {
  const oversized = new Uint8Array(1024 * 1024 + 1);
  const bad = [
    () => stored('x'.repeat(2000)),
    (seq: number) => stored({ ...passingWith({ time: 9.58 }), seq }),
    (seq: number) => stored({ ...finishWith({ passing: undefined }), seq, [`kind${seq}`]: {} }),
    () => stored(`<!DOCTYPE a><b>${'c'.repeat(500)}</b>`),
    () => stored(oversized),
    () => stored('['.repeat(5000)),
    (seq: number) => stored({ ...passingWith({ competitor: `c${'x'.repeat(500)}${seq}` }), seq }),
    (seq: number) => stored(Buffer.from([seq & 0xff, 0xff, 0xfe]), 'application/x-protobuf'),
    (seq: number) => stored({ ...finishWith({ source: 'S!' }), seq }),
  ];

  function refuse(intake: Intake, from: number, count: number): void {
    for (let seq = from; seq < from + count; seq += 1) {
      expect(intake.take(bad[seq % bad.length]!(seq)).outcome).toBe('rejected');
    }
  }

  test('each gets a code, memory stays flat, and the next good fact is taken', () => {
    const intake = new Intake();
    refuse(intake, 1, 1000);
    const before = heapInUse();
    refuse(intake, 1001, 10_000);
    // A kilobyte per refused fact would be 10 MB.
    expect(heapInUse() - before).toBeLessThan(3_000_000);
    expect(intake.take(stored({ ...FINISH, seq: 11_001 }))).toMatchObject({
      outcome: 'fact',
      fact: { kind: 'passing' },
    });
    const counts = intake.counts();
    expect(counts.rejected).toBe(11_000);
    expect(counts.byCode.size).toBeLessThan(12);
  });
});
