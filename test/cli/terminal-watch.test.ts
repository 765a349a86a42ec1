/** Standings redrawn in place, on a terminal whose size is known and which refuses what it does not know. */
import { describe, expect, test } from 'vitest';
import { feedTrouble } from '../../src/cli/watching/feed-trouble.ts';
import { TerminalWatch } from '../../src/cli/watching/terminal-watch.ts';
import { HeardFeed } from '../../src/client/heard-feed.ts';
import { channelOf, type Document, type Header } from '../../src/model/document.ts';
import type { Row } from '../../src/model/row.ts';
import type { SourceReport } from '../../src/model/server-words.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { FINAL_100M, header, row } from '../fanout/published-documents.ts';
import { PaintedTerminal } from './painted-terminal.ts';

const HEAT = 'ATHM100M--------------HEAT000100--';

/** A watch with its own time. */
class Watched {
  readonly terminal: PaintedTerminal;
  readonly watch: TerminalWatch;
  #now = 0;
  readonly #timers = new Set<{ at: number; run: () => void }>();
  readonly #versions = new Map<string, VersionedDocument>();

  constructor({ columns = 80, rows = 24, hasColours = false } = {}) {
    this.terminal = new PaintedTerminal(columns, rows);
    const after = (ms: number, run: () => void) => {
      const timer = { at: this.#now + ms, run };
      this.#timers.add(timer);
      return () => void this.#timers.delete(timer);
    };
    this.watch = new TerminalWatch({
      output: this.terminal,
      timing: { elapsed: () => this.#now, after },
      hasColours,
      asked: 'ATH',
      wordsOf: () => undefined,
    });
  }

  pass(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#timers])
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.run();
  }

  say(unit: string, rows: readonly Row[], about: Partial<Header> = {}): void {
    const said = { ...header(unit), ...about };
    const channel = channelOf(said);
    const known = this.#versions.get(channel);
    const versioned = known ?? VersionedDocument.first('e', said, rows, '2024-06-09T20:53:11.104Z');
    this.#versions.set(channel, versioned);
    const { version } = versioned.current;
    if (known !== undefined) versioned.publish(said, rows, '2024-06-09T20:53:12.000Z');
    const { current } = versioned;
    const delta = known === undefined ? null : versioned.deltaSince(version);
    this.watch.take(current as Document, delta, channelOf(current.header));
    this.pass(50);
  }
}

const named = (code: string, name: string, result: string): Row => {
  const made = row(code, result, Number(code));
  return { ...made, identity: { ...made.identity, name } };
};

describe('a terminal', () => {
  test('shows title, state, list and keys, on a screen of its own, and gives it back', () => {
    const seen = new Watched();
    expect(seen.terminal.frames).toEqual([]);
    seen.say(FINAL_100M, [row('7', '9.81', 1), row('9', '9.95', 2)]);
    expect([seen.terminal.isAlternate, seen.terminal.hasCursor]).toEqual([true, false]);
    expect(seen.terminal.lines.slice(0, 6)).toEqual([
      "Athletics, Men's 100m, Final",
      'LIVE  version 1 of 20:53:11 UTC',
      '',
      ' Rank  Name       Result',
      '    1  ATHLETE 7    9.81',
      '    2  ATHLETE 9    9.95',
    ]);
    expect(seen.terminal.text).toContain('n next  a automatic  q quit');
    expect(seen.watch.key('q')).toBe(true);
    seen.watch.close();
    expect([seen.terminal.isAlternate, seen.terminal.hasCursor]).toEqual([false, true]);
  });

  test('of a change one write with the lines that are other ones, marked by a sign; the mark fades', () => {
    const seen = new Watched();
    const leader = row('7', '9.81', 1);
    seen.say(FINAL_100M, [leader, row('9', '9.95', 2)]);
    const before = seen.terminal.frames.length;
    seen.say(FINAL_100M, [leader, row('9', '9.90', 2)]);
    expect(seen.terminal.frames).toHaveLength(before + 1);
    const frame = seen.terminal.frames.at(-1)!;
    expect(frame).not.toContain('ATHLETE 7');
    expect(frame).not.toContain('\x1b[2J');
    expect(seen.terminal.lines[5]).toBe('>   2  ATHLETE 9    9.90');
    seen.pass(3_000);
    seen.pass(50);
    expect(seen.terminal.lines[5]).toBe('    2  ATHLETE 9    9.90');
    const frames = seen.terminal.frames.length;
    seen.pass(60_000);
    expect(seen.terminal.frames).toHaveLength(frames);
  });

  test('without colours there is no style at all; with them what changed is inverse as well', () => {
    for (const hasColours of [false, true]) {
      const seen = new Watched({ hasColours });
      seen.say(FINAL_100M, [row('7', '9.81', 1)]);
      seen.say(FINAL_100M, [row('7', '9.80', 1)]);
      expect(seen.terminal.frames.join('').includes('\x1b[0m')).toBe(hasColours);
      expect(seen.terminal.frames.at(-1)!.includes('\x1b[7m>')).toBe(hasColours);
    }
  });

  test('that takes its time is sent the newest when it has, and nothing between', () => {
    const seen = new Watched();
    seen.terminal.takes = false;
    seen.say(FINAL_100M, [row('7', '9.83', 1)]);
    for (const result of ['9.82', '9.81', '9.80']) seen.say(FINAL_100M, [row('7', result, 1)]);
    expect(seen.terminal.frames).toHaveLength(1);
    seen.terminal.drain();
    expect(seen.terminal.frames).toHaveLength(2);
    expect(seen.terminal.text).toContain('9.80');
  });

  test('of another size is painted anew, no wider and no longer than it is', () => {
    const seen = new Watched({ columns: 120, rows: 40 });
    const many = Array.from({ length: 60 }, (_none, index) => row(String(index + 1), '9.81', index + 1));
    seen.say(FINAL_100M, many);
    expect(seen.terminal.text).toContain('… 27 more');
    [seen.terminal.columns, seen.terminal.rows] = [40, 10];
    seen.watch.resized();
    seen.pass(50);
    expect(seen.terminal.frames.at(-1)).toContain('\x1b[2J');
    expect(seen.terminal.text).toContain('… 57 more');
    expect(Math.max(...seen.terminal.lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
    // What changed below the end of the screen is seen all the same.
    seen.say(FINAL_100M, [...many.slice(0, 59), row('60', '9.99', 60)]);
    expect(seen.terminal.text).toMatch(/^> +60 +ATHLETE 60 +9.99$/m);
  });

  test('is obeyed by no name, however it is written', () => {
    const seen = new Watched();
    const evil = 'A\x1b[2JB\u009b31mC\nD\u202eE';
    const names = { ...header(FINAL_100M).names, event: evil };
    seen.say(FINAL_100M, [named('7', evil, '9.81')], { names });
    seen.say(HEAT, [named('7', evil, '9.81')], { names });
    expect(seen.terminal.text).toContain('A\\u001b[2JB\\u009b31mC\\u000aD\\u202eE');
  });

  test('shows wide characters within its columns', () => {
    const seen = new Watched({ columns: 80 });
    seen.say(FINAL_100M, [named('7', '王'.repeat(60), '9.81'), named('9', 'é'.repeat(10), '9.95')]);
    const [wide, narrow] = seen.terminal.lines.slice(4, 6) as [string, string];
    const cells = (text: string): number => text.length + (text.match(/王/g)?.length ?? 0);
    expect(cells(wide)).toBeLessThanOrEqual(80);
    expect(wide).toMatch(/… +9\.81$/);
    expect(cells(narrow)).toBe(cells(wide));
  });
});

describe('what has the screen', () => {
  const live = (unit: string, seen: Watched, result = '10.00'): void =>
    seen.say(unit, [row('7', result, 1)], { names: { discipline: 'Athletics', event: unit } });
  const title = ({ terminal }: Watched): string => terminal.lines[0]!;

  test('is live, and is not taken away while it changes; the others are named', () => {
    const seen = new Watched();
    live(FINAL_100M, seen);
    live(HEAT, seen);
    expect(title(seen)).toContain(FINAL_100M);
    expect(seen.terminal.text).toContain(`also live: ${HEAT}`);
    seen.pass(8_000);
    live(HEAT, seen, '9.99');
    expect(title(seen)).toContain(HEAT);
  });

  test('is the unit, and not a part of it that changed last', () => {
    const seen = new Watched();
    live(FINAL_100M, seen);
    seen.pass(9_000);
    seen.say(FINAL_100M, [row('7', '9.99', 1)], { subcode: 'VT' });
    expect(title(seen)).not.toContain('VT');
    expect(seen.terminal.text).not.toContain('also live');
  });

  test('what is over gives way to what is live, and stays where nothing is', () => {
    const seen = new Watched();
    live(FINAL_100M, seen);
    seen.say(FINAL_100M, [row('7', '10.00', 1)], { status: 'OFFICIAL' });
    expect(seen.terminal.lines[1]).toMatch(/^OFFICIAL/);
    live(HEAT, seen);
    expect(title(seen)).toContain(HEAT);
  });

  test('n shows the next one that is live and stays there, a goes back', () => {
    const seen = new Watched();
    live(FINAL_100M, seen);
    live(HEAT, seen);
    seen.watch.key('n');
    seen.pass(50);
    expect(title(seen)).toContain(HEAT);
    expect(seen.terminal.text).toContain('ATH (stays)');
    seen.pass(9_000);
    live(FINAL_100M, seen, '9.98');
    expect(title(seen)).toContain(HEAT);
    seen.watch.key('a');
    seen.pass(50);
    expect(title(seen)).toContain(FINAL_100M);
  });

  test('is never taken for live without a connection, nor where it cannot be relied on', () => {
    const seen = new Watched();
    live(FINAL_100M, seen);
    seen.watch.troubled('no connection to ws://127.0.0.1:1; next try in 2 s');
    seen.pass(50);
    expect(seen.terminal.lines[1]).toMatch(/^LAST KNOWN LIVE/);
    expect(seen.terminal.text).toContain('no connection to ws://127.0.0.1:1');
    expect(seen.terminal.text).toContain('q quit');
    seen.watch.troubled(null);
    seen.say(FINAL_100M, [row('7', '9.97', 1)], { reliability: { ok: false, reasons: ['SEQUENCE_GAP'] } });
    expect(seen.terminal.lines[1]).toMatch(/^LIVE {2}! SEQUENCE_GAP/);
    expect(seen.terminal.text).not.toContain('no connection');
  });

  test('before anything is published that is said', () => {
    const seen = new Watched();
    seen.watch.troubled('no connection to ws://127.0.0.1:1');
    seen.pass(50);
    expect(seen.terminal.text).toContain('no connection');
    seen.watch.troubled(null);
    seen.pass(50);
    expect(seen.terminal.text).toContain('waiting for ATH');
  });
});

describe('a feed may be believed', () => {
  const URL = 'ws://127.0.0.1:1';
  const AT = 1_000_000;
  const source = (state: SourceReport['state']): SourceReport => ({ source: 'STA', state, lastFactAgeMs: 0 });
  const trouble = (behind: number | null, ...sources: readonly SourceReport[]): string | null => {
    const feed = new HeardFeed();
    feed.became({ state: 'live' });
    feed.said({ keepalive: { at: '', behind, sources, positions: {} } }, AT);
    return feedTrouble(feed, URL, AT);
  };

  test('while it is connected, not behind, and every source is in order; else it says why not', () => {
    expect(trouble(0, source('ok'))).toBeNull();
    expect(trouble(11, source('ok'))).toBe('behind what venues have said by 11 s');
    expect(trouble(0, source('ok'), source('silent'))).toBe('STA is silent');
    expect(trouble(0, source('gap'), source('late'))).toBe('STA has facts missing, STA is late');
    expect(trouble(0, source('unknown'))).toBe('nobody has said how the venue is');
    expect(trouble(null, source('ok'))).toBe('nobody has said how the venue is');
  });

  test('not before anybody has said how the venue is, and not for what was said on a connection that is gone', () => {
    const feed = new HeardFeed();
    expect(feedTrouble(feed, URL, AT)).toBeNull();
    feed.became({ state: 'live' });
    expect(feedTrouble(feed, URL, AT)).toBe('nobody has said how the venue is');
    feed.said({ keepalive: { at: '', behind: 0, sources: [source('ok')], positions: {} } }, AT);
    expect(feedTrouble(feed, URL, AT)).toBeNull();
    feed.became({ state: 'waiting', ms: 2_000, code: 1006, reason: '' });
    expect(feedTrouble(feed, URL, AT)).toBe('no connection to ws://127.0.0.1:1; next try in 2 s');
    feed.became({ state: 'live' });
    expect(feedTrouble(feed, URL, AT)).toBe('nobody has said how the venue is');
  });
});
