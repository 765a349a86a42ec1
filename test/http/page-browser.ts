/** What tests of the live page need: a browser, and the modules that the page loads. */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const QUIET_BROWSER = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: QUIET_BROWSER });

/** The pages and the subscriber library as browsers load them, compiled into a new folder so that no earlier build is needed. */
export async function compiledModules(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-modules-'));
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  const words = ['--project', join(ROOT, 'tsconfig.pages.json'), '--outDir', folder];
  await promisify(execFile)(tsc, words, { cwd: ROOT }).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
  return join(folder, 'src');
}
