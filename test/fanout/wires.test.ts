/** What a newsroom and a media system read off a real edge: what just happened, after a cut too, and XML without what is ours. */
import { XMLValidator } from 'fast-xml-parser';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { contentHash } from '../../src/conformance/stated/content-hash.ts';
import { applied, type Copy } from '../../src/conformance/stated/copy.ts';
import { readJson, readOdf } from '../../src/conformance/stated/read-frame.ts';
import { type Edge, startEdge } from '../../src/edge.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { endAll, engineOn, publishedBy, settled } from '../engine/engines-on-a-network.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import { until } from './running-edge.ts';

const FACTS = feedOf(allCases().find(({ name }) => name.endsWith('c011-5000m-jury'))!);
const HEAT = 'ATHW5000M-------------RND1000200--';
const CHANNEL = `${'ATH'.padEnd(34, '-')}/COMMUNICATION`;

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await endAll();
});

interface Pipeline {
  readonly edge: Edge;
  /** Has a venue say something, and waits until the edge shows what that led to. */
  say(...facts: readonly object[]): Promise<void>;
}

async function pipeline(): Promise<Pipeline> {
  const network = new BrokerModel();
  const engine = await engineOn(network);
  const edge = await startEdge({ broker: network.connect() });
  stops.push(() => edge.close());
  const publish = publishedBy(network);
  let seq = 0;
  const say = async (...facts: readonly object[]): Promise<void> => {
    for (const fact of facts) {
      seq += 1;
      await publish({ ...FACTS[0]!, setup: undefined, unit: HEAT, ...fact, source: 'WIRE', seq } as never);
    }
    await settled(network, engine);
    const last = network.results.stored.at(-1)!;
    await until(() => edge.shelf.current(last.channel)?.version === last.version);
  };
  await say(...FACTS);
  return { edge, say };
}

function join(edge: Edge, subprotocol: string, options: object) {
  const websocket = new WebSocket(edge.streamUrl, [subprotocol]);
  stops.push(() => websocket.terminate());
  const texts: string[] = [];
  websocket.on('message', (data: Buffer) => texts.push(data.toString()));
  websocket.on('open', () => websocket.send(JSON.stringify({ subscribe: { id: 1, ...options } })));
  return { websocket, texts };
}

/** What a reader has after these frames, each version proved; the versions that came. */
function readOn(texts: readonly string[], from: Copy | null): { copy: Copy | null; versions: number[] } {
  let copy = from;
  const versions: number[] = [];
  for (const text of texts) {
    if (!/^\{"(document|delta)"/.test(text)) continue;
    const told = readJson(JSON.parse(text));
    copy = 'document' in told ? told.document : applied(copy!, told.delta);
    expect(contentHash(copy)).toBe(copy.hash);
    versions.push(copy.version);
  }
  return { copy, versions };
}

test('SC8 COMMUNICATION is followed, and resumed after a cut with each version that was missed', async () => {
  const { edge, say } = await pipeline();
  const newest = () => edge.shelf.current(CHANNEL)!;
  const word = { channel: CHANNEL, mode: 'every', delta: true };
  const first = join(edge, 'splitsecond.json', word);
  await say({ note: { id: 'DELAY', language: 'en', text: 'Evening session delayed' } });
  await until(() => readOn(first.texts, null).copy?.hash === newest().hash);
  const { copy } = readOn(first.texts, null);
  first.websocket.terminate();

  await say(
    { passing: { competitor: 'H2R5', point: 'FIN', time: '900.00' } },
    { status: { result: 'PROTESTED' } },
    { status: { result: 'OFFICIAL' } },
  );
  const missed = newest().version - copy!.version;
  expect(missed).toBeGreaterThan(0);
  const after = { epoch: copy!.epoch, version: copy!.version };
  const second = join(edge, 'splitsecond.json', { ...word, after });
  await until(() => readOn(second.texts, copy).copy?.hash === newest().hash);
  expect(second.texts.find((text) => text.startsWith('{"subscribed"'))).toContain('"resumed":true');
  const read = readOn(second.texts, copy);
  expect(read.versions).toEqual(Array.from({ length: missed }, (_none, index) => after.version + 1 + index));
  const kinds = read.copy!.rows.map(({ parts }) => parts.communication?.kind);
  expect(kinds).toEqual(expect.arrayContaining(['CORRECTION', 'PROTEST', 'NOTE']));
});

test('SC1 splitsecond.odf-plain and extras=no give every version as XML without anything of ours', async () => {
  const { edge, say } = await pipeline();
  const channel = `${HEAT}/RESULT`;
  const screen = join(edge, 'splitsecond.odf-plain', { channel, mode: 'every' });
  const withOurs = join(edge, 'splitsecond.odf', { channel, mode: 'every' });
  const versionsOf = (texts: readonly string[]) =>
    texts.filter((text) => text.includes('<OdfBody')).map(readOdf);
  await until(() => versionsOf(screen.texts).length === 1);
  await say({ passing: { competitor: 'H2R5', point: 'FIN', time: '900.00' } });
  const newest = edge.shelf.current(channel)!;
  const isThere = (texts: readonly string[]): boolean => versionsOf(texts).at(-1)?.line.hash === newest.hash;
  await until(() => isThere(screen.texts) && isThere(withOurs.texts));
  for (const { xml } of versionsOf(screen.texts)) {
    expect(xml).not.toContain('Type="SS"');
    expect(XMLValidator.validate(xml)).toBe(true);
  }
  expect(versionsOf(withOurs.texts).at(-1)!.xml).toContain('Type="SS"');
  const address = `${edge.httpUrl}/v1/documents/${channel}.xml`;
  expect(await (await fetch(`${address}?extras=no`)).text()).toBe(versionsOf(screen.texts).at(-1)!.xml);
  expect(await (await fetch(address)).text()).toBe(versionsOf(withOurs.texts).at(-1)!.xml);
});
