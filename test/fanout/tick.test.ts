import { describe, expect, test } from 'vitest';
import { Tick } from '../../src/fanout/sending/tick.ts';
import type { Timing } from '../../src/timing.ts';

/** Turns of an event loop, one after the other, and writings that take a time. */
class Turns {
  readonly #soon: (() => void)[] = [];
  readonly log: string[] = [];
  elapsed = 0;
  writingMs = 0;
  readonly tick = new Tick(
    {
      elapsed: () => this.elapsed,
      soon: (run: () => void) => void this.#soon.push(run),
    } as unknown as Timing,
    {
      isFull: false,
      choose: () => this.log.push('choose'),
      write: () => {
        this.log.push('write');
        this.elapsed += this.writingMs;
      },
    },
  );

  /** One turn, in which something comes or nothing does. */
  turn(comes: 'something' | 'nothing', ms = 0.125): string[] {
    this.elapsed += ms;
    if (comes === 'something') this.tick.due();
    const begun = this.log.length;
    for (const run of this.#soon.splice(0)) run();
    return this.log.slice(begun);
  }
}

describe('the end of a tick', () => {
  test('what came in one turn is written at its end, and a turn with nothing writes nothing', () => {
    const turns = new Turns();
    turns.tick.due();
    turns.tick.due();
    expect(turns.turn('something')).toEqual(['choose', 'write']);
    expect(turns.turn('nothing')).toEqual([]);
  });

  test('after a writing that took long, what keeps coming is collected for half that time', () => {
    const turns = new Turns();
    turns.writingMs = 4;
    turns.turn('something');
    const written = Array.from({ length: 24 }, () => turns.turn('something')).map((done) =>
      done.includes('write'),
    );
    // 2 ms of turns of 0.125 ms each are collected, and the waiting begins anew after the writing.
    expect(written.indexOf(true)).toBe(15);
    expect(written.filter(Boolean)).toHaveLength(1);
  });

  test('a turn that brings nothing ends the waiting', () => {
    const turns = new Turns();
    turns.writingMs = 4;
    turns.turn('something');
    expect(turns.turn('something')).toEqual(['choose']);
    expect(turns.turn('nothing')).toEqual(['choose', 'write']);
    expect(turns.turn('nothing')).toEqual([]);
  });

  test('the waiting has an end, however long the writing takes', () => {
    const turns = new Turns();
    turns.writingMs = 1_000;
    turns.turn('something');
    const done = Array.from({ length: 6 }, () => turns.turn('something', 1));
    expect(done.map((each) => each.includes('write'))).toEqual([false, false, false, false, true, false]);
  });

  test('while screens keep arriving, a writing is put off for as long as the last one took', () => {
    const turns = new Turns();
    turns.writingMs = 30;
    turns.turn('something');
    const written = Array.from({ length: 40 }, () => {
      turns.tick.arrived();
      return turns.turn('something', 1).includes('write');
    });
    expect(written.indexOf(true)).toBe(29);
  });

  test('a turn without another screen ends that, and so do two hundred milliseconds', () => {
    const turns = new Turns();
    turns.writingMs = 1_000;
    turns.turn('something');
    const arrivals = (count: number): boolean[] =>
      Array.from({ length: count }, () => {
        turns.tick.arrived();
        return turns.turn('something', 1).includes('write');
      });
    expect(arrivals(210).indexOf(true)).toBe(199);
    turns.elapsed += 1_000;
    turns.turn('something');
    arrivals(10);
    expect(turns.turn('nothing')).toEqual(['choose', 'write']);
  });

  test('later than that nothing waits', () => {
    const turns = new Turns();
    turns.writingMs = 4;
    turns.turn('something');
    turns.elapsed += 2;
    expect(turns.turn('something')).toEqual(['choose', 'write']);
  });
});
