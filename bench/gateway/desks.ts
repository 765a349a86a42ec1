/** Recipients half of whom have a folder, and half of whom take signed requests. */
import { type FSWatcher, mkdirSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FORM_NAMES } from '../../src/encode/wire/forms.ts';
import type { Threshold } from '../../src/wires/recipient.ts';

export type WayName = 'files' | 'requests';

export interface Wanted {
  readonly name: string;
  readonly way: WayName;
  readonly from: Threshold;
}

export interface Delivery {
  readonly recipient: string;
  readonly story: string;
  readonly epoch: string;
  readonly version: number;
  /** By this process's clock, milliseconds. */
  readonly at: number;
}

const LIVE_ONE_OF = 10;

export class Desks {
  readonly wanted: readonly Wanted[];
  readonly #folder: string;
  readonly #watchers: FSWatcher[] = [];
  #server: Server | null = null;

  constructor(folder: string, recipients: number) {
    this.#folder = folder;
    this.wanted = Array.from({ length: recipients }, (_no, index) => ({
      name: `desk-${index + 1}`,
      way: index % 2 === 0 ? 'files' : 'requests',
      from: (index >> 1) % LIVE_ONE_OF === 0 ? 'LIVE' : 'OFFICIAL',
    }));
  }

  /** The file of recipients. Folders have JSON, in which the version is; requests have all forms, and say it in a header. */
  async open(took: (delivery: Delivery) => void): Promise<object> {
    const url = await this.#listen(took);
    const recipients = this.wanted.map(({ name, way, from }, index) => {
      if (way === 'requests') {
        const form = FORM_NAMES[(index >> 1) % FORM_NAMES.length]!;
        return { name, from, form, way: { http: { url: `${url}/${name}`, secretFrom: 'DESK_SECRET' } } };
      }
      const folder = join(this.#folder, name);
      mkdirSync(folder);
      this.#watch(name, folder, took);
      return { name, from, form: 'json', way: { file: { folder } } };
    });
    return { recipients };
  }

  async close(): Promise<void> {
    for (const watcher of this.#watchers) watcher.close();
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) =>
      this.#server === null ? resolve() : this.#server.close(() => resolve()),
    );
  }

  async #listen(took: (delivery: Delivery) => void): Promise<string> {
    const server = createServer((request, response) => {
      request.resume().once('end', () => {
        const { headers, url = '' } = request;
        const [epoch = '', version = ''] = String(headers['splitsecond-position']).split(' ');
        const story = decodeURIComponent(String(headers['splitsecond-story']));
        took({ recipient: url.slice(1), story, epoch, version: Number(version), at: performance.now() });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  #watch(recipient: string, folder: string, took: (delivery: Delivery) => void): void {
    const watcher = watch(folder, (_event, name) => {
      if (name === null || name.startsWith('.')) return;
      const at = performance.now();
      void readFile(join(folder, name), 'utf8').then((text) => {
        const { dispatch, document } = JSON.parse(text) as {
          dispatch: { story: string };
          document: { epoch: string; version: number } | null;
        };
        // Of what is withdrawn there is no document.
        if (document !== null) took({ recipient, story: dispatch.story, ...positionOf(document), at });
      });
    });
    this.#watchers.push(watcher);
  }
}

const positionOf = ({ epoch, version }: { epoch: string; version: number }) => ({ epoch, version });
