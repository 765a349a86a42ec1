/** The built program writes graphics as files. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, sep } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LISTED } from '../../src/graphics/listed.ts';
import { PROGRAM } from './launched.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = (name: string, ...words: string[]) => {
  const to = join(folder, name);
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'graphics', 'export', to, ...words], {
    encoding: 'utf8',
  });
  return { to, status, stderr, read: (path: string) => readFileSync(join(to, path), 'utf8') };
};

test('each graphic has a manifest and a main module, and what these import is there and nothing else', () => {
  const { to, status, read } = exported('all', '--server', 'http://10.0.0.5:8080/');
  expect(status).toBe(0);
  const files = readdirSync(to, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => /\.\w+$/.test(path));
  const beside = files.filter((path) => !path.startsWith('modules/'));
  expect(beside.sort()).toEqual(LISTED.flatMap(({ name }) => [`${name}.js`, `${name}.ograf.json`]).sort());
  const imported = new Set(
    files
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) =>
        [
          ...read(path).matchAll(/^(?:import|export)\b[^'"]*?\bfrom ['"](.+)['"];$|^import ['"](.+)['"];$/gm),
        ].map(([, from, alone]) => posix.join(posix.dirname(path), (from ?? alone)!)),
      ),
  );
  const modules = files.filter((path) => path.startsWith('modules/') && path.endsWith('.js'));
  expect([...imported].sort()).toEqual(modules.sort());
  const { schema } = JSON.parse(read('clock.ograf.json')) as {
    schema: { properties: Record<string, { default: unknown }> };
  };
  expect(schema.properties.server!.default).toBe('http://10.0.0.5:8080');
});

test('a theme of the house is packed and worn', () => {
  const theme = join(folder, 'house.css');
  writeFileSync(theme, ':host { --ink: #000 }');
  const { to, status, read } = exported(
    'house',
    '--theme',
    theme,
    '--graphic',
    'clock',
    'weather',
    '--form',
    'spx',
  );
  expect(status).toBe(0);
  expect(readdirSync(to).sort()).toEqual(['clock.html', 'modules', 'weather.html']);
  const [, worn] = /data-theme="([^"]+)"/.exec(read('clock.html'))!;
  // As the module finds it that asks for it.
  const asking = 'modules/graphics/graphic.js';
  expect(existsSync(join(to, asking))).toBe(true);
  expect(read(posix.join(dirname(asking), worn!))).toBe(':host { --ink: #000 }');
});

test.each([
  [['--graphic', 'ticker'], 'there is no graphic ticker'],
  [['--server', '10.0.0.5'], 'write the address of an edge'],
  [['--theme', '/none/house.css'], 'there is no such file'],
])('%j is refused', (words, said) => {
  const { status, stderr } = exported('refused', ...words);
  expect(status).toBeGreaterThan(0);
  expect(stderr).toContain(said);
});
