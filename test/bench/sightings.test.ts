import { describe, expect, test } from 'vitest';
import { SightingBook } from '../../bench/venue-to-screen/sightings.ts';

/** Version 2 is due at 1,000 ms, 3 at 1,050, 4 at 1,100. */
const SCHEDULE = { before: 1, dueAt: 1_000, intervalMs: 50, warmUp: 0, versions: 3 };

function bookOfTwo(warmUp = 0): SightingBook {
  const book = new SightingBook(['delta JSON', 'whole ODF']);
  for (const screen of [0, 1]) book.note(screen, 1, 900, 5_000);
  book.begin({ ...SCHEDULE, warmUp });
  return book;
}

const lateOf = (book: SightingBook, of: string) => book.report().sightings.find((each) => each.of === of)!;

describe('sightings', () => {
  test('count from when a version was due, for each format and for all', () => {
    const book = bookOfTwo();
    book.note(0, 2, 1_002, 300);
    book.note(1, 2, 1_008, 9_000);
    expect(lateOf(book, 'delta JSON').late.max).toBeCloseTo(2, 1);
    expect(lateOf(book, 'whole ODF').late.max).toBeCloseTo(8, 1);
    expect(lateOf(book, 'all').late.max).toBeCloseTo(8, 1);
    expect(lateOf(book, 'whole ODF').messageBytes).toBe(9_000);
  });

  test('a version that was passed over is as late as the newer one that includes it', () => {
    const book = bookOfTwo();
    book.note(0, 4, 1_110, 300);
    // Due at 1,000, 1,050 and 1,100.
    expect(lateOf(book, 'delta JSON').late.max).toBeCloseTo(110, 0);
    expect(lateOf(book, 'delta JSON').late.p50).toBeCloseTo(60, 0);
  });

  test('the last of all is the screen that had a version last', () => {
    const book = bookOfTwo();
    book.note(1, 2, 1_003, 300);
    book.note(0, 2, 1_020, 300);
    book.note(0, 3, 1_060, 300);
    book.note(1, 3, 1_070, 300);
    expect(book.report().lasts).toEqual([20, 20]);
  });

  test('the warm-up does not count, and neither does what was there before', () => {
    const book = bookOfTwo(2);
    book.note(0, 2, 1_900, 300);
    book.note(0, 4, 2_000, 300);
    expect(book.report().lasts).toEqual([900]);
  });

  test('an old screen is seen: the oldest version that one of the first screens shows', () => {
    const book = bookOfTwo();
    book.note(0, 4, 1_110, 300);
    expect(book.oldestOf(1)).toBe(4);
    expect(book.oldestOf(2)).toBe(1);
  });
});
