/** What every broker must do. Runs on the in-memory one and on NATS. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  Broker,
  KeptDocument,
  ProcessedPosition,
  RejectionMessage,
  ResultMessage,
  SourceNews,
  SourceStatus,
  StandingFact,
  StoredResultMessage,
  StoredVenueMessage,
} from '../../src/broker/broker.ts';
import { engineWord } from '../support/engine-word.ts';
import { Connections } from './connections.ts';
import { cutContract } from './cut-contract.ts';
import { logbookContract } from './logbook-contract.ts';
import { bytes, DOTTED, fact, LARGE_BYTES, RELAY, SPRINT, text, upTo, version } from './messages.ts';
import { until } from './nearby-server.ts';
import { resultOrder } from './result-order.ts';

/** One broker with empty memory; `connect` gives another connection to the same. */
export interface BrokerUnderTest {
  connect(): Promise<Broker>;
  /** Breaks every connection for a moment; what was stored stays. */
  interrupt(): Promise<void>;
  dispose(): Promise<void>;
}

export function brokerContract(name: string, make: () => Promise<BrokerUnderTest>): void {
  cutContract(name, make);
  logbookContract(name, make);

  describe(`broker contract: ${name}`, () => {
    let under: BrokerUnderTest;
    let broker: Broker;
    const connections = new Connections();
    const connect = (): Promise<Broker> => connections.connect();

    beforeEach(async () => {
      under = await make();
      broker = await connections.begin(under);
    });

    afterEach(() => connections.end());

    async function collectFacts(
      options: { fromSeq: number; disciplines?: readonly string[] },
      from = broker,
    ) {
      const facts: StoredVenueMessage[] = [];
      const subscription = await from.consumeFacts(options, (message) => facts.push(message));
      return { facts, subscription };
    }

    describe('facts', () => {
      test('come back as they were sent, in stream order, first the stored and then the live ones', async () => {
        await broker.publishFact(fact(1));
        await broker.publishFact(fact(2, DOTTED));
        const { facts } = await collectFacts({ fromSeq: 1 });
        await broker.publishFact({ ...fact(3, RELAY), contentType: 'application/x-protobuf' });
        await until('three facts came', () => facts.length === 3);
        expect(
          facts.map(({ venue, unit, contentType, data, streamSeq }) => [
            venue,
            unit,
            contentType,
            text(data),
            streamSeq,
          ]),
        ).toEqual([
          ['STA', SPRINT, 'application/json', 'fact 1', 1],
          ['STA', DOTTED, 'application/json', 'fact 2', 2],
          ['STA', RELAY, 'application/x-protobuf', 'fact 3', 3],
        ]);
      });

      test('have the time at which the broker stored them, in whole microseconds and never going back', async () => {
        await broker.publishFact(fact(1));
        await broker.publishFact(fact(2));
        const { facts } = await collectFacts({ fromSeq: 1 });
        await until('two facts came', () => facts.length === 2);
        const [first, second] = facts.map(({ storedAt }) => storedAt) as [number, number];
        expect(Number.isSafeInteger(first)).toBe(true);
        expect(first).toBeGreaterThanOrEqual(broker.historyBegan);
        expect(second).toBeGreaterThanOrEqual(first);
      });

      test('with a message id that was seen before are stored once', async () => {
        expect(await broker.publishFact(fact(1))).toEqual({ streamSeq: 1, duplicate: false });
        const other = await connect();
        expect(await other.publishFact(fact(1))).toEqual({ streamSeq: 1, duplicate: true });
        expect(await broker.lastFactSeq()).toBe(1);
      });

      test('are found by their place, and nothing is found where none is', async () => {
        for (const seq of upTo(3)) await broker.publishFact(fact(seq));
        const there = await Promise.all([2, 3, 4, 0].map((seq) => broker.factAt(seq)));
        const { contentType: _, data: __, ...third } = fact(3);
        expect(there.slice(0, 2)).toMatchObject([{ messageId: 'TIMING:1:2' }, third]);
        expect(text((there[1] as StandingFact).data)).toBe('fact 3');
        expect(there.slice(2)).toEqual([null, null]);
      });

      test('can be read from a place on', async () => {
        for (const seq of upTo(5)) await broker.publishFact(fact(seq));
        const { facts } = await collectFacts({ fromSeq: 4 });
        await until('the last one came', () => facts.length === 2);
        expect(facts.map(({ streamSeq }) => streamSeq)).toEqual([4, 5]);
      });

      test('can be read from a place that is still to come', async () => {
        await broker.publishFact(fact(1));
        const { facts } = await collectFacts({ fromSeq: 2 });
        await broker.publishFact(fact(2));
        await until('the second came', () => facts.length === 1);
        expect(text(facts[0]!.data)).toBe('fact 2');
      });

      test('of the wanted disciplines come with those about no unit at all', async () => {
        await broker.publishFact(fact(1, SPRINT));
        await broker.publishFact(fact(2, RELAY));
        await broker.publishFact(fact(3, ''));
        const { facts } = await collectFacts({ fromSeq: 1, disciplines: ['SWM'] });
        const both = await collectFacts({ fromSeq: 1, disciplines: ['SWM', 'ATH'] });
        await broker.publishFact(fact(4, RELAY));
        await until('the live one came to both', () => facts.length === 3 && both.facts.length === 4);
        expect(facts.map(({ unit }) => unit)).toEqual([RELAY, '', RELAY]);
        expect(both.facts.map(({ streamSeq }) => streamSeq)).toEqual([1, 2, 3, 4]);
      });

      test('come to nobody who has stopped', async () => {
        const stopped = await collectFacts({ fromSeq: 1 });
        await stopped.subscription.stop();
        const { facts } = await collectFacts({ fromSeq: 1 });
        await broker.publishFact(fact(1));
        await until('the other has it', () => facts.length === 1);
        expect(stopped.facts).toEqual([]);
      });

      test('of several megabytes pass, and the next ones after them', async () => {
        const data = Buffer.alloc(LARGE_BYTES, 'x');
        data.write('end', LARGE_BYTES - 3);
        const { facts } = await collectFacts({ fromSeq: 1 });
        for (const seq of upTo(5)) await broker.publishFact({ ...fact(seq), data });
        await broker.publishFact(fact(6));
        await until('all came', () => facts.length === 6);
        expect(facts.slice(0, 5).every((message) => Buffer.compare(message.data, data) === 0)).toBe(true);
      });

      test('that are larger than the broker takes are refused with PAYLOAD_TOO_LARGE, and the next is stored', async () => {
        const data = Buffer.alloc(broker.maxDataBytes + 1);
        await expect(broker.publishFact({ ...fact(1), data })).rejects.toMatchObject({
          code: 'PAYLOAD_TOO_LARGE',
        });
        expect(await broker.publishFact(fact(2))).toEqual({ streamSeq: 1, duplicate: false });
      });

      test('come once each and in order across interruptions, with a publisher that goes on', async () => {
        const { facts } = await collectFacts({ fromSeq: 1 });
        const publisher = await connect();
        const publishing = publishAll(publisher, upTo(400));
        for (let times = 0; times < 2; times++) {
          const before = facts.length;
          await until('some facts came', () => facts.length >= before + 20);
          await under.interrupt();
        }
        await publishing;
        await until('the last one came', () => facts.length >= 400);
        expect(facts.map(({ streamSeq }) => streamSeq)).toEqual(upTo(400));
        expect(new Set(facts.map(({ data }) => text(data))).size).toBe(400);
      });
    });

    /** As a venue does it: again until the broker has it. */
    async function publishAll(publisher: Broker, seqs: readonly number[]): Promise<void> {
      for (const seq of seqs) {
        while (
          !(await publisher.publishFact(fact(seq)).then(
            () => true,
            () => false,
          ))
        ) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }

    describe('results', () => {
      test('are heard live by others as they were published', async () => {
        const edge = await connect();
        const heard: ResultMessage[] = [];
        await edge.listenResults((message) => heard.push(message));
        const gymnastics = version(7, `GARW${'-'.repeat(30)}/CUMULATIVE_RESULT/UB.1`);
        await broker.publishResult(version(1));
        await broker.publishResult(gymnastics);
        await until('both were heard', () => heard.length === 2);
        expect(heard.map((message) => ({ ...message, data: text(message.data) }))).toEqual(
          [version(1), gymnastics].map((message) => ({ ...message, data: text(message.data) })),
        );
      });

      test('that two engines publish are stored once, whoever was first', async () => {
        const other = await connect();
        expect(await broker.publishResult(version(1))).toEqual({ streamSeq: 1, duplicate: false });
        expect(await other.publishResult(version(1))).toEqual({ streamSeq: 1, duplicate: true });
        expect(await other.publishResult(version(2))).toEqual({ streamSeq: 2, duplicate: false });
      });

      resultOrder(connect);

      test('of one channel are stored in the order of the calls', async () => {
        await Promise.all(upTo(50).map((number) => broker.publishResult(version(number))));
        const stored = await broker.readResults(`${SPRINT}/RESULT`, { epoch: 'k3f9', afterVersion: 0 });
        expect(stored.map((message) => message.version)).toEqual(upTo(50));
      });

      test('are consumed in stream order from a place on, of the wanted types', async () => {
        await broker.publishResult(version(1));
        await broker.publishResult(version(1, `${SPRINT}/RANKING`));
        await broker.publishResult(version(1, `${SPRINT}/MEDALS`));
        const all: StoredResultMessage[] = [];
        const some: StoredResultMessage[] = [];
        await broker.consumeResults({ fromSeq: 2 }, (message) => all.push(message));
        await broker.consumeResults({ fromSeq: 1, types: ['RESULT', 'MEDALS'] }, (message) =>
          some.push(message),
        );
        await broker.publishResult(version(2));
        await until('the live one came to both', () => all.length === 3 && some.length === 3);
        expect(all.map(({ streamSeq }) => streamSeq)).toEqual([2, 3, 4]);
        expect(some.map(({ channel, streamSeq }) => `${channel.split('/')[1]} ${streamSeq}`)).toEqual([
          'RESULT 1',
          'MEDALS 3',
          'RESULT 4',
        ]);
      });

      test('have a newest version per channel', async () => {
        expect(await broker.lastResults()).toEqual(new Map());
        for (const number of upTo(3)) await broker.publishResult(version(number));
        await broker.publishResult(version(1, `${DOTTED}/RESULT`));
        expect(await broker.lastResults()).toEqual(
          new Map([
            [`${SPRINT}/RESULT`, { epoch: 'k3f9', version: 3, hash: 'hash3', streamSeq: 3 }],
            [`${DOTTED}/RESULT`, { epoch: 'k3f9', version: 1, hash: 'hash1', streamSeq: 4 }],
          ]),
        );
      });

      test('have a newest version that can be asked for by channel', async () => {
        const channel = `${SPRINT}/RESULT`;
        expect(await broker.lastResult(channel)).toEqual({ place: 0, last: null });
        await broker.publishResult(version(1));
        await broker.publishResult(version(2));
        await broker.publishResult(version(1, `${SPRINT}/RANKING`));
        expect(await broker.lastResult(channel)).toEqual({
          place: 2,
          last: { epoch: 'k3f9', version: 2, hash: 'hash2', streamSeq: 2 },
        });
        await broker.publishResult({ ...version(1), epoch: 'other' });
        expect(await broker.lastResult(channel)).toMatchObject({ place: 4, last: { epoch: 'other' } });
      });

      test('stored by engines that overlap: the last one need not be the highest, which is found by reading on', async () => {
        const channel = `${SPRINT}/RESULT`;
        await broker.publishResult(version(1));
        await broker.publishResult({ ...version(5), first: 2 });
        await broker.publishResult({ ...version(3), first: 2 });
        expect((await broker.lastResults()).get(channel)).toMatchObject({ version: 3, streamSeq: 3 });
        expect(await broker.lastResult(channel)).toMatchObject({ place: 3, last: { version: 3 } });
        const after = await broker.readResults(channel, { epoch: 'k3f9', afterVersion: 3 });
        expect(after.map((message) => message.version)).toEqual([5]);
      });

      test('of one channel and epoch can be read again by version', async () => {
        for (const number of upTo(6)) {
          await broker.publishResult(version(number));
          await broker.publishResult(version(number, `${SPRINT}/RANKING`));
        }
        await broker.publishResult({ ...version(3), epoch: 'other' });
        const versions = async (range: { epoch: string; afterVersion: number; untilVersion?: number }) =>
          (await broker.readResults(`${SPRINT}/RESULT`, range)).map((message) => message.version);
        expect(await versions({ epoch: 'k3f9', afterVersion: 2, untilVersion: 4 })).toEqual([3, 4]);
        expect(await versions({ epoch: 'k3f9', afterVersion: 4 })).toEqual([5, 6]);
        expect(await versions({ epoch: 'other', afterVersion: 0 })).toEqual([3]);
        expect(await versions({ epoch: 'none', afterVersion: 0 })).toEqual([]);
        expect(await broker.readResults(`${RELAY}/RESULT`, { epoch: 'k3f9', afterVersion: 0 })).toEqual([]);
      });
    });

    test('versions late in a long history are found again, also when asked for repeatedly', async () => {
      const channel = `${SPRINT}/RESULT`;
      await Promise.all(upTo(300).map((number) => broker.publishResult(version(number))));
      for (const afterVersion of [295, 130, 64, 250, 0, 299]) {
        const found = await broker.readResults(channel, { epoch: 'k3f9', afterVersion });
        expect(found.map((message) => message.version)).toEqual(upTo(300).slice(afterVersion));
        expect(found.at(-1)?.streamSeq).toBe(300);
      }
    });

    test('a message can hold several versions: any of them finds it', async () => {
      const channel = `${SPRINT}/RESULT`;
      const causes = ['TIMING:1:7', 'TIMING:1:9'];
      const both = { ...version(3), first: 2, causes, data: bytes('versions 2 and 3') };
      await broker.publishResult(version(1));
      await broker.publishResult(both);
      await broker.publishResult(version(3));
      await broker.publishResult(version(4));
      const found = async (range: { afterVersion: number; untilVersion: number }) =>
        (await broker.readResults(channel, { epoch: 'k3f9', ...range })).map(({ data }) => text(data));
      expect(await found({ afterVersion: 1, untilVersion: 2 })).toEqual(['versions 2 and 3']);
      const range = { epoch: 'k3f9', afterVersion: 1, untilVersion: 2, headersOnly: true };
      expect((await broker.readResults(channel, range))[0]?.causes).toEqual(causes);
      expect((await found({ afterVersion: 2, untilVersion: 4 })).toSorted()).toEqual([
        'version 3',
        'version 4',
        'versions 2 and 3',
      ]);
      expect(await broker.lastResult(channel)).toMatchObject({ last: { epoch: 'k3f9', version: 4 } });
    });

    describe('kept documents', () => {
      const kept = (number: number, streamSeq: number, channel = `${SPRINT}/RESULT`): KeptDocument => ({
        ...version(number, channel),
        form: 'whole',
        streamSeq,
      });
      const plain = (document: KeptDocument | null) => document && { ...document, data: text(document.data) };

      test('are there for late joiners, one per channel', async () => {
        expect(await broker.keptDocuments()).toEqual([]);
        expect(await broker.keptDocument(`${SPRINT}/RESULT`)).toBeNull();
        await broker.keepDocument(kept(1, 1));
        await broker.keepDocument(kept(2, 2));
        await broker.keepDocument(kept(1, 3, `${DOTTED}/RESULT`));
        expect(plain(await broker.keptDocument(`${SPRINT}/RESULT`))).toEqual(plain(kept(2, 2)));
        expect((await broker.keptDocuments()).map(plain)).toEqual(
          [kept(2, 2), kept(1, 3, `${DOTTED}/RESULT`)].map(plain),
        );
      });

      test('are never replaced by older ones, whoever writes', async () => {
        const behind = await connect();
        await behind.keepDocument(kept(1, 1));
        await broker.keepDocument(kept(5, 9));
        await behind.keepDocument(kept(3, 5));
        expect((await broker.keptDocument(`${SPRINT}/RESULT`))?.version).toBe(5);
        await behind.keepDocument(kept(6, 12));
        await broker.keepDocument(kept(7, 14));
        expect((await behind.keptDocument(`${SPRINT}/RESULT`))?.version).toBe(7);
      });

      test('survive many engines writing at once: the newest stays', async () => {
        const engines = [broker, await connect(), await connect()];
        await Promise.all(upTo(12).map((number) => engines[number % 3]!.keepDocument(kept(number, number))));
        expect((await broker.keptDocument(`${SPRINT}/RESULT`))?.version).toBe(12);
      });
    });

    test('rejections come back with their bytes and any text, once per fact and code', async () => {
      expect(await broker.lastRejectionSeq()).toBe(0);
      const rejection: RejectionMessage = {
        code: 'NOT_ON_START_LIST',
        message: 'competitor "Ž1\n" is not on the start list',
        venue: 'STA',
        unit: SPRINT,
        contentType: 'application/json; x="ü"',
        venueStreamSeq: 4,
        data: Uint8Array.of(0, 255, 10, 13),
      };
      await broker.publishRejection(rejection);
      const other = await connect();
      await other.publishRejection(rejection);
      expect(await other.lastRejectionSeq()).toBe(rejection.venueStreamSeq);
      const refused: RejectionMessage[] = [];
      await other.consumeRejections((found) => refused.push(found));
      await broker.publishRejection({ ...rejection, venueStreamSeq: 5, venue: 'a.b *>' });
      await until('both came', () => refused.length === 2);
      expect({ ...refused[0], data: [...refused[0]!.data] }).toEqual({
        ...rejection,
        data: [...rejection.data],
      });
      expect(refused[1]).toMatchObject({ venueStreamSeq: 5, venue: 'a.b *>' });
    });

    test('a revision has one number, and a new one a higher one than all before', async () => {
      const other = await connect();
      const [one, same] = await Promise.all([broker.generationOf('abc1234'), other.generationOf('abc1234')]);
      expect(one).toBe(same);
      const two = await other.generationOf('0000000');
      expect(two).toBeGreaterThan(one);
      expect(await broker.generationOf('abc1234')).toBe(one);
      const again = await broker.generationOf('abc1234', { anew: true });
      expect(again).toBeGreaterThan(two);
      expect(await other.generationOf('abc1234')).toBe(again);
    });

    test('a revision that comes back to another store keeps the number that it had, whoever comes first', async () => {
      const other = await connect();
      expect(await broker.generationOf('newer', { had: 70 })).toBe(70);
      expect(await other.generationOf('newer')).toBe(70);
      expect(await other.generationOf('older', { had: 60 })).toBe(60);
      expect(await broker.generationOf('older', { had: 61 })).toBe(60);
      expect(await broker.generationOf('newest')).toBe(71);
      expect(await other.newestRevision()).toEqual({ revision: 'newest', generation: 71 });
    });

    test('pieces come back by name as they were written last, however long, and are gone when they are removed', async () => {
      const { pieces } = broker;
      const long = Buffer.alloc(LARGE_BYTES, 'ab');
      expect(await pieces.read('newest-all')).toBeNull();
      await pieces.write('newest-all', long);
      await pieces.write('a1', bytes('one'));
      const other = await connect();
      expect(long.equals((await other.pieces.read('newest-all'))!)).toBe(true);
      await other.pieces.write('newest-all', bytes('two'));
      expect(text((await pieces.read('newest-all'))!)).toBe('two');
      await pieces.remove('newest-all');
      await pieces.remove('never-there');
      expect(await other.pieces.read('newest-all')).toBeNull();
      expect(text((await other.pieces.read('a1'))!)).toBe('one');
    });

    test('how far a source is processed is known at once and with every change', async () => {
      await broker.putProcessed('STA-TIMING_1', { epoch: '1', seq: 7, beyond: [[9, 12]] });
      await broker.putProcessed('OTHER', { epoch: '1', seq: 99 });
      const seen: ProcessedPosition[] = [];
      const venue = await connect();
      await venue.watchProcessed('STA-TIMING_1', (position) => seen.push(position));
      await until('the first came', () => seen.length === 1);
      await broker.putProcessed('STA-TIMING_1', { epoch: '2', seq: 1 });
      await until('the second came', () => seen.length === 2);
      const bySome = { epoch: '2', seq: 3, disciplines: ['SWM', 'ATH'] };
      await broker.putProcessed('STA-TIMING_1', bySome);
      await until('that of some engines came', () => seen.length === 3);
      expect(seen).toEqual([{ epoch: '1', seq: 7, beyond: [[9, 12]] }, { epoch: '2', seq: 1 }, bySome]);
      const both: ProcessedPosition[] = [];
      await venue.watchProcessed('STA-TIMING_1', (position) => both.push(position));
      await until('both hold', () => both.length === 2);
      expect(both).toEqual([{ epoch: '2', seq: 1 }, bySome]);
    });

    test('how sources are doing is known at once, newest first of each, and with every change', async () => {
      const status = (source: string, streamSeq: number): SourceStatus => ({
        source,
        state: 'OK',
        lastFactAt: 1_718_000_000_000_000 + streamSeq,
        events: ['ATHM100M--------------------------'],
        streamSeq,
      });
      await broker.putSourceNews({ status: status('STA.TIMING 1', 1) });
      await broker.putSourceNews({ status: status('STA.TIMING 1', 4) });
      await broker.putSourceNews({ seen: engineWord({ streamSeq: 4, at: 1000 }) });
      const news: SourceNews[] = [];
      const edge = await connect();
      await edge.watchSourceNews((each) => news.push(each));
      await until('what holds came', () => news.length === 2);
      await broker.putSourceNews({ status: { ...status('_', 5), state: 'SILENT' } });
      await broker.putSourceNews({ seen: engineWord({ streamSeq: 5, at: 2000 }) });
      await until('the changes came', () => news.length === 4);
      expect(news).toEqual([
        { status: status('STA.TIMING 1', 4) },
        { seen: engineWord({ streamSeq: 4, at: 1000 }) },
        { status: { ...status('_', 5), state: 'SILENT' } },
        { seen: engineWord({ streamSeq: 5, at: 2000 }) },
      ]);
    });

    test('an interruption is told and ends, and loses nothing that was stored', async () => {
      const changes: boolean[] = [];
      broker.onConnectionChange((connected) => changes.push(connected));
      broker.onConnectionChange(() => changes.push(true))();
      await broker.publishFact(fact(1));
      await broker.publishResult(version(1));
      await broker.putProcessed('TIMING', { epoch: '1', seq: 1 });
      const seen: number[] = [];
      await broker.watchProcessed('TIMING', ({ seq }) => seen.push(seq));
      const heard: number[] = [];
      await broker.listenResults((message) => heard.push(message.version));
      await under.interrupt();
      await until('it is connected again', () => broker.connected && changes.at(-1) === true);
      expect(changes[0]).toBe(false);
      expect(await broker.lastFactSeq()).toBe(1);
      expect(await broker.publishFact(fact(1))).toEqual({ streamSeq: 1, duplicate: true });
      expect(await broker.publishResult(version(2))).toEqual({ streamSeq: 2, duplicate: false });
      await broker.putProcessed('TIMING', { epoch: '1', seq: 2 });
      await until('both paths go on', () => heard.includes(2) && seen.includes(2));
    });

    test('a closed connection refuses with BROKER_CLOSED and can be closed again', async () => {
      await broker.close();
      await broker.close();
      expect(broker.connected).toBe(false);
      await expect(broker.publishFact(fact(1))).rejects.toMatchObject({ code: 'BROKER_CLOSED' });
      await expect(broker.lastFactSeq()).rejects.toMatchObject({ code: 'BROKER_CLOSED' });
    });
  });
}
