import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sequence } from '../../src/ingest/sequence.ts';

const of = (seq: number, source = 'A', epoch = '1') => ({ source, epoch, seq });
const hole = (from: number, to: number) => ({ source: 'A', epoch: '1', from, to });

/** Notes the numbers and tells the last outcome. */
function noteAll(sequence: Sequence, ...seqs: number[]) {
  return seqs.map((seq) => sequence.note(of(seq))).at(-1)!;
}

describe('sequence numbers of a source', () => {
  test('numbers in order are neither duplicates nor holes', () => {
    const sequence = new Sequence();
    for (const seq of [1, 2, 3]) {
      expect(sequence.note(of(seq))).toEqual({
        duplicate: false,
        opened: null,
        closed: null,
        complete: true,
      });
    }
    expect(sequence.openGaps()).toEqual([]);
  });

  test('F5 a hole is told at once, and again when its last number came', () => {
    const sequence = new Sequence();
    expect(noteAll(sequence, 1, 5)).toMatchObject({ opened: hole(2, 4), complete: false });
    expect(noteAll(sequence, 3)).toMatchObject({ duplicate: false, closed: null, complete: false });
    expect(sequence.openGaps()).toEqual([hole(2, 2), hole(4, 4)]);
    expect(noteAll(sequence, 2)).toMatchObject({ closed: hole(2, 2), complete: false });
    expect(noteAll(sequence, 4)).toMatchObject({ closed: hole(4, 4), complete: true });
  });

  test('F5 numbering starts with 1: what came before the first number heard is missing', () => {
    expect(noteAll(new Sequence(), 3)).toMatchObject({ opened: hole(1, 2) });
  });

  test('a number that came before is a duplicate, also in a hole that was filled', () => {
    const sequence = new Sequence();
    noteAll(sequence, 1, 4, 2, 3);
    for (const seq of [1, 2, 3, 4]) expect(noteAll(sequence, seq).duplicate).toBe(true);
  });

  test('sources and epochs count apart', () => {
    const sequence = new Sequence();
    sequence.note(of(1));
    expect(sequence.note(of(1, 'B')).duplicate).toBe(false);
    expect(sequence.note(of(1, 'A', '2')).duplicate).toBe(false);
    expect(sequence.note(of(1)).duplicate).toBe(true);
  });

  test('what came is told up to the first hole, and beyond it', () => {
    const sequence = new Sequence();
    expect(sequence.came('A', '1')).toEqual({ seq: 0 });
    noteAll(sequence, 1, 2, 5, 6, 8);
    expect(sequence.came('A', '1')).toEqual({
      seq: 2,
      beyond: [
        [5, 6],
        [8, 8],
      ],
    });
    noteAll(sequence, 3, 4);
    expect(sequence.came('A', '1')).toEqual({ seq: 6, beyond: [[8, 8]] });
    noteAll(sequence, 7);
    expect(sequence.came('A', '1')).toEqual({ seq: 8 });
  });
});

describe('memory', () => {
  test('every second number missing keeps no more holes than the bound', () => {
    const sequence = new Sequence({ sources: 10, epochsPerSource: 10, holesPerSeries: 100 });
    for (let seq = 2; seq <= 20_000; seq += 2) sequence.note(of(seq));
    expect(sequence.openGaps()).toHaveLength(100);
    expect(noteAll(sequence, 3).duplicate).toBe(false);
    expect(noteAll(sequence, 19_999)).toMatchObject({ duplicate: false, closed: hole(19_999, 19_999) });
    expect(noteAll(sequence, 20_000).duplicate).toBe(true);
  });

  test('of more holes than are kept none counts as come: it stays told until every number has come', () => {
    const sequence = new Sequence({ sources: 10, epochsPerSource: 10, holesPerSeries: 10 });
    for (let seq = 2; seq <= 100; seq += 2) sequence.note(of(seq));
    expect(sequence.openGaps()[0]).toMatchObject({ from: 1, to: 81 });
    expect(sequence.came('A', '1').seq).toBe(0);
    for (let seq = 83; seq <= 99; seq += 2) expect(noteAll(sequence, seq).complete).toBe(false);
    expect(sequence.openGaps()).toEqual([hole(1, 81)]);
    // What a venue sends again of the rest fills it, in whatever order.
    for (let seq = 81; seq >= 1; seq -= 1) sequence.note(of(seq));
    expect(sequence.openGaps()).toEqual([]);
    expect(sequence.came('A', '1')).toEqual({ seq: 100 });
  });

  test('a large hole that is filled here and there is no way past the bound', () => {
    const sequence = new Sequence({ sources: 10, epochsPerSource: 10, holesPerSeries: 10 });
    sequence.note(of(1_000));
    for (let seq = 2; seq < 1_000; seq += 2) sequence.note(of(seq));
    expect(sequence.openGaps()).toHaveLength(10);
  });

  test('of too many sources the one silent for longest is forgotten', () => {
    const sequence = new Sequence({ sources: 2, epochsPerSource: 10, holesPerSeries: 10 });
    for (const source of ['A', 'B']) sequence.note(of(1, source));
    sequence.note(of(2, 'A'));
    sequence.note(of(1, 'C'));
    expect(sequence.note(of(2, 'A')).duplicate).toBe(true);
    expect(sequence.note(of(1, 'B')).duplicate).toBe(false);
  });

  test('what was forgotten and is heard again has no hole behind it', () => {
    const sequence = new Sequence({ sources: 2, epochsPerSource: 10, holesPerSeries: 10 });
    for (let seq = 1; seq <= 100; seq += 1) sequence.note(of(seq, 'QUIET'));
    for (const source of ['A', 'B', 'C']) sequence.note(of(1, source));
    expect(sequence.note(of(101, 'QUIET'))).toMatchObject({ opened: null, complete: true });
    expect(sequence.note(of(103, 'QUIET')).opened).toMatchObject({ from: 102, to: 102 });
  });

  test('ten thousand notices, each a numbering of its own, take nothing from a quiet source', () => {
    const sequence = new Sequence();
    for (let seq = 1; seq <= 100; seq += 1) sequence.note(of(seq, 'QUIET'));
    for (let notice = 1; notice <= 20_000; notice += 1)
      sequence.note({ source: 'SPLITSECOND', epoch: `SWM-GAP-${notice}`, seq: 1 });
    expect(sequence.note(of(100, 'QUIET')).duplicate).toBe(true);
    expect(sequence.note(of(102, 'QUIET')).opened).toMatchObject({ from: 101, to: 101 });
  });
});

test('in any order and with any repeats it knows what a set of all numbers would know', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 80 }), (seqs) => {
      const sequence = new Sequence();
      const seen = new Set<number>();
      for (const seq of seqs) {
        const noted = sequence.note(of(seq));
        expect(noted.duplicate).toBe(seen.has(seq));
        seen.add(seq);
        expect(noted.complete).toBe(seen.size === Math.max(...seen));
      }
      const missing = sequence
        .openGaps()
        .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
      const highest = Math.max(0, ...seen);
      expect(missing).toEqual(
        Array.from({ length: highest }, (_, at) => at + 1).filter((seq) => !seen.has(seq)),
      );
    }),
    { seed: 7, numRuns: 1000 },
  );
});
