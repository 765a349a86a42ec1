import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { listRows } from '../../../src/model/document.ts';
import type { Row } from '../../../src/model/row.ts';
import {
  FINAL_100M,
  FINAL_200M,
  FREE_50M,
  header,
  row,
  sprinters,
} from '../../fanout/published-documents.ts';
import { engineKeepsUp, type RunningEdge, runningEdge } from '../../fanout/running-edge.ts';
import { connectedBrowser, inBrowser } from './pipeline.ts';

const SCHEDULE = { names: { discipline: 'Athletics' }, columns: [] };

const SCHEDULED: readonly Row[] = [
  {
    key: FINAL_100M,
    scheduled: { name: "Men's 100m, Final", start: '2024-06-09T20:00:00.000Z' },
    state: { status: 'RUNNING', resultStatus: 'LIVE' },
  },
];
const FINAL_400M = 'ATHW400M--------------FNL-000100--';
const OFFICIAL_200M = {
  status: 'OFFICIAL' as const,
  names: { discipline: 'Athletics', event: "Men's 200m", unit: 'Final' },
};

inBrowser('the live page in Chromium', () => {
  let browser: Browser;
  let running: RunningEdge;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await connectedBrowser();
    running = await runningEdge({ modulesFolder: inject('pageModules'), keepaliveMs: 200 });
    await running.publish({ ...header(FREE_50M), names: { discipline: 'Swimming', event: '50m Freestyle' } });
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });
  beforeEach(async () => {
    complaints.length = 0;
    await page?.close();
    page = await browser.newPage();
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(running.edge.httpUrl);
    await page.locator('tbody tr').first().waitFor();
  });

  test('shows a live result at once, with its columns, status and proof', async () => {
    expect(await page.locator('#title').textContent()).toBe("Men's 100m, Final");
    expect(await page.locator('thead th').allTextContents()).toEqual(['Rank', 'Name', 'Result']);
    expect(await page.locator('tbody tr').count()).toBe(8);
    expect(await page.locator('#status').textContent()).toBe('live');
    await page.locator('#connection:has-text("connected")').waitFor();
    expect(await page.locator('#proof').textContent()).toContain(running.publisher.current.hash);
    expect(complaints).toEqual([]);
  });

  test('a new version changes the table, and marks only the row that changed', async () => {
    const document = await running.publisher.touch();
    await page.locator(`#proof:has-text("${document.hash}")`).waitFor();
    const changed = page.locator('tr.changed');
    expect(await changed.count()).toBe(1);
    const competitor = await changed.getAttribute('data-key');
    const result = listRows(document).find(({ key }) => key === competitor)?.mark.result;
    expect(await changed.locator('td').last().textContent()).toBe(result);
  });

  test('who goes up with a new mark is shown with the rank before, those who only moved are not, and it passes', async () => {
    const rows = sprinters();
    const last = rows.at(-1)!;
    await running.publisher.renew(rows.map((each) => row(each.key, '10.50', 1)));
    const before = await page.locator('tbody tr').count();
    const first = row(last.key, '9.40', 1);
    const document = await running.publisher.renew([
      first,
      ...rows.slice(0, -1).map((each) => row(each.key, '10.50', 1)),
    ]);
    await page.locator(`#proof:has-text("${document.hash}")`).waitFor();
    await page.locator(`tr[data-key="${last.key}"].changed .old-rank`).waitFor();
    expect(await page.locator(`tr[data-key="${last.key}"] .old-rank`).textContent()).toMatch(/▲ was 8/);
    expect(await page.locator('tr:not(.changed) .old-rank').count()).toBe(0);
    await page.locator('tr.changed').first().waitFor({ state: 'detached' });
    expect(await page.locator('.old-rank').count()).toBe(0);
    expect(await page.locator('tbody tr').count()).toBe(before);
  });

  test('an address that nobody has made shows what is first', async () => {
    await page.goto(`${running.edge.httpUrl}/?lang=en#%E0%A4%A`);
    await page.locator('#title:has-text("100m")').waitFor();
    expect(complaints).toEqual([]);
  });

  test('another document is chosen from the list, which can be searched', async () => {
    await page.locator('#filter').fill('freestyle');
    expect(await page.locator('#channels a').count()).toBe(1);
    await page.locator('#channels a').click();
    await page.locator('#title:has-text("50m Freestyle")').waitFor();
    expect(await page.locator('a[aria-current=page]').getAttribute('href')).toContain(FREE_50M);
    expect(complaints).toEqual([]);
  });

  test('what moves now is first in the list, then each sport with its schedule last', async () => {
    await running.publish({ ...header(`ATH${'-'.repeat(31)}`, 'SCHEDULE'), ...SCHEDULE }, SCHEDULED);
    await running.publish({ ...header(FINAL_200M), ...OFFICIAL_200M });
    await page.reload();
    await page.locator('#channels a').nth(3).waitFor();
    expect(await page.locator('#channels h3').allTextContents()).toEqual(['Live now', 'Athletics']);
    expect(await page.locator('#channels a > span:first-child').allTextContents()).toEqual([
      "Men's 100m, Final",
      '50m Freestyle',
      "Men's 200m, Final",
      'Schedule',
    ]);
    await page.locator('#channels a').last().click();
    await page.locator('#title:has-text("Athletics: schedule")').waitFor();
    expect(await page.locator('tbody td').allTextContents()).toEqual([
      '9 Jun 2024, 20:00 UTC',
      "Men's 100m, Final",
      'Running',
      'Live',
    ]);
    expect(await page.locator('#status').isVisible()).toBe(false);
  });

  test('at 390 pixels nothing is wider than the screen: a long card scrolls in its own frame', async () => {
    await page.setViewportSize({ width: 390, height: 850 });
    const columns = Array.from({ length: 12 }, (_none, index) => ({
      label: `1.${70 + index * 2}`,
      source: `details.countback.heights[height=1.${70 + index * 2}].trials`,
      align: 'center' as const,
      width: 5,
    }));
    const [rank, name, result] = header(FINAL_100M).columns;
    const document = await running.publisher.renew(sprinters(), {
      columns: [rank!, name!, ...columns, result!],
    });
    await page.locator(`#proof:has-text("${document.hash}")`).waitFor();
    const width = (of: string): Promise<number> => page.evaluate(of);
    const frame = "document.querySelector('.sheet')";
    expect(await width('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await width(`${frame}.scrollWidth`)).toBeGreaterThan(await width(`${frame}.clientWidth`));
    expect(await page.locator('td.result').first().isVisible()).toBe(true);
  });

  test('who has no place stands apart', async () => {
    const [first, ...others] = sprinters();
    const mark = { ...first!.mark, result: null, irm: 'DQ' as const };
    const last = { ...first!, mark, place: { ...first!.place, ranked: false } };
    const document = await running.publisher.renew([...others, last]);
    await page.locator(`#proof:has-text("${document.hash}")`).waitFor();
    expect(await page.locator('tr.unplaced').count()).toBe(1);
    expect(await page.locator('tr.unplaced td.result').textContent()).toBe('DQ');
  });

  test('markup in a name is shown as text', async () => {
    const name = '<img src=x onerror="document.title=1">';
    const rows = [row('666', '9.58', 1, name), ...sprinters(3)];
    const document = await running.publisher.renew(rows);
    await page.locator(`#proof:has-text("${document.hash}")`).waitFor();
    expect(await page.locator('tbody td').nth(1).textContent()).toContain(name);
    expect(await page.locator('tbody img').count()).toBe(0);
    expect(await page.title()).toBe('Splitsecond: live standings');
  });

  test('a lost connection is shown, and the page comes back by itself', async () => {
    for (const screen of running.edge.hub.screens)
      screen.close({ code: 4001, text: 'overload; reconnect within 300-400 ms' });
    await page.locator('#connection[data-state=LOST]').waitFor();
    const document = await running.publisher.touch();
    await page.locator(`#proof:has-text("${document.hash}")`).waitFor();
    await page.locator('#connection:has-text("connected")').waitFor();
  });

  test('?lang=fr: the page, names, labels, states and cells are French, and the links keep the document', async () => {
    await running.publish(
      { ...header(`SWM${'-'.repeat(31)}`, 'SCHEDULE'), ...SCHEDULE, names: { discipline: 'Swimming' } },
      [
        {
          key: FINAL_100M,
          scheduled: { name: "Men's 100m, Final", names: { fr: '100 m hommes, Finale' } },
          state: { status: 'GETTING_READY', resultStatus: 'START_LIST' },
        },
      ],
    );
    const codes = { event: '400M', phase: 'FNL' };
    await running.publish({
      ...header(FINAL_400M),
      names: { discipline: 'Athletics', event: "Women's 400m", phase: 'Final', codes },
      reliability: { ok: false, reasons: ['HELD'] },
    });
    await page.goto(`${running.edge.httpUrl}/?lang=fr#${encodeURIComponent(`${FINAL_400M}/RESULT`)}`);
    await page.locator('#title:has-text("400 m femmes, Finale")').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.title()).toBe('Splitsecond : classements en direct');
    await page.locator('#connection:has-text("connecté")').waitFor();
    expect(await page.locator('#filter').getAttribute('placeholder')).toBe('épreuve, unité, type');
    expect(await page.locator('#status').textContent()).toBe('en direct');
    expect(await page.locator('#warning').textContent()).toBe(
      "une donnée est retenue jusqu'à son autorisation",
    );
    await page.locator('#channels a[href*="SWM-"]').click();
    await page.locator('#title:has-text("Natation: programme")').waitFor();
    const cells = page.locator('tbody tr').first().locator('td');
    expect(await cells.allTextContents()).toEqual([
      '100 m hommes, Finale',
      'En préparation',
      'Liste de départ',
    ]);
    await page.locator('.languages a[lang=en]').click();
    await page.locator('#title:has-text("Swimming: schedule")').waitFor();
    expect(complaints).toEqual([]);
  });

  test('is called live while an engine says that it keeps up', async () => {
    const connection = page.locator('#connection');
    await page.locator('#connection[data-state=UNKNOWN]').waitFor();
    expect(await connection.textContent()).toBe('connected');
    const end = engineKeepsUp(running);
    await page.locator('#connection[data-state=LIVE]').waitFor().finally(end);
    expect(await connection.textContent()).toBe('live');
  });
});
