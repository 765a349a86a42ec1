import { describe, expect, test } from 'vitest';
import { BANNED_WORDS, CLOCK_AND_CHANCE, MAY_IMPORT, roomOf } from './house-rules.ts';
import { circlesIn, importGraph, reachedFrom } from './import-graph.ts';
import { codeOf, importsOf, placesOf } from './source-tree.ts';

const file = (text: string, path = 'src/model/x.ts') => ({ path, text });

describe('the tools of the tidy test', () => {
  test('find every way to import, with the room that it leads to', () => {
    const text =
      "import a from '../rules/rank.ts';\nexport { b } from './b.ts';\nimport './c.ts';\nawait import('node:fs');\n";
    expect(importsOf(file(text)).map(({ line, target }) => [line, target])).toEqual([
      [1, 'src/rules/rank.ts'],
      [2, 'src/model/b.ts'],
      [3, 'src/model/c.ts'],
      [4, 'node:fs'],
    ]);
  });

  test('find imports over several lines, and none in comments', () => {
    const text =
      "import {\n  a,\n  b,\n} from '@nats-io/kv';\n// import x from './x.ts';\n/* import y from './y.ts' */\n";
    expect(importsOf(file(text)).map(({ target }) => target)).toEqual(['@nats-io/kv']);
  });

  test('find circles, also of types and over several files, and what an entry reaches', () => {
    const graph = importGraph([
      file("import type { B } from './b.ts';", 'src/x/a.ts'),
      file("import { c } from './c.ts';\nimport { d } from './d.ts';", 'src/x/b.ts'),
      file("export * from './a.ts';", 'src/x/c.ts'),
      file("import { e } from '../y/e.ts';", 'src/x/d.ts'),
      file("import { d } from '../x/d.ts';", 'src/y/e.ts'),
      file("import { a } from '../x/a.ts';", 'src/y/f.ts'),
    ]);
    expect(circlesIn(graph)).toEqual([
      ['src/x/a.ts', 'src/x/b.ts', 'src/x/c.ts'],
      ['src/x/d.ts', 'src/y/e.ts'],
    ]);
    expect([...reachedFrom(['src/x/d.ts'], graph)].sort()).toEqual(['src/x/d.ts', 'src/y/e.ts']);
  });

  test('find clock, chance and environment in code, and leave what is pure alone', () => {
    const found = (text: string): string[] =>
      placesOf(file(text), codeOf(file(text)), CLOCK_AND_CHANCE).map((place) => place.found);
    expect(found('const now = Date.now();')).toEqual(['Date.now']);
    expect(found('const today = new Date();')).toEqual(['new Date()']);
    expect(found('Math.random() + process.env.X')).toEqual(['Math.random', 'process.']);
    expect(found("new Date(ms).toISOString(); Date.parse('2024'); // Date.now()")).toEqual([]);
  });

  test('know the room of a file', () => {
    expect(
      ['src/rules/families/best-of.ts', 'src/engine.ts', 'sports/swimming/check.ts'].map(roomOf),
    ).toEqual(['rules', 'engine.ts', 'sports']);
  });

  test('let nothing before a room in the pipeline import it', () => {
    const order = ['model', 'rules', 'ledger', 'standings', 'encode', 'fanout', 'http'];
    for (const [index, room] of order.entries())
      for (const later of order.slice(index + 1))
        expect(MAY_IMPORT[room], `${room} and ${later}`).not.toContain(later);
  });

  test('hold words against the rooms where they mean something else', () => {
    expect(BANNED_WORDS.payload!('broker')).toBe(true);
    expect(BANNED_WORDS.message!('standings')).toBe(true);
    expect(BANNED_WORDS.message!('broker')).toBe(false);
    expect(BANNED_WORDS.event!('fanout')).toBe(true);
    expect(BANNED_WORDS.event!('rules')).toBe(false);
  });
});
