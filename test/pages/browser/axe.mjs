// What axe finds on a page. Not TypeScript, so that the project compiles before packages for tests of pages are installed.
import { AxeBuilder } from '@axe-core/playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// A page without frames: another page to put results together in would only take time.
const axeOn = (page) => new AxeBuilder({ page }).setLegacyMode(true);

const found = ({ violations }) =>
  violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);

export async function violationsOf(page) {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeOn(page).withTags(TAGS).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeOn(page).withRules(['color-contrast']).analyze();
  return [...found(light), ...found(dark)];
}
