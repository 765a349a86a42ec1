import { InvalidArgumentError } from 'commander';
import { describe, expect, test, vi } from 'vitest';
import { asFailure, describeFailure, Failure } from '../../src/cli/failure.ts';
import {
  disciplines,
  durationMs,
  durationOption,
  port,
  positiveInteger,
  speed,
  upTo,
} from '../../src/cli/options.ts';
import { Backoff } from '../../src/cli/processes/backoff.ts';
import { Progress } from '../../src/cli/progress.ts';
import { systemClock } from '../../src/cli/system-clock.ts';
import { textTable } from '../../src/cli/text-table.ts';
import { systemTiming } from '../../src/timing.ts';

describe('options', () => {
  test('a duration is a number with a unit', () => {
    expect([durationMs('500ms'), durationMs('5s'), durationMs('1.5m'), durationMs('1h')]).toEqual([
      500, 5_000, 90_000, 3_600_000,
    ]);
    for (const wrong of ['5', 's', '-1s', '5 s', '5d', '', '999h'])
      expect(() => durationMs(wrong)).toThrow(InvalidArgumentError);
    const often = durationOption('--every <duration>', 'how often', '1m', '1s').parseArg!;
    expect([often('1s', undefined), often('590h', undefined)]).toEqual([1_000, 590 * 3_600_000]);
    for (const wrong of ['0s', '999ms', '0.0004s'])
      expect(() => often(wrong, undefined)).toThrow(InvalidArgumentError);
  });

  test('who waits for longer than a timer of Node can does not wait for nothing', async () => {
    const warned = vi.spyOn(process, 'emitWarning');
    const stop = new AbortController();
    const waiting = systemClock.wait(2 ** 40, stop.signal);
    for (const end of [systemTiming.after(2 ** 40, () => {}), systemTiming.every(2 ** 40, () => {})]) end();
    stop.abort();
    await waiting;
    expect(warned.mock.calls).toEqual([]);
    warned.mockRestore();
  });

  test('a speed is above nothing, or max', () => {
    expect([speed('10'), speed('0.5'), speed('max')]).toEqual([10, 0.5, Number.POSITIVE_INFINITY]);
    for (const wrong of ['0', '-1', 'fast', '1e3', ''])
      expect(() => speed(wrong)).toThrow(InvalidArgumentError);
  });

  test('ports, counts and disciplines are held to their ranges', () => {
    expect([port('0'), port('65535'), positiveInteger('1')]).toEqual([0, 65_535, 1]);
    expect(disciplines('ath, SWM')).toEqual(['ATH', 'SWM']);
    expect(() => port('65536')).toThrow(InvalidArgumentError);
    expect(() => positiveInteger('0')).toThrow(InvalidArgumentError);
    expect(upTo(3)('3')).toBe(3);
    expect(() => upTo(3)('4')).toThrow('write at most 3');
    expect(() => disciplines('ATHLETICS')).toThrow(InvalidArgumentError);
  });
});

describe('failures', () => {
  test('are told in one line, with what to do', () => {
    expect(describeFailure(new Failure('no broker\ngiven', 'start one'), false)).toBe(
      'splitsecond: no broker given - start one\n',
    );
  });

  test('show a stack only when asked to', () => {
    const error = new Error('broken');
    expect(describeFailure(error, false)).not.toContain('at ');
    expect(describeFailure(error, true)).toContain('words.test');
  });

  test('of the file system are told in words', () => {
    const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: 'a.ndjson' });
    expect(asFailure(missing)).toMatchObject({ message: 'a.ndjson: there is no such file', exitCode: 1 });
  });
});

describe('progress', () => {
  const shown = (isTTY: boolean, stepsMs: readonly number[]): string[] => {
    const written: string[] = [];
    let now = 0;
    const progress = new Progress('facts', 4, { isTTY, write: (text) => written.push(text) }, () => now);
    for (const ms of stepsMs) {
      now += ms;
      progress.step();
    }
    progress.done();
    return written;
  };

  test('rewrites one line on a terminal and clears it at the end', () => {
    expect(shown(true, [100, 100, 100])).toEqual(['\r\x1b[Kfacts: 2 of 4', '\r\x1b[K']);
  });

  test('writes a line every few seconds into a log, and nothing about short work', () => {
    expect(shown(false, [100, 100])).toEqual([]);
    expect(shown(false, [4_000, 2_000, 1_000])).toEqual(['facts: 2 of 4\n']);
  });
});

describe('starting again', () => {
  test('waits longer after each early end, up to a bound, and starts over after a long life', () => {
    const backoff = new Backoff({ firstMs: 100, mostMs: 350, healthyMs: 1_000 });
    expect([0, 0, 0, 0].map((lived) => backoff.afterEnd(lived))).toEqual([100, 200, 350, 350]);
    expect(backoff.afterEnd(5_000)).toBe(100);
    expect(backoff.afterEnd(0)).toBe(200);
  });
});

describe('text tables', () => {
  test('align by their columns and leave no blanks at line ends', () => {
    const columns = [
      { label: 'rank', align: 'right' },
      { label: 'name', align: 'left' },
      { label: 'Q', align: 'center' },
    ] as const;
    expect(
      textTable(columns, [
        ['1', 'MAŇASOVÁ', 'Q'],
        ['10=', 'LI', ''],
      ]),
    ).toBe('rank  name      Q\n   1  MAŇASOVÁ  Q\n 10=  LI\n');
  });
});
