import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileDrop } from '../../src/wires/ways/file-drop.ts';
import { letter } from './letters.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'splitsecond-drop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a desk sees. */
const seen = (): string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('a file is seen when it is handed over, whole, and under the same name through all numbers', async () => {
  const drop = await FileDrop.open({ folder });
  await drop.prepare(letter(1));
  expect(seen()).toEqual([]);
  await drop.hand(letter(1));
  expect([seen(), textOf('A.RESULT.json')]).toEqual([['A.RESULT.json'], '{"number":1}']);
  await drop.prepare(letter(2));
  expect(textOf('A.RESULT.json')).toBe('{"number":1}');
  await drop.hand(letter(2));
  expect([seen(), textOf('A.RESULT.json')]).toEqual([['A.RESULT.json'], '{"number":2}']);
});

test('a file that a desk has taken is not written again when it is handed over once more', async () => {
  const drop = await FileDrop.open({ folder });
  await drop.prepare(letter(1));
  await drop.hand(letter(1));
  rmSync(join(folder, 'A.RESULT.json'));
  await drop.hand(letter(1));
  await (await FileDrop.open({ folder })).hand(letter(1));
  expect(seen()).toEqual([]);
});

test('what was cut off while it was written is written anew, and what was passed over is removed', async () => {
  const drop = await FileDrop.open({ folder });
  writeFileSync(join(folder, '.A.RESULT.json.1'), '{"num');
  await drop.prepare(letter(1));
  await drop.prepare(letter(2));
  await drop.hand(letter(2));
  expect(textOf('A.RESULT.json')).toBe('{"number":2}');
  expect(readdirSync(folder).sort()).toEqual(['.splitsecond', 'A.RESULT.json']);
});

test('two gateways know one folder by its mark, and another folder in its place is told', async () => {
  const [one, other] = await Promise.all([FileDrop.open({ folder }), FileDrop.open({ folder })]);
  expect((await FileDrop.open({ folder })).place).toBe(one.place);
  expect(other.place).toBe(one.place);
  await one.prepare(letter(1));
  renameSync(folder, `${folder}-away`);
  try {
    await FileDrop.open({ folder });
    await expect(one.hand(letter(1))).rejects.toMatchObject({ name: 'NotHanded', isPassing: true });
    expect(seen()).toEqual([]);
  } finally {
    rmSync(`${folder}-away`, { recursive: true, force: true });
  }
});

test('a folder that is away is an attempt in vain, and no end', async () => {
  const drop = await FileDrop.open({ folder });
  rmSync(folder, { recursive: true });
  await expect(drop.prepare(letter(1))).rejects.toMatchObject({ name: 'NotHanded', isPassing: true });
  await expect(drop.hand(letter(1))).rejects.toMatchObject({ name: 'NotHanded', isPassing: true });
});
