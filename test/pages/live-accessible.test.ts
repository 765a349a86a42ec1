/** The public page against WCAG 2.2 AA, as far as axe can tell, on views that hold something. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { violationsOf } from './axe.mjs';
import { factsOf, PagesOnPipeline } from './pipeline.ts';

const CHROMIUM = await ensureChromium();

const VIEWS = [
  ['a table with heights', 'athletics', 'rio-2016-high-jump-final', '/RESULT"'],
  ['a bracket', 'football', 'best-third-placed', '/BRACKETS"'],
  ['a match with its story', 'football', 'goals-as-they-fall', '/RESULT"'],
] as const;

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? NO_CHROMIUM : 'axe finds nothing', () => {
  const pages = new PagesOnPipeline();
  beforeAll(() => pages.begin(CHROMIUM!));
  afterAll(() => pages.end());
  afterEach(() => pages.endTest());

  test.each(VIEWS)('in %s, light and dark', async (_name, sport, feed, ending) => {
    await pages.on(factsOf(sport, feed));
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await pages.page('/', { colorScheme, viewport: { width: 1280, height: 720 } });
      const href = encodeURIComponent(ending.slice(0, -1));
      await page.locator(`#channels a[href$="${href}"]`).first().click();
      await page.locator('#proof:not(:empty)').waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }
    expect(pages.complaints).toEqual([]);
  });
});
