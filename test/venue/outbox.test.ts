import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Disk, REAL_DISK } from '../../src/venue/disk.ts';
import { Outbox, type OutboxOptions } from '../../src/venue/outbox.ts';
import { ROOT } from '../support/source-tree.ts';

const SPRINT = 'ATHM100M--------------FNL-000100--';

let directory: string;
const open: Outbox[] = [];
const path = () => join(directory, 'sub', 'TIMING.outbox.ndjson');
const content = () => readFile(path(), 'utf8');

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'splitsecond-outbox-'));
});

afterEach(async () => {
  for (const outbox of open.splice(0)) outbox.close();
  await rm(directory, { recursive: true, force: true });
});

function opened(options: Partial<OutboxOptions> = {}): Outbox {
  const outbox = new Outbox({ source: 'TIMING', newEpoch: 'e', path: path(), ...options });
  open.push(outbox);
  return outbox;
}

const say = (outbox: Outbox, text = 'x'): number =>
  outbox.add(SPRINT, (seq) => ({
    source: 'TIMING',
    epoch: outbox.epoch,
    seq,
    unit: SPRINT,
    note: { id: 'n', text },
  })).seq;

/** A disk with room for so many bytes, which takes as much of a line as there is room for. */
class SmallDisk implements Disk {
  room: number;
  canCut = true;
  readonly open = REAL_DISK.open;
  readonly read = REAL_DISK.read;
  readonly length = REAL_DISK.length;
  readonly sync = REAL_DISK.sync;
  readonly syncNow = REAL_DISK.syncNow;
  readonly close = REAL_DISK.close;
  readonly rename = REAL_DISK.rename;
  readonly remove = REAL_DISK.remove;

  constructor(room: number) {
    this.room = room;
  }

  write(handle: number, bytes: Uint8Array, offset: number): number {
    const taken = Math.min(bytes.length - offset, this.room);
    if (taken === 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    REAL_DISK.write(handle, bytes.subarray(0, offset + taken), offset);
    this.room -= taken;
    return taken;
  }

  cut(handle: number, length: number): void {
    if (!this.canCut) throw new Error('EIO: i/o error');
    REAL_DISK.cut(handle, length);
  }
}

test('the file and its folder are for their owner alone, also where the file was open to others', async () => {
  const mode = async () => (await stat(path())).mode & 0o777;
  say(opened());
  expect(await mode()).toBe(0o600);
  expect((await stat(join(directory, 'sub'))).mode & 0o777).toBe(0o700);
  open.splice(0)[0]!.close();
  await chmod(path(), 0o644);
  opened();
  expect(await mode()).toBe(0o600);
});

describe('on a full disk', () => {
  test.each([
    ['can be cut back', true],
    ['cannot be cut back at once', false],
  ])(
    'a line that %s is not said, the next one gets its number, and the file opens again',
    async (_name, canCut) => {
      const disk = new SmallDisk(400);
      const outbox = opened({ disk });
      disk.canCut = canCut;
      expect([say(outbox), say(outbox)]).toEqual([1, 2]);
      expect(() => say(outbox, 'y'.repeat(400))).toThrow(
        expect.objectContaining({ code: 'OUTBOX_NOT_WRITTEN', message: expect.stringContaining('ENOSPC') }),
      );
      expect(outbox.waiting.map(({ seq }) => seq)).toEqual([1, 2]);
      // Still full: nothing is written behind the piece that is there.
      expect(() => say(outbox)).toThrow(expect.objectContaining({ code: 'OUTBOX_NOT_WRITTEN' }));
      disk.room = 10_000;
      disk.canCut = true;
      expect(say(outbox, 'z')).toBe(3);
      open.splice(0)[0]!.close();
      const again = opened();
      expect(again.waiting.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(Buffer.from(again.waiting[2]!.data).toString()).toContain('"z"');
      expect(say(again)).toBe(4);
      expect(await content()).not.toContain('yyy');
    },
  );

  test('a piece that stayed because the process ended is cut off when the file is opened', () => {
    const disk = new SmallDisk(400);
    const outbox = opened({ disk });
    disk.canCut = false;
    say(outbox);
    expect(() => say(outbox, 'y'.repeat(400))).toThrow();
    open.splice(0)[0]!.close();
    const again = opened();
    expect(again.waiting.map(({ seq }) => seq)).toEqual([1]);
    expect(say(again)).toBe(2);
  });

  test('what is processed is forgotten all the same, and that it could not be noted is said', () => {
    const disk = new SmallDisk(400);
    const lines: string[] = [];
    const outbox = opened({ disk, warn: (line) => lines.push(line) });
    say(outbox);
    disk.room = 0;
    outbox.acknowledged(outbox.waiting[0]!, { streamSeq: 1, duplicate: false });
    outbox.processed({ epoch: 'e', seq: 1 });
    expect(outbox.waiting).toEqual([]);
    expect(lines).toEqual([expect.stringContaining('cannot note what is processed')]);
  });

  test('a file that cannot be begun is said to be so', () => {
    expect(() => opened({ disk: new SmallDisk(5) })).toThrow(
      expect.objectContaining({ code: 'OUTBOX_NOT_WRITTEN' }),
    );
    expect(opened().waiting).toEqual([]);
  });

  test('what the disk did not take later on is said', async () => {
    const lines: string[] = [];
    const disk: Disk = { ...REAL_DISK, sync: (_handle, done) => done(new Error('ENOSPC')) };
    say(opened({ disk, warn: (line) => lines.push(line) }));
    await expect.poll(() => lines).toEqual([expect.stringContaining('power failure')]);
  });

  test('with the limit of the operating system: each fact is in the file or was refused, and it opens again', () => {
    const program = `
      import { Outbox } from ${JSON.stringify(new URL('dist/src/venue/outbox.js', `file://${ROOT}/`).href)};
      const outbox = new Outbox({ source: 'TIMING', newEpoch: 'e', path: ${JSON.stringify(path())} });
      const said = [];
      let refused = 0;
      for (let count = 0; count < 200; count += 1) {
        const text = 'x'.repeat((count * 37) % 300);
        try {
          said.push(outbox.add('', (seq) => ({ source: 'TIMING', epoch: 'e', seq, note: { id: 'n', text } })).seq);
        } catch (error) {
          if (error.code !== 'OUTBOX_NOT_WRITTEN') throw error;
          refused += 1;
        }
      }
      process.stdout.write(JSON.stringify({ said, refused }));
      process.kill(process.pid, 'SIGKILL');
    `;
    const child = `ulimit -f 8; exec "$0" --input-type=module -e "$1"`;
    let output = '';
    try {
      output = execFileSync('sh', ['-c', child, process.execPath, program], { encoding: 'utf8' });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    const { said, refused } = JSON.parse(output) as { said: number[]; refused: number };
    expect(said.length).toBeGreaterThan(5);
    expect(refused).toBeGreaterThan(5);
    expect(said).toEqual(said.map((_seq, index) => index + 1));
    const again = opened();
    expect(again.waiting.map(({ seq }) => seq)).toEqual(said);
    expect(say(again)).toBe(said.length + 1);
  });
});
