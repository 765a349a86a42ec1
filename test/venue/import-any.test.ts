/** Whatever stands where a value is expected: a code of the file, or a feed in order of which no fact is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/setup/project-root.ts';
import { ImportError } from '../../src/venue/import/import-error.ts';
import { importIof } from '../../src/venue/import/iof.ts';
import { importLenex } from '../../src/venue/import/lenex.ts';
import { LENEX_2, LENEX_3 } from './lenex-sample.ts';

const FOLDER = join(projectRoot(), 'test/venue/import-files');
const FILES = [
  LENEX_2,
  LENEX_3,
  ...readdirSync(FOLDER)
    .filter((name) => !/utf16|cp1252/.test(name))
    .map((name) => readFileSync(join(FOLDER, name), 'utf8')),
];

const ODD = [
  ...['', ' ', '0', '-1', '+0', '1.5', '1e9', 'NaN', '-Infinity', '99999', '9999999999999999999999'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...['9999-12-31', '0000-00-00', '2024-02-30', '2024-06-01T25:00:00Z', '2024-06-01T10:00:00+14:00', '24:00'],
  ...['999:59:59.99', '00:00:99.99', '00:00:00.01', '9,5'],
  ...['𠮷'.repeat(400), 'x'.repeat(5000), '\u009b2J', 'a|b', '&amp;', '&#1;', '>'],
  ...['SEEDED', 'OFFICIAL', 'DSQ', 'DNS', 'RJC', 'Active', 'PRE', 'FIN', 'SOP', 'TIMETRIAL', 'MEDLEY', 'A'],
];

const VALUES = /="[^"]*"|>[^<>\n]+</g;

function withOdd(file: string, changes: readonly (readonly [place: number, value: string])[]): string {
  return changes.reduce((text, [place, value]) => {
    const found = [...text.matchAll(VALUES)];
    const { index, 0: before } = found[Math.floor(place * found.length)]!;
    const after = before.startsWith('=') ? `="${value}"` : `>${value.replace('>', '&gt;')}<`;
    return text.slice(0, index) + after + text.slice(index + before.length);
  }, file);
}

test('odd values make no invalid feed and no error without a code', () => {
  const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(...ODD));
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (file, changes) => {
        const text = withOdd(file, changes);
        try {
          const { facts, report } = text.includes('LENEX') ? importLenex(text) : importIof(text);
          const sent = [...facts].map((fact) => String(fact.sentAt));
          expect(sent).toEqual([...sent].sort());
          expect(report.remarks.filter(({ code }) => code === 'FACT_REFUSED')).toEqual([]);
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
        }
      },
    ),
    { numRuns: 400 },
  );
});
