/** Several desks and one output: what one of them does is what all of them see, and what a broker does not take is not on air. */
import { expect, test } from 'vitest';
import { OnAirDesk } from '../../src/desk/on-air-desk.ts';
import type { Command } from '../../src/on-air/commands.ts';
import { OnAirHeard } from '../../src/on-air/on-air-heard.ts';
import type { Output } from '../../src/on-air/output.ts';
import type { ModelConnection } from '../../src/simulation/broker/connection.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';

const take = (layer: string, by = 'Ada'): Command => ({
  do: 'take',
  layer,
  graphic: layer,
  told: {},
  accepted: null,
  by,
});
const NO_TIMER = { every: () => () => {}, elapsed: () => 0 };
const heardNow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const shown = ({ cues }: Output): string[] =>
  cues.filter(({ state }) => state === 'IN').map(({ layer }) => layer);

const network = (): BrokerModel => new BrokerModel({ now: () => Date.now() * 1_000 });

/** The broker's clock, as desks know it. */
let clock = 1_000;
const now = (): number => {
  clock += 1;
  return clock;
};

async function deskOn(model: BrokerModel) {
  const connection: ModelConnection = model.connect();
  const heard = new OnAirHeard(connection, NO_TIMER);
  await heard.start();
  return { connection, heard, desk: new OnAirDesk(connection, now) };
}

test('what is taken at one desk is heard at the other, and what both take at once is there together', async () => {
  const model = network();
  const [one, other] = [await deskOn(model), await deskOn(model)];
  const outcomes = await Promise.all([
    one.desk.act('main', take('clock')),
    other.desk.act('main', take('lower-third', 'Bob')),
    other.desk.act('stage-2', take('clock', 'Bob')),
  ]);
  await heardNow();
  for (const { heard } of [one, other]) {
    expect(shown(heard.output('main')).toSorted()).toEqual(['clock', 'lower-third']);
    expect(heard.outputs.map(({ name }) => name)).toEqual(['main', 'stage-2']);
  }
  // Whoever came second has decided on what the first one wrote.
  expect(
    outcomes
      .slice(0, 2)
      .map((each) => shown(each).length)
      .toSorted(),
  ).toEqual([1, 2]);
});

test('two desks that lead the same page on at once lead it on once', async () => {
  const model = network();
  const [one, other] = [await deskOn(model), await deskOn(model)];
  const { cues } = await one.desk.act('main', take('standings'));
  const next: Command = { do: 'next', layer: 'standings', takenAt: cues[0]!.takenAt, step: 0, by: 'Ada' };
  const outcomes = await Promise.allSettled([one.desk.act('main', next), other.desk.act('main', next)]);
  const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  expect(refused).toEqual(['STEP_PASSED']);
  await heardNow();
  expect(one.heard.output('main').cues[0]!.step).toBe(1);
});

test('what is asked while the broker is away is refused at once, and is not on air when it is back', async () => {
  const model = network();
  const { connection, desk, heard } = await deskOn(model);
  await desk.act('main', take('clock'));
  await heardNow();
  model.stop();
  await expect(desk.act('main', take('bug'))).rejects.toMatchObject({ code: 'NOT_STORED' });
  expect(heard.output('main')).toMatchObject({ isConfirmed: false });
  expect(shown(heard.output('main'))).toEqual(['clock']);
  model.start();
  connection.reconnect();
  await heardNow();
  expect(heard.output('main')).toMatchObject({ isConfirmed: true });
  expect(shown(heard.output('main'))).toEqual(['clock']);
});

test('a broker that cannot take it says so, and nothing is on air', async () => {
  const model = network();
  const { desk, heard } = await deskOn(model);
  model.isFull = true;
  await expect(desk.act('main', take('clock'))).rejects.toMatchObject({ code: 'NOT_STORED' });
  await heardNow();
  expect(heard.output('main').cues).toEqual([]);
});

test('of a broker that has lost its store nothing is known until the next command, with which an output begins anew', async () => {
  const model = network();
  const before = await deskOn(model);
  const old = await before.desk.act('main', take('clock'));
  model.loseStore();
  model.start();
  // As every program does that is told of a loss (`cli/processes/begun-anew.ts`).
  const { desk, heard } = await deskOn(model);
  expect(heard.output('main')).toMatchObject({ changedAt: 0, cues: [] });
  const anew = await desk.act('main', { do: 'clear', by: 'Ada' });
  expect(anew.changedAt).toBeGreaterThan(old.changedAt);
  await heardNow();
  expect(heard.output('main')).toMatchObject({ changedAt: anew.changedAt, cues: [] });
  expect(shown(await desk.act('main', take('bug')))).toEqual(['bug']);
});
