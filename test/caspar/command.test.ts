/** The built program between an edge and a CasparCG server that writes down what it is told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PROGRAM } from '../cli/launched.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { engineKeepsUp, type RunningEdge, runningEdge } from '../fanout/running-edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'caspar-'));
const ending: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterEach(async () => {
  for (const end of ending.splice(1).reverse()) await end();
});

const PAGE = 'file:///srv/Templates/House/lower-third.html';

/** As servers since 2.3 say it, of the whole channel (`AMCPCommandsImpl.cpp`, `info_channel_command`). */
const channelInfo = (page: string | null): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<channel><framerate>50</framerate><mixer><audio><volume>0</volume></audio></mixer><stage><layer>',
    '<layer_10><foreground><producer>color</producer></foreground></layer_10>',
    page === null ? '<layer_20><foreground><producer>empty</producer></foreground></layer_20>' : '',
    page === null ? '' : `<layer_20><foreground><file><path>${page}</path></file></foreground></layer_20>`,
    '</layer></stage></channel>',
  ].join('\n');

/** AMCP as far as it is spoken here: each command has a number of its own, under which it is answered. */
class CasparServer {
  /** As they came, without their numbers. */
  readonly commands: string[] = [];
  /** What is in the foreground of the layer; a server that is started anew has nothing there. */
  page: string | null = null;
  /** By the beginning of a command: an answer in place of the usual one. */
  readonly answers = new Map<string, string>();
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  port = 0;

  async start(): Promise<void> {
    const server = createServer((socket) => this.#join(socket)).listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** As a break of the network: what is on the layer stays there. */
  cutOff(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  stop(): void {
    this.#server?.close();
    this.page = null;
    this.cutOff();
  }

  #join(socket: Socket): void {
    this.#sockets.add(socket);
    let unread = '';
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (unread + chunk).split('\r\n');
      unread = lines.pop()!;
      for (const line of lines) socket.write(this.#answer(line));
    });
  }

  #answer(line: string): string {
    const [, number, command] = /^REQ (\w+) (.*)$/s.exec(line) ?? [];
    if (command === 'VERSION') return `RES ${number} 201 VERSION OK\r\n2.5.0 Stable\r\n`;
    if (command === 'INFO 1-20') return `RES ${number} 201 INFO OK\r\n${channelInfo(this.page)}\r\n`;
    this.commands.push(command ?? line);
    const other = [...this.answers].find(([beginning]) => command?.startsWith(beginning));
    if (other === undefined && command?.startsWith('CG 1-20 ADD')) this.page = PAGE;
    if (command === 'CG 1-20 CLEAR') this.page = null;
    return `RES ${number} ${other?.[1] ?? '202 CG OK'}\r\n`;
  }
}

async function casparServer(): Promise<CasparServer> {
  const server = new CasparServer();
  await server.start();
  ending.push(() => server.stop());
  return server;
}

async function onEdge(): Promise<RunningEdge> {
  const running = await runningEdge({ keepaliveMs: 200 });
  ending.push(() => running.stop());
  return running;
}

function caspar(running: RunningEdge, server: CasparServer, changed: object = {}): ChildProcess {
  const path = join(folder, `${ending.length}.json`);
  const layout = {
    server: `127.0.0.1:${server.port}`,
    layer: '1-20',
    template: 'house/lower-third',
    channel: `${FINAL_100M}/RESULT`,
    fields: { f0: 'competitor', f1: 'result' },
    ...changed,
  };
  writeFileSync(path, JSON.stringify(layout));
  const child = spawn(process.execPath, [PROGRAM, 'caspar', path, '--url', running.edge.streamUrl]);
  ending.push(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  return child;
}

const firstOf = (running: RunningEdge): { competitor: string; result: string } => {
  const [first] = [...running.publisher.current.rows];
  return { competitor: first!.key, result: first!.mark?.result ?? '' };
};
const dataOf = (running: RunningEdge): string => {
  const { competitor, result } = firstOf(running);
  return String.raw`"{\"f0\":\"${competitor}\",\"f1\":\"${result}\"}"`;
};

function resultOf(running: RunningEdge, index: number, result: string): Promise<unknown> {
  const rows = running.publisher.current.rows.map((row, at) =>
    at === index ? { ...row, mark: { ...row.mark!, result } } : row,
  );
  return running.publisher.renew(rows);
}

test('a template is added once, updated with each change of its texts, and with nothing else', async () => {
  const running = await onEdge();
  const server = await casparServer();
  caspar(running, server);
  const added = `CG 1-20 ADD 1 "house/lower-third" 1 ${dataOf(running)}`;
  await expect.poll(() => server.commands).toEqual([added]);
  // A row that is not shown.
  await resultOf(running, 1, '9.99');
  await resultOf(running, 0, '9.58');
  await expect.poll(() => server.commands).toEqual([added, `CG 1-20 UPDATE 1 ${dataOf(running)}`]);
});

test('what would end a command is data like everything else', async () => {
  const running = await onEdge();
  const server = await casparServer();
  await resultOf(running, 0, '1"\\$2');
  caspar(running, server, { fields: { f1: 'result' } });
  await expect
    .poll(() => server.commands)
    .toEqual([String.raw`CG 1-20 ADD 1 "house/lower-third" 1 "{\"f1\":\"1\\\"\\\\\$2\"}"`]);
});

test('a server that comes back is told all of it again', async () => {
  const running = await onEdge();
  const server = await casparServer();
  caspar(running, server, { play: false, cgLayer: 3 });
  const added = `CG 1-20 ADD 3 "house/lower-third" 0 ${dataOf(running)}`;
  await expect.poll(() => server.commands).toEqual([added]);
  server.stop();
  await server.start();
  await expect.poll(() => server.commands).toEqual([added, added]);
});

test('after a break of the network a template that is on its layer is only updated, with what changed meanwhile', async () => {
  const running = await onEdge();
  const server = await casparServer();
  caspar(running, server);
  const added = `CG 1-20 ADD 1 "house/lower-third" 1 ${dataOf(running)}`;
  await expect.poll(() => server.commands).toEqual([added]);
  server.cutOff();
  await resultOf(running, 0, '9.58');
  await expect.poll(() => server.commands).toEqual([added, `CG 1-20 UPDATE 1 ${dataOf(running)}`]);
});

test('what has nothing to say any more when the network is back is taken off', async () => {
  const running = await runningEdge({ keepaliveMs: 200 });
  const server = await casparServer();
  caspar(running, server, { lost: 'clear' });
  ending.push(engineKeepsUp(running));
  await expect.poll(() => server.commands.at(-1)).toContain('ADD');
  server.cutOff();
  await running.stop();
  await expect.poll(() => server.commands.at(-1)).toBe('CG 1-20 CLEAR');
});

test('a template that an earlier run has left on its layer is updated; another one that is there is not taken for it', async () => {
  const running = await onEdge();
  const [server, other] = [await casparServer(), await casparServer()];
  server.page = PAGE;
  other.page = PAGE.replace('lower-third', 'lower-third-2');
  caspar(running, server);
  caspar(running, other);
  await expect.poll(() => server.commands).toEqual([`CG 1-20 UPDATE 1 ${dataOf(running)}`]);
  await expect.poll(() => other.commands).toEqual([`CG 1-20 ADD 1 "house/lower-third" 1 ${dataOf(running)}`]);
});

test('without its edge it is marked, or taken off where that was asked for', async () => {
  const running = await runningEdge({ keepaliveMs: 200 });
  const marked = await casparServer();
  const cleared = await casparServer();
  caspar(running, marked, { fields: { f0: 'competitor', f4: 'feed' } });
  caspar(running, cleared, { lost: 'clear' });
  ending.push(engineKeepsUp(running));
  const { competitor } = firstOf(running);
  const said = (feed: string): string => String.raw`"{\"f0\":\"${competitor}\",\"f4\":\"${feed}\"}"`;
  await expect.poll(() => marked.commands.at(-1)).toContain(said('LIVE'));
  await expect.poll(() => cleared.commands.at(-1)).toContain('ADD');
  await running.stop();
  await expect.poll(() => marked.commands.at(-1)).toBe(`CG 1-20 UPDATE 1 ${said('LOST')}`);
  await expect.poll(() => cleared.commands.at(-1)).toBe('CG 1-20 CLEAR');
});

test('what the server refuses is told, and a template that was not added is tried again with the next change', async () => {
  const running = await onEdge();
  const server = await casparServer();
  server.answers.set('CG 1-20 ADD', '404 CG ADD FAILED');
  const child = caspar(running, server);
  let complained = '';
  child.stderr!.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  await expect.poll(() => complained).toContain('404');
  server.answers.clear();
  await resultOf(running, 0, '9.58');
  await expect
    .poll(() => server.commands.at(-1))
    .toBe(`CG 1-20 ADD 1 "house/lower-third" 1 ${dataOf(running)}`);
});
