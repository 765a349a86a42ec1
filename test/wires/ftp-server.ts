/** A real vsftpd, which lets in whoever has the password, and shows one folder. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FtpDropOptions } from '../../src/wires/recipient.ts';
import { freePorts } from '../broker/cluster.ts';
import { isThere, ServerProgram } from './server-program.ts';

const VSFTPD = '/usr/sbin/vsftpd';
export const HAS_VSFTPD = isThere(VSFTPD);
export const NO_VSFTPD = `SKIPPED: no ${VSFTPD} here. Install Debian's package vsftpd`;

export interface FtpServer {
  readonly program: ServerProgram;
  /** As those have it who connect. */
  readonly options: FtpDropOptions;
  /** A file with the certificate, where it speaks TLS. */
  readonly certificate: string;
}

const PASSWORD = 'desk@example.com';

/** `folder`: for its configuration. It shows `root`, in which there must be a folder `in`. */
export async function ftpServer(folder: string, root: string, { isSecure = false } = {}): Promise<FtpServer> {
  for (const each of [folder, join(folder, 'empty'), join(root, 'in')]) mkdirSync(each, { recursive: true });
  chmodSync(join(root, 'in'), 0o777);
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const make = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '30',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  if (isSecure) execFileSync('openssl', [...make, ...subject], { stdio: 'ignore' });
  const passwords = join(folder, 'passwords');
  writeFileSync(passwords, `${PASSWORD}\n`);
  const [port] = (await freePorts(1)) as [number];
  const settings: Record<string, string | number> = {
    listen: 'YES',
    listen_address: '127.0.0.1',
    listen_port: port,
    background: 'NO',
    run_as_launching_user: 'YES',
    seccomp_sandbox: 'NO',
    allow_writeable_chroot: 'YES',
    secure_chroot_dir: join(folder, 'empty'),
    local_enable: 'NO',
    anonymous_enable: 'YES',
    anon_root: root,
    secure_email_list_enable: 'YES',
    email_password_file: passwords,
    write_enable: 'YES',
    anon_upload_enable: 'YES',
    anon_mkdir_write_enable: 'YES',
    anon_other_write_enable: 'YES',
    anon_world_readable_only: 'NO',
    anon_umask: '022',
    xferlog_enable: 'NO',
    pasv_address: '127.0.0.1',
  };
  if (isSecure)
    Object.assign(settings, {
      ssl_enable: 'YES',
      allow_anon_ssl: 'YES',
      force_anon_logins_ssl: 'YES',
      force_anon_data_ssl: 'YES',
      require_ssl_reuse: 'NO',
      rsa_cert_file: certificate,
      rsa_private_key_file: key,
    });
  const config = join(folder, 'vsftpd.conf');
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const program = new ServerProgram(port, [VSFTPD, config]);
  await program.start();
  const options = {
    host: '127.0.0.1',
    port,
    user: 'anonymous',
    password: PASSWORD,
    isSecure,
    folder: 'in',
    timeoutMs: 5_000,
  };
  return { program, options, certificate };
}
