/** Parts of a pipeline on a real nats-server, as operators see them: by what they say of their health. */
import { afterEach } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { decodeDocument } from '../../src/encode/decode.ts';
import { factMessage } from '../../src/ingest/encode.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { listRows } from '../../src/model/document.ts';
import { metricIn } from '../support/metric.ts';
import { type PartProcess, startPart } from '../support/part-process.ts';

export const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

export async function connected(url: string, replicas = 1): Promise<Broker> {
  const broker = await NatsBroker.open({ url, replicas });
  stops.push(() => broker.close());
  return broker;
}

/** An engine or edge as a process; resolves when it says that it is ready. */
export const part = (
  natsUrl: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<PartProcess> =>
  startPart(args, { natsUrl, environment, started: (end) => stops.push(() => end('SIGKILL')) });

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
  return metricIn(text, name) ?? Number.NaN;
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

/** A question costs whoever answers it, and what is waited for takes seconds. */
const ASK_AGAIN_MS = 200;

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
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
