import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifySheet } from '../../src/cli/verify-sheet.ts';
import { checkConversion } from '../../src/verify/check-conversion.ts';
import type { Conversion, Converter } from '../../src/verify/converters/conversion.ts';
import type { Report } from '../../src/verify/report.ts';
import { isVerified } from '../../src/verify/report.ts';
import { verifyFolder } from '../../src/verify/verify-folder.ts';

const UNIT = 'ATHW100M--------------FNL-000100--';
const folder = mkdtempSync(join(tmpdir(), 'splitsecond-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = (code: string, startOrder: number) => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'ITA', name: { family: code } },
  startOrder,
});

const race = (...more: object[]): object[] =>
  [
    { startList: { entries: [entry('1', 1), entry('2', 2)] } },
    { passing: { competitor: '1', point: 'FIN', time: '11.21' } },
    { passing: { competitor: '2', point: 'FIN', time: '11.02' } },
    ...more,
    { status: { result: 'OFFICIAL' } },
  ].map((fact, index) => ({ source: 'T', seq: index + 1, unit: UNIT, ...fact }));

const conversion = (set: string, ranks: readonly [number, number], facts = race()): Conversion => ({
  set,
  facts,
  lines: 3,
  leftOut: [{ reason: 'no time', lines: 1 }],
  lists: [
    {
      channel: `${UNIT}/RESULT`,
      name: 'Final',
      compare: ['rank', 'irm'],
      rows: ranks.map((rank, index) => ({
        competitor: String(index + 1),
        name: '',
        rank,
        irm: null,
        qualificationMark: null,
        lines: [index + 1],
      })),
    },
  ],
});

/** Knows files that begin with `SHEET`; the second word says what is in them. */
const converter: Converter = {
  name: 'sheets',
  recognises: (_path, head) => head.startsWith('SHEET'),
  convert(path) {
    if (path.endsWith('right')) return conversion('right', [2, 1]);
    if (path.endsWith('wrong')) return conversion('wrong', [1, 2]);
    if (path.endsWith('telling'))
      return conversion(
        'telling',
        [1, 2],
        race({ rankOverride: { competitor: '1', rank: 1, reason: 'as published' } }),
      );
    throw new Error('page 2 is missing');
  },
};

describe('verifying a folder', () => {
  let report: Report;
  beforeAll(async () => {
    for (const name of ['right', 'wrong', 'telling', 'torn'])
      writeFileSync(join(folder, name), `SHEET ${name}`);
    writeFileSync(join(folder, 'README.md'), 'about the sheets');
    report = await verifyFolder(folder, [converter]);
  });
  const setOf = (name: string) => report.sets.find((set) => set.name === name)!;

  test('runs the facts through the rules and compares every value', () => {
    expect(setOf('right')).toMatchObject({
      facts: 4,
      errors: [],
      tally: { units: 1, rows: 3, compared: 2, equal: 2, leftOut: 1 },
    });
    expect(setOf('wrong').tally).toMatchObject({ compared: 2, equal: 0, different: 2 });
  });

  test('takes no answer from a converter', () => {
    expect(setOf('telling').errors).toHaveLength(1);
    expect(setOf('telling').tally.different).toBe(2);
  });

  test('counts every row of the source: compared, explained or left out, and none is lost', () => {
    for (const { tally } of report.sets) {
      expect(tally.compared + tally.explained + tally.leftOut).toBe(tally.rows);
      expect(tally.equal + tally.different).toBe(tally.compared);
    }
    const lossy = { ...conversion('lossy', [2, 1]), lines: 4 };
    expect(checkConversion(lossy, () => {}).errors).toEqual([
      '1 rows of the source are neither compared nor left out',
    ]);
  });

  test('names a file that cannot be read and goes on with the others', () => {
    expect(setOf('torn').errors).toEqual(['sheets cannot read torn: page 2 is missing']);
    expect(report.sets).toHaveLength(4);
  });

  test('lists files that nobody knows, and is not verified while anything is open', () => {
    expect(report.skippedFiles).toEqual(['README.md']);
    expect(isVerified(report)).toBe(false);
    expect(verifySheet(report)).toMatch(/wrong +1 +3 +4 +2 +0 +2 +0 +1/);
  });
});
