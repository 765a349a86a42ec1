import { describe, expect, test } from 'vitest';
import { harmless, harmlessInLine } from '../../src/cli/terminal.ts';
import { textTable } from '../../src/cli/text-table.ts';
import { codeOf, filesUnder, placesOf } from '../support/source-tree.ts';

describe('text for a terminal', () => {
  const CLEARING = 'A\u009b2J\u001b[31mB\u007f';

  test('what a terminal obeys is shown as JSON writes it', () => {
    expect(harmless(CLEARING)).toBe('A\\u009b2J\\u001b[31mB\\u007f');
    expect(harmless('two\nlines\tand\r')).toBe('two\nlines\tand\\u000d');
    expect(harmless('\u202eOLRAC')).toBe('\\u202eOLRAC');
    expect(harmless('Zoë 王 𠮷 🏃')).toBe('Zoë 王 𠮷 🏃');
  });

  test('a line of JSON says the same afterwards', () => {
    const line = JSON.stringify({ name: `${CLEARING}\u2028\ud800` });
    expect(JSON.parse(harmless(line))).toEqual(JSON.parse(line));
    expect(harmless(line)).toMatch(/^\P{Cc}+$/u);
  });

  test('a cell of a table is one line, and as wide as it is shown', () => {
    const columns = [
      { label: 'Name\u009b1m', align: 'left' },
      { label: 'NOC', align: 'left' },
    ] as const;
    expect(
      textTable(columns, [
        ['A\nB', 'ITA'],
        ['C', 'FRA'],
      ]),
    ).toBe('Name\\u009b1m  NOC\nA\\u000aB      ITA\nC             FRA\n');
    expect(harmlessInLine('A\tB')).toBe('A\\u0009B');
  });
});

test('commands write through it, but for files, and what they colour themselves', () => {
  const raw = filesUnder('src/cli', /\.ts$/)
    .filter((file) => placesOf(file, codeOf(file), /process\.std(?:out|err)\.write\(/g).length > 0)
    .map(({ path }) => path);
  expect(raw.sort()).toEqual(['src/cli/rank.ts', 'src/cli/splitsecond.ts', 'src/cli/terminal.ts']);
});
