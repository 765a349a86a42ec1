// Runs before `npm pack`: builds when that is due, and adds to dist/ what only those need who install the package: declarations of
// what it exports.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isStale } from './build.mjs';
import { withLock } from './lock.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const ENTRIES = [
  'src/client/node.ts',
  'src/client/browser.ts',
  'src/client/protobuf.ts',
  'src/venue/venue-client.ts',
  'src/setup/open-broker.ts',
];

function declare(root) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const settings = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
  const options = Object.entries({ ...settings, outDir: 'dist', sourceMap: false }).flatMap(
    ([name, value]) => [`--${name}`, String(value)],
  );
  const only = ['--ignoreConfig', '--declaration', '--emitDeclarationOnly'];
  const outcome = spawnSync(process.execPath, [compiler, ...ENTRIES, ...options, ...only], {
    cwd: root,
    encoding: 'utf8',
  });
  if (outcome.status !== 0) throw new Error(`no declarations: ${outcome.stdout}${outcome.stderr}`);
}

await withLock(
  join(ROOT, '.splitsecond', 'setup.lock'),
  async () => {
    // What runs from dist/ meanwhile is not disturbed without need.
    if (isStale(ROOT)) {
      const { complaints } = build(ROOT);
      if (complaints > 0) process.stderr.write(`${complaints} type errors: npm run typecheck\n`);
    }
    declare(ROOT);
  },
  (pid) => process.stderr.write(`waiting for the set-up that process ${pid} is doing\n`),
);
