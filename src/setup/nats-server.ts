/**
 * Finds the nats-server program: on PATH (and where Debian puts it), else the copy in `.splitsecond/`,
 * else Debian's package. Elsewhere it says what to install.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { BrokerError } from '../broker/errors.ts';
import { projectRoot } from './project-root.ts';

export interface NatsServerSearch {
  /** As in the environment. Default: the environment's. */
  readonly path?: string;
  /** The project's folder. */
  readonly root?: string;
  readonly platform?: NodeJS.Platform;
}

/** Debian installs it here, which is not on everybody's PATH. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

const programName = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'nats-server.exe' : 'nats-server';

const ownProgram = (root: string, platform: NodeJS.Platform): string =>
  join(root, '.splitsecond', 'bin', programName(platform));

/** The program's path, or null when this machine has none. */
export function findNatsServer(search: NatsServerSearch = {}): string | null {
  const { path = process.env.PATH ?? '', root = projectRoot(), platform = process.platform } = search;
  const system = search.path === undefined && platform !== 'win32' ? SYSTEM_FOLDERS : [];
  const folders = [...path.split(delimiter), ...system].filter((folder) => folder !== '');
  const candidates = folders.map((folder) => join(folder, programName(platform)));
  return [...candidates, ownProgram(root, platform)].find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Finds the program or installs it. Throws `NATS_SERVER_MISSING` with what to do. */
export function ensureNatsServer(say: (line: string) => void = () => {}): string {
  const found = findNatsServer();
  if (found !== null) return found;
  const installed = hasDebianPackages() ? installFromDebian(say) : null;
  if (installed !== null) return installed;
  throw new BrokerError('NATS_SERVER_MISSING', whatToInstall());
}

export function whatToInstall(): string {
  return [
    'There is no nats-server on this machine. Install it, then start again:',
    '  Debian, Ubuntu   sudo apt-get install nats-server',
    '  macOS            brew install nats-server',
    '  Windows          winget install NATSAuthors.NATSServer   (or: scoop install nats-server, choco install nats-server)',
    'or put the program into .splitsecond/bin/, or use a server that runs already: NATS_URL=nats://host:4222',
  ].join('\n');
}

function hasDebianPackages(): boolean {
  return (
    process.platform === 'linux' && run('apt-get', ['--version']).ok && run('dpkg-deb', ['--version']).ok
  );
}

function installFromDebian(say: (line: string) => void): string | null {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say('installing nats-server (Debian package)');
    const installed = installAsRoot() ? findNatsServer() : null;
    if (installed !== null) return installed;
  }
  say('unpacking nats-server (Debian package) into .splitsecond/');
  return unpackPackage();
}

const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Debian's package brings a service that would listen on port 4222. `policy-rc.d` with exit code 101 is
 * Debian's way to say "start nothing"; systemd reads RUNLEVEL=1 the same way in its helper.
 */
function installAsRoot(): boolean {
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', 'nats-server'];
  const install = (): boolean => run(...withoutServices(command), { env: { ...QUIET, RUNLEVEL: '1' } }).ok;
  const isInstalled = install() || (run('apt-get', ['update', '-qq'], { env: QUIET }).ok && install());
  // It would come up with the next boot otherwise.
  if (isInstalled) run('systemctl', ['disable', 'nats-server']);
  return isInstalled;
}

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * The file is the machine's, and left behind it would keep every later package from starting its service. So a shell of its own makes it and
 * takes it away, which a Ctrl-C does not end before the command has ended, and which outlives whoever started it. One that
 * is ours by its second line (a machine that went down) is taken over.
 */
const WITHOUT_SERVICES = `
policy=$1; shift
if [ ! -e "$policy" ] || grep -qs '^# splitsecond set-up' "$policy"; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\n# splitsecond set-up: starts nothing while a package is installed\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
"$@" &
command=$!
trap 'kill "$command" 2>/dev/null' INT TERM HUP
wait "$command"; code=$?
while kill -0 "$command" 2>/dev/null; do wait "$command"; done
exit "$code"
`;

/** What to run so that the command runs while no service can be started. */
export const withoutServices = (
  command: readonly string[],
  policy = POLICY,
): readonly [program: string, args: readonly string[]] => [
  'sh',
  ['-c', WITHOUT_SERVICES, 'sh', policy, ...command],
];

/** Without root: the package's program alone, as a copy of ours. */
export function unpackPackage(root = projectRoot()): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-package-'));
  try {
    if (!run('apt-get', ['download', 'nats-server'], { cwd: folder }).ok) return null;
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (archive === undefined) return null;
    if (!run('dpkg-deb', ['-x', join(folder, archive), join(folder, 'files')]).ok) return null;
    const program = ['usr/sbin', 'usr/bin']
      .map((place) => join(folder, 'files', place, 'nats-server'))
      .find(isProgram);
    return program === undefined ? null : keep(program, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copied beside and renamed, so that nobody finds half a program. */
function keep(program: string, root: string): string {
  const target = ownProgram(root, process.platform);
  const beside = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(program, beside);
  chmodSync(beside, 0o755);
  renameSync(beside, target);
  return target;
}

function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): { ok: boolean } {
  const { status } = spawnSync(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: 'ignore',
    timeout: 300_000,
  });
  return { ok: status === 0 };
}
