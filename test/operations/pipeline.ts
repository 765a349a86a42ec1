/** Parts of a pipeline on a real nats-server, as operators see them: by what they say of their health. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { decodeDocument } from '../../src/encode/decode.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { listRows } from '../../src/model/document.ts';
import { PROGRAM } from '../cli/launched.ts';

export const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

export async function connected(url: string, replicas = 1): Promise<Broker> {
  const broker = await NatsBroker.open({ url, replicas });
  stops.push(() => broker.close());
  return broker;
}

/** An engine or edge as a process; `url` is where it tells its health. */
export interface Part {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it has logged as errors so far. */
  readonly log: () => string;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Resolves when it says that it is ready. */
export async function part(natsUrl: string, args: readonly string[], environment = {}): Promise<Part> {
  const child = spawn(process.execPath, [PROGRAM, ...args, '--log-level', 'error'], {
    env: { ...process.env, NATS_URL: natsUrl, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let logged = '';
  child.stderr!.on('data', (chunk: Buffer) => (logged += chunk.toString('utf8')));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  stops.push(() => end('SIGKILL'));
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${args.join(' ')} ended with ${code}: ${logged}`);
  });
  gone.catch(() => {});
  const said = once(child, 'message') as Promise<[{ ready: { url: string } }]>;
  const [{ ready }] = await Promise.race([said, gone]);
  return { child, url: ready.url, log: () => logged, end };
}

/** The codes of what is missing there; empty when it is current, null when nobody answers. */
export async function missingAt(url: string): Promise<readonly string[] | null> {
  const response = await fetch(`${url}/readyz`, { headers: { connection: 'close' } }).catch(() => null);
  if (response === null) return null;
  const { missing } = (await response.json()) as { missing: { code: string }[] };
  if (response.ok !== (missing.length === 0))
    throw new Error(`${response.status} with ${missing.length} missing`);
  return missing.map(({ code }) => code);
}

export async function numberAt(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

/** What the edge at `url` shows of a competitor in a RESULT; null before it is there. */
export async function shownAt(url: string, unit: string, competitor: string): Promise<string | null> {
  const response = await fetch(`${url}/v1/documents/${unit}/RESULT.json`, {
    headers: { connection: 'close' },
  });
  if (!response.ok) return null;
  const document = decodeDocument('json', Buffer.from(await response.arrayBuffer()));
  return listRows(document).find(({ key }) => key === competitor)?.mark.result ?? null;
}

export const said = (broker: Broker, fact: WireFact) => broker.publishFact(factMessage('STA', fact));

/** Asks until the answer is right; fails with the last one. */
export async function answered<T>(
  what: string,
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
): Promise<T> {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > giveUpAt) throw new Error(`waited in vain until ${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
