/** Brackets, pool tables and matches on the live page, through engine, edge and stream, as facts come in. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WireFact } from '../../../src/ingest/wire.ts';
import { formatRsc, type Rsc } from '../../../src/model/rsc.ts';
import { factsOf, inBrowser, PagesOnPipeline } from './pipeline.ts';

const tournament = (gender: string, phase = '', unit = ''): Rsc =>
  formatRsc({ discipline: 'FBL', gender, event: 'TEAM11', phase, unit });
const womens = (phase = '', unit = ''): Rsc => tournament('W', phase, unit);
const mens = (phase = '', unit = ''): Rsc => tournament('M', phase, unit);

inBrowser('contests in Chromium', () => {
  const pages = new PagesOnPipeline();
  beforeAll(() => pages.begin());
  afterAll(() => pages.end());

  let page: Page;
  const tell = (...facts: readonly WireFact[]): Promise<void> => pages.tell(...facts);
  const say = (unit: Rsc, said: object): Promise<number> => pages.say(unit, said);

  async function shown(channel: string, facts: readonly WireFact[], more = ''): Promise<void> {
    await pages.on(facts);
    page = await pages.page(`/${more}#${encodeURIComponent(channel)}`);
    await page.locator('#proof:not(:empty)').waitFor();
  }
  afterEach(async () => {
    expect(pages.complaints).toEqual([]);
    await pages.off();
  });

  const match = (unit: Rsc): Locator => page.locator(`article[data-key="${unit}"]`);
  const sides = (unit: Rsc): Promise<string[]> => match(unit).locator('li .name').allTextContents();
  const figures = (): Promise<string | null> => page.locator('.figures').textContent();

  const whole = (): Promise<string | null> => page.locator('#view').textContent();

  describe('a bracket', () => {
    const ALL = factsOf('football', 'best-third-placed');
    const firstOf = (unit: Rsc): number => ALL.findIndex((fact) => fact.unit === unit);
    const QF1 = womens('QFNL', '000100--');
    const SF1 = womens('SFNL', '000100--');

    test('fills itself live: who wins goes on, who loses the semifinal plays for bronze', async () => {
      await shown(`${womens()}/BRACKETS`, ALL.slice(0, firstOf(QF1)));
      const rounds = page.locator('.rounds').first().locator('h4');
      expect(await rounds.allTextContents()).toEqual(['Quarterfinals', 'Semifinals', 'Finals']);
      await page.locator('section h3:has-text("main bracket")').waitFor();
      expect(await sides(QF1)).toEqual(['A1', 'B3']);
      expect(await sides(SF1)).toEqual(['winner of Quarterfinal 1', 'winner of Quarterfinal 2']);
      expect(await match(SF1).locator('[data-stands=OPEN]').count()).toBe(2);
      await tell(...ALL.slice(firstOf(QF1), firstOf(womens('QFNL', '000200--'))));
      await match(SF1).locator('.name:text-is("A1")').waitFor();
      expect(await sides(SF1)).toEqual(['A1', 'winner of Quarterfinal 2']);
      expect(await match(QF1).locator('li b').allTextContents()).toEqual(['2', '1']);
      expect(await match(QF1).locator('li.won .unseen').textContent()).toBe('won');
      expect(await match(QF1).locator('li.won .name').textContent()).toBe('A1');
      await tell(...ALL.slice(firstOf(womens('QFNL', '000200--'))));
      await match(womens('FNL', '000100--')).locator('li.won').waitFor();
      expect(await sides(womens('FNL', '000200--'))).toEqual(['C1', 'C2']);
      expect(await match(womens('FNL', '000100--')).locator('li.won .name').textContent()).toBe('A1');
      expect(await match(womens('FNL', '000100--')).locator('small').first().textContent()).toBe(
        'after extra time',
      );
    });

    test('a correction of an early match changes it, and undoing that brings it back', async () => {
      await shown(`${womens()}/BRACKETS`, ALL);
      await match(womens('FNL', '000100--')).locator('li.won').waitFor();
      const before = await whole();
      const first = womens('GPA', '000100--');
      const wrong = await say(first, { periodScore: { competitor: 'A2', period: 'TOT', value: '9' } });
      await match(QF1).locator('.name:text-is("A2")').waitFor();
      expect(await whole()).not.toBe(before);
      expect(await page.locator('li.won .name').allTextContents()).not.toContain('A1');
      await say(first, { void: { source: 'T2', seq: wrong } });
      await match(QF1).locator('.name:text-is("A1")').waitFor();
      expect(await whole()).toBe(before);
    });

    test('can be used by keys: rounds scroll, and the link in focus stays so while versions come', async () => {
      await shown(`${womens()}/BRACKETS`, ALL.slice(0, firstOf(QF1)));
      await page.setViewportSize({ width: 420, height: 800 });
      const wider = 'document.documentElement.scrollWidth - innerWidth';
      expect(await page.evaluate(wider)).toBeLessThanOrEqual(0);
      const rounds = page.locator('.rounds').first();
      await rounds.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => rounds.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
      const link = match(QF1).locator('a');
      await link.waitFor();
      await link.focus();
      await tell(...ALL.slice(firstOf(QF1), firstOf(womens('QFNL', '000200--'))));
      await match(QF1).locator('li.won').waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Quarterfinal 1');
      await page.keyboard.press('Enter');
      await page.locator('#title:has-text("Quarterfinal 1")').waitFor();
      await page.locator('.figures').waitFor();
      expect(await figures()).toBe('2–1');
    });
  });

  test('byes and seeds stand in a draw, and who did not come is told', async () => {
    const facts = factsOf('tennis', 'draw-with-bye-walkover-retirement');
    const event = formatRsc({ discipline: 'TEN', gender: 'M', event: 'SINGLES' });
    await shown(`${event}/BRACKETS`, facts, '?lang=fr');
    const [first, , third] = ['1', '2', '3'].map((number) =>
      match(
        formatRsc({
          discipline: 'TEN',
          gender: 'M',
          event: 'SINGLES',
          phase: 'QFNL',
          unit: `000${number}00--`,
        }),
      ),
    );
    await first!.locator('.name:text-is("exempt")').waitFor();
    expect(await first!.locator('li').first().textContent()).toMatch(/^P1\[1\]/);
    expect(await third!.locator('p small').textContent()).toBe('forfait');
    expect(await third!.locator('li.won').textContent()).toMatch(/^P5.*gagné$/);
  });

  describe('a match', () => {
    const ALL = factsOf('football', 'goals-as-they-fall');
    const MATCH = mens('GPA', '000100--');
    const entries = ALL[0]!;

    test('the clock runs and stops, and goals are told, the newest first', async () => {
      await shown(`${MATCH}/RESULT`, [entries]);
      await say(MATCH, { clock: { period: 'H1', time: '754', running: true } });
      const clock = page.locator('.clock');
      await clock.locator('time:text-is("12:34")').waitFor();
      expect(await clock.getAttribute('data-state')).toBe('running');
      expect(await clock.locator('span').first().textContent()).toBe('first half');
      await tell(...ALL.filter(({ seq: number }) => number === 3 || number === 4));
      await page.locator('.plays li').nth(1).waitFor();
      // Score, story and clock are documents of their own: each comes when it comes.
      await expect.poll(figures).toBe('1–0');
      const plays = await page.locator('.plays li').allTextContents();
      expect(plays[0]).toMatch(/30:05.*yellow card.*BBB4/);
      expect(plays[1]).toMatch(/12:40.*shot, goal.*AAA9.*1 – 0/);
      await say(MATCH, { clock: { period: 'HT', time: '2700', running: false } });
      await page.locator('.clock[data-state=stopped]').waitFor();
      expect(await clock.textContent()).toContain('clock stopped');
      await say(MATCH, { status: { result: 'OFFICIAL' } });
      await page.locator('.side.won h3:text-is("AAA")').waitFor();
      await page.locator('.clock').waitFor({ state: 'detached' });
    });

    test('a goal that is taken back is gone from score and story; protest and rehearsal are said', async () => {
      await shown(`${MATCH}/RESULT`, [entries]);
      const goal = await say(MATCH, {
        action: { id: '1', kind: 'SHOT', competitor: 'BBB', period: 'H1', clock: '6', detail: 'GOAL' },
        test: true,
      });
      await page.locator('.plays li').waitFor();
      await expect.poll(figures).toBe('0–1');
      await page.locator('#rehearsal').waitFor();
      await say(MATCH, { void: { source: 'T2', seq: goal } });
      await page.locator('.plays p').waitFor();
      await page.locator('#rehearsal').waitFor({ state: 'hidden' });
      await say(MATCH, { status: { result: 'OFFICIAL' } });
      await say(MATCH, { status: { result: 'PROTESTED' } });
      await page.locator('#status:has-text("under protest")').waitFor();
      expect(await page.locator('#warning').textContent()).toBe('under protest');
    });
  });

  test('the table of a pool has the columns of its sport, and changes with a match and with a corrected goal', async () => {
    const facts = factsOf('football', 'best-third-placed').slice(0, 23);
    const last = womens('GPA', '000600--');
    await shown(`${womens('GPA')}/POOL_STANDING`, facts, '?lang=fr');
    const heads = page.locator('thead th');
    await heads.filter({ hasText: 'Diff' }).waitFor();
    expect(await heads.allTextContents()).toEqual(
      expect.arrayContaining(['J', 'G', 'N', 'P', 'BP', 'BC', 'Diff', 'Pts']),
    );
    const cells = (): Promise<string[]> => page.locator('tbody td').allTextContents();
    const points = (team: string): Promise<string | null> =>
      page.locator(`tr[data-key=${team}] td.result`).textContent();
    expect([await points('A2'), await points('A3')]).toEqual(['3', '3']);
    // Only what is decided counts in a table.
    await say(last, { status: { result: 'OFFICIAL' } });
    await expect.poll(() => points('A2')).toBe('6');
    expect(await page.locator('tr.changed').count()).toBeGreaterThan(0);
    await page.locator('#status:text-is("officiel")').waitFor();
    expect(await page.locator('#correction').textContent()).toBe('');
    const before = await cells();
    const goals = await say(last, { periodScore: { competitor: 'A3', period: 'TOT', value: '7' } });
    await expect.poll(() => points('A3')).toBe('6');
    expect(await points('A2')).toBe('3');
    expect(await page.locator('#correction').textContent()).toMatch(/^Corrige la version \d+$/);
    await say(last, { void: { source: 'T2', seq: goals } });
    await expect.poll(cells).toEqual(before);
  });
});
