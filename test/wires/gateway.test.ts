import { describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { isWithdrawn } from '../../src/encode/wire/dispatch.ts';
import type { Document, Header } from '../../src/model/document.ts';
import type { ResultStatus } from '../../src/model/result-status.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { Gateway } from '../../src/wires/gateway.ts';
import { LEASE } from '../../src/wires/lease.ts';
import type { Recipient } from '../../src/wires/recipient.ts';
import { replay, standsOf } from '../../src/wires/replay.ts';
import { saidIn } from '../../src/wires/said.ts';
import { numberBefore } from '../../src/wires/telling.ts';
import { type Letter, NotHanded, type Way } from '../../src/wires/way.ts';
import { FINAL_100M, FINAL_200M, header, Publisher } from '../fanout/published-documents.ts';
import { VirtualTiming } from '../fanout/virtual-timing.ts';
import { FolderDesk, Life, PushDesk, wayOf } from './desks.ts';
import { desk, rowsOf } from './sights.ts';

const RESULT = { ann: '9.91', bo: '9.95', cy: '10.01' };
const DISQUALIFIED = { bo: '9.95', cy: '10.01', ann: 'DQ' };
const EPOCH = 'k3f900000-001-a';
const SILENT = { info() {}, warn() {}, error() {} };

const official = (unit: string): Header => ({ ...header(unit), status: 'OFFICIAL' });

interface Started {
  readonly gateway: Gateway;
  readonly life: Life;
}

async function begin(
  broker: Broker,
  timing: VirtualTiming,
  ways: ReadonlyMap<Recipient, (life: Life) => Way>,
  { life = new Life(), chance = (): number => 0.5, name = 'one' } = {},
): Promise<Started> {
  const gateway = new Gateway({
    broker: life.broker(broker),
    recipients: [...ways.keys()],
    openWay: (recipient) => ways.get(recipient)!(life),
    timing: life.timing(timing),
    chance,
    log: SILENT,
    name,
    settleMs: 30_000,
  });
  void gateway.start();
  await timing.settle();
  return { gateway, life };
}

/** Numbers as they are counted from the beginning of the history. */
const told = ({ dispatch: { number, kind, document } }: Letter): string =>
  `${number - numberBefore(document.epoch)} ${kind}`;

describe('one gateway', () => {
  const recipient = desk();

  test('tells what is there, then what comes, and after a restart nothing twice', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const push = new PushDesk(new Dice(1));
    push.isReliable = true;
    const ways = new Map([[recipient, (life: Life) => push.way(life)]]);
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const first = await begin(model.connect(), timing, ways);
    await timing.pass(2_000);
    expect(push.got.map(told)).toEqual(['1 FIRST']);
    await publisher.renew(rowsOf(DISQUALIFIED));
    await timing.pass(2_000);
    await first.gateway.close();
    const second = await begin(model.connect(), timing, ways, { name: 'two' });
    await timing.pass(60_000);
    expect(push.got.map(told)).toEqual(['1 FIRST', '2 CORRECTION']);
    await second.gateway.close();
  });

  test('a newer version passes over one that waits, and no correction is lost by it', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const got: Letter[] = [];
    let isAway = false;
    const way = wayOf(async (letter) => {
      if (isAway) throw new NotHanded('it is away');
      got.push(letter);
    });
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const { gateway } = await begin(model.connect(), timing, new Map([[recipient, () => way]]));
    await timing.pass(2_000);
    isAway = true;
    await publisher.renew(rowsOf(DISQUALIFIED));
    await timing.pass(300);
    await publisher.renew(rowsOf(DISQUALIFIED), { info: { wind: '+0.3' } });
    await timing.pass(1_500);
    isAway = false;
    await timing.pass(60_000);
    expect(got.map(told)).toEqual(['1 FIRST', '3 CORRECTION']);
    expect(got[1]!.dispatch.changes.map(({ key, is }) => `${key} ${is}`)).toContain('ann DQ');
    await gateway.close();
  });

  test('after so many attempts it is a dead letter, which goes out under its key when somebody asks', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const tried: string[] = [];
    let isGone = true;
    const way = wayOf(async ({ key }) => {
      tried.push(key);
      if (isGone) throw new NotHanded('it answers 503');
    });
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const { gateway } = await begin(model.connect(), timing, new Map([[recipient, () => way]]));
    await timing.pass(600_000);
    expect(tried.length).toBe(recipient.attempts);
    const { deliveries } = model.connect();
    expect(await standsOf(deliveries, 'desk')).toMatchObject([
      { number: numberBefore(EPOCH) + 1, confirmed: 0, dead: 'it answers 503' },
    ]);
    isGone = false;
    expect(await replay(deliveries, 'desk', [])).toEqual([`${FINAL_100M}/RESULT`]);
    await timing.pass(5_000);
    expect(tried.length).toBe(recipient.attempts + 1);
    expect(new Set(tried).size).toBe(1);
    expect(await standsOf(deliveries, 'desk')).toMatchObject([
      { confirmed: numberBefore(EPOCH) + 1, dead: null },
    ]);
    await timing.pass(60_000);
    expect(tried.length).toBe(recipient.attempts + 1);
    await gateway.close();
  });

  test('what cannot pass is not tried again, and a newer version is', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const tried: string[] = [];
    const way = wayOf(async (letter) => {
      tried.push(told(letter));
      if (tried.length === 1) throw new NotHanded('it answers 400', { isPassing: false });
    });
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const { gateway } = await begin(model.connect(), timing, new Map([[recipient, () => way]]));
    await timing.pass(600_000);
    expect(tried).toEqual(['1 FIRST']);
    await publisher.renew(rowsOf(RESULT), { info: { wind: '+0.3' } });
    await timing.pass(2_000);
    expect(tried).toEqual(['1 FIRST', '2 UPDATE']);
    await gateway.close();
  });

  test('a newer epoch that begins with less takes nothing back at once', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const push = new PushDesk(new Dice(1));
    push.isReliable = true;
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const { gateway } = await begin(
      model.connect(),
      timing,
      new Map([[recipient, (life) => push.way(life)]]),
    );
    await timing.pass(2_000);
    const again = new Publisher(
      model.connect(),
      { ...official(FINAL_100M), status: 'START_LIST' },
      rowsOf({ ann: '', bo: '', cy: '' }),
      'k3f900000-002-b',
    );
    await again.begin();
    await timing.pass(10_000);
    await again.renew(rowsOf({ ann: '9.91', bo: '9.95' }), { status: 'OFFICIAL' });
    await timing.pass(10_000);
    await again.renew(rowsOf(RESULT));
    await timing.pass(60_000);
    expect(push.got.map(told)).toEqual(['1 FIRST']);
    await gateway.close();
  });
});

describe('a broker that has lost everything', () => {
  test('begins numbers behind all that were told, and no key comes again', async () => {
    const timing = new VirtualTiming();
    const push = new PushDesk(new Dice(1));
    push.isReliable = true;
    const ways = new Map([[desk(), (life: Life) => push.way(life)]]);
    for (const epoch of [EPOCH, 'k3f90z000-001-a']) {
      const model = new BrokerModel();
      const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), epoch);
      await publisher.begin();
      const { gateway } = await begin(model.connect(), timing, ways);
      await timing.pass(2_000);
      await publisher.renew(rowsOf(DISQUALIFIED));
      await timing.pass(2_000);
      await gateway.close();
    }
    const numbers = push.got.map(({ dispatch }) => dispatch.number);
    expect(push.got.map(told)).toEqual(['1 FIRST', '2 CORRECTION', '1 FIRST', '2 CORRECTION']);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    expect(new Set(push.got.map(({ key }) => key)).size).toBe(4);
  });
});

describe('health', () => {
  test('says whose turn it is, what waits and for how long, and what was given up', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    let isAway = true;
    const way = wayOf(async () => {
      if (isAway) throw new NotHanded('it is away');
    });
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const ways = new Map([[desk({ attempts: 3 }), () => way]]);
    const { gateway } = await begin(model.connect(), timing, ways);
    const standby = await begin(model.connect(), timing, ways, { name: 'two' });
    await timing.pass(2_000);
    const [waiting] = gateway.health().recipients;
    expect(waiting).toMatchObject({ name: 'desk', isMine: true, delivered: 0, waiting: 1, dead: 0 });
    expect(waiting!.failures).toBeGreaterThan(0);
    expect(waiting!.oldestMs).toBeGreaterThan(1_000);
    expect(standby.gateway.health().recipients).toMatchObject([{ isMine: false, waiting: 0, oldestMs: 0 }]);
    await timing.pass(60_000);
    expect(gateway.health().recipients).toMatchObject([{ failures: 3, waiting: 0, oldestMs: 0, dead: 1 }]);
    isAway = false;
    await publisher.renew(rowsOf(DISQUALIFIED));
    await timing.pass(2_000);
    expect(gateway.health()).toMatchObject({
      isConnected: true,
      missing: [],
      recipients: [{ delivered: 1, repeats: 0, waiting: 0, dead: 0 }],
    });
    await gateway.close();
    await standby.gateway.close();
  });
});

describe('health, where something is not as it looks', () => {
  test('is not ready while a version that is stored cannot be told, and not without a broker', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const [engine, broker] = [model.connect(), model.connect()];
    const publisher = new Publisher(engine, official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const { gateway } = await begin(broker, timing, new Map([[desk(), () => wayOf(async () => {})]]));
    const codes = (): string[] => gateway.health().missing.map(({ code }) => code);
    await timing.pass(2_000);
    expect(codes()).toEqual([]);
    const { publishResult } = engine;
    engine.publishResult = async () => ({ streamSeq: 0, duplicate: false });
    await publisher.renew(rowsOf(DISQUALIFIED));
    engine.publishResult = publishResult;
    await publisher.renew(rowsOf(RESULT));
    await timing.pass(6_000);
    expect(codes()).toEqual(['CHANNELS_FROZEN']);
    broker.disconnect();
    expect(codes()).toEqual(['NO_BROKER']);
    await gateway.close();
  });

  test('says that something waits for as long as a newer epoch that takes something back is not settled', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const push = new PushDesk(new Dice(1));
    push.isReliable = true;
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const { gateway } = await begin(model.connect(), timing, new Map([[desk(), (life) => push.way(life)]]));
    await timing.pass(2_000);
    const again = new Publisher(
      model.connect(),
      { ...official(FINAL_100M), status: 'LIVE' },
      rowsOf({ ann: '9.91' }),
      'k3f900000-002-b',
    );
    await again.begin();
    await timing.pass(10_000);
    const [waiting] = gateway.health().recipients;
    expect(waiting).toMatchObject({ delivered: 1, waiting: 1 });
    expect(waiting!.oldestMs).toBeGreaterThan(5_000);
    await timing.pass(60_000);
    expect(push.got.map(told)).toEqual(['1 FIRST', '2 WITHHELD']);
    expect(gateway.health().recipients).toMatchObject([{ delivered: 2, waiting: 0, oldestMs: 0 }]);
    await gateway.close();
  });
});

describe('two gateways', () => {
  test('one delivers, and the other takes over within seconds', async () => {
    const [model, timing] = [new BrokerModel(), new VirtualTiming()];
    const by: string[] = [];
    const recipient = desk();
    const deskOf = (name: string): Way => wayOf(async (letter) => void by.push(`${name} ${told(letter)}`));
    const publisher = new Publisher(model.connect(), official(FINAL_100M), rowsOf(RESULT), EPOCH);
    await publisher.begin();
    const one = await begin(model.connect(), timing, new Map([[recipient, () => deskOf('one')]]));
    const two = await begin(model.connect(), timing, new Map([[recipient, () => deskOf('two')]]), {
      name: 'two',
    });
    await timing.pass(60_000);
    expect(by).toEqual(['one 1 FIRST']);
    one.life.isOver = true;
    await publisher.renew(rowsOf(DISQUALIFIED));
    await timing.pass(LEASE.stillMs + 2 * LEASE.everyMs);
    expect(by).toEqual(['one 1 FIRST', 'two 2 CORRECTION']);
    const three = await begin(model.connect(), timing, new Map([[recipient, () => deskOf('three')]]), {
      name: 'three',
    });
    await two.gateway.close();
    await publisher.renew(rowsOf(RESULT));
    await timing.pass(2 * LEASE.everyMs);
    expect(by.at(-1)).toBe('three 3 CORRECTION');
    await three.gateway.close();
  });
});

/** What desks got in a run that a seed decides about: gateways die at any point, a desk refuses, answers late, and takes files away. */
async function run(
  seed: number,
): Promise<{ push: PushDesk; folder: FolderDesk; newest: Document[]; repeats: number }> {
  const dice = new Dice(seed);
  const [model, timing] = [new BrokerModel(), new VirtualTiming()];
  const [push, folder] = [new PushDesk(dice), new FolderDesk()];
  const ways = new Map([
    [desk({ attempts: 1_000 }), (life: Life) => push.way(life)],
    [desk({ name: 'folder', attempts: 1_000 }), (life: Life) => folder.way(life)],
  ]);
  const publishers = [FINAL_100M, FINAL_200M].map(
    (unit) => new Publisher(model.connect(), official(unit), rowsOf(RESULT), EPOCH),
  );
  for (const publisher of publishers) await publisher.begin();
  const gateways: (Started | null)[] = [null, null];
  let started = 0;
  const start = async (slot: number, diesAt: () => boolean): Promise<void> => {
    started += 1;
    gateways[slot] = await begin(model.connect(), timing, ways, {
      life: new Life(diesAt),
      chance: () => dice.share(),
      name: `gateway ${started}`,
    });
  };
  for (let step = 0; step < 25; step += 1) {
    const slot = dice.throw(2);
    const running = gateways[slot];
    if (running == null || running.life.isOver) await start(slot, () => dice.share() < 0.02);
    else if (dice.share() < 0.15) running.life.isOver = true;
    const publisher = publishers[dice.throw(2)]!;
    const results = [RESULT, DISQUALIFIED, { ann: '9.91', cy: '10.01' }][dice.throw(3)]!;
    const status = (['OFFICIAL', 'OFFICIAL', 'LIVE', 'PROTESTED'] as const)[dice.throw(4)]! as ResultStatus;
    await publisher.renew(rowsOf(results), { status, info: { wind: `+${step}.0` } });
    if (dice.share() < 0.3) folder.takeAll();
    await timing.pass(dice.throw(6_000));
  }
  push.isReliable = true;
  for (const each of gateways) if (each !== null) each.life.isOver = true;
  await start(0, () => false);
  await timing.pass(20_000);
  await gateways[0]!.gateway.close();
  folder.takeAll();
  const repeats = push.got.length - push.once.length;
  return { push, folder, newest: publishers.map(({ current }) => current), repeats };
}

/** Of one story, in the order in which its desk got it. */
function expectHonest(letters: readonly Letter[], newest: Document): void {
  for (const [index, { dispatch }] of letters.entries()) {
    const { document, kind, number } = dispatch;
    if (!isWithdrawn(dispatch)) expect(document.header.status).toBe('OFFICIAL');
    const before = letters[index - 1]?.dispatch;
    if (before === undefined) continue;
    expect(number).toBeGreaterThan(before.number);
    if (number === before.number + 1)
      expect(`${kind === 'WITHHELD'} ${document.hash}`).not.toBe(
        `${before.kind === 'WITHHELD'} ${before.document.hash}`,
      );
    if (isWithdrawn(before) || isWithdrawn(dispatch)) continue;
    const isOther = JSON.stringify(saidIn(document, 'en')) !== JSON.stringify(saidIn(before.document, 'en'));
    if (isOther) expect(kind).toBe('CORRECTION');
  }
  const last = letters.at(-1)?.dispatch;
  if (last === undefined) {
    // Whenever a gateway came to look, it was not official.
    expect(newest.header.status).not.toBe('OFFICIAL');
    return;
  }
  if (newest.header.status === 'OFFICIAL')
    expect([last.kind === 'WITHHELD', last.document.hash]).toEqual([false, newest.hash]);
  else expect(last.kind).toBe('WITHHELD');
}

test('of 200 runs in which gateways and desks fail anywhere, nothing is lost, nothing comes twice but under its key, and nothing is replaced in silence', async () => {
  let repeats = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const got = await run(seed);
    repeats += got.repeats;
    for (const newest of got.newest) {
      const of = (letters: readonly Letter[]): Letter[] =>
        letters.filter(({ dispatch }) => dispatch.document.header.unit === newest.header.unit);
      try {
        for (const { key, bytes } of got.push.got)
          for (const other of got.push.got)
            if (other.key === key) expect(Buffer.from(other.bytes).equals(bytes)).toBe(true);
        expectHonest(of(got.push.once), newest);
        // In a folder nothing comes twice at all.
        expectHonest(of(got.folder.seen), newest);
        // Nor is anything replaced in silence for who looks now and then, and misses what came in between.
        expectHonest(of(got.folder.picked), newest);
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      }
    }
  }
  expect(repeats).toBeGreaterThan(0);
}, 300_000);
