// What axe finds on a page. Not TypeScript, so that the project compiles before packages for tests of pages are installed.
import { createRequire } from 'node:module';

// Of its package for Playwright, which would send it to the page four times, and bring back an account of what is right with every node.
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const runIn = (page, runOnly) =>
  page.evaluate(
    async (options) => {
      const { violations } = await globalThis.axe.run(options);
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
    },
    { runOnly, resultTypes: ['violations'] },
  );

export async function violationsOf(page) {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(source);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await runIn(page, { type: 'tag', values: TAGS });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await runIn(page, { type: 'rule', values: ['color-contrast'] });
  return [...light, ...dark];
}
