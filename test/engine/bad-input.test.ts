/** D14: bad input is normal. One clear code each, kept with its bytes; the feed goes on, memory stays flat. */

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { FactDesk } from '../../src/engine/fact-desk.ts';
import { startEngine } from '../../src/engine.ts';
import { messageIdOf } from '../../src/ingest/encode.ts';
import { Intake } from '../../src/ingest/intake.ts';
import { REJECTION_CODES } from '../../src/ingest/rejection.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { listRows } from '../../src/model/document.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';
import { heapInUse } from '../support/heap.ts';
import { type BadMessage, badMessages, fact, finish, HEAT, startList } from './bad-input.ts';
import { endAll, engineOn, publishedBy, settled } from './engines-on-a-network.ts';
import { rebuilt } from './stored-versions.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await endAll();
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** As the envelope says it, where it can be read and is not a copy of the first fact. */
function nameIn(data: Uint8Array): string | null {
  const said = /^\{"source":"([^"]+)","epoch":"([^"]+)","seq":(\d+)/.exec(
    Buffer.from(data).toString('latin1'),
  );
  return said === null || said[3] === '1' ? null : said.slice(1).join(':');
}

/** As a system that is not ours would publish it. */
function publishBad(
  broker: Broker,
  { data, unit = HEAT, contentType = 'application/json' }: BadMessage,
  id: number | string,
) {
  return broker.publishFact({
    venue: 'STA',
    unit,
    messageId: typeof id === 'string' ? id : (nameIn(data) ?? `bad:${id}`),
    contentType: contentType as never,
    data,
  });
}

const OPENING: readonly WireFact[] = [
  fact(1, { setup: { name: 'Heat 1' } }),
  fact(2, startList('1', '2', '3')),
];

const OTHER_HEAT = 'SWMM50MFR-------------HEAT000200--';

/** An engine with two heats, and one finisher in the first. */
async function twoHeats() {
  const network = new BrokerModel();
  const publish = publishedBy(network);
  const running = await engineOn(network);
  for (const good of OPENING) await publish(good);
  await publish(fact(3, startList('4', '5'), OTHER_HEAT));
  await publish(fact(4, finish('1', '24.02')));
  return { network, publish, running };
}

describe('D14 bad input', () => {
  test('each is refused with one code and kept with its bytes, and the next good fact is published', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const running = await engineOn(network);
    for (const good of OPENING) await publish(good);
    const messages = badMessages(3);
    const venue = network.connect();
    for (const [index, bad] of messages.entries()) await publishBad(venue, bad, index);
    await settled(network, running);
    const refused = network.rejections.stored;
    expect(refused.map(({ code }) => code)).toEqual(messages.map(({ code }) => code));
    expect(refused.map(({ data }) => Buffer.from(data).toString('hex'))).toEqual(
      messages.map(({ data }) => Buffer.from(data).toString('hex')),
    );
    for (const { code, message } of refused) {
      expect(Object.keys(REJECTION_CODES)).toContain(code);
      expect(message).toMatch(/^\P{Cc}{1,245}$/u);
    }
    await publish(fact(900, finish('1', '24.02')));
    await settled(network, running);
    const document = rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!;
    expect(listRows(document).map(({ key, mark }) => [key, mark.result])).toContainEqual(['1', '24.02']);
    expect(document.header.rule).toBe('SWM.RACE@2023');
    expect(running.engine.counts().rejected).toBe(messages.length);
  });

  test('a refused fact changes no document, and one that is held only says so', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const running = await engineOn(network);
    for (const good of OPENING) await publish(good);
    await settled(network, running);
    const before = network.results.stored.length;
    await publish(fact(3, finish('99', '24.02')));
    await settled(network, running);
    expect(network.results.stored.length).toBe(before);
    await publish(fact(4, finish('2', '4.02')));
    await settled(network, running);
    const held = rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!;
    expect(held.header.reliability).toEqual({ ok: false, reasons: ['HELD'] });
    expect(listRows(held).map(({ mark }) => mark.result)).toEqual([null, null, null]);
    await publish(fact(5, { release: { source: 'POOL-1', seq: 4, by: 'operator' } }));
    await settled(network, running);
    const released = rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!;
    expect(released.header.reliability.ok).toBe(true);
    expect(released.rows.at(0)).toMatchObject({ key: '2', mark: { result: '4.02' } });
  });

  test('an engine that starts again refuses nothing twice', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const first = await engineOn(network);
    for (const good of OPENING) await publish(good);
    for (const [index, bad] of badMessages(3).entries()) await publishBad(network.connect(), bad, index);
    await settled(network, first);
    const kept = [...network.rejections.stored];
    const connection = network.connect();
    const publishRejection = vi.spyOn(connection, 'publishRejection');
    const quiet = { info() {}, warn() {}, error() {} };
    const second = await startEngine({ broker: connection, log: quiet });
    await second.current;
    expect(publishRejection).not.toHaveBeenCalled();
    expect(network.rejections.stored).toEqual(kept);
    await second.close();
  });

  test('ten thousand refused facts in a row leave memory flat, and the next good one is published', () => {
    const desk = new FactDesk({
      intake: new Intake(),
      disciplines: null,
      competition: new Competition({ epoch: 'k3f9', sports: SPORTS }),
      onStop: () => {},
    });
    let streamSeq = 0;
    const take = (data: Uint8Array, unit = HEAT, contentType = 'application/json') => {
      streamSeq += 1;
      return desk.take({
        venue: 'POOL',
        unit,
        messageId: '',
        contentType,
        data,
        streamSeq,
        storedAt: streamSeq,
      });
    };
    const takeFact = (wire: WireFact) => take(Buffer.from(JSON.stringify(wire)));
    for (const good of OPENING) takeFact(good);
    let seq = 3;
    let refused = 0;
    let published = 0;
    /** Heap after as many refused facts of every kind, told what they are about by their number. */
    const afterRefused = (count: number): number => {
      for (let index = 0; index < count; index += 1) {
        seq += 1;
        const bad = [
          () => takeFact(fact(seq, finish(`X${seq}`, '24.02'))),
          () => takeFact(fact(seq, { ...finish('1', '24.02'), [`field${seq}`]: 1 })),
          () =>
            takeFact(
              fact(seq, {
                ...finish('2', '1.02'),
                passing: { competitor: '2', point: 'FIN', lap: seq, time: '1.02' },
              }),
            ),
          () => take(Buffer.from(`{"source":"POOL-1","seq":${seq}`)),
          () => takeFact(fact(seq, { setup: { rule: `SWM.RACE@no-${seq}` } })),
        ][index % 5]!();
        refused += bad.rejections.length;
        published += bad.versions.length;
      }
      return heapInUse();
    };
    // The bounds of the ledger are full after this.
    const before = afterRefused(10_000);
    const after = afterRefused(10_000);
    expect(refused).toBe(20_000);
    // That something is held is said once, by the heat and by the list of all heats.
    expect(published).toBe(2);
    expect(after - before).toBeLessThan(4 * 2 ** 20);
    const { versions } = takeFact(fact(seq + 1, finish('1', '24.02')));
    expect(versions.map(({ document }) => document.header.type)).toContain('RESULT');
  });
});

describe('D14 a rule that throws', () => {
  /** Swimming whose cards throw for a competitor in a unit while `cursed` says so. */
  const cursedCards = (curse: { cursed: boolean }) => {
    const swimming = SPORTS.find(({ discipline }) => discipline === 'SWM')!;
    const { unitRule } = swimming;
    vi.spyOn(swimming, 'unitRule').mockImplementation((unit, setup) => {
      const rule = unitRule.call(swimming, unit, setup);
      if (rule?.card === undefined || unit !== HEAT) return rule;
      const { card } = rule;
      return {
        ...rule,
        card: (...asked: Parameters<typeof card>) => {
          if (curse.cursed) throw new Error('no such lane');
          return card(...asked);
        },
      };
    });
  };

  test('stops its unit and no other, and the unit goes on with the fact that mends it', async () => {
    const curse = { cursed: false };
    cursedCards(curse);
    const { network, publish, running } = await twoHeats();
    await settled(network, running);
    curse.cursed = true;
    await publish(fact(5, finish('2', '24.03')));
    await publish(fact(6, finish('4', '23.99'), OTHER_HEAT));
    await publish(fact(7, finish('3', '24.04')));
    await settled(network, running);
    expect(running.engine.counts().stoppedUnits).toEqual([HEAT]);
    const errors = running.log.filter(({ level }) => level === 'error');
    expect(errors.map(({ fields }) => fields.code)).toEqual(['UNIT_STOPPED']);
    expect(network.rejections.stored.map(({ code, venueStreamSeq }) => [code, venueStreamSeq])).toEqual([
      ['UNIT_STOPPED', 5],
      ['UNIT_STOPPED', 7],
    ]);
    const stopped = rebuilt(network.results.stored);
    expect(listRows(stopped.get(`${OTHER_HEAT}/RESULT`)!)[0]!.mark.result).toBe('23.99');
    expect(listRows(stopped.get(`${HEAT}/RESULT`)!)[0]!.mark.result).toBe('24.02');
    expect(stopped.get(`${HEAT}/RESULT`)!.header.reliability).toEqual({ ok: false, reasons: ['STOPPED'] });

    curse.cursed = false;
    await publish(fact(8, { setup: { name: 'Heat One' } }));
    await settled(network, running);
    expect(running.engine.counts().stoppedUnits).toEqual([]);
    const mended = rebuilt(network.results.stored).get(`${HEAT}/RESULT`)!;
    expect(mended.header.reliability).toEqual({ ok: true, reasons: [] });
    expect(listRows(mended).map(({ mark }) => mark.result)).toEqual(['24.02', '24.03', '24.04']);
  });

  test('while it looks at a fact holds that fact, and the unit goes on without it', async () => {
    const swimming = SPORTS.find(({ discipline }) => discipline === 'SWM')!;
    const { network, publish, running } = await twoHeats();
    const { unitRule } = swimming;
    vi.spyOn(swimming, 'unitRule').mockImplementation((unit, setup) => {
      if (setup.name === 'cursed') throw new Error('no such lane');
      return unitRule.call(swimming, unit, setup);
    });
    await publish(fact(5, { setup: { name: 'cursed' } }));
    await publish(fact(6, finish('4', '23.99'), OTHER_HEAT));
    await settled(network, running);
    expect(running.engine.counts().stoppedUnits).toEqual([]);
    expect(network.rejections.stored.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'FACT_HELD RULE_BROKEN: the rule cannot look at it: Error: no such lane',
    ]);
    const heats = rebuilt(network.results.stored).get('SWMM50MFR-------------HEAT--------/PHASE_RESULT')!;
    const results = listRows(heats).map(({ key, mark }) => [key, mark.result]);
    expect(results.slice(0, 2)).toEqual([
      ['4', '23.99'],
      ['1', '24.02'],
    ]);
  });

  test('in a list of several units holds back nothing but that list', async () => {
    const swimming = SPORTS.find(({ discipline }) => discipline === 'SWM')!;
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const running = await engineOn(network);
    for (const good of OPENING) await publish(good);
    await publish(fact(3, finish('1', '24.02')));
    await settled(network, running);
    const { partsRule } = swimming;
    const curse = vi.spyOn(swimming, 'partsRule').mockImplementation((rsc, setup) => {
      const rule = partsRule.call(swimming, rsc, setup);
      return rule === null
        ? null
        : {
            ...rule,
            mark: () => {
              throw new Error('no such list');
            },
          };
    });
    await publish(fact(4, startList('4', '5'), OTHER_HEAT));
    await publish(fact(5, finish('4', '23.99'), OTHER_HEAT));
    await publish(fact(6, finish('2', '24.03')));
    await settled(network, running);
    const phase = 'SWMM50MFR-------------HEAT--------';
    expect(running.engine.counts().stoppedUnits).toEqual([phase]);
    // No version is missing: `rebuilt` would throw.
    const documents = rebuilt(network.results.stored);
    expect(listRows(documents.get(`${OTHER_HEAT}/RESULT`)!)[0]!.mark.result).toBe('23.99');
    expect(listRows(documents.get(`${HEAT}/RESULT`)!)[1]!.mark.result).toBe('24.03');
    expect(documents.get(`${phase}/PHASE_RESULT`)!.header.reliability.reasons).toContain('STOPPED');
    curse.mockRestore();
    await publish(fact(7, { setup: {} }, phase));
    await settled(network, running);
    expect(running.engine.counts().stoppedUnits).toEqual([]);
    const list = rebuilt(network.results.stored).get(`${phase}/PHASE_RESULT`)!;
    expect(
      listRows(list)
        .map(({ mark }) => mark.result)
        .slice(0, 3),
    ).toEqual(['23.99', '24.02', '24.03']);
  });
});

describe('D14 bad input on NATS JetStream', () => {
  test('each is kept with its code and bytes, and the feed goes on', async () => {
    const server = await startTestServer();
    stops.push(() => server.stop());
    const broker = await NatsBroker.open({ url: server.url });
    stops.push(() => broker.close());
    const errors: string[] = [];
    const log = { info() {}, warn() {}, error: (_fields: object, text: string) => void errors.push(text) };
    const engine = await startEngine({ broker, log });
    stops.push(() => engine.close());
    const publish = (wire: WireFact) =>
      publishBad(
        broker,
        { what: '', code: '', data: Buffer.from(JSON.stringify(wire)), unit: wire.unit! },
        messageIdOf(wire),
      );
    for (const good of OPENING) await publish(good);
    const messages = badMessages(3);
    for (const [index, bad] of messages.entries()) await publishBad(broker, bad, index);
    const kept: { code: string; data: Uint8Array }[] = [];
    const reading = await broker.consumeRejections((each) => void kept.push(each));
    stops.push(() => reading.stop());
    await until('every refused fact is kept', () => kept.length === messages.length);
    expect(kept.map(({ code }) => code)).toEqual(messages.map(({ code }) => code));
    expect(kept.every(({ data }, index) => Buffer.compare(data, messages[index]!.data) === 0)).toBe(true);
    const before = engine.counts().published;
    await publish(fact(900, finish('1', '24.02')));
    await until('the good fact is published', () => engine.counts().published > before);
    expect(errors).toEqual([]);
  });
});
