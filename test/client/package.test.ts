/** What `npm pack` makes, used as whoever installs it would: in Node, in a browser without a bundler, by the compiler. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listRows } from '../../src/model/document.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { type RunningEdge, runningEdge, until } from '../fanout/running-edge.ts';
import { ensureChromium, NO_CHROMIUM } from '../support/chromium.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CHANNEL = `${FINAL_100M}/RESULT`;
const CHROMIUM = await ensureChromium();
const run = promisify(execFile);

let folder: string;
let installed: string;
let packed: string[];
let running: RunningEdge;
/** Of the server of the pages in Chromium: another port than that of the edge. */
let allowOrigins: readonly string[] = [];

/** Packs, unpacks as `node_modules/splitsecond`, and links what it depends on. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splitsecond-package-'));
  installed = join(folder, 'node_modules', 'splitsecond');
  await mkdir(installed, { recursive: true });
  await run('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 });
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await run('tar', ['-xzf', join(folder, tarball!), '-C', installed, '--strip-components=1']);
  const { dependencies } = await manifest();
  for (const name of [...Object.keys(dependencies), '@types/node', '@types/ws']) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), link, 'junction');
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const files = await readdir(installed, { recursive: true, withFileTypes: true });
  packed = files
    .filter((file) => file.isFile())
    .map((file) =>
      join(file.parentPath, file.name)
        .slice(installed.length + 1)
        .replaceAll('\\', '/'),
    );
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  running = await runningEdge({ allowOrigins });
});
afterEach(() => running.stop());

interface Manifest {
  readonly private?: boolean;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

async function manifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
}

/** What a page links to or shows, addresses elsewhere apart. */
const linksIn = (text: string): string[] =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link));

/** The addresses of headings, as pages are shown. */
const headingsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

/** What an entry of the exports gives to some who ask: `types` and `default`. */
const formsOf = (exported: unknown): object[] => {
  const { default: fallback, ...named } = exported as Record<string, unknown>;
  const nested = Object.values(named).filter((each) => typeof each === 'object' && each !== null);
  return [...nested.flatMap(formsOf), ...(fallback === undefined ? [] : [exported as object])];
};

/** Every file that the exports name. */
const targets = (exported: unknown): string[] =>
  typeof exported === 'string' ? [exported] : Object.values(exported as object).flatMap(targets);

/** Five versions, each proved by its hash, all but the first as deltas. */
const EXPECTED_BASES = [null, 1, 2, 3, 4];

async function publishFive(arrived: () => number): Promise<void> {
  for (let version = 2; version <= 5; version += 1) {
    await until(() => arrived() === version - 1);
    await running.publisher.touch();
  }
  await until(() => arrived() === 5);
}

/** What pages link to and show. */
const LINKED = /^bench\/[\w/]+\.(md|svg)$|^src\/pages\/screenshots\/|\/c007-100m-thousandths\/feed\.ndjson$/;

describe('what is packed', () => {
  test('everything that the exports name is there', async () => {
    const missing = targets((await manifest()).exports).filter((file) => !existsSync(join(installed, file)));
    expect(missing).toEqual([]);
  });

  test('every entry of the exports has types for everybody who asks', async () => {
    const { './package.json': _itself, ...exports } = (await manifest()).exports;
    const forms = Object.values(exports).flatMap(formsOf);
    expect(forms.length).toBeGreaterThan(4);
    expect(forms.filter((form) => !('types' in form))).toEqual([]);
  });

  test('it may be published, and names the Node that its packages need where no override holds', async () => {
    const { private: isPrivate, engines } = await manifest();
    expect(isPrivate).toBe(undefined);
    const oldest = Number(/^>=(\d+)$/.exec(engines.node)![1]);
    const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; engines?: { node?: string } }>;
    };
    const brought = Object.entries(packages).filter(([name, { dev }]) => name !== '' && dev !== true);
    const newer = brought.filter(([, { engines: asked }]) => {
      const major = /^>=\s*(\d+)/.exec(asked?.node ?? '')?.[1];
      return Number(major) > oldest;
    });
    expect(newer.map(([name]) => name)).toEqual([]);
  });

  test('what its pages link to is packed, headings included', async () => {
    const dead: string[] = [];
    for (const page of packed.filter((file) => file.endsWith('.md'))) {
      for (const link of linksIn(await readFile(join(installed, page), 'utf8'))) {
        const [path = '', heading] = link.split('#');
        const target = path === '' ? page : join(dirname(page), path).replaceAll('\\', '/');
        if (!packed.includes(target)) dead.push(`${page}: ${link}`);
        else if (heading !== undefined) {
          const headings = headingsIn(await readFile(join(installed, target), 'utf8'));
          if (!headings.includes(heading)) dead.push(`${page}: ${link}`);
        }
      }
    }
    expect(dead).toEqual([]);
  });

  test('no file names a source map', async () => {
    const scripts = packed.filter((file) => /\.(?:[cm]?[jt]s|css)$/.test(file));
    expect(scripts.length).toBeGreaterThan(100);
    const naming: string[] = [];
    for (const file of scripts)
      if ((await readFile(join(installed, file), 'utf8')).includes('sourceMappingURL=')) naming.push(file);
    expect(naming).toEqual([]);
  });

  test('nothing is packed that only those need who build it: no sources, tests, benchmarks or cases', () => {
    const unneeded = packed.filter(
      (file) =>
        (/(^|\/)(test|bench|cases|samples|screenshots)\//.test(file) && !LINKED.test(file)) ||
        /\.test\.|\.map$/.test(file) ||
        (file.endsWith('.ts') && !file.endsWith('.d.ts')),
    );
    expect(unneeded).toEqual([]);
  });

  test('the command runs from it', async () => {
    const feed = join(ROOT, 'sports/athletics/cases/c007-100m-thousandths/feed.ndjson');
    const command = join(installed, 'src/setup/splitsecond.mjs');
    const { stdout } = await run(process.execPath, [command, 'rank', feed], { cwd: folder });
    expect(stdout).toContain('RESULT');
  });
});

describe('in Node', () => {
  const SCREEN = `
    import { subscribe } from 'splitsecond/client';
    import { protobufReader } from 'splitsecond/client/protobuf';
    const [url, format] = process.argv.slice(2);
    const subscriber = subscribe({ url, ...(format === 'protobuf' ? { reader: protobufReader } : {}) });
    subscriber.follow('${CHANNEL}', ({ version, hash }, delta) => {
      process.stdout.write(JSON.stringify({ version, hash, base: delta?.base ?? null }) + '\\n');
      if (version === 5) subscriber.close();
    });`;

  test.each(['json', 'protobuf'])(
    'it is imported by its name, follows deltas and proves them (%s)',
    async (format) => {
      await writeFile(join(folder, 'screen.mjs'), SCREEN);
      const screen = run(process.execPath, ['screen.mjs', running.edge.streamUrl, format], { cwd: folder });
      let said = '';
      screen.child.stdout?.on('data', (text) => {
        said += text;
      });
      await publishFive(() => said.split('\n').length - 1);
      await screen;
      const shown = said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(shown.map(({ hash }) => hash)).toEqual(running.publisher.history.map(({ hash }) => hash));
      expect(shown.map(({ base }) => base)).toEqual(EXPECTED_BASES);
    },
  );
});

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? NO_CHROMIUM : 'in Chromium', () => {
  const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const asked: string[] = [];
  let browser: Browser;
  let server: Server;

  const pageFor = (format: string): string => (format === 'readme' ? readmePage() : testPage(format));
  /** The page of the README, with the address of this edge. */
  const readmePage = (): string =>
    `<!doctype html>${example.replaceAll('ws://127.0.0.1:8080/v1/stream', running.edge.streamUrl)}`;
  const testPage = (format: string): string => `<!doctype html>
    <script type="importmap">${importMap}</script>
    <script type="module">
      import { subscribe } from 'splitsecond/client';
      ${format === 'protobuf' ? "import { protobufReader } from 'splitsecond/client/protobuf';" : ''}
      window.shown = [];
      const subscriber = subscribe({ url: '${running.edge.streamUrl}' ${format === 'protobuf' ? ', reader: protobufReader' : ''} });
      subscriber.follow('${CHANNEL}', ({ version, hash }, delta) =>
        shown.push({ version, hash, base: delta?.base ?? null }));
    </script>`;
  let importMap: string;
  let example: string;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
    // The import map as the README gives it.
    const readme = await readFile(join(installed, 'src/client/README.md'), 'utf8');
    importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(readme)![1]!;
    example = /```html\n([\s\S]*?importmap[\s\S]*?)```/.exec(readme)![1]!;
    server = createServer(async (request, response) => {
      const path = (request.url ?? '').split('?')[0]!;
      if (path.startsWith('/page-')) {
        response.setHeader('content-type', 'text/html').end(pageFor(path.slice('/page-'.length)));
        return;
      }
      asked.push(path);
      const isPacked = packed.includes(path.replace('/node_modules/splitsecond/', ''));
      response.statusCode = isPacked ? 200 : 404;
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(isPacked ? await readFile(join(folder, path)) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    allowOrigins = [`http://127.0.0.1:${(server.address() as AddressInfo).port}`];
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server?.close(resolve));
  });

  test.each(['json', 'protobuf'])(
    'a page that has only the packed files follows deltas and proves them (%s)',
    async (format) => {
      asked.length = 0;
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page-${format}`);
      const shown = (): Promise<{ version: number; hash: string; base: number | null }[]> =>
        page.evaluate('window.shown ?? []');
      for (let version = 2; version <= 5; version += 1) {
        await page.waitForFunction(`window.shown?.length === ${version - 1}`);
        await running.publisher.touch();
      }
      await page.waitForFunction('window.shown.length === 5');
      expect((await shown()).map(({ hash }) => hash)).toEqual(
        running.publisher.history.map(({ hash }) => hash),
      );
      expect((await shown()).map(({ base }) => base)).toEqual(EXPECTED_BASES);
      expect(complaints).toEqual([]);
      const modules = asked.filter((path) => path.endsWith('.js'));
      expect(modules.every((path) => packed.includes(path.replace('/node_modules/splitsecond/', '')))).toBe(
        true,
      );
      expect(modules.some((path) => path.endsWith('protobuf-reader.js'))).toBe(format === 'protobuf');
      expect(modules.filter((path) => /node|\/ws\//.test(path.replace('/node_modules/', '')))).toEqual([]);
      await page.close();
    },
  );

  test('the page of the README shows the standings', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page-readme`);
    await page.locator('#results tr').nth(7).waitFor();
    await running.publisher.touch();
    const shown = listRows(running.publisher.current).map(({ mark }) => mark.result);
    await page.waitForFunction(
      `[...document.querySelectorAll('#results tr td:last-child')].map((cell) => cell.textContent).join() === ${JSON.stringify(shown.join())}`,
    );
    expect(await page.locator('#results tr').count()).toBe(8);
    await page.close();
  });
});

/** What does not compile, and how the compiler has to object. */
const WRONG_FACTS = [
  ['without what it must have', "{ passing: { competitor: '7', point: 'FIN' } }"],
  ['with a number for a decimal', "{ passing: { competitor: '7', point: 'FIN', time: 10.02 } }"],
  ['with a field that nobody knows', "{ reaction: { competitor: '7', time: '0.14', lane: '5' } }"],
  ['with a value that is none', "{ status: { result: 'FINAL' } }"],
  ['of a kind that there is not', "{ result: { competitor: '7' } }"],
  ['that is two', "{ reaction: { competitor: '7', time: '0.14' }, status: { result: 'LIVE' } }"],
  ['that is none', '{}'],
] as const;
const WRONG_SCREENS = [
  [
    'a type that does not exist',
    'TS2345',
    "subscribe({ url: '' }).follow('ATH*/START_LIST', ({ version }) => version);",
  ],
  [
    'another type than the one that is followed',
    'TS2322',
    "subscribe({ url: '' }).follow('*/MEDALS', ({ header }) => { const t: 'RESULT' = header.type; });",
  ],
  [
    'details of another family',
    'TS2339',
    "subscribe({ url: '' }).follow('*', (document) => { const p = performanceOf(listRows(document)[0]!); if (p?.family === 'bestOf') p.heights; });",
  ],
  ['an option of Node in a browser', 'TS2353', "subscribe({ url: '', deflate: false });"],
] as const;

/** The compiler runs once for Node and once for a browser, over everything: it reads the same declarations each time. */
describe('to the compiler', () => {
  const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
  const STRICT = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--noUncheckedIndexedAccess',
    '--target',
    'es2023',
  ];
  const NODE = ['--module', 'nodenext', '--moduleResolution', 'nodenext', '--types', 'node'];
  const BROWSER = [
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
    '--customConditions',
    'browser',
    '--lib',
    'es2023,dom',
    '--types',
    '',
  ];
  /** Each complaint, with the lines that belong to it. */
  const check = (files: readonly string[], ...options: readonly string[]): Promise<readonly string[]> =>
    run(process.execPath, [TSC, ...files, ...STRICT, ...options], { cwd: folder }).then(
      () => [],
      ({ stdout }: { stdout: string }) => stdout.split(/^(?=\S)/m),
    );
  const put = async (name: string, codes: readonly string[]): Promise<string[]> => {
    const files = codes.map((_code, at) => `${name}-${at}.ts`);
    for (const [at, file] of files.entries()) await writeFile(join(folder, file), codes[at]!);
    return files;
  };
  const about = (complaints: readonly string[], file: string): string =>
    complaints.filter((complaint) => complaint.startsWith(`${file}(`)).join('');
  /** About the examples, and about the declarations that were packed. */
  const aboutWhatIsRight = (complaints: readonly string[]): string =>
    complaints.filter((complaint) => !complaint.startsWith('wrong-')).join('');

  let examples: readonly string[];
  let inNode: readonly string[];
  let inBrowser: readonly string[];
  beforeAll(async () => {
    const readme = await readFile(join(installed, 'src/client/README.md'), 'utf8');
    const codes = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!);
    examples = await put('example', codes);
    const blocks = (await readFile(join(installed, 'README.md'), 'utf8')).split('```js');
    const venue = blocks.find((each) => each.includes("from 'splitsecond/venue'"))!.split('```')[0]!;
    const venues = await put('venue', [venue]);
    const send = "import type { VenueClient } from 'splitsecond/venue';\ndeclare const venue: VenueClient;\n";
    const facts = WRONG_FACTS.map(([, fact]) => `${send}void venue.send('', ${fact});`);
    inNode = await check([...examples, ...venues, ...(await put('wrong-fact', facts))], ...NODE);
    const used = "import { listRows, performanceOf, subscribe } from 'splitsecond/client';\n";
    const screens = WRONG_SCREENS.map(([, , code]) => `${used}${code}\nvoid performanceOf;\nvoid listRows;`);
    inBrowser = await check([...examples, ...(await put('wrong-screen', screens))], ...BROWSER);
  });

  test('the examples of the README are right, in Node and for a browser; so is its venue, as a program with types', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
    expect(aboutWhatIsRight(inNode)).toBe('');
    expect(aboutWhatIsRight(inBrowser)).toBe('');
  });

  test.each(WRONG_FACTS.map(([what], at) => [what, at] as const))(
    'a fact %s does not compile',
    (_what, at) => {
      expect(about(inNode, `wrong-fact-${at}.ts`)).toMatch(/^\S+ error (TS2345|TS2322|TS2353)/);
    },
  );

  test.each(WRONG_SCREENS.map(([what, complaint], at) => [what, complaint, at] as const))(
    'what is wrong is refused: %s',
    (_what, complaint, at) => {
      expect(about(inBrowser, `wrong-screen-${at}.ts`)).toMatch(new RegExp(`^\\S+ error ${complaint}`));
    },
  );
});
