/**
 * A real ProFTPD, which lets in whoever has the password, by FTP and by SFTP, and as it comes lets nobody replace a file: none is written anew, or renamed over. vsftpd renames over one
 * whatever its configuration says, and sshd knows passwords of the machine's accounts alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { FtpDropOptions, SftpDropOptions } from '../../src/wires/recipient.ts';
import { freePorts } from '../broker/cluster.ts';
import { unpacked } from '../support/debian-packages.ts';
import { ServerProgram } from './server-program.ts';

const PACKAGES = ['proftpd-core', 'proftpd-mod-crypto'];
/** Debian lets no two FTP servers be installed. */
const FILES = unpacked(...PACKAGES);
export const HAS_PROFTPD = FILES !== null;
export const NO_PROFTPD = `SKIPPED: no ProFTPD here. It comes out of Debian's packages ${PACKAGES.join(' and ')}`;

export interface ProftpdServer {
  readonly program: ServerProgram;
  readonly ftp: FtpDropOptions;
  readonly sftp: SftpDropOptions;
}

const PASSWORD = 'of the desk';

const groupName = (): string => execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();

/** In the folder of the machine's kind: `usr/lib/x86_64-linux-gnu`. */
const librariesIn = (root: string): string =>
  readdirSync(join(root, 'usr', 'lib'))
    .filter((name) => name.includes('-linux-'))
    .map((name) => join(root, 'usr', 'lib', name))
    .join(':');

/** `folder`: for its configuration. `drop`: of this machine. */
export async function proftpdServer(folder: string, drop: string): Promise<ProftpdServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = join(folder, 'host');
  execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-m', 'PEM', '-N', '', '-C', 'test', '-f', key]);
  const [ftpPort, sftpPort] = (await freePorts(2)) as [number, number];
  const { uid, gid } = userInfo();
  const hash = execFileSync('openssl', ['passwd', '-6', PASSWORD], { encoding: 'utf8' }).trim();
  const users = join(folder, 'users');
  writeFileSync(users, `desk:${hash}:${uid}:${gid}::${folder}:/bin/sh\n`, { mode: 0o600 });
  const login = [
    'AuthOrder mod_auth_file.c',
    `AuthUserFile ${users}`,
    'RequireValidShell off',
    // Whoever runs the test may be root.
    'RootLogin on',
    'UseFtpUsers off',
  ];
  const lines = [
    `ModulePath ${FILES}/usr/lib/proftpd`,
    'LoadModule mod_sftp.c',
    'ServerType standalone',
    'DefaultAddress 127.0.0.1',
    'UseIPv6 off',
    'UseReverseDNS off',
    `Port ${ftpPort}`,
    `User ${userInfo().username}`,
    `Group ${groupName()}`,
    `PidFile ${join(folder, 'pid')}`,
    'ScoreboardFile none',
    'WtmpLog off',
    'TransferLog none',
    'DelayEngine off',
    ...login,
    '<VirtualHost 127.0.0.1>',
    `Port ${sftpPort}`,
    'SFTPEngine on',
    `SFTPHostKey ${key}`,
    'SFTPAuthMethods password',
    ...login,
    '</VirtualHost>',
  ];
  const config = join(folder, 'proftpd.conf');
  writeFileSync(config, `${lines.join('\n')}\n`);
  const program = new ServerProgram(ftpPort, [
    'env',
    `LD_LIBRARY_PATH=${librariesIn(FILES!)}`,
    `${FILES}/usr/sbin/proftpd`,
    '--nodaemon',
    '--config',
    config,
  ]);
  await program.start();
  const fingerprint = execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], { encoding: 'utf8' });
  const common = { host: '127.0.0.1', user: 'desk', folder: drop, timeoutMs: 5_000 };
  return {
    program,
    ftp: { ...common, port: ftpPort, password: PASSWORD, isSecure: false },
    sftp: {
      ...common,
      port: sftpPort,
      login: { password: PASSWORD },
      hostKey: fingerprint.split(' ')[1]!,
    },
  };
}
