/** The public page with recorded competitions: what people stumbled over once, at three sizes, and as axe sees it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.mjs';
import { inBrowser, pagesOnOnePipeline } from './pipeline.ts';
import { factsAfter, factsTold, UNDER_WAY } from './recorded.ts';

const ALL_AROUND = 'GARW1AA---------------FNL-000100--';
const SEMI_FINAL = 'ATHM100M--------------SFNL000100--';
const BRACKETS = 'JUDM66KG--------------------------/BRACKETS';

inBrowser('the public page', () => {
  // Of the contests one number never comes.
  const pages = pagesOnOnePipeline(() => [
    ...factsTold('rio', 'barcelona', 'tokyo', 'rome', 'felixstowe'),
    ...factsTold('paris').filter(({ seq }) => seq !== 120),
  ]);

  async function shown(channel: string, width = 1280): Promise<Page> {
    const page = await pages.page(`/#${encodeURIComponent(channel)}`, { viewport: { width, height: 800 } });
    await page.locator('#proof:not(:empty)').waitFor();
    return page;
  }
  const labels = (page: Page): Promise<string[]> => page.locator('thead th').allTextContents();
  const edges = (page: Page, of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        return { left, right };
      });
  const isWithinWindow = async (page: Page): Promise<void> =>
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

  test('at 1024 pixels the all-around is whole: apparatus, score and gap', async () => {
    const page = await shown(`${ALL_AROUND}/RESULT`, 1024);
    await page.locator('tbody tr').nth(10).waitFor();
    await isWithinWindow(page);
    const frame = await edges(page, '.sheet');
    for (const column of await page.locator('tbody tr').first().locator('td').all()) {
      const { x, width } = (await column.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(frame.right + 1);
    }
  });

  test('at 390 pixels the mark covers nothing: organisation and trials stand beside it', async () => {
    const page = await shown(`${UNDER_WAY.highJump}/RESULT`, 390);
    await page.locator('tbody tr').nth(10).waitFor();
    await isWithinWindow(page);
    const mark = await edges(page, 'tbody td.result');
    expect((await edges(page, 'tbody td.organisation')).right).toBeLessThanOrEqual(mark.left);
    expect((await edges(page, 'tbody td.card')).right).toBeLessThanOrEqual(mark.left);
  });

  test('labels are words, also where one swimmer has an organisation that no committee is', async () => {
    const jump = await shown(`${UNDER_WAY.highJump}/RESULT`);
    await jump.locator('th:has-text("Failures in all")').waitFor();
    expect(await labels(jump)).toEqual(
      expect.arrayContaining(['NOC', 'Failures at best', 'Failures in all']),
    );
    const heats = await shown('SWMM100MFR------------HEAT--------/PHASE_RESULT');
    await heats.locator('th:text-is("Heat")').waitFor();
    expect(await labels(heats)).toContain('NOC');
    const told = await shown('ATH-------------------------------/COMMUNICATION');
    await told.locator('th:text-is("Time")').waitFor();
    expect(await labels(told)).not.toContain('At');
  });

  test('one jump lights one row, whoever else moves', async () => {
    const page = await shown(`${UNDER_WAY.highJump}/RESULT`);
    await page.locator('tbody tr').nth(10).waitFor();
    const jump = factsAfter('rio').findIndex((fact) => fact.unit === UNDER_WAY.highJump);
    await pages.tell(...factsAfter('rio').slice(0, jump + 1));
    await page.locator('tr.changed').first().waitFor();
    expect(await page.locator('tr.changed').count()).toBe(1);
  });

  test('a number that is missing is no alarm to the public; a commentator is told', async () => {
    const page = await shown(BRACKETS);
    await page.locator('.quiet-note').first().waitFor();
    expect(await page.locator('.warning').count()).toBe(0);
    expect(await page.locator('#view').textContent()).not.toContain('sequence');
    const screen = await pages.page(`/commentator#view=now&discipline=JUD&units=${UNDER_WAY.contest}`);
    await screen.locator('.pane-head .loud[role=alert]').waitFor();
  });

  test('a disqualification after the result was official is shown with its reason, and what it corrects', async () => {
    const page = await shown(`${SEMI_FINAL}/RESULT`);
    const first = page.locator('tbody tr').first();
    const competitor = await first.getAttribute('data-key');
    const name = (await first.locator('.name').textContent())!;
    await pages.say(SEMI_FINAL, { irm: { competitor, code: 'DQ', reason: 'TR 17.2.3' } });
    await page.locator('#correction:has-text("Corrects version")').waitFor();
    await page.locator(`.remarks li:has-text("${name}"):has-text("disqualified (TR 17.2.3)")`).waitFor();
    await page.locator('.told .loud[data-kind=DISQUALIFICATION]').first().waitFor();
    await page.locator('tr.unplaced td.result:has-text("DQ")').waitFor();
  });

  test('a list over several heats says heat and wind, and marks no row as new for that', async () => {
    const page = await shown('ATHM100M--------------SFNL--------/PHASE_RESULT');
    await page.locator('td:has-text("Semi-Final 3")').first().waitFor();
    expect(await labels(page)).toEqual(expect.arrayContaining(['Heat', 'Wind']));
    expect(await page.locator('tr.changed').count()).toBe(0);
    const wind = await page.locator('tbody tr').first().locator('td').allTextContents();
    expect(wind.some((text) => /^[+-]?\d\.\d$/.test(text))).toBe(true);
  });

  test('each document has itself as CSV and JSON, the version before, and a button that prints', async () => {
    const page = await shown(`${UNDER_WAY.longJump}/RESULT`);
    for (const [name, type] of [
      ['CSV', 'text/csv'],
      ['JSON', 'application/json'],
      ['Version before', 'application/json'],
    ] as const) {
      const href = (await page.locator(`.more a:text-is("${name}")`).getAttribute('href'))!;
      const response = await fetch(new URL(href, pages.edge.httpUrl));
      expect([name, response.status, response.headers.get('content-type')]).toEqual([
        name,
        200,
        expect.stringContaining(type),
      ]);
    }
    await page.evaluate('window.print = () => { window.isPrinted = true; }');
    await page.locator('.more button').click();
    expect(await page.evaluate('window.isPrinted')).toBe(true);
  });

  test.each([
    ['a table with heights', `${UNDER_WAY.highJump}/RESULT`, 'tbody tr'],
    ['a bracket', BRACKETS, '.rounds article'],
    ['a match with its story', `${UNDER_WAY.match}/RESULT`, '.plays'],
    ['a medal table', 'GEN-------------------------------/MEDALS', 'tbody tr'],
  ])('axe finds nothing in %s, light and dark', async (_name, channel, seen) => {
    const page = await shown(channel);
    await page.locator(seen).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
});
