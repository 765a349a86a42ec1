import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { readFeed, readLines, validateFeed, wireLineOf, writeFeed } from '../../src/venue/feed-file.ts';
import { FINISH, UNIT } from './support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splitsecond-feed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'f-')), 'feed.ndjson');
  await writeFile(path, content);
  return path;
}

const finish = (seq: number): WireFact => ({ ...FINISH, seq });

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

describe('reading a feed file', () => {
  test('the stream sequence is the line, the time of storing is when the venue sent', async () => {
    const path = await fileWith(
      `${JSON.stringify(finish(1))}\n${JSON.stringify({ ...finish(2), sentAt: undefined })}\n`,
    );
    expect(await all(readFeed(path))).toMatchObject([
      { lineNumber: 1, fact: { seq: 1, streamSeq: 1, storedAt: 1_717_966_391_104_233 } },
      { lineNumber: 2, fact: { seq: 2, streamSeq: 2, storedAt: 2 } },
    ]);
  });

  test('empty lines are passed over but counted, CRLF is a line end, and the last line needs none', async () => {
    const path = await fileWith(`\n${JSON.stringify(finish(1))}\r\n\r\n${JSON.stringify(finish(2))}`);
    expect((await all(readFeed(path))).map(({ lineNumber }) => lineNumber)).toEqual([2, 4]);
  });

  test('a bad line is a rejection with its number, and the next line goes on', async () => {
    const path = await fileWith(`{"source":\n${JSON.stringify(finish(1))}\n`);
    expect(await all(readFeed(path))).toMatchObject([
      { lineNumber: 1, rejection: { code: 'NOT_JSON' } },
      { lineNumber: 2, fact: { seq: 1 } },
    ]);
  });

  test('lines longer than the bound are given up without being kept, wherever the blocks of the file end', async () => {
    const path = await fileWith(`${'a'.repeat(200_000)}\nshort\n${'b'.repeat(150)}\n${'c'.repeat(100)}\n`);
    const lines = await all(readLines(path, 100));
    expect(lines.map(({ lineNumber, bytes }) => [lineNumber, bytes?.length ?? null])).toEqual([
      [1, null],
      [2, 5],
      [3, null],
      [4, 100],
    ]);
  });

  test('characters and lines that lie across blocks of the file are put together', async () => {
    const facts = Array.from({ length: 800 }, (_, index) => ({
      source: 'A',
      seq: index + 1,
      unit: UNIT,
      note: { id: `${index}`, text: 'Jørgen Åström 漢字 🏃'.repeat(1 + (index % 7)) },
    }));
    const path = await fileWith(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''));
    const read = await all(readFeed(path));
    expect(read.map((line) => 'fact' in line && line.fact.content)).toEqual(facts.map(({ note }) => note));
  });

  test('a file that is not there is an error of the file system', async () => {
    await expect(all(readFeed(join(folder, 'none')))).rejects.toThrow(/ENOENT/);
  });
});

describe('writing a feed file', () => {
  test('what is written is read again, fact for fact', async () => {
    const path = await fileWith('');
    expect(
      await writeFeed(
        path,
        Array.from({ length: 2000 }, (_, index) => finish(index + 1)),
      ),
    ).toBe(2000);
    const read = await all(readFeed(path));
    expect(read).toHaveLength(2000);
    const again = read.map((line) => ('fact' in line ? wireLineOf(line.fact) : '')).join('');
    expect(again).toBe(await readFile(path, 'utf8'));
  });

  test('a folder that is not there is an error, not a crash', async () => {
    await expect(writeFeed(join(folder, 'none', 'feed.ndjson'), [finish(1)])).rejects.toThrow(/ENOENT/);
  });
});

describe('validating a feed file', () => {
  test('faults have line, code and message; holes and duplicates are told', async () => {
    const lines = [
      finish(1),
      finish(1),
      { ...finish(4), passing: { competitor: '1', point: 'FIN', time: 9.58 } },
    ];
    const path = await fileWith(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    expect(await validateFeed(path)).toMatchObject({
      lines: 3,
      facts: 1,
      duplicates: 1,
      rejected: 1,
      faults: [{ lineNumber: 3, code: 'WRONG_TYPE', message: expect.stringContaining('passing.time') }],
      gaps: [{ source: 'STA-TIMING-1', epoch: '2024-06-09', from: 2, to: 3 }],
    });
  });

  test('of many faults the first are kept and all are counted', async () => {
    const path = await fileWith('no fact\n'.repeat(500));
    const report = await validateFeed(path, 10);
    expect(report.faults).toHaveLength(10);
    expect(report.byCode).toEqual(new Map([['NOT_JSON', 500]]));
  });
});
