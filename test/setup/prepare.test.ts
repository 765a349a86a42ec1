import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { build, isStale } from '../../src/setup/build.mjs';
import { withLock } from '../../src/setup/lock.mjs';
import { findNatsServer, unpackPackage, whatToInstall } from '../../src/setup/nats-server.ts';
import { brokerOptionsFrom } from '../../src/setup/open-broker.ts';
import { checkNode, packagesAreMissing } from '../../src/setup/prepare.mjs';
import { projectRoot } from '../../src/setup/project-root.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'splitsecond-setup-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(place: string, text = ''): Promise<string> {
  const path = join(root, place);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

test('Node that is too old is refused with the version that is needed', () => {
  for (const version of ['20.19.0', '22.0.0', process.versions.node])
    expect(() => checkNode(version)).not.toThrow();
  for (const version of ['20.18.9', '18.20.0'])
    expect(() => checkNode(version)).toThrow(`20.19 or newer is needed, this is ${version}`);
});

describe('packages', () => {
  const minute = (number: number) => new Date(Date.UTC(2024, 5, 9, 20, number));

  test('are missing when nothing was ever installed', async () => {
    await put('package-lock.json', '{}');
    expect(packagesAreMissing(root)).toBe(true);
  });

  test('are missing when the lock file is newer than what was installed', async () => {
    const lock = await put('package-lock.json', '{}');
    const installed = await put('node_modules/.package-lock.json', '{}');
    await utimes(lock, minute(1), minute(1));
    await utimes(installed, minute(2), minute(2));
    expect(packagesAreMissing(root)).toBe(false);
    await utimes(lock, minute(3), minute(3));
    expect(packagesAreMissing(root)).toBe(true);
  });
});

describe('a build', () => {
  beforeEach(async () => {
    await symlink(join(projectRoot(), 'node_modules'), join(root, 'node_modules'));
    await put('tsconfig.json', await readFile(join(projectRoot(), 'tsconfig.json'), 'utf8'));
    await put('package.json', '{"type":"module"}');
    await put('src/a.ts', "import type { B } from './b.ts';\nexport const a: B = 1;\n");
    await put('src/b.ts', 'export type B = number;\nexport const b = 2;\n');
    await put('src/pages/page.html', '<p>');
    await put('sports/chess/cases/one/feed.ndjson', '{}\n');
  });

  test('compiles what is TypeScript, copies the rest, and is then fresh', async () => {
    expect(isStale(root)).toBe(true);
    expect(build(root)).toEqual({ complaints: 0 });
    expect(isStale(root)).toBe(false);
    expect((await readdir(join(root, 'dist', 'src'))).sort()).toEqual(['a.js', 'b.js', 'pages']);
    expect(await readFile(join(root, 'dist/src/pages/page.html'), 'utf8')).toBe('<p>');
    expect(await readFile(join(root, 'dist/sports/chess/cases/one/feed.ndjson'), 'utf8')).toBe('{}\n');
  });

  test('is stale after a source was saved, added or removed, and what has no source any more goes', async () => {
    build(root);
    await put('src/pages/page.html', '<p>more');
    expect(isStale(root)).toBe(true);
    build(root);
    expect(await readFile(join(root, 'dist/src/pages/page.html'), 'utf8')).toBe('<p>more');
    await put('src/c.ts', 'export const c = 3;\n');
    expect(isStale(root)).toBe(true);
    build(root);
    await rm(join(root, 'src/c.ts'));
    expect(isStale(root)).toBe(true);
    build(root);
    expect(existsSync(join(root, 'dist/src/c.js'))).toBe(false);
    expect(isStale(root)).toBe(false);
  });

  test('goes on over complaints about types, and counts them', async () => {
    await put('src/a.ts', "export const a: number = 'one';\n");
    expect(build(root)).toEqual({ complaints: 1 });
    expect(existsSync(join(root, 'dist/src/a.js'))).toBe(true);
  });
});

describe('the lock', () => {
  const file = () => join(root, '.splitsecond', 'setup.lock');

  test('lets one in at a time, and tells who is waited for', async () => {
    let inside = 0;
    let most = 0;
    const waited: number[] = [];
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file(), work, (pid: number) => waited.push(pid))));
    expect(most).toBe(1);
    expect(waited).toEqual([process.pid, process.pid]);
    expect(existsSync(file())).toBe(false);
  });

  test('of a process that is gone is void', async () => {
    const gone = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => gone.once('exit', resolve));
    await put('.splitsecond/setup.lock', String(gone.pid));
    expect(await withLock(file(), async () => 'done')).toBe('done');
  });

  test('is free again after a failure', async () => {
    await expect(withLock(file(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file(), async () => 'done')).toBe('done');
  });
});

describe('the nats-server program', () => {
  test('is taken from PATH first, else from .splitsecond, else there is none', async () => {
    const onPath = await put('bin/nats-server');
    const own = await put('.splitsecond/bin/nats-server');
    const search = { root, platform: 'linux' as const };
    expect(findNatsServer({ ...search, path: join(root, 'bin') })).toBeNull();
    await chmod(own, 0o755);
    expect(findNatsServer({ ...search, path: join(root, 'bin') })).toBe(own);
    await chmod(onPath, 0o755);
    expect(findNatsServer({ ...search, path: join(root, 'bin') })).toBe(onPath);
    expect(findNatsServer({ ...search, path: join(root, 'bin'), platform: 'win32' })).toBeNull();
  });

  describe('without root', () => {
    const putScript = async (place: string, line: string): Promise<void> =>
      chmod(await put(place, `#!/bin/sh\n${line}\n`), 0o755);

    beforeEach(() => {
      vi.stubEnv('PATH', `${join(root, 'fake')}:/usr/bin:/bin`);
    });
    afterEach(() => {
      vi.unstubAllEnvs();
    });

    test("is unpacked from Debian's package into .splitsecond, and found there afterwards", async () => {
      await putScript(
        'fake/apt-get',
        'test "$*" = "download nats-server" && : > nats-server_2.9.10_amd64.deb',
      );
      await putScript('fake/dpkg-deb', 'mkdir -p "$3/usr/sbin" && cp "$0" "$3/usr/sbin/nats-server"');
      const program = join(root, '.splitsecond/bin/nats-server');
      expect(unpackPackage(root)).toBe(program);
      expect(findNatsServer({ root, path: '', platform: 'linux' })).toBe(program);
      expect(await readdir(dirname(program))).toEqual(['nats-server']);
    });

    test('is not there when the package cannot be had or holds no such program', async () => {
      await putScript('fake/apt-get', 'exit 100');
      expect(unpackPackage(root)).toBeNull();
      await putScript('fake/apt-get', ': > nats-server.deb');
      await putScript('fake/dpkg-deb', 'mkdir -p "$3/usr/share"');
      expect(unpackPackage(root)).toBeNull();
      expect(existsSync(join(root, '.splitsecond'))).toBe(false);
    });
  });

  test('when missing, is asked for on every platform and with NATS_URL', () => {
    for (const word of ['apt-get install', 'brew install', 'winget install', 'NATS_URL'])
      expect(whatToInstall()).toContain(word);
  });
});

test('the environment says which broker, and nonsense is refused', () => {
  expect(brokerOptionsFrom({})).toEqual({});
  expect(brokerOptionsFrom({ NATS_URL: '', NATS_CA: '' })).toEqual({});
  expect(
    brokerOptionsFrom({
      NATS_URL: 'tls://a,tls://b',
      NATS_CREDS: 'x.creds',
      NATS_CA: 'ca.pem',
      NATS_REPLICAS: '3',
    }),
  ).toEqual({ url: 'tls://a,tls://b', credentialsFile: 'x.creds', tls: { caFile: 'ca.pem' }, replicas: 3 });
  expect(() => brokerOptionsFrom({ NATS_REPLICAS: 'many' })).toThrow('NATS_REPLICAS');
});
