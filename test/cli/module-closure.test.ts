import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { modulesFrom } from '../../src/cli/module-closure.ts';

const folder = mkdtempSync(join(tmpdir(), 'closure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test('every way to import is followed, over folders and in circles, and comments are no imports', () => {
  written({
    'graphics/a.js': "import { b } from './b.js';\nimport '../model/c.js';\nexport * from \"./d.js\";\n",
    'graphics/b.js': "// import './none.js';\n/** from './none.js' */\nawait import('./e.js');\n",
    'graphics/d.js': "import { a } from './a.js';\nconst at = 'http://x'; // from './none.js'\n",
    'graphics/e.js': 'const important = 1;\n',
    'model/c.js': '',
    'model/other.js': '',
  });
  expect([...modulesFrom(folder, ['graphics/a.js'])].sort()).toEqual([
    'graphics/a.js',
    'graphics/b.js',
    'graphics/d.js',
    'graphics/e.js',
    'model/c.js',
  ]);
});

test('what needs a package cannot be packed, and is named', () => {
  written({ 'graphics/p.js': "import { h } from 'preact';\n" });
  expect(() => modulesFrom(folder, ['graphics/p.js'])).toThrow('graphics/p.js imports preact');
});
