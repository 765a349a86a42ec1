// Sources -> dist/: TypeScript is compiled, everything else that programs read is copied beside it.
// Needs the installed packages; `prepare.mjs` sees to them. By hand: npm run build
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'sports', 'schemas', 'bench', 'test'];
/** What else decides how the result looks. */
const SETTINGS = ['tsconfig.json', 'tsconfig.pages.json', 'tsconfig.graphics.json', 'package-lock.json'];
/** Programs for Node, pages for browsers, and graphics for older ones: other globals, another program of the compiler. */
const PROGRAMS = ['tsconfig.json', 'tsconfig.pages.json', 'tsconfig.graphics.json'];
const STAMP = '.sources';
const SKIPPED = new Set(['node_modules', 'dist', '.git']);

function* filesUnder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

const sourcesOf = (root) => FOLDERS.flatMap((folder) => [...filesUnder(join(root, folder))]);
const isCompiled = (path) => /\.tsx?$/.test(path);

/** Changes when a source is added, removed or saved. Times and sizes only, so it costs milliseconds. */
function fingerprintOf(root) {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...sourcesOf(root), ...SETTINGS.map((name) => join(root, name))].sort()) {
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: -1 };
    hash.update(`${relative(root, path)}\n${mtimeMs}\n${size}\n`);
  }
  return hash.digest('hex');
}

export function isStale(root = ROOT) {
  const stamp = join(root, 'dist', STAMP);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprintOf(root);
}

/**
 * Compiles and copies. Programs run although the compiler has complaints about types, because it
 * writes them all the same: `complaints` says how many, `npm run typecheck` says which.
 */
export function build(root = ROOT) {
  // Taken before, so that a file saved meanwhile makes the next run build again.
  const fingerprint = fingerprintOf(root);
  const complaints = compile(root);
  const expected = copyOthers(root);
  sweep(root, expected);
  writeFileSync(join(root, 'dist', STAMP), fingerprint);
  return { complaints };
}

const compile = (root) =>
  PROGRAMS.map((name) => join(root, name))
    .filter((program) => existsSync(program))
    .reduce((complaints, program) => complaints + compileProgram(root, program), 0);

function compileProgram(root, program) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const outcome = spawnSync(process.execPath, [compiler, '--pretty', 'false', '-p', program], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const said = `${outcome.stdout ?? ''}${outcome.stderr ?? ''}`;
  if (outcome.error !== undefined || !existsSync(join(root, 'dist', 'src'))) {
    throw new Error(`the compiler failed: ${outcome.error?.message ?? said.trim()}`);
  }
  return outcome.status === 0 ? 0 : said.split('\n').filter((line) => / error TS\d+/.test(line)).length;
}

/** The files that belong into dist/. */
function copyOthers(root) {
  const expected = new Set([STAMP]);
  for (const path of sourcesOf(root)) {
    const place = relative(root, path);
    if (isCompiled(path)) {
      const script = place.replace(/\.tsx?$/, '.js');
      expected.add(script).add(script.replace(/\.js$/, '.d.ts'));
    } else {
      expected.add(place);
      copyIfNewer(path, join(root, 'dist', place));
    }
  }
  return expected;
}

function copyIfNewer(from, to) {
  const source = statSync(from);
  const target = statSync(to, { throwIfNoEntry: false });
  if (target !== undefined && target.size === source.size && target.mtimeMs >= source.mtimeMs) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** What was compiled from a source that is gone must go, too: a test or a sport would be found there. */
function sweep(root, expected) {
  const dist = join(root, 'dist');
  for (const path of filesUnder(dist)) {
    const place = relative(dist, path);
    const isOurs = FOLDERS.includes(place.split(sep)[0]);
    if (isOurs && !expected.has(place)) rmSync(path, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { complaints } = build();
  if (complaints > 0) {
    process.stderr.write(`${complaints} type errors: npm run typecheck\n`);
    process.exitCode = 1;
  }
}
