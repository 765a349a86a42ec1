/** What all tests of pages in a browser share: one Chromium, and the modules that pages load, compiled at most once. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { modulesFolder } from '../../../src/http/folders.ts';
import { isStale } from '../../../src/setup/build.mjs';
import { ensureChromium, QUIET_BROWSER } from '../../support/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Chromium can be reached; empty where this machine has none. */
    chromium: string;
    pageModules: string;
  }
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await ensureChromium();
  const modules = executablePath === null ? null : await pageModules();
  const server =
    executablePath === null
      ? null
      : await chromium.launchServer({ executablePath, args: [...QUIET_BROWSER] });
  project.provide('chromium', server?.wsEndpoint() ?? '');
  project.provide('pageModules', modules?.folder ?? '');
  return async () => {
    await server?.close();
    await modules?.end();
  };
}

/** Those of the last build, where it is of these sources, as it is behind `npm test`; else they are compiled into a new folder. */
async function pageModules(): Promise<{ folder: string; end(): Promise<void> }> {
  if (!isStale()) return { folder: modulesFolder, end: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-modules-'));
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  for (const program of ['tsconfig.pages.json', 'tsconfig.graphics.json'])
    await promisify(execFile)(tsc, ['--project', join(ROOT, program), '--outDir', folder], {
      cwd: ROOT,
    }).catch(({ stdout }: { stdout: string }) => {
      throw new Error(stdout);
    });
  const isSheet = (path: string): boolean => !/\.[a-z]+$/.test(path) || path.endsWith('.css');
  await cp(join(ROOT, 'src/graphics'), join(folder, 'src/graphics'), { recursive: true, filter: isSheet });
  return { folder: join(folder, 'src'), end: () => rm(folder, { recursive: true, force: true }) };
}
