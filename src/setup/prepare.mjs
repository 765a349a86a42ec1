// Runs before `npm start` and `npm test`, on a machine that has Node and npm and nothing else: installs
// the packages, builds, and sees to a nats-server. Says one line per step, and nothing when all is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, isStale } from './build.mjs';
import { withLock } from './lock.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = [20, 19];

class SetupError extends Error {}

const say = (line) => process.stderr.write(`set-up: ${line}\n`);

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${version}. Get one at https://nodejs.org`,
  );
}

/** Packages: the lock file that was last installed is remembered by its hash, beside the packages. */
const lockFile = (root) => join(root, 'package-lock.json');
const installedMark = (root) => join(root, 'node_modules', '.splitsecond-installed');
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(lockFile(root)))
    .digest('hex');

export function packagesAreMissing(root = ROOT) {
  const own = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(own)) return true;
  const mark = installedMark(root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lockHash(root)) return false;
  return statSync(own).mtimeMs < statSync(lockFile(root)).mtimeMs;
}

function installPackages(root) {
  say('installing packages (npm ci)');
  const npm = process.env.npm_execpath;
  // Packages would build what is only faster, with a compiler and from files that they fetch.
  const words = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const outcome =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...words], options)
      : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
  if (outcome.status !== 0) {
    const said = `${outcome.stdout ?? ''}${outcome.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
    throw new SetupError(`npm ci failed:\n${said || outcome.error?.message}`);
  }
  writeFileSync(installedMark(root), lockHash(root));
}

function buildPrograms(root) {
  say('building');
  const { complaints } = build(root);
  if (complaints > 0) say(`${complaints} type errors (npm run typecheck); going on`);
}

const natsModule = (root) => pathToFileURL(join(root, 'dist', 'src', 'setup', 'nats-server.js')).href;

async function natsServerIsMissing(root) {
  if (process.env.NATS_URL) return false;
  const { findNatsServer } = await import(natsModule(root));
  return findNatsServer() === null;
}

async function installNatsServer(root) {
  const { ensureNatsServer } = await import(natsModule(root));
  ensureNatsServer(say);
}

const needsWork = async (root, withBroker) =>
  packagesAreMissing(root) || isStale(root) || (withBroker && (await natsServerIsMissing(root)));

/**
 * Two at the same time: the second waits, then finds everything done. `withBroker` false leaves the nats-server to
 * the command, which may need none.
 */
export async function prepare(root = ROOT, { withBroker = true } = {}) {
  checkNode();
  if (!(await needsWork(root, withBroker))) return;
  await withLock(
    join(root, '.splitsecond', 'setup.lock'),
    async () => {
      if (packagesAreMissing(root)) installPackages(root);
      if (isStale(root)) buildPrograms(root);
      if (withBroker && (await natsServerIsMissing(root))) await installNatsServer(root);
    },
    (pid) => say(`waiting for the set-up that process ${pid} is doing`),
  );
}

/** Says what a person can act on without a stack, and ends. */
export function giveUp(error) {
  const isExpected = error instanceof SetupError || error.code === 'NATS_SERVER_MISSING';
  process.stderr.write(`${isExpected ? error.message : error.stack}\n`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) prepare().catch(giveUp);
