/** A folder of a server over SFTP, whose host key is known before. */
import { createHash } from 'node:crypto';
import SftpClient from 'ssh2-sftp-client';
import type { Timing } from '../../timing.ts';
import type { SftpDropOptions } from '../recipient.ts';
import type { Folder } from './folder.ts';
import { OneConnection } from './one-connection.ts';

interface Session {
  readonly client: SftpClient;
  isOpen: boolean;
}

export class SftpFolder implements Folder {
  readonly #connection: OneConnection<Session>;
  readonly #path: string;

  constructor(options: SftpDropOptions, timing: Timing) {
    this.#path = options.folder;
    this.#connection = new OneConnection({
      open: () => sessionWith(options),
      isOpen: ({ isOpen }) => isOpen,
      close: (session) => {
        session.isOpen = false;
        session.client.end().catch(() => {});
      },
      timeoutMs: options.timeoutMs,
      timing,
    });
  }

  async make(): Promise<void> {
    await this.#run(async (client) => {
      if ((await client.exists(this.#path)) === false) await client.mkdir(this.#path, true);
    });
  }

  read(name: string): Promise<Uint8Array | null> {
    return this.#run(async (client) => {
      const path = this.#of(name);
      return (await client.exists(path)) === false ? null : ((await client.get(path)) as Buffer);
    });
  }

  names(): Promise<string[]> {
    return this.#run(async (client) => (await client.list(this.#path)).map(({ name }) => name));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#run((client) => client.put(Buffer.from(bytes), this.#of(name)));
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#run(async (client) => {
      const paths = [this.#of(from), this.#of(to)] as const;
      if ((await client.exists(paths[0])) === false) return;
      try {
        await client.posixRename(...paths);
      } catch {
        // An extension of OpenSSH. Other servers may not rename over a file.
        await client.delete(paths[1], true);
        await client.rename(...paths);
      }
    });
  }

  async remove(name: string): Promise<void> {
    await this.#run((client) => client.delete(this.#of(name), true));
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  #run<T>(work: (client: SftpClient) => Promise<T>): Promise<T> {
    return this.#connection.run(({ client }) => work(client));
  }

  #of(name: string): string {
    return `${this.#path}/${name}`;
  }
}

async function sessionWith(options: SftpDropOptions): Promise<Session> {
  const { host, port, user, login, hostKey, timeoutMs } = options;
  const client = new SftpClient();
  const session: Session = { client, isOpen: true };
  const isOver = (): void => {
    session.isOpen = false;
  };
  client.on('end', isOver);
  client.on('close', isOver);
  client.on('error', isOver);
  let shown = hostKey;
  try {
    await client.connect({
      host,
      port,
      username: user,
      ...login,
      readyTimeout: timeoutMs,
      hostVerifier: (key: Buffer) => {
        shown = fingerprintOf(key);
        return shown === hostKey;
      },
    });
  } catch (error) {
    client.end().catch(() => {});
    if (shown === hostKey) throw error;
    throw new Error(`${host} shows the host key ${shown}, which is not that of the file of recipients`);
  }
  return session;
}

/** As `ssh-keygen -l` prints it: `SHA256:` and base64 without padding. */
const fingerprintOf = (key: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
