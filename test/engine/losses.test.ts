/** What a broker has lost and nobody sends again is named in what people see, until somebody does (F5). */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Loss, lostInAll } from '../../src/broker/loss.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { type Document, listRows } from '../../src/model/document.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { fact, finish, HEAT, startList } from './bad-input.ts';
import { endAll, engineOn, publishedBy, settled } from './engines-on-a-network.ts';

afterEach(endAll);

const RESULT = `${HEAT}/RESULT`;

/** As the newest history has it, which begins with the version that there is. */
function shown(network: BrokerModel): Document | undefined {
  const stored = network.results.stored.filter(({ channel }) => channel === RESULT);
  const epoch = stored
    .map((each) => each.epoch)
    .sort()
    .at(-1);
  let copy: VersionedDocument | undefined;
  for (const decoded of stored
    .filter((each) => each.epoch === epoch)
    .flatMap(({ data }) => decodeResult(data)))
    if ('document' in decoded) copy = new VersionedDocument(decoded.document);
    else expect(copy!.apply(decoded.delta)).toBe(true);
  return copy?.current;
}

const reliability = (network: BrokerModel) => shown(network)?.header.reliability;
const results = (network: BrokerModel) =>
  Object.fromEntries(listRows(shown(network)!).map(({ key, mark }) => [key, mark.result]));

/** Two engines, and what their brokers say was lost; they end, and others begin anew with that, as a process does it. */
async function engines(network: BrokerModel, before: readonly Loss[] = []) {
  const losses: Loss[] = [...before];
  const lost = lostInAll(before);
  const watch = (connection: Parameters<Parameters<typeof engineOn>[1] & object>[0]) =>
    connection.onReplaced((loss) => losses.push(loss));
  const running = [
    await engineOn(network, watch, undefined, lost),
    await engineOn(network, watch, undefined, lost),
  ];
  return { losses, running };
}

async function rolledBack(network: BrokerModel, copy: ReturnType<BrokerModel['store']['copy']>) {
  network.rollBack(copy);
  network.start();
  for (const connection of [...network.connections]) connection.reconnect();
}

async function anew(network: BrokerModel, { losses, running }: Awaited<ReturnType<typeof engines>>) {
  for (const { engine, connection } of running) {
    await engine.close();
    await connection.close();
  }
  return engines(network, losses);
}

describe('facts that a broker lost', () => {
  test('are missing in the documents of all engines and in their numbers, and no longer when they come again', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    let crew = await engines(network);
    await publish(fact(1, startList('1', '2')));
    await publish(fact(2, finish('1', '24.02')));
    const copy = network.store.copy();
    await publish(fact(3, finish('2', '23.99')));
    await settled(network, ...crew.running);
    const whole = shown(network)!.hash;

    await rolledBack(network, copy);
    crew = await anew(network, crew);
    await vi.waitFor(
      () => expect(reliability(network)).toEqual({ ok: false, reasons: ['SEQUENCE_GAP'] }),
      10_000,
    );
    await settled(network, ...crew.running);
    expect(crew.running.map(({ engine }) => engine.counts().factsMissing)).toEqual([1, 1]);
    expect(crew.running.flatMap(({ log }) => log.map(({ fields }) => fields.code))).toContain('FACTS_LOST');
    // Who starts later finds it in the stream.
    const late = await engineOn(network);
    await settled(network, late);
    expect(late.engine.counts().factsMissing).toBe(1);

    await publish(fact(3, finish('2', '23.99')));
    await vi.waitFor(() => expect(reliability(network)).toEqual({ ok: true, reasons: [] }), 10_000);
    expect(shown(network)!.hash).toBe(whole);
    await settled(network, late, ...crew.running);
    expect(late.engine.counts().factsMissing).toBe(0);
  });

  test('are told where nothing of their source and nothing of their unit is left', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const copy = network.store.copy();
    let crew = await engines(network);
    await publish(fact(1, startList('1', '2')));
    await publish(fact(2, finish('1', '24.02')));
    await settled(network, ...crew.running);
    await rolledBack(network, copy);
    crew = await anew(network, crew);
    await vi.waitFor(() => expect(reliability(network)?.reasons).toEqual(['SEQUENCE_GAP']), 10_000);
    await vi.waitFor(
      () =>
        expect([...network.store.sourceNews.values()].map(({ news }) => news)).toContainEqual({
          status: expect.objectContaining({ source: 'POOL-1', state: 'GAP' }),
        }),
      10_000,
    );
  });

  test('of two losses one after the other both are told, though the second took what was said of the first', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const other = { source: 'POOL-2', epoch: '1', seq: 1, unit: HEAT };
    let crew = await engines(network);
    await publish(fact(1, startList('1', '2')));
    const copy = network.store.copy();
    await publish({ ...other, ...finish('2', '23.99') });
    await settled(network, ...crew.running);
    await rolledBack(network, copy);
    crew = await anew(network, crew);
    await publish(fact(2, finish('1', '24.02')));
    await settled(network, ...crew.running);
    expect(results(network)).toMatchObject({ '1': '24.02' });
    await rolledBack(network, copy);
    crew = await anew(network, crew);
    await vi.waitFor(
      () => expect(crew.running.map(({ engine }) => engine.counts().factsMissing)).toEqual([2, 2]),
      10_000,
    );
    await publish(fact(2, finish('1', '24.02')));
    await vi.waitFor(() => expect(crew.running[0]!.engine.counts().factsMissing).toBe(1), 10_000);
    expect(reliability(network)?.reasons).toEqual(['SEQUENCE_GAP']);
  });

  test('are not said by a venue: only engines know what was there', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const running = await engineOn(network);
    await publish(fact(1, startList('1', '2')));
    await publish(fact(2, { link: { source: 'POOL-9', state: 'GAP', epoch: '1', seq: 4_000_000 } }));
    await settled(network, running);
    expect(network.rejections.stored.map(({ code }) => code)).toEqual(['WRONG_VALUE']);
    expect(running.engine.counts().factsMissing).toBe(0);
  });
});
