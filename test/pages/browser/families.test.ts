/** Every view of the commentator screen for every family of sports, with recorded competitions: by keys alone, and as axe sees it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { projected } from '../../../src/cli/demo.ts';
import { violationsOf } from './axe.mjs';
import { inBrowser, pagesOnOnePipeline } from './pipeline.ts';
import { everythingTold, UNDER_WAY } from './recorded.ts';

interface Family {
  readonly name: string;
  readonly unit: string;
  /** What is seen in Now. */
  readonly now: string;
  /** Another list of Results, by its button, and what is seen in it. */
  readonly list: readonly [button: string, seen: string];
  /** What is seen in a card that is opened in Results; null where the list says everything. */
  readonly card: string | null;
  /** What is drawn in Results. */
  readonly drawn?: string;
  /** What the third needs, in Now. */
  readonly needed?: string;
}

const FAMILIES: readonly Family[] = [
  {
    name: 'a race with splits',
    unit: UNDER_WAY.rowing,
    now: '.passed li:has-text("3 NZL +1.82")',
    list: ['Heats', 'td:text-is("Heat 4")'],
    card: 'li:has-text("1500m"):has-text("+1.78")',
    drawn: '.gap-chart g[data-line="2"]:has-text("NZL")',
  },
  {
    name: 'measured trials',
    unit: UNDER_WAY.longJump,
    now: '.turns li[data-role=CURRENT] .performance li[data-standing=BEST]:has-text("m/s")',
    needed: '.need:has(.who:has-text("3. ")) dd',
    list: ['This unit', 'td.card:text-is("x")'],
    card: 'li[data-standing=FAILED]:has-text("x")',
  },
  {
    name: 'a high jump',
    unit: UNDER_WAY.highJump,
    now: '.turns li[data-role=PREVIOUS] .performance li:has-text("xxo")',
    list: ['This unit', 'td.card:text-is("xxx")'],
    card: 'li[data-standing=BEST]:has-text("2.29")',
  },
  {
    name: 'a judged contest',
    unit: UNDER_WAY.judged,
    now: '.turns li[data-role=PREVIOUS] .performance li:has-text("execution")',
    list: ['This unit', 'td:text-is("7.166")'],
    card: 'li:has-text("difficulty")',
  },
  {
    name: 'a series',
    unit: UNDER_WAY.series,
    now: '.sheet tbody tr >> nth=5',
    list: ['Standings so far: Opening Series', 'td.result >> nth=5'],
    card: null,
  },
  {
    name: 'a match of a pool',
    unit: UNDER_WAY.match,
    now: '.clock[data-state=running]',
    list: ['Pool table: Group A', 'td.result >> nth=3'],
    card: null,
  },
  {
    name: 'a contest of a bracket',
    unit: UNDER_WAY.contest,
    now: '.plays li >> nth=2',
    list: ['Brackets', '.rounds article a[href*="view=results"] >> nth=2'],
    card: null,
  },
];

inBrowser('every view of', () => {
  const pages = pagesOnOnePipeline(() => everythingTold().map(projected));

  const isClean = async (page: Page, view: string): Promise<void> => {
    // What lies half below the bar at the top is no smaller for that.
    await page.evaluate('scrollTo(0, 0)');
    expect([view, await violationsOf(page)]).toEqual([view, []]);
  };

  test.each(FAMILIES)('$name', async ({ unit, now, needed, drawn, list: [button, seen], card }) => {
    const page = await pages.page(`/commentator#view=now&discipline=${unit.slice(0, 3)}&units=${unit}`, {
      viewport: { width: 1280, height: 720 },
    });
    await page.locator(now).waitFor();
    if (needed !== undefined) {
      await page.locator(needed).waitFor();
      await page.locator('.now td:text-matches("^[0-9]+–[0-9]+$")').first().waitFor();
    }
    await isClean(page, 'now');

    await page.keyboard.press('s');
    const starters = page.locator('.start-list tbody tr');
    await starters.nth(1).waitFor();
    const name = (await starters.first().locator('.name').textContent())!;
    await isClean(page, 'start');

    await page.keyboard.press('r');
    await page.locator('.lists button[aria-current]').waitFor();
    if (drawn !== undefined) await page.locator(drawn).waitFor();
    if (card !== null) {
      const opened = page.locator('.cards details').filter({ has: page.locator('summary b:not(:empty)') });
      const one = (await opened.count()) > 0 ? opened.first() : page.locator('.cards details').nth(1);
      await one.locator('summary').focus();
      await page.keyboard.press('Enter');
      await one.locator(`.performance ${card}`).first().waitFor();
    }
    await isClean(page, 'results');
    await page.locator(`.lists button:text-is("${button}")`).focus();
    await page.keyboard.press('Enter');
    await page.locator(seen).first().waitFor();
    if (card === null) await isClean(page, button);

    await page.keyboard.press('1');
    await page.locator('#look-up:focus').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.locator(`.competitor h2:text-is("${name}")`).waitFor();
    expect(await page.locator(`.results-so-far li[data-unit="${unit}"]`).count()).toBe(1);
    await isClean(page, 'athlete');

    await page.keyboard.press('o');
    await page.locator('.schedule tbody tr[data-key] .openness').first().waitFor();
    await isClean(page, 'overview');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Now');
  });
});
