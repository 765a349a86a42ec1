/** The control room in Chromium, on the whole pipeline. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violationsOf } from './axe.mjs';
import { OperationsRoom } from './operations-room.ts';
import { inBrowser } from './pipeline.ts';

/** Silence is missed after some seconds, and a desk has listened for ten before it says anything. */
const PATIENCE = { timeout: 40_000 };
const LOST = '#incident-table tr[data-key="PART_LOST/engine"]';
const HELD = '#held-table tbody tr';

inBrowser('the control room', () => {
  const room = new OperationsRoom();
  beforeAll(() => room.open());
  afterAll(() => room.close());
  afterEach(async () => {
    await room.endTest();
    expect(room.complaints).toEqual([]);
  });

  const isLive = (page: Page) => page.locator('#feed[data-feed=LIVE]').waitFor(PATIENCE);
  const glanceOf = (page: Page): Promise<string | null> =>
    page.locator('#glance').getAttribute('data-glance');

  test('an engine that is killed is an incident; acknowledged at one desk it is at the other, and by an edge it is only shown', async () => {
    const [first] = await room.begin(2);
    const [one, other] = [await room.page(await room.desk()), await room.page(await room.desk())];
    const edge = await room.page(room.edge);
    for (const page of [one, other, edge]) await isLive(page);
    await expect.poll(() => one.locator('#engine-table tbody tr').count(), PATIENCE).toBe(2);
    expect(await glanceOf(one)).toBe('QUIET');
    // Until both engines belong to the pipeline.
    await one.locator('dt:text-is("Engines") + dd:text-is("2 of 2")').waitFor(PATIENCE);
    first!.kill();
    for (const page of [one, other, edge]) await page.locator(`${LOST}[data-state=new]`).waitFor(PATIENCE);
    expect(await one.locator(LOST).textContent()).toContain('Engine: 1 of 2 heard, redundancy is lost');
    expect(await one.locator(LOST).textContent()).toContain('Start it again');
    expect(await one.locator('#engine-table tr[data-state=gone]').count()).toBe(1);
    for (const page of [one, other, edge]) await expect.poll(() => glanceOf(page), PATIENCE).toBe('ACT');
    expect(await edge.locator('.room button').count()).toBe(0);
    expect(await edge.locator('.may').textContent()).toContain('Read-only');
    // By keys alone; without a name nothing is done, and the way to say it is shown.
    await one.locator(`${LOST} button.strong`).focus();
    await one.keyboard.press('Enter');
    await one.locator('#refusal:not(:empty)').waitFor();
    expect(await one.evaluate('document.activeElement.id')).toBe('operator');
    await one.keyboard.type('Ada');
    await one.locator(`${LOST} button.strong`).focus();
    await one.keyboard.press('Enter');
    for (const page of [one, other, edge]) {
      await page.locator(`${LOST}[data-state=acknowledged]`).waitFor(PATIENCE);
      expect(await page.locator(LOST).textContent()).toContain('by Ada');
      await expect.poll(() => glanceOf(page), PATIENCE).toBe('IN_HAND');
    }
    expect(await one.title()).toContain('◆');
  }, 120_000);

  test('a fact that is held is released from the page by keys, after it was asked once more, and the result changes', async () => {
    await room.begin();
    await room.race();
    const page = await room.page(await room.desk());
    await isLive(page);
    const result = await room.page(room.edge, {
      address: `/#${encodeURIComponent('ATHM100M--------------FNL-000100--/RESULT')}`,
    });
    const carlsen = result.locator('tr[data-key=Carlsen] td.result');
    await carlsen.waitFor(PATIENCE);
    expect(await carlsen.textContent()).toBe('');
    await page.locator('#operator').fill('Ada');
    await page.locator(HELD).waitFor(PATIENCE);
    expect(await page.locator(HELD).textContent()).toContain('IMPOSSIBLE_TIME');
    await page.locator(`${HELD} button`).focus();
    await page.keyboard.press('Enter');
    await page.locator(`${HELD} button.strong`).waitFor();
    expect(room.network.facts.stored.length).toBe(4);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator(`${HELD} button:focus:not(.strong)`).waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`${HELD} button.strong:focus`).waitFor();
    await page.keyboard.press('Enter');
    await page.locator(HELD).waitFor({ state: 'detached', ...PATIENCE });
    // The row is gone, and the keys are not at the top of the page.
    expect(await page.evaluate('document.activeElement.id')).toBe('held');
    await expect.poll(() => carlsen.textContent(), PATIENCE).toBe('4.21');
    await page.locator('#log-table tr:has-text("released"):has-text("Ada")').waitFor(PATIENCE);
    await expect.poll(() => glanceOf(page), PATIENCE).toBe('QUIET');
  }, 120_000);

  test('that hears no desk, or no desk any more, or has lost its server, never looks live', async () => {
    await room.begin();
    const page = await room.page(room.edge);
    await page.locator('#feed[data-feed=NO_DESK]').waitFor(PATIENCE);
    expect(await page.locator('#feed').textContent()).toContain('nobody watches');
    expect([await glanceOf(page), await page.title()]).toEqual(['NOT_KNOWN', '? Control room']);
    const desk = await room.desk();
    await isLive(page);
    expect(await glanceOf(page)).toBe('QUIET');
    const own = await room.page(desk);
    await isLive(own);
    await desk.close();
    await page.locator('#feed[data-feed=STALE]').waitFor(PATIENCE);
    await own.locator('#feed[data-feed=NO_SERVER]').waitFor(PATIENCE);
    for (const each of [page, own]) {
      expect(await glanceOf(each)).toBe('NOT_KNOWN');
      expect(await each.locator('#feed').textContent()).toMatch(/as of .+ ago/);
      expect(await each.locator('.room').getAttribute('data-live')).toBe('false');
    }
  }, 120_000);

  test('axe finds nothing, quiet, with incidents, and asked once more, light and dark', async () => {
    await room.begin();
    const page = await room.page(await room.desk());
    await isLive(page);
    expect(await violationsOf(page)).toEqual([]);
    await room.race();
    await room.say({ passing: { competitor: 'Berg', point: 'FIN', time: 11 } });
    await page.locator(HELD).waitFor(PATIENCE);
    await page.locator('#incident-table tr').nth(2).waitFor(PATIENCE);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator(`${HELD} button`).click();
    await page.locator('#incident-table button:has-text("Shelve")').first().click();
    expect(await violationsOf(page)).toEqual([]);
  }, 120_000);

  test('no column is cut and nothing scrolls sideways at 390, 1024 and 1280 pixels, in English and in French', async () => {
    await room.begin(2);
    await room.race();
    const desk = await room.desk();
    for (const language of ['en', 'fr']) {
      const page = await room.page(desk, { address: `/operations?lang=${language}` });
      await isLive(page);
      if (language === 'en') await room.say({ passing: { competitor: 'Berg', point: 'FIN', time: 11 } });
      await page.locator(HELD).waitFor(PATIENCE);
      await page.locator('#edge-table tbody tr').waitFor(PATIENCE);
      await page.locator('#incident-table tr').nth(2).waitFor(PATIENCE);
      for (const width of [390, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const cut = await page.evaluate(
          `[document.documentElement, ...document.querySelectorAll('.sheet')]
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .map((each) => each.getAttribute('aria-label') ?? 'the page')`,
        );
        expect([language, width, cut]).toEqual([language, width, []]);
      }
    }
  }, 120_000);
});
