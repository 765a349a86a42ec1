/**
 * The browser for tests of pages: `CHROMIUM` in the environment, else one that the machine has, else Debian's package
 * where we are root. Without any, such tests are skipped with `NO_CHROMIUM` in their name.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export const NO_CHROMIUM =
  'SKIPPED: no Chromium here. Install chromium or Chrome, or set CHROMIUM to the path of one';

/** Nothing that a browser does by itself, and no GPU: pictures are the same on every machine. */
export const QUIET_BROWSER: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where installers put it when it is not on PATH. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((program) =>
      join(process.env[variable] ?? 'C:\\', program),
    ),
  ),
};

/** Path of a browser, or null after saying so on stderr. Throws when `CHROMIUM` is given and is no program. */
export async function ensureChromium(): Promise<string | null> {
  const found = findChromium() ?? (await installFromDebian());
  if (found === null) process.stderr.write(`\n${NO_CHROMIUM}\n`);
  return found;
}

export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { CHROMIUM: given, PATH = '' } = environment;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROMIUM=${given} is no program`);
  }
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name + ending)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const INSTALL = [
  '-o',
  'DPkg::Lock::Timeout=300',
  'install',
  '-y',
  '-qq',
  '--no-install-recommends',
  'chromium',
];

async function installFromDebian(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  process.stderr.write('installing chromium (Debian package) for the tests of pages\n');
  // The lists of a fresh container are empty, so the first try may fail.
  const isDone = (await aptGet(INSTALL)) || ((await aptGet(['update', '-qq'])) && (await aptGet(INSTALL)));
  return isDone ? findChromium() : null;
}

const aptGet = (words: readonly string[]): Promise<boolean> =>
  promisify(execFile)('apt-get', words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    () => true,
    () => false,
  );
