/** `watch` as a person starts it, on a terminal of 80 columns that `script` makes: what it writes to one, and what it does when the window is made smaller. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { row, sprinters } from '../fanout/published-documents.ts';
import { engineKeepsUp, type RunningEdge, runningEdge } from '../fanout/running-edge.ts';
import { descendants, eventually, PROGRAM, started } from './launched.ts';
import { PaintedTerminal } from './painted-terminal.ts';

const FRAME_END = '\x1b[?2026l';
const FRAME_BEGIN = '\x1b[?2026h';
/** The other screen, no cursor, no line that runs on: before the first frame alone. */
const BEGIN = '\x1b[?1049h\x1b[?25l\x1b[?7l';
const CLEAR = '\x1b[2J';
const QUIT = 'q';

/** A terminal, and the program that is on it. */
class Started {
  readonly terminal = new PaintedTerminal(80, 24);
  readonly child: ChildProcess;
  /** What came since the last whole frame. */
  rest = '';
  #size = { columns: 80, rows: 24 };

  constructor(url: string) {
    const watch = `exec '${process.execPath}' '${PROGRAM}' watch --url '${url}'`;
    this.child = spawn('script', ['-qfec', `stty cols 80 rows 24; ${watch}`, '/dev/null'], {
      env: { ...process.env, SHELL: '/bin/sh', TERM: 'xterm', NO_COLOR: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    started.push(this.child);
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => this.#came(text));
  }

  #came(text: string): void {
    const frames = (this.rest + text).split(FRAME_END);
    this.rest = frames.pop()!;
    for (const frame of frames) {
      // What is on its way before the program knows of another size is of the old one.
      if (frame.includes(CLEAR)) Object.assign(this.terminal, this.#size);
      this.terminal.write(frame + FRAME_END);
    }
  }

  /** As a window does that is made smaller. */
  resize(columns: number, rows: number): void {
    const { pid } = descendants(this.child.pid!).find(({ command }) => command.includes(PROGRAM))!;
    this.#size = { columns, rows };
    execFileSync('stty', ['-F', readlinkSync(`/proc/${pid}/fd/1`), 'cols', `${columns}`, 'rows', `${rows}`]);
  }

  shows(text: string): Promise<string> {
    return eventually(
      () => this.terminal.text,
      (shown) => shown.includes(text),
    );
  }
}

// Elsewhere `script` takes other arguments, and no /proc says which terminal it made.
describe.runIf(process.platform === 'linux')('watch on a terminal', () => {
  let edge: RunningEdge | null = null;
  afterEach(async () => {
    await edge?.stop();
    edge = null;
  });

  test('fits 80 columns and less, writes whole frames and nothing beside them, obeys nothing that a venue says, and looks live once it is', async () => {
    const evil = row('666', '9.99', 9);
    const name = `\x1b[2J\x1b]0;owned\x07\u202e${'Wide '.repeat(30)}`;
    edge = await runningEdge({ keepaliveMs: 200 }, [
      ...sprinters(),
      { ...evil, identity: { ...evil.identity!, name } },
    ]);
    const seen = new Started(edge.edge.streamUrl);
    const { terminal } = seen;
    expect(await seen.shows('ATHLETE 107')).toContain('\\u001b[2J\\u001b]0;owned\\u0007\\u202eWide');
    expect([terminal.isAlternate, terminal.hasCursor, seen.rest]).toEqual([true, false, '']);
    // No engine has said anything.
    expect(terminal.text).toContain('LAST KNOWN LIVE');

    const before = terminal.frames.length;
    const { rows } = await edge.publisher.touch();
    const { mark } = [...rows].find((each) => each.mark?.result?.startsWith('10.') === true)!;
    await seen.shows(mark!.result!);
    expect(terminal.frames).toHaveLength(before + 1);
    const [first, ...others] = terminal.frames;
    expect(first!.startsWith(BEGIN + FRAME_BEGIN)).toBe(true);
    expect(others.every((frame) => frame.startsWith(FRAME_BEGIN))).toBe(true);

    seen.resize(40, 12);
    await eventually(
      () => terminal.frames.at(-1)!,
      (frame) => frame.includes(CLEAR),
    );
    // What is wider or longer than the window would have thrown.
    expect(terminal.text).toContain(mark!.result!);
    const end = engineKeepsUp(edge);
    expect(await seen.shows('\nLIVE ').finally(end)).toContain('\nLIVE ');

    seen.child.stdin!.write(QUIT);
    const [code] = await once(seen.child, 'exit');
    expect(code).toBe(0);
    expect(seen.rest).toContain('\x1b[?1049l');
  });
});
