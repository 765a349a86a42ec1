/** Refused facts that the broker does not take: nothing is dropped in silence. */
import { describe, expect, test } from 'vitest';
import type { RejectionMessage } from '../../src/broker/broker.ts';
import { BrokerError } from '../../src/broker/errors.ts';
import { RejectionDesk } from '../../src/engine/rejection-desk.ts';

const rejection = (venueStreamSeq: number, data = new Uint8Array(10)): RejectionMessage => ({
  code: 'NOT_JSON',
  message: '',
  venue: 'STA',
  unit: '',
  contentType: 'application/json',
  venueStreamSeq,
  data,
});

/** A desk whose broker takes what `takes` says. */
function desk(takes: (seq: number) => BrokerError | null) {
  const kept: number[] = [];
  const logged: string[] = [];
  const note = (fields: object) => void logged.push((fields as { code: string }).code);
  const made = new RejectionDesk({
    broker: {
      publishRejection: async ({ venueStreamSeq }) => {
        const error = takes(venueStreamSeq);
        if (error !== null) throw error;
        if (!kept.includes(venueStreamSeq)) kept.push(venueStreamSeq);
      },
    },
    log: { info: note, warn: note, error: note },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  return { made, kept, logged };
}

const turns = async (count = 20): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const FULL = new BrokerError('BROKER_OUT_OF_RESOURCES', 'no room');
const numbers = (count: number) => Array.from({ length: count }, (_none, index) => index + 1);

describe('refused facts', () => {
  test('are kept once the broker takes them, all of them, and wait visibly until then', async () => {
    let isFull = true;
    const { made, kept, logged } = desk(() => (isFull ? FULL : null));
    for (const seq of numbers(300)) made.take(rejection(seq));
    await turns();
    expect(made.waiting).toBe(300);
    expect(kept).toEqual([]);
    expect(logged).toContain('REJECTIONS_WAIT');
    isFull = false;
    await turns();
    expect(kept).toEqual(numbers(300));
    expect([made.waiting, made.lost]).toEqual([0, 0]);
  });

  test('one that fails alone is tried again before any that comes after what is under way', async () => {
    let fails = 3;
    const { made, kept } = desk((seq) => (seq === 5 && fails-- > 0 ? FULL : null));
    for (const seq of numbers(200)) made.take(rejection(seq));
    await turns();
    expect([...kept].sort((one, other) => one - other)).toEqual(numbers(200));
    // Those of the first batch may be ahead of it; nothing else is.
    expect(Math.max(...kept.slice(0, kept.indexOf(5)))).toBeLessThan(5 + 64);
  });

  test('beyond a bound, or larger than the broker takes, are counted and told as lost', async () => {
    const large = new BrokerError('PAYLOAD_TOO_LARGE', 'too large');
    const one = desk((seq) => (seq === 2 ? large : null));
    for (const seq of numbers(3)) one.made.take(rejection(seq));
    await turns();
    expect(one.kept).toEqual([1, 3]);
    expect([one.made.waiting, one.made.lost]).toEqual([0, 1]);
    expect(one.logged).toEqual(['REJECTION_LOST']);

    const many = desk(() => FULL);
    for (const seq of numbers(10_003)) many.made.take(rejection(seq));
    expect([many.made.waiting, many.made.lost]).toEqual([10_000, 3]);
    many.made.close();

    const bytes = desk(() => FULL);
    for (const seq of numbers(3)) bytes.made.take(rejection(seq, new Uint8Array(32 * 1024 * 1024)));
    expect([bytes.made.waiting, bytes.made.lost]).toEqual([2, 1]);
    bytes.made.close();
  });
});
