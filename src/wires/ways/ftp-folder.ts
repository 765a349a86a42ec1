/** A folder of a server over FTP, over TLS unless the file of recipients says otherwise. */
import { Readable, Writable } from 'node:stream';
import { Client, FTPError } from 'basic-ftp';
import type { Timing } from '../../timing.ts';
import type { FtpDropOptions } from '../recipient.ts';
import type { Folder } from './folder.ts';
import { OneConnection } from './one-connection.ts';

export class FtpFolder implements Folder {
  readonly #connection: OneConnection<Client>;
  readonly #path: string;

  constructor(options: FtpDropOptions, timing: Timing) {
    this.#path = options.folder;
    this.#connection = new OneConnection({
      open: () => clientIn(options),
      isOpen: ({ closed }) => !closed,
      close: (client) => client.close(),
      timeoutMs: options.timeoutMs,
      timing,
    });
  }

  async make(): Promise<void> {
    await this.#connection.run(async (client) => {
      const before = await client.pwd();
      await client.ensureDir(this.#path);
      // Whoever stays in a folder is there still when another one has come in its place.
      await client.cd(before);
    });
  }

  read(name: string): Promise<Uint8Array | null> {
    return this.#connection.run(async (client) => {
      // Where it is not there some servers break the connection for its bytes before they say so.
      if (!(await this.#namesWith(client)).includes(name)) return null;
      const parts: Buffer[] = [];
      const kept = new Writable({
        write(part: Buffer, _encoding, done) {
          parts.push(part);
          done();
        },
      });
      await client.downloadTo(kept, this.#of(name));
      return Buffer.concat(parts);
    });
  }

  names(): Promise<string[]> {
    return this.#connection.run((client) => this.#namesWith(client));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#connection.run((client) =>
      client.uploadFrom(Readable.from([Buffer.from(bytes)]), this.#of(name)),
    );
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#connection.run(async (client) => {
      const names = await this.#namesWith(client);
      if (!names.includes(from)) return;
      const paths = [this.#of(from), this.#of(to)] as const;
      try {
        await client.rename(...paths);
      } catch (error) {
        // ProFTPD does not rename over a file where nobody has allowed it, nor does IIS.
        if (!(error instanceof FTPError) || !names.includes(to)) throw error;
        await client.remove(paths[1]);
        await client.rename(...paths);
      }
    });
  }

  async remove(name: string): Promise<void> {
    await this.#connection.run((client) => client.remove(this.#of(name), true));
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  async #namesWith(client: Client): Promise<string[]> {
    return (await client.list(this.#path)).map(({ name }) => name);
  }

  #of(name: string): string {
    return `${this.#path}/${name}`;
  }
}

async function clientIn(options: FtpDropOptions): Promise<Client> {
  const { host, port, user, password, isSecure, timeoutMs } = options;
  const client = new Client(timeoutMs);
  // Machine lists leave hidden files out at some servers.
  client.availableListCommands = ['LIST -a', 'MLSD', 'LIST'];
  try {
    await client.access({ host, port, user, password, secure: isSecure });
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}
