/** D3: any number of engines, all alike; each version is stored once, in order, without a hole. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { differences, endState, feedAt } from '../properties/end-state.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import {
  endAll,
  engineOn,
  publishedBy,
  type RunningEngine,
  settled,
  someTurns,
  unreliableNetwork,
} from './engines-on-a-network.ts';
import { endOfFactsAlone, ofFactsAlone, rebuilt } from './stored-versions.ts';

afterEach(endAll);

function recorded(name: string): { facts: readonly WireFact[]; end: ReadonlyMap<string, string> } {
  const found = allCases().find((each) => each.name.endsWith(name))!;
  return {
    facts: feedOf(found),
    end: endOfFactsAlone(feedAt(`sports/${found.name.replace('/', '/cases/')}/feed.ndjson`)),
  };
}

const SEMI_FINALS = recorded('rio-2016-200m-semi-finals');
/** A pool and a bracket: too long for an end after each fact. */
const FURTHER = ['c045-world-cup-2018-group-h', 'draw-with-bye-walkover-retirement'] as const;
const JURY = recorded('c011-5000m-jury');
const FLOOR = recorded('tokyo-2020-floor-final');
const LADDER = recorded('dead-heat-and-re-row');
const SYNCHRONISED = recorded('synchronised-eleven-judges');
const BREASTSTROKE = recorded('copenhagen-2017-mens-50m-breaststroke');

/** The stored versions follow each other and end in what the facts come to. */
function expectComplete(network: BrokerModel, end: ReadonlyMap<string, string>): void {
  const documents = rebuilt(network.results.stored);
  expect(differences(end, endState(ofFactsAlone(documents.values())))).toEqual([]);
}

const storedOf = ({ results }: BrokerModel, channel: string) =>
  results.stored.filter((message) => message.channel === channel);

let letThrough: () => void = () => {};

async function untilTaken({ counts }: Engine, facts: number): Promise<void> {
  while (counts().lastStreamSeq < facts) await new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function expectNoErrors(...engines: readonly RunningEngine[]): void {
  expect(engines.flatMap(({ log }) => log.filter(({ level }) => level === 'error'))).toEqual([]);
}

describe('D3 several engines', () => {
  test.each([1, 2, 3])(
    'two at once on an unreliable live path store each version once, seed %i',
    async (seed) => {
      const dice = new Dice(seed);
      const network = unreliableNetwork(dice);
      const engines = [await engineOn(network), await engineOn(network)];
      const publish = publishedBy(network);
      for (const fact of BREASTSTROKE.facts) {
        await publish(fact);
        await someTurns(dice);
      }
      await settled(network, ...engines);
      expectComplete(network, BREASTSTROKE.end);
      expectNoErrors(...engines);
      const stored = engines.reduce((sum, { engine }) => sum + engine.counts().published, 0);
      expect(stored).toBe(
        network.results.stored.reduce((sum, { first, version }) => sum + version - first + 1, 0),
      );
    },
  );

  test('killed and started at arbitrary points they leave no hole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const dice = new Dice(seed);
        const network = unreliableNetwork(dice);
        const running = [await engineOn(network), await engineOn(network)];
        const publish = publishedBy(network);
        for (const fact of SEMI_FINALS.facts) {
          await publish(fact);
          await someTurns(dice);
          if (dice.throw(8) > 0) continue;
          running.splice(dice.throw(running.length), 1)[0]!.kill();
          if (running.length === 0 || dice.throw(2) === 0) running.push(await engineOn(network));
        }
        if (running.length === 0) running.push(await engineOn(network));
        await settled(network, ...running);
        expectComplete(network, SEMI_FINALS.end);
        expectNoErrors(...running);
        await endAll();
      }),
      { seed: 2024, numRuns: 12 },
    );
  });

  /** Kills an engine after so many facts, in the middle of what the last of them led to; another one goes on. */
  async function followedAfter(killedAt: number, feed: ReturnType<typeof recorded>): Promise<void> {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const first = await engineOn(network);
    for (const fact of feed.facts.slice(0, killedAt)) await publish(fact);
    await someTurns(new Dice(killedAt), 40);
    first.kill();
    const second = await engineOn(network);
    for (const fact of feed.facts.slice(killedAt)) await publish(fact);
    await settled(network, second);
    expectComplete(network, feed.end);
    expect(second.engine.epoch).toBe(first.engine.epoch);
  }

  test.each([
    ['track with a jury', JURY],
    ['gymnastics', FLOOR],
    ['a ladder that is filled by a re-row', LADDER],
    ['a panel of eleven judges', SYNCHRONISED],
  ])(
    'one that is killed at any fact is followed by one that goes on where it was: %s',
    async (_name, feed) => {
      for (let killedAt = 0; killedAt <= feed.facts.length; killedAt += 1)
        await followedAfter(killedAt, feed);
      await endAll();
    },
  );

  test.each(FURTHER)('one that is killed in the middle of %s is followed as well', async (name) => {
    const feed = recorded(name);
    for (const share of [0.25, 0.5, 0.9]) await followedAfter(Math.floor(feed.facts.length * share), feed);
    await endAll();
  });

  test('one is current when what the facts before it led to is stored, and no sooner', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    for (const fact of JURY.facts) await publish(fact);
    const { engine, connection } = await engineOn(network, (broker) => {
      const store = broker.publishResult.bind(broker);
      const open = new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      broker.publishResult = async (message, after) => {
        await open;
        return store(message, after);
      };
    });
    let isCurrent = false;
    void engine.current.then(() => {
      isCurrent = true;
    });
    await untilTaken(engine, JURY.facts.length);
    expect(connection.connected).toBe(true);
    expect(isCurrent).toBe(false);
    letThrough();
    await engine.current;
    expectComplete(network, JURY.end);
  });

  test('one that starts late publishes nothing that is there', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const first = await engineOn(network);
    for (const fact of BREASTSTROKE.facts) await publish(fact);
    await settled(network, first);
    const late = await engineOn(network);
    await late.engine.current;
    await settled(network, late);
    expect(late.offered).toEqual([]);
    expect(late.engine.counts().lastStreamSeq).toBe(BREASTSTROKE.facts.length);
    await publish({ ...BREASTSTROKE.facts[0]!, seq: 9_999, setup: { name: 'Heat 1, again' } });
    await settled(network, first, late);
    expect(late.offered.length).toBeGreaterThan(0);
    rebuilt(network.results.stored);
  });

  test('facts that come twice, late and in any order come to the same documents', async () => {
    for (const seed of [1, 2, 3]) {
      const network = new BrokerModel();
      const engine = await engineOn(network);
      const publish = publishedBy(network);
      const dice = new Dice(seed);
      for (const fact of dice.shuffled([...SEMI_FINALS.facts, ...SEMI_FINALS.facts])) {
        await publish(fact);
        await someTurns(dice);
      }
      await settled(network, engine);
      expectComplete(network, SEMI_FINALS.end);
    }
  });

  test.each([1, 2, 3])(
    'one that is cut off for longer than second copies are known stores nothing out of order (seed %i)',
    async (seed) => {
      const dice = new Dice(seed);
      const network = unreliableNetwork(dice, { duplicateWindowMs: 0 });
      const publish = publishedBy(network);
      const [cut, other] = [await engineOn(network), await engineOn(network)];
      for (const fact of BREASTSTROKE.facts) {
        await publish(fact);
        await someTurns(dice);
        if (dice.throw(10) > 0) continue;
        // What it has to say waits; meanwhile the other one says it, and more.
        if (cut.connection.connected) cut.kill();
        else {
          cut.connection.reconnect();
        }
      }
      cut.connection.reconnect();
      await settled(network, cut, other);
      expectComplete(network, BREASTSTROKE.end);
      expectNoErrors(other);
      expect(cut.log.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );

  test('one whose rules a newer revision has followed stores nothing behind it', async () => {
    const network = new BrokerModel({ duplicateWindowMs: 0 });
    const publish = publishedBy(network);
    const older = await engineOn(network);
    const [first, ...rest] = FLOOR.facts as readonly [WireFact, ...WireFact[]];
    await publish(first);
    await settled(network, older);
    const newer = await engineOn(network, undefined, 'another revision');
    for (const fact of rest) await publish(fact);
    await settled(network, older, newer);
    for (const channel of new Set(network.results.stored.map((message) => message.channel))) {
      const epochs = storedOf(network, channel).map(({ epoch }) => epoch);
      expect(epochs).toEqual(epochs.toSorted());
      expect(epochs.at(-1)).toBe(newer.engine.epoch);
    }
  });

  test('what a stranger has put in place of a document stops none: it is stored behind that', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const broker = network.connect();
    const [{ unit }] = FLOOR.facts as readonly [WireFact];
    const channel = `${unit}/RESULT`;
    const strange = { channel, epoch: 'a', first: 1, version: 1, hash: 'x', form: 'whole' as const };
    await broker.publishResult({ ...strange, data: Buffer.from('none of ours') });
    const engine = await engineOn(network, (connection) => {
      // As NATS answers: what cannot be read is no result.
      const ask = connection.lastResult.bind(connection);
      connection.lastResult = async (asked) => {
        const { place, last } = await ask(asked);
        return { place, last: last?.epoch === 'a' ? null : last };
      };
      connection.lastResults = async () => new Map();
    });
    for (const fact of FLOOR.facts) await publish(fact);
    await settled(network, engine);
    expect(storedOf(network, channel).length).toBeGreaterThan(1);
    expect(engine.engine.counts().pending).toBe(0);
  });

  test('two that disagree about a version say so, and the first published stands', async () => {
    const network = new BrokerModel();
    const publish = publishedBy(network);
    const engine = await engineOn(network);
    for (const fact of FLOOR.facts) await publish(fact);
    await settled(network, engine);
    const [{ unit }] = FLOOR.facts as readonly [WireFact];
    const { channel, epoch, version, data } = network.results.stored.findLast(
      ({ channel }) => channel === `${unit}/RESULT`,
    )!;
    const theirs = { first: version + 1, version: version + 1, hash: 'feedfeedfeedfeed' };
    await network.connect().publishResult({ channel, epoch, ...theirs, form: 'delta', data });
    await publish({ ...FLOOR.facts[0]!, seq: 9_999, setup: { name: 'Final, again' } });
    await settled(network, engine);
    expect(engine.log.map(({ fields }) => fields.code)).toContain('ENGINES_DISAGREE');
    expect(engine.engine.counts().disagreements).toBe(1);
    const [disputed, next] = storedOf(network, channel).slice(-2);
    expect(disputed).toMatchObject(theirs);
    // What stands alone leads on for everybody, whichever of the two they have.
    expect(next).toMatchObject({ first: version + 2, form: 'whole' });
  });
});
