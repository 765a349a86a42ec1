/** The graphics desk in Chromium, on one pipeline: two desks, an edge, and an output. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { startEdge } from '../../../src/edge.ts';
import { bytesOf } from '../../../src/incidents/said.ts';
import { outputIn } from '../../../src/on-air/stored-output.ts';
import { BrokerModel } from '../../../src/simulation/broker/model.ts';
import { violationsOf } from './axe.mjs';
import { OperationsRoom } from './operations-room.ts';
import { inBrowser } from './pipeline.ts';

const PATIENCE = { timeout: 40_000 };

const entry = (given: string, family: string, startOrder: number) => ({
  competitor: { code: `A${startOrder}`, kind: 'ATHLETE', organisation: 'NOR', name: { given, family } },
  startOrder,
});
const START_LIST = { startList: { entries: [entry('Ada', 'Berg', 1), entry('Bea', 'Carlsen', 2)] } };

inBrowser('the graphics desk', () => {
  const room = new OperationsRoom();
  let one: Page;
  let other: Page;
  let edge: Page;
  let output: Page;

  beforeAll(async () => {
    await room.open();
    await room.begin();
    await room.say({ setup: { rule: 'ATH.100M@2024', name: "Men's 100m, Final" } });
    await room.say(START_LIST);
    await room.say({ passing: { competitor: 'A1', point: 'FIN', time: '10.98' } });
    await room.say({ passing: { competitor: 'A2', point: 'FIN', time: '11.21' } });
    const address = '/graphics/desk';
    one = await room.page(await room.desk(), { address });
    other = await room.page(await room.desk(), { address });
    edge = await room.page(room.edge, { address });
    output = await room.page(room.edge, { address: '/graphics/output?name=main' });
    for (const page of [one, other, edge]) await page.locator('#feed[data-feed=LIVE]').waitFor(PATIENCE);
    await other.locator('#operator').fill('Bob');
  }, 120_000);

  afterAll(async () => {
    await room.endTest();
    await room.close();
  });
  afterEach(() => expect(room.complaints.splice(0)).toEqual([]));

  const programme = (page: Page, graphic = 'lower-third') =>
    page.locator(`#programme splitsecond-${graphic}[data-state=IN]`);
  const shown = () => output.locator('body > splitsecond-lower-third[data-state=IN]');
  const isOn = async (name: string): Promise<void> => {
    for (const graphic of [programme(one), programme(other), programme(edge), shown()])
      await graphic.getByText(name).first().waitFor(PATIENCE);
  };
  const isOut = async (): Promise<void> => {
    for (const page of [one, other, edge])
      await page.locator('#programme [data-state]').waitFor({ state: 'detached', ...PATIENCE });
    await output.locator('[data-state]').waitFor({ state: 'detached', ...PATIENCE });
  };
  const prepare = async (page: Page, graphic = 'lower-third'): Promise<void> => {
    await page.locator('#find').fill('/RESULT');
    await page.locator('#subjects button:has-text("100m")').first().click(PATIENCE);
    await page.locator(`[data-graphic=${graphic}]`).click();
  };

  test('what is prepared is not on air; taken it is, at every desk and edge and on the output, with the name of who took it', async () => {
    await prepare(one);
    await one.locator('#competitor').selectOption('A2');
    const preview = one.locator('#preview splitsecond-lower-third[data-state=IN]');
    await preview.getByText('Carlsen').first().waitFor(PATIENCE);
    expect(await one.locator('#programme [data-state]').count()).toBe(0);
    await one.locator('#take').click();
    await one.locator('#refusal:not(:empty)').waitFor();
    expect(await one.evaluate('document.activeElement.id')).toBe('operator');
    await one.keyboard.type('Ada');
    await one.locator('#take').click();
    await isOn('Carlsen');
    expect(await other.locator('#cues li').textContent()).toContain('by Ada');
    await expect.poll(() => one.locator('#shown-by').textContent(), PATIENCE).toBe('1 page shows it');
    // Another competitor in its place, as the same cue.
    await one.locator('#competitor').selectOption('A1');
    await one.locator('#change:enabled').click();
    await isOn('Berg');
    await other.locator('#cues li button:has-text("Out")').click();
    await isOut();
  }, 120_000);

  test('pages are turned one by one, up to the last one; what is on air is prepared again to be changed', async () => {
    await prepare(one, 'standings');
    await one.locator('#option-rows').fill('1');
    await one.locator('#option-rows').press('Enter');
    await one.locator('#take').click();
    for (const page of [one, other])
      await programme(page, 'standings').getByText('Berg').first().waitFor(PATIENCE);
    await one.locator('#next:enabled').click();
    for (const page of [one, other])
      await programme(page, 'standings').getByText('Carlsen').first().waitFor(PATIENCE);
    expect(await other.locator('#cues li').textContent()).toContain('page 2 of 2');
    await expect.poll(() => one.locator('#next').isDisabled()).toBe(true);
    await other.locator('#cues li button:has-text("Edit")').click();
    expect(await other.locator('#option-rows').inputValue()).toBe('1');
    await other.locator('#out:enabled').click();
    await isOut();
    await one.locator('#option-rows').fill('');
    await one.locator('#option-rows').press('Enter');
  }, 120_000);

  test('an edge only shows', async () => {
    expect(await edge.locator('#read-only').textContent()).toContain('Look only');
    expect(await edge.locator('.acts button').count()).toBe(0);
    expect(await edge.locator('#operator').count()).toBe(0);
  });

  test('keys alone find, choose, take and take out; a key that is typed into a field does nothing', async () => {
    await other.locator('h1').click();
    await other.keyboard.press('/');
    await other.keyboard.type('/RESULT to');
    expect(await other.locator('#cues li').count()).toBe(0);
    for (let times = 0; times < 3; times += 1) await other.keyboard.press('Backspace');
    await other.keyboard.press('Tab');
    await other.keyboard.press('Enter');
    await other.keyboard.press('1');
    await other.keyboard.press('t');
    await other.locator('#cues li').waitFor(PATIENCE);
    await other.keyboard.press('o');
    await isOut();
    await other.keyboard.press('?');
    await other.locator('#help').waitFor();
    await other.keyboard.press('Escape');
    await other.locator('#help').waitFor({ state: 'detached' });
  }, 120_000);

  test('a correction waits where the operator has set so, is loud at every desk, and is shown once it is accepted; also on pages that came later', async () => {
    await room.say({ status: { result: 'OFFICIAL' } });
    await prepare(one);
    await one.locator('#competitor').selectOption('A2');
    await one.locator('#option-corrections').selectOption('wait');
    await one.locator('#preview').getByText('Carlsen').first().waitFor(PATIENCE);
    await one.locator('#take').click();
    await isOn('Carlsen');
    await room.say({ irm: { competitor: 'A2', code: 'DSQ' } });
    for (const page of [one, other]) await page.locator('#waiting .waiting').waitFor(PATIENCE);
    expect(await other.title()).toContain('▲');
    await output.reload();
    await other.reload();
    await other.locator('#waiting .waiting').waitFor(PATIENCE);
    await isOn('Carlsen');
    await one.locator('#preview').getByText('Disqualified').first().waitFor(PATIENCE);
    for (const page of [one, other, output])
      expect(
        await page.locator('#programme, body > splitsecond-lower-third').getByText('Disqualified').count(),
      ).toBe(0);
    expect(await violationsOf(other)).toEqual([]);
    await other.locator('#waiting button').click();
    await isOn('Disqualified');
    await one.locator('#waiting .waiting').waitFor({ state: 'detached', ...PATIENCE });
    await one.locator('h1').click();
    await one.keyboard.press('x');
    await one.keyboard.press('Enter');
    await isOut();
  }, 120_000);

  test('a page that comes late shows of whatever is live what the others show: the unit, the page, and no correction that waits', async () => {
    const heats = ['SFNL000100--', 'SFNL000200--'].map((unit) => `ATHM100M--------------${unit}`);
    const [first, second] = heats as [string, string];
    const race = async (unit: string, names: readonly string[]): Promise<void> => {
      await room.say({ setup: { rule: 'ATH.100M@2024', name: "Men's 100m, Semifinal" } }, unit);
      const entries = names.map((family, index) => entry('Cleo', family, index + 1));
      await room.say({ startList: { entries } }, unit);
      await room.say({ status: { result: 'LIVE' } }, unit);
      await room.say({ passing: { competitor: 'A1', point: 'FIN', time: '10.98' } }, unit);
    };
    await room.say({ status: { result: 'OFFICIAL' } });
    await race(first, ['Dahl', 'Engen']);
    await race(second, ['Foss', 'Gran']);
    const lateShows = async (graphic: string, name: string): Promise<void> => {
      const late = await room.page(room.edge, { address: '/graphics/output?name=main' });
      const on = late.locator(`body > splitsecond-${graphic}[data-state=IN]`);
      await on.getByText(name).first().waitFor(PATIENCE);
      await late.close();
    };
    const takeLive = async (graphic: string): Promise<void> => {
      await one.locator('#subjects button:has-text("Whatever is live")').click(PATIENCE);
      await one.locator(`[data-graphic=${graphic}]`).click();
      await one.locator('#preview').getByText('Foss').first().waitFor(PATIENCE);
      await one.locator('#take').click();
    };
    // Of two that are live the one that moved last before it was taken, whatever moved since.
    await one.locator('#option-corrections').selectOption('');
    await one.locator('#option-rows').fill('1');
    await one.locator('#option-rows').press('Enter');
    await takeLive('standings');
    const onOutput = (graphic: string) => output.locator(`body > splitsecond-${graphic}[data-state=IN]`);
    await onOutput('standings').getByText('Foss').first().waitFor(PATIENCE);
    await room.say({ passing: { competitor: 'A2', point: 'FIN', time: '11.20' } }, second);
    await room.say({ passing: { competitor: 'A2', point: 'FIN', time: '11.21' } }, first);
    await one.locator('#next:enabled').click(PATIENCE);
    await onOutput('standings').getByText('Gran').first().waitFor(PATIENCE);
    await lateShows('standings', 'Gran');
    await one.locator('#out:enabled').click();
    await room.say({ status: { result: 'OFFICIAL' } }, first);
    // What waits of it waits on a page that comes late as well.
    await one.locator('#option-corrections').selectOption('wait');
    await takeLive('lower-third');
    await onOutput('lower-third').getByText('Foss').first().waitFor(PATIENCE);
    await room.say({ status: { result: 'OFFICIAL' } }, second);
    await room.say({ irm: { competitor: 'A1', code: 'DSQ' } }, second);
    await one.locator('#waiting .waiting').waitFor(PATIENCE);
    await lateShows('lower-third', 'Foss');
    await one.locator('#waiting button').click();
    await onOutput('lower-third').getByText('Gran').first().waitFor(PATIENCE);
    await lateShows('lower-third', 'Gran');
    await one.locator('#out:enabled').click();
    await isOut();
  }, 240_000);

  test('a broker that is away confirms nothing: nothing can be taken, and the output keeps what it shows', async () => {
    await prepare(one);
    await one.locator('#take').click();
    await shown().waitFor(PATIENCE);
    room.network.stop();
    await one.locator('#feed[data-feed=NO_BROKER]').waitFor(PATIENCE);
    expect(await one.locator('#programme h2').textContent()).toContain('NOT CONFIRMED');
    expect(await one.locator('#take').isDisabled()).toBe(true);
    expect(await shown().count()).toBe(1);
    room.network.start();
    for (const connection of room.network.connections) connection.reconnect();
    await one.locator('#feed[data-feed=LIVE]').waitFor(PATIENCE);
    await one.locator('#out:enabled').click();
    await isOut();
  }, 120_000);

  test('axe finds nothing, with a graphic prepared, the keys and a question open, light and dark', async () => {
    await one.locator('h1').click();
    await one.keyboard.press('?');
    await one.keyboard.press('x');
    await one.locator('#clear-all').waitFor();
    expect(await violationsOf(one)).toEqual([]);
    expect(await violationsOf(edge)).toEqual([]);
  }, 120_000);

  test('nothing scrolls sideways at 390, 1024 and 1280 pixels, and what is touched is 48 pixels high, in French as well', async () => {
    await one.goto(`${one.url()}?lang=fr`);
    await one.locator('#feed[data-feed=LIVE]').waitFor(PATIENCE);
    await prepare(one);
    for (const width of [390, 1024, 1280]) {
      await one.setViewportSize({ width, height: 800 });
      const found = await one.evaluate(`[
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        [...document.querySelectorAll('button, select, input')]
          .filter((each) => each.getBoundingClientRect().height < 47.9).map((each) => each.outerHTML),
      ]`);
      expect([width, found]).toEqual([width, [0, []]]);
    }
  }, 120_000);

  test('an output comes back by itself to an edge that was away, and keeps what it shows until it is told something newer', async () => {
    await prepare(other);
    await other.locator('#take').click();
    await shown().waitFor(PATIENCE);
    await output.evaluate(`document.querySelector('splitsecond-lower-third').dataset.first = 'yes'`);
    const now = (await room.network.connect().onAir.read('main'))!.data;
    const { changedAt, cues } = outputIn(now)!;
    const { port } = room.edge;
    await room.edge.close();
    // Its broker has lost all it had.
    const network = new BrokerModel();
    room.edge = await startEdge({ broker: network.connect(), port, modulesFolder: inject('pageModules') });
    const { onAir } = network.connect();
    const older = await onAir.write('main', bytesOf({ changedAt: changedAt - 1, cues: [] }), 0);
    await expect
      .poll(async () => (await output.request.get(`${room.edge.httpUrl}/v1/on-air/main`)).text())
      .toContain(`${changedAt - 1}`);
    const clock = { ...cues.at(-1)!, layer: 'clock', graphic: 'clock' };
    await onAir.write('main', bytesOf({ changedAt: changedAt + 1, cues: [...cues, clock] }), older);
    await output.locator('splitsecond-clock').waitFor({ state: 'attached', ...PATIENCE });
    expect(await output.locator('splitsecond-lower-third').getAttribute('data-first')).toBe('yes');
  }, 120_000);
});
