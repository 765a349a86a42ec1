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

/** Modules of the subscriber library that the page loads by themselves. */
const ENTRIES = [
  'client/subscriber.ts',
  'client/sheet.ts',
  'client/bracket.ts',
  'client/match.ts',
  'model/words.ts',
];

/** The subscriber library as browsers load it, compiled into a new folder so that no earlier build is needed. */
export async function compiledModules(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-modules-'));
  const options = [
    '--ignoreConfig',
    '--outDir',
    folder,
    '--rootDir',
    join(ROOT, 'src'),
    '--noCheck',
    '--skipLibCheck',
  ];
  const language = ['--target', 'es2023', '--module', 'esnext', '--moduleResolution', 'bundler'];
  const paths = ['--rewriteRelativeImportExtensions', '--verbatimModuleSyntax', '--types', 'node'];
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  const entries = ENTRIES.map((file) => join(ROOT, 'src', file));
  await promisify(execFile)(tsc, [...entries, ...options, ...language, ...paths], { cwd: ROOT });
  return folder;
}
