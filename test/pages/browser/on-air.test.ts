/** The commentator screen on air: by touch, later than the venue, beside another edge, with notes as files, and with its clock running. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { inBrowser, pagesOnOnePipeline } from './pipeline.ts';
import { factsAfter, factsTold, UNDER_WAY } from './recorded.ts';

const VIEWPORT = { width: 1280, height: 720 };

inBrowser('on air', () => {
  const pages = pagesOnOnePipeline(() => factsTold('rio', 'barcelona'), { keepaliveMs: 200 });

  const nowOf = (unit: string): string =>
    `/commentator#view=now&discipline=${unit.slice(0, 3)}&units=${unit}`;
  const rows = (page: Page) => page.locator('.now tbody');
  const hash = async (page: Page): Promise<string> =>
    (await page.locator('#proof').textContent())!.split(' · ')[1]!;

  test('every view is a touch away, a name leads to its bearer, and the way back is always there', async () => {
    const page = await pages.page(nowOf(UNDER_WAY.longJump), { viewport: VIEWPORT, hasTouch: true });
    await page.locator('.turns li[data-role=CURRENT] button').tap();
    await page.locator('.competitor .performance li').first().waitFor();
    for (const view of ['Start list', 'Results', 'Athlete or team', 'Overview']) {
      await page.locator(`.views button:has-text("${view}")`).tap();
      await page.locator(`.views button[aria-current]:has-text("${view}")`).waitFor();
    }
    await page.locator('.back-to-now').tap();
    await page.locator('.hold').tap();
    await page.locator('.held-note').waitFor();
    await page.locator('.back-to-now').tap();
    await page.locator('.held-note').waitFor({ state: 'detached' });
  });

  test('held back, it shows everything later than a screen that is not, and says so', async () => {
    const [prompt, later] = [
      await pages.page(nowOf(UNDER_WAY.longJump)),
      await pages.page(nowOf(UNDER_WAY.longJump)),
    ];
    await rows(prompt).locator('tr').nth(5).waitFor();
    await later.locator('#delay').fill('4');
    await later.locator('#delay').press('Tab');
    await later.locator('#delayed:has-text("4 s later")').waitFor();
    expect(await later.evaluate('location.hash')).toContain('delay=4');
    await expect.poll(() => rows(later).textContent()).toBe(await rows(prompt).textContent());
    const before = await rows(prompt).textContent();
    await pages.say(UNDER_WAY.longJump, {
      attempt: { competitor: '111920', attempt: 6, outcome: 'VALID', mark: '8.99', wind: '0.0' },
    });
    await prompt.locator('.now td.result:text-is("8.99")').waitFor();
    expect(await rows(later).textContent()).toBe(before);
    await later.locator('.now td.result:text-is("8.99")').waitFor();
    expect(await hash(later)).toBe(await hash(prompt));
  });

  test('two screens on two edges hold the same, version after version', async () => {
    const other = await pages.anotherEdge({ keepaliveMs: 200 });
    const screens = [
      await pages.page(nowOf(UNDER_WAY.highJump)),
      await pages.page(nowOf(UNDER_WAY.highJump), {}, other),
    ];
    for (const screen of screens) await rows(screen).locator('tr').nth(5).waitFor();
    for (const fact of factsAfter('rio').slice(0, 20)) await pages.tell(fact);
    const newest = pages.edge.shelf.current(`${UNDER_WAY.highJump}/RESULT`)!.hash;
    for (const screen of screens) await expect.poll(() => hash(screen)).toBe(newest);
    expect(await rows(screens[0]!).textContent()).toBe(await rows(screens[1]!).textContent());
  });

  test('notes go to another device as a file, beside those that are there; another file is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'splitsecond-notes-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const own = await pages.page('/commentator#view=athlete&discipline=ATH&competitor=92206');
    await own.locator('.competitor textarea').fill('hamstring in June');
    const download = own.waitForEvent('download');
    await own.locator('.notes-file button').click();
    const file = join(folder, 'notes.json');
    await (await download).saveAs(file);
    expect(await readFile(file, 'utf8')).toContain('hamstring in June');
    const another = await pages.page('/commentator#view=athlete&discipline=ATH&competitor=92206');
    await another.locator('.competitor textarea').fill('won in 2015');
    await another.locator('#notes-file').setInputFiles(file);
    await expect
      .poll(() => another.locator('.competitor textarea').inputValue())
      .toBe('won in 2015\nhamstring in June');
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, '{"format":"other"}');
    await another.locator('#notes-file').setInputFiles(wrong);
    await another.locator('.notes-file [role=alert]').waitFor();
    expect(await another.locator('.competitor textarea').inputValue()).toContain('hamstring');
  });

  test('the clock of a race runs on between two words of the venue; who passes freezes with rank and gap', async () => {
    const unit = UNDER_WAY.swimming;
    const page = await pages.page(nowOf(unit), { viewport: VIEWPORT });
    await page.locator('#feed[data-state=LIVE]').waitFor();
    await pages.say(unit, { clock: { period: 'RACE', time: '0', running: true } });
    const clock = page.locator('.in-action .clock time');
    const seconds = async (): Promise<number> => Number(await clock.textContent());
    await expect.poll(seconds).toBeGreaterThan(0.2);
    const first = await seconds();
    await expect.poll(seconds).toBeGreaterThan(first);
    const [one, two] = factsAfter('barcelona');
    await pages.tell(one!);
    await page.locator('.passed li:has-text("21.94")').waitFor();
    await pages.say(unit, { clock: { period: 'RACE', time: '22', running: true } });
    await expect.poll(() => page.locator('.passed .to-come time').textContent()).toMatch(/^\+0/);
    await pages.tell(two!);
    await page.locator('.passed li:nth-child(2):has-text("2"):has-text("+0.44")').waitFor();
    await pages.say(unit, { clock: { period: 'RACE', time: '48.1', running: false } });
    await page.locator('.in-action .clock[data-state=stopped] time:text-is("48.1")').waitFor();
  });
});
