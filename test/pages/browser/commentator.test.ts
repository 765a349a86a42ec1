/** The commentator screen in Chromium, on the whole pipeline. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { projected } from '../../../src/cli/demo.ts';
import { factsOf, inBrowser, PagesOnPipeline } from './pipeline.ts';

const JUMP = factsOf('athletics', 'rio-2016-high-jump-final');
const HALF = JUMP.slice(0, Math.floor(JUMP.length / 2));
const VIEWPORT = { width: 1280, height: 720 };

inBrowser('the commentator screen', () => {
  const pages = new PagesOnPipeline();
  beforeAll(() => pages.begin());
  afterAll(() => pages.end());
  afterEach(async () => {
    await pages.off();
    expect(pages.complaints).toEqual([]);
  });

  const opened = async (address = '/commentator'): Promise<Page> => {
    const page = await pages.page(address, { viewport: VIEWPORT });
    await page.locator('.title').first().waitFor();
    return page;
  };
  const title = (page: Page): Promise<string | null> => page.locator('h1').textContent();

  test('shows what is under way, and every view is a key away, and the way back too', async () => {
    await pages.on(HALF);
    const page = await opened();
    await page.locator('tbody tr').nth(5).waitFor();
    for (const [key, name] of [
      ['s', 'Start list'],
      ['r', 'Results'],
      ['a', 'Athlete or team'],
      ['o', 'Overview'],
      ['Escape', 'Now'],
      ['o', 'Overview'],
      ['n', 'Now'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => title(page)).toBe(name);
      expect(await page.locator('.back-to-now').isVisible()).toBe(true);
    }
    await page.keyboard.press('?');
    await page.locator('#help').waitFor();
    await page.evaluate('window.print = () => { window.isPrinted = true; }');
    await page.keyboard.press('p');
    expect(await page.evaluate('window.isPrinted')).toBe(true);
    expect(await page.evaluate('location.hash')).toContain('view=now');
  });

  test('what is held stays while the rest goes on; it says so, and one key leads back', async () => {
    await pages.on(HALF.map(projected));
    const page = await opened();
    const rows = page.locator('.now .sheet tbody');
    await rows.locator('tr').nth(5).waitFor();
    // What is needed and how open it is belong to the list, and stay with it.
    const beside = (): Promise<string[]> => page.locator('.needs, .pane-head .openness').allTextContents();
    await page.locator('.needs').waitFor();
    const before = [await rows.textContent(), ...(await beside())];
    await page.keyboard.press('h');
    await page.locator('.held-note').waitFor();
    await pages.tell(...JUMP.slice(HALF.length).map(projected));
    await expect.poll(() => page.locator('.held-note').textContent()).toMatch(/, [1-9]\d* newer/);
    expect([await rows.textContent(), ...(await beside())]).toEqual(before);
    await page.keyboard.press('h');
    await page.locator('.held-note').waitFor({ state: 'detached' });
    expect(await rows.textContent()).not.toBe(before[0]);
    await page.locator('.needs').waitFor({ state: 'detached' });
    expect(await page.locator('.changes li').count()).toBeGreaterThan(0);
    await page.keyboard.press('l');
    await page.locator('.changes .quiet-note').waitFor();
  });

  test('a venue of which nobody has said anything yet does not look live', async () => {
    await pages.on(HALF, { keepaliveMs: 60_000 });
    const page = await opened();
    await page.locator('#feed[data-state=CONNECTING]').waitFor();
    expect(await page.locator('#feed').textContent()).not.toContain('live');
    expect(await page.locator('#age').textContent()).toBe('');
  });

  test('a broken connection never looks live, and is live again only when the venue is heard of', async () => {
    await pages.on(HALF, { keepaliveMs: 200 });
    const page = await opened();
    const feed = page.locator('#feed');
    await page.locator('#feed[data-state=LIVE]').waitFor();
    for (const screen of pages.edge.hub.screens)
      screen.close({ code: 4001, text: 'overload; reconnect within 3000-4000 ms' });
    await page.locator('#feed[data-state=LOST]').waitFor();
    expect(await feed.textContent()).toContain('connection lost');
    await page.locator('#feed[data-state=LIVE]').waitFor();
  });

  test('a disqualification after the result was official is loud, with its reason', async () => {
    const race = factsOf('athletics', 'c007-100m-thousandths');
    const unit = race.find(({ passing }) => passing !== undefined)!.unit!;
    await pages.on(race);
    const page = await opened();
    await pages.say(unit, { status: { result: 'OFFICIAL' } });
    await page.locator('.badge[data-status=OFFICIAL]').waitFor();
    const row = page.locator('.now .sheet tbody tr').first();
    const competitor = await row.getAttribute('data-key');
    const name = await row.locator('.pick').textContent();
    await pages.say(unit, { irm: { competitor, code: 'DQ', reason: 'TR 17.2.3' } });
    await page.locator('.pane-head .loud:has-text("Corrects version")').waitFor();
    await page.locator(`.told .loud[data-kind=DISQUALIFICATION]:has-text("${name} · TR 17.2.3")`).waitFor();
    expect(await page.locator('.remarks').textContent()).toContain('disqualified (TR 17.2.3)');
  });

  test('two units stand side by side by their address, in French, with sides of a match that can be mirrored', async () => {
    const facts = factsOf('football', 'best-third-placed');
    await pages.on(facts);
    const units = [...new Set(facts.map(({ unit }) => unit!))].filter(
      (unit) => unit.slice(22, 25) === 'GPA' && !unit.endsWith('--------'),
    );
    const page = await opened(
      `/commentator?lang=fr#view=now&discipline=FBL&units=${units.slice(0, 2).join(',')}`,
    );
    await page.locator('.panes[data-count="2"] .figures').nth(1).waitFor();
    expect(await title(page)).toBe('Maintenant');
    const sides = (): Promise<string[]> =>
      page.locator('.pane').first().locator('.side h3').allTextContents();
    const before = await sides();
    await page.keyboard.press('m');
    await expect.poll(sides).toEqual([...before].reverse());
    expect(await page.evaluate('location.hash')).toContain('mirror=1');
    await page.locator('.languages a[lang=en]').click();
    await expect.poll(() => title(page)).toBe('Now');
    expect(await page.evaluate('location.hash')).toContain('mirror=1');
  });

  test('units of two sports stand side by side, each chosen in the overview of its sport, and the way back leaves them there', async () => {
    const match = factsOf('football', 'goals-as-they-fall');
    await pages.on([...HALF, ...match]);
    const page = await opened('/commentator#discipline=ATH');
    await page.keyboard.press('o');
    await page.locator(`.schedule tr[data-key="${JUMP[0]!.unit}"] button`).first().click();
    await page.locator('.pane .sheet tbody tr').first().waitFor();
    await page.keyboard.press('o');
    await page.locator('#discipline').selectOption('FBL');
    await page.locator(`.schedule tr[data-key="${match[0]!.unit}"] button`).last().click();
    await page.locator('.panes[data-count="2"] .figures').waitFor();
    expect(await page.locator('.pane').first().locator('.sheet tbody tr').count()).toBeGreaterThan(5);
    await page.locator('.side .pick').first().click();
    await page.locator('.competitor h2:text-is("AAA")').waitFor();
    await page.locator('.competitor button[aria-pressed]').first().click();
    await page.keyboard.press('Escape');
    await page.locator('.panes[data-count="2"] .side h3:has-text("★ AAA")').waitFor();
  });

  test('a number that is typed finds its bearer; a note and a favourite stay on the device and are in every list', async () => {
    await pages.on(HALF);
    const page = await opened();
    const name = await page.locator('.now .sheet tbody .pick').first().textContent();
    await page.locator('.now .sheet tbody .pick').first().click();
    await page.locator('.competitor h2').waitFor();
    expect(await page.locator('.competitor h2').textContent()).toBe(name);
    await page.locator('.competitor textarea').fill('jumps from the left');
    await page.locator('.competitor button[aria-pressed]').first().click();
    await page.reload();
    await page.locator('.competitor textarea').waitFor();
    expect(await page.locator('.competitor textarea').inputValue()).toBe('jumps from the left');
    await page.keyboard.press('Escape');
    await page.locator('td:text-is("★✎")').waitFor();
    await page.locator('.own-notes li:has-text("jumps from the left")').waitFor();
    await page.keyboard.press('s');
    await page.locator('td.ownNote:has-text("jumps from the left")').waitFor();
    await page.keyboard.press('7');
    expect(await page.locator('#look-up').inputValue()).toBe('7');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.locator('#look-up:focus').waitFor();
    expect(await page.locator('#look-up').inputValue()).toBe('');
    await page.locator('#look-up').fill(name!.slice(0, 4));
    await page.keyboard.press('Enter');
    await page.locator('.competitor h2').waitFor();
  });

  test('a note is in every window of the browser at once: none writes over what another one has noted', async () => {
    await pages.on(HALF);
    const page = await opened();
    const key = await page.locator('.now .sheet tbody tr').first().getAttribute('data-key');
    const address = `/commentator#view=athlete&discipline=ATH&competitor=${key}`;
    const other = await page.context().newPage();
    for (const each of [page, other]) {
      await each.goto(`${pages.edge.httpUrl}${address}`);
      await each.locator('.competitor textarea').waitFor();
    }
    await page.locator('.competitor textarea').fill('jumps from the left');
    await expect.poll(() => other.locator('.competitor textarea').inputValue()).toBe('jumps from the left');
    await other.locator('.competitor button[aria-pressed]').first().click();
    await page.locator('.competitor button[aria-pressed=true]').waitFor();
    await page.reload();
    await page.locator('.competitor textarea').waitFor();
    expect(await page.locator('.competitor textarea').inputValue()).toBe('jumps from the left');
  });

  test('what is touched on air is at least 48 pixels high, and nothing is wider than a phone', async () => {
    await pages.on(HALF);
    const page = await opened();
    const heights =
      'document.querySelectorAll(".views button, .feed-controls input, .heading button, .lists button, .turns button")';
    const low = `[...${heights}].map((each) => each.getBoundingClientRect().height).filter((height) => height < 48)`;
    expect(await page.evaluate(low)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const key of ['o', 'n', 's', 'r']) {
      await page.keyboard.press(key);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    }
  });
});
