/** One drop over folders of this machine and of real servers: what a desk sees is the same. */
import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemTiming } from '../../src/timing.ts';
import type { SftpDropOptions } from '../../src/wires/recipient.ts';
import { FileDrop } from '../../src/wires/ways/file-drop.ts';
import type { Folder } from '../../src/wires/ways/folder.ts';
import { FtpFolder } from '../../src/wires/ways/ftp-folder.ts';
import { LocalFolder } from '../../src/wires/ways/local-folder.ts';
import { SftpFolder } from '../../src/wires/ways/sftp-folder.ts';
import { ROOT } from '../support/source-tree.ts';
import { type FtpServer, ftpServer, HAS_VSFTPD, NO_VSFTPD } from './ftp-server.ts';
import { letter } from './letters.ts';
import { HAS_PROFTPD, NO_PROFTPD, type ProftpdServer, proftpdServer } from './proftpd-server.ts';
import { HAS_SSHD, NO_SSHD, type SftpServer, sftpServer } from './sftp-server.ts';

let base: string;
/** On this machine, whichever server shows it. */
let folder: string;
const opened: FileDrop[] = [];

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'splitsecond-drop-'));
  folder = join(base, 'root', 'in');
});
beforeEach(() => mkdirSync(folder, { recursive: true, mode: 0o777 }));
afterEach(async () => {
  for (const drop of opened.splice(0)) await drop.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** What a desk sees. */
const seen = (): string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const dropOn = (there: Folder): FileDrop => {
  const drop = new FileDrop(there);
  opened.push(drop);
  return drop;
};
const IN_VAIN = { name: 'NotHanded', isPassing: true };

function behavesLikeAFolder(folderThere: () => Folder): void {
  const open = (): FileDrop => dropOn(folderThere());

  test('a file is seen when it is handed over, whole, and under the same name through all numbers', async () => {
    const drop = open();
    await drop.prepare(letter(1));
    expect(seen()).toEqual([]);
    await drop.hand(letter(1));
    expect([seen(), textOf('A.RESULT.json')]).toEqual([['A.RESULT.json'], '{"number":1}']);
    await drop.prepare(letter(2));
    expect(textOf('A.RESULT.json')).toBe('{"number":1}');
    await drop.hand(letter(2));
    expect([seen(), textOf('A.RESULT.json')]).toEqual([['A.RESULT.json'], '{"number":2}']);
  });

  test('a file that a desk has taken is not written again when it is handed over once more', async () => {
    const drop = open();
    await drop.prepare(letter(1));
    await drop.hand(letter(1));
    rmSync(join(folder, 'A.RESULT.json'));
    await drop.hand(letter(1));
    await open().hand(letter(1));
    expect(seen()).toEqual([]);
  });

  test('what was cut off while it was written is written anew, and what was passed over is removed', async () => {
    const drop = open();
    writeFileSync(join(folder, '.A.RESULT.json.1'), '{"num');
    await drop.prepare(letter(1));
    await drop.prepare(letter(2));
    await drop.hand(letter(2));
    expect(textOf('A.RESULT.json')).toBe('{"number":2}');
    expect(readdirSync(folder).sort()).toEqual(['.splitsecond', 'A.RESULT.json']);
  });

  test('two gateways know one folder by its mark, and another folder in its place is told', async () => {
    const one = open();
    const place = await one.place();
    expect(await open().place()).toBe(place);
    await one.prepare(letter(1));
    renameSync(folder, `${folder}-away`);
    try {
      mkdirSync(folder, { mode: 0o777 });
      expect(await open().place()).not.toBe(place);
      await expect(one.hand(letter(1))).rejects.toMatchObject(IN_VAIN);
      expect(seen()).toEqual([]);
    } finally {
      rmSync(`${folder}-away`, { recursive: true, force: true });
    }
  });

  test('of several stories at once each comes', async () => {
    const drop = open();
    const names = Array.from({ length: 8 }, (_no, index) => `S${index}.RESULT.json`);
    await Promise.all(
      names.map(async (name) => {
        await drop.place();
        await drop.prepare(letter(1, name));
        await drop.hand(letter(1, name));
      }),
    );
    expect(seen().sort()).toEqual(names);
  });
}

describe('a folder of this machine', () => {
  behavesLikeAFolder(() => new LocalFolder({ folder }));

  test('one that is away is an attempt in vain, and no end', async () => {
    const drop = dropOn(new LocalFolder({ folder }));
    await drop.place();
    rmSync(folder, { recursive: true });
    await expect(drop.prepare(letter(1))).rejects.toMatchObject(IN_VAIN);
    await expect(drop.hand(letter(1))).rejects.toMatchObject(IN_VAIN);
  });

  test('one that keeps hidden files to itself is not used: nobody could say what was handed over', async () => {
    const there = new LocalFolder({ folder });
    const all = there.names.bind(there);
    there.names = async () => (await all()).filter((name) => !name.startsWith('.'));
    await expect(dropOn(there).place()).rejects.toMatchObject({
      message: expect.stringContaining('hidden files'),
    });
  });
});

describe.skipIf(!HAS_SSHD)(HAS_SSHD ? 'a folder of sshd' : NO_SSHD, () => {
  let server: SftpServer;
  beforeAll(async () => {
    server = await sftpServer(join(base, 'sshd'));
  });
  afterAll(() => server.program.kill());
  const there = (changed: Partial<SftpDropOptions> = {}): Folder =>
    new SftpFolder({ ...server.options(folder), ...changed }, systemTiming);

  behavesLikeAFolder(there);

  test('a server that is killed is an attempt in vain; when it is back all goes on', async () => {
    const drop = dropOn(there());
    await drop.place();
    await drop.prepare(letter(1));
    await server.program.kill();
    await expect(drop.hand(letter(1))).rejects.toMatchObject(IN_VAIN);
    await expect(drop.prepare(letter(2))).rejects.toMatchObject(IN_VAIN);
    await server.program.start();
    await expect.poll(() => drop.hand(letter(1)).then(seen, () => [])).toEqual(['A.RESULT.json']);
  });

  test('a server with another host key is sent nothing', async () => {
    const hostKey = `SHA256:${'A'.repeat(43)}`;
    await expect(dropOn(there({ hostKey })).place()).rejects.toMatchObject({
      ...IN_VAIN,
      message: expect.stringContaining(server.options(folder).hostKey),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a server that does not rename over a file has the older one deleted first', async () => {
    const plain = await sftpServer(join(base, 'plain-sshd'), ['posix-rename']);
    try {
      const drop = dropOn(new SftpFolder(plain.options(folder), systemTiming));
      await drop.place();
      for (const number of [1, 2]) {
        await drop.prepare(letter(number));
        await drop.hand(letter(number));
        expect([seen(), textOf('A.RESULT.json')]).toEqual([['A.RESULT.json'], `{"number":${number}}`]);
      }
    } finally {
      await plain.program.kill();
    }
  });

  test('a folder that is not there is made', async () => {
    const drop = dropOn(there({ folder: join(folder, 'deep', 'er') }));
    await drop.place();
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['.splitsecond']);
  });
});

describe.skipIf(!HAS_VSFTPD)(HAS_VSFTPD ? 'a folder of vsftpd' : NO_VSFTPD, () => {
  let server: FtpServer;
  beforeAll(async () => {
    server = await ftpServer(join(base, 'vsftpd'), join(base, 'root'));
  });
  afterAll(() => server.program.kill());
  const there = (changed: Partial<FtpServer['options']> = {}): Folder =>
    new FtpFolder({ ...server.options, ...changed }, systemTiming);

  behavesLikeAFolder(there);

  test('a server that is killed is an attempt in vain; when it is back all goes on', async () => {
    const drop = dropOn(there());
    await drop.place();
    await drop.prepare(letter(1));
    await server.program.kill();
    await expect(drop.hand(letter(1))).rejects.toMatchObject(IN_VAIN);
    await server.program.start();
    await expect.poll(() => drop.hand(letter(1)).then(seen, () => [])).toEqual(['A.RESULT.json']);
  });

  test('a wrong password, and a server without TLS where TLS is wanted, are attempts in vain', async () => {
    await expect(dropOn(there({ password: 'other@example.com' })).place()).rejects.toMatchObject(IN_VAIN);
    await expect(dropOn(there({ isSecure: true })).place()).rejects.toMatchObject(IN_VAIN);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.skipIf(!HAS_PROFTPD)(HAS_PROFTPD ? 'ProFTPD, which lets nobody replace a file' : NO_PROFTPD, () => {
  let server: ProftpdServer;
  beforeAll(async () => {
    server = await proftpdServer(join(base, 'proftpd'), folder);
  });
  afterAll(() => server.program.kill());

  describe('a folder of it over FTP', () => {
    behavesLikeAFolder(() => new FtpFolder(server.ftp, systemTiming));
  });

  describe('a folder of it over SFTP, by password', () => {
    behavesLikeAFolder(() => new SftpFolder(server.sftp, systemTiming));

    test('a wrong password is an attempt in vain', async () => {
      const login = { password: 'of somebody else' };
      const drop = dropOn(new SftpFolder({ ...server.sftp, login }, systemTiming));
      await expect(drop.place()).rejects.toMatchObject(IN_VAIN);
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

describe.skipIf(!HAS_VSFTPD)(HAS_VSFTPD ? 'a server over TLS' : NO_VSFTPD, () => {
  test('whose certificate nobody vouches for is sent nothing, and one that the environment vouches for gets files', async () => {
    const server = await ftpServer(join(base, 'vsftpd-tls'), join(base, 'root'), { isSecure: true });
    try {
      const drop = dropOn(new FtpFolder(server.options, systemTiming));
      await expect(drop.place()).rejects.toMatchObject({
        ...IN_VAIN,
        message: expect.stringMatching(/certificate/),
      });
      expect(readdirSync(folder)).toEqual([]);
      const words = ['--input-type=module', '--eval', WRITE, JSON.stringify(server.options)];
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: server.certificate };
      await promisify(execFile)(process.execPath, words, { cwd: ROOT, env });
      expect(textOf('a.txt')).toBe('over TLS');
    } finally {
      await server.program.kill();
    }
  });
});

/** A process of its own: authorities are read when it starts. */
const WRITE = `
  const { FtpFolder } = await import('./dist/src/wires/ways/ftp-folder.js');
  const { systemTiming } = await import('./dist/src/timing.js');
  const folder = new FtpFolder(JSON.parse(process.argv[1]), systemTiming);
  await folder.make();
  await folder.write('a.txt', Buffer.from('over TLS'));
  await folder.close();
`;
