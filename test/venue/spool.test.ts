/** What an import keeps of a large file: outside of memory, in order, and gone with the program. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OwnCodes } from '../../src/venue/import/own-codes.ts';
import { Spool } from '../../src/venue/import/spool.ts';

const { TMPDIR } = process.env;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-test-'));
  process.env.TMPDIR = folder;
});

afterEach(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(folder, { recursive: true });
});

const starter = (number: number) => ({ number, name: `𠮷 "${number}"`, at: 1_717_200_000_000_001 + number });

describe('lists in a spool', () => {
  test.each([0, 10_000, 100_000_000])('give back what was put in, with %i bytes of memory', (room) => {
    const spool = new Spool(room);
    const [even, odd] = [spool.list<object>(), spool.list<object>()];
    const all = Array.from({ length: 5_000 }, (_, number) => starter(number));
    for (const each of all) (each.number % 2 === 0 ? even : odd).push(each);
    const long = { text: 'x'.repeat(20_000) };
    odd.push(long);
    for (const _again of [1, 2]) {
      expect([...even]).toEqual(all.filter(({ number }) => number % 2 === 0));
      expect([...odd]).toEqual([...all.filter(({ number }) => number % 2 === 1), long]);
    }
    expect([even.length, odd.length]).toEqual([2_500, 2_501]);
    expect([...spool.listOf(even)]).toEqual([...even]);
    expect([...spool.list()]).toEqual([]);
  });

  test('memory holds no more than its share, and the file has no name', () => {
    const spool = new Spool(1_000);
    const blocks = [600, 300, 200, 100].map((length) => Buffer.alloc(length, 'x'));
    const put = blocks.map((block) => spool.put(block));
    expect(put.map((block) => Buffer.isBuffer(block))).toEqual([true, true, false, true]);
    expect(put.map((block) => spool.bytesOf(block))).toEqual(blocks);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a small file needs no disk', () => {
    process.env.TMPDIR = join(folder, 'nowhere');
    expect([...new Spool().listOf([1, 2])]).toEqual([1, 2]);
    expect(() => new Spool(0).listOf([1, 2])).toThrow(/ENOENT/);
  });
});

describe('codes of one only', () => {
  test('a file that wishes one code for everybody is read like any other', () => {
    const codes = new OwnCodes();
    const owners = Array.from({ length: 100_000 }, (_, number) => `runner ${number}`);
    const given = owners.map((owner) => codes.of('0', owner));
    expect(given.slice(0, 3)).toEqual(['0', '0-2', '0-3']);
    expect(new Set(given).size).toBe(owners.length);
    expect(owners.map((owner) => codes.of('0', owner))).toEqual(given);
  });

  test('a code that somebody has is passed over, and one that is too long is cut before its number', () => {
    const codes = new OwnCodes();
    expect(['A-2', 'A', 'A', 'A'].map((wished, owner) => codes.of(wished, `${owner}`))).toEqual([
      'A-2',
      'A',
      'A-3',
      'A-4',
    ]);
    expect(['𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'].map((wished) => codes.of(wished, wished, 4))).toEqual([
      '𠮷𠮷𠮷𠮷',
      '𠮷𠮷-2',
    ]);
  });
});
