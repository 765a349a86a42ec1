/** A real sshd with keys of its own, which lets in whoever runs the test, by key. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { SftpDropOptions } from '../../src/wires/recipient.ts';
import { freePorts } from '../broker/cluster.ts';
import { isThere, ServerProgram } from './server-program.ts';

const SSHD = '/usr/sbin/sshd';
export const HAS_SSHD = isThere(SSHD);
export const NO_SSHD = `SKIPPED: no ${SSHD} here. Install Debian's package openssh-server`;

export interface SftpServer {
  readonly program: ServerProgram;
  /** For a folder of this machine. */
  readonly options: (folder: string) => SftpDropOptions;
}

/** `folder`: for its keys and its configuration. `refused`: requests that it does not know, as `sftp-server -Q requests` names them. */
export async function sftpServer(folder: string, refused: readonly string[] = []): Promise<SftpServer> {
  mkdirSync(folder, { recursive: true });
  const keyIn = (name: string): string => {
    const path = join(folder, name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', path]);
    return path;
  };
  const [host, own] = [keyIn('host'), keyIn('own')];
  const [port] = (await freePorts(1)) as [number];
  const config = join(folder, 'sshd_config');
  const lines = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${host}`,
    `AuthorizedKeysFile ${own}.pub`,
    'PidFile none',
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin yes',
    'MaxStartups 100',
    `Subsystem sftp internal-sftp${refused.map((request) => ` -P ${request}`).join('')}`,
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  // Where sshd lives when root starts it: Debian's service makes it at each boot.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const program = new ServerProgram(port, [SSHD, '-D', '-e', '-f', config]);
  await program.start();
  const fingerprint = execFileSync('ssh-keygen', ['-l', '-f', `${host}.pub`], { encoding: 'utf8' });
  const options = (drop: string): SftpDropOptions => ({
    host: '127.0.0.1',
    port,
    user: userInfo().username,
    login: { privateKey: readFileSync(own, 'utf8') },
    hostKey: fingerprint.split(' ')[1]!,
    folder: drop,
    timeoutMs: 5_000,
  });
  return { program, options };
}
