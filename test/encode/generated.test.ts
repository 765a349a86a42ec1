import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/model/shape/field.ts';
import { FRAME } from '../../src/model/shape/frame.ts';
import { DOCUMENT_TYPES, partShape, rowsOf } from '../../src/model/shape/table.ts';
import { withNew } from '../../src/setup/schemas/field-numbers.ts';
import { MADE_FILES, type MadeFile, madeFiles } from '../../src/setup/schemas/made-files.ts';
import { shapesUnder } from '../../src/setup/schemas/shapes-under.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('schemas of documents', () => {
  const committed = Object.fromEntries(MADE_FILES.map((file) => [file, read(file)])) as Record<
    MadeFile,
    string
  >;

  test.each(MADE_FILES)('%s is what `npm run schemas` makes of src/model/shape now', (file) => {
    expect(madeFiles(committed)[file]).toBe(committed[file]);
  });
});

describe('field numbers', () => {
  const held = { Split: { point: 1, lap: 2 } };

  test('a new field is added to the list, and one that is gone stays in it', () => {
    expect(withNew(held, { Split: { point: 1, time: 3 } })).toEqual({ Split: { point: 1, lap: 2, time: 3 } });
  });

  test.each([
    ['another number than before', { Split: { point: 4 } }, /number 1 for ever/],
    ['the number of a field that is gone', { Split: { point: 1, time: 2 } }, /is that of lap/],
  ])('a field with %s is refused', (_what, declared, complaint) => {
    expect(() => withNew(held, declared)).toThrow(complaint);
  });

  test('within a message no two fields have one number', () => {
    for (const shape of shapesUnder(FRAME)) {
      const numbers = fieldsOf(shape).map(([, { number }]) => number);
      expect([shape.name, new Set(numbers).size]).toEqual([shape.name, numbers.length]);
    }
  });
});

describe('rows are flat in JSON', () => {
  test.each(DOCUMENT_TYPES)(
    'in a row of %s no two parts have a field of one name, and each part can be told',
    (type) => {
      const { key, parts } = rowsOf(type);
      const names = [key, 'sortOrder', ...parts.flatMap((part) => Object.keys(partShape(part).fields))];
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      for (const part of parts)
        expect(fieldsOf(partShape(part)).some(([, { presence }]) => presence !== 'optional')).toBe(true);
    },
  );
});
