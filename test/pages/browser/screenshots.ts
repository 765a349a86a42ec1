/**
 * `npm run screenshots`: the pictures of the project's README, of recorded competitions told to a moment, each page as it stands then.
 * Small files of 1280 by 720.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { projected } from '../../../src/cli/demo.ts';
import { startDesk } from '../../../src/desk.ts';
import { startEdge } from '../../../src/edge.ts';
import type { WireFact } from '../../../src/ingest/wire.ts';
import { BrokerModel } from '../../../src/simulation/broker/model.ts';
import { endAll, engineOn, publishedBy } from '../../engine/engines-on-a-network.ts';
import { contactSheets, SHOWN_BESIDE } from '../../graphics/browser/contact-sheets.ts';
import { ensureChromium, NO_CHROMIUM, QUIET_BROWSER } from '../../support/chromium.ts';
import { everythingTold, UNDER_WAY } from './recorded.ts';

const FOLDER = fileURLToPath(new URL('../../../../src/pages/screenshots/', import.meta.url));

interface Picture {
  readonly name: string;
  readonly address: string;
  /** Seen before the picture is taken. */
  readonly seen: string;
  readonly colorScheme?: 'dark';
}

const commentator = (view: string, ...units: readonly string[]): string =>
  `/commentator#view=${view}&discipline=${units[0]!.slice(0, 3)}&units=${units.join(',')}`;

const PICTURES: readonly Picture[] = [
  {
    name: 'commentator-now',
    address: commentator('now', UNDER_WAY.longJump),
    seen: '.turns li[data-role=CURRENT] .performance',
  },
  {
    name: 'commentator-side-by-side',
    address: commentator('now', UNDER_WAY.longJump, UNDER_WAY.highJump),
    seen: '.panes[data-count="2"] .pane:nth-child(2) tbody tr',
    colorScheme: 'dark',
  },
  {
    name: 'commentator-results',
    address: commentator('results', UNDER_WAY.rowing),
    seen: '.splits tbody tr',
  },
  {
    name: 'commentator-overview',
    address: '/commentator#view=overview&discipline=ATH',
    seen: '.schedule tbody tr .openness',
  },
  {
    name: 'live-high-jump',
    address: `/#${UNDER_WAY.highJump}%2FRESULT`,
    seen: 'tbody tr',
  },
  {
    name: 'live-bracket',
    address: '/#JUDM66KG--------------------------%2FBRACKETS',
    seen: '.rounds article',
    colorScheme: 'dark',
  },
];

const RACE = 'ATHM200M--------------FNL-000100--';
const SPRINTER = { code: 'A', kind: 'ATHLETE', organisation: 'NOR', name: { given: 'Ole', family: 'Berg' } };
const WRONG: readonly WireFact[] = [
  { setup: { rule: 'ATH.200M@2024' } },
  { startList: { entries: [{ competitor: SPRINTER, startOrder: 1 }] } },
  { passing: { competitor: 'A', point: 'FIN', time: '8.20' } },
  { passing: { competitor: 'A', point: 'FIN', time: 19.6 } },
].map((said, index) => ({ source: 'STA-TIMING', seq: index + 1, unit: RACE, ...said }));

/** Of the discipline that is seen with what can still come, as `npm start` asks for it. */
const isOf = (unit: string, fact: WireFact): boolean => fact.unit?.startsWith(unit.slice(0, 3)) === true;

async function main(): Promise<void> {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  const network = new BrokerModel();
  await engineOn(network);
  const publish = publishedBy(network);
  for (const fact of everythingTold()) await publish(isOf(UNDER_WAY.longJump, fact) ? projected(fact) : fact);
  for (const fact of SHOWN_BESIDE) await publish(fact);
  const edge = await startEdge({ broker: network.connect(), keepaliveMs: 250 });
  const browser = await chromium.launch({ executablePath, args: [...QUIET_BROWSER] });
  for (const { name, address, seen, colorScheme = 'light' } of PICTURES) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${edge.httpUrl}${address}`);
    await page.locator(seen).first().waitFor();
    await page.locator('#feed[data-state=LIVE], #connection[data-state=LIVE]').first().waitFor();
    // Nothing is new any more.
    await page.locator('tr.changed, article.changed').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
    process.stdout.write(`${name}.png\n`);
    await context.close();
  }
  for (const [name, picture] of Object.entries(await contactSheets(browser, edge.httpUrl)))
    await kept(name, picture);
  await controlRoom(browser);
  await browser.close();
  await edge.close();
  await endAll();
}

async function kept(name: string, picture: Buffer): Promise<void> {
  await writeFile(`${FOLDER}${name}`, picture);
  process.stdout.write(`${name}\n`);
}

/** One engine of two, and a race of which a time is held and another fact refused; in a time of its own, since a desk goes by the broker's clock. */
async function controlRoom(browser: Browser): Promise<void> {
  const network = new BrokerModel({ now: () => Date.now() * 1_000 });
  await engineOn(network);
  const publish = publishedBy(network);
  for (const fact of everythingTold()) await publish(fact);
  const edge = await startEdge({ broker: network.connect() });
  const desk = await startDesk({ broker: network.connect(), least: { engine: 2 } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${desk.httpUrl}/operations`);
  await page.locator('#feed[data-feed=LIVE]').waitFor();
  for (const fact of WRONG) await publish(fact);
  await page.locator('#incident-table tbody tr').nth(2).waitFor();
  await page.locator('#held-table tbody tr').waitFor();
  await page.screenshot({ path: `${FOLDER}control-room.png`, animations: 'disabled' });
  process.stdout.write('control-room.png\n');
  await page.close();
  await desk.close();
  await edge.close();
}

await main();
