/** All graphics on one picture, a theme each, over a ground that is neither dark nor light: for the project's README, and to be looked at. */
import type { Browser } from 'playwright-core';
import type { WireFact } from '../../../src/ingest/wire.ts';
import { UNDER_WAY } from '../../pages/browser/recorded.ts';

const COLUMNS = 3;
const CELL = { width: 640, height: 360 };

/** What the recorded competitions have not: the weather, and a record that stands. */
export const SHOWN_BESIDE: readonly WireFact[] = [
  {
    unit: 'ATHMLONGJUMP----------------------',
    setup: {
      records: [
        {
          type: 'WR',
          code: 'LJ',
          result: '8.95',
          name: 'Mike POWELL',
          organisation: 'USA',
          date: '1991-08-30',
          place: 'Tokyo',
        },
      ],
    },
  },
  {
    unit: UNDER_WAY.longJump,
    conditions: {
      temperature: '24.5',
      humidity: '62',
      wind: '0.4',
      place: 'Maracana',
      at: '2016-08-13T23:40:00Z',
    },
  },
].map((said, index) => ({ source: 'CONTACT-SHEET', seq: index + 1, ...said }) as unknown as WireFact);

/** Over by then. */
const SEMI_FINAL = 'SWMM100MFR------------SFNL000200--';

const event = (unit: string): string => unit.slice(0, 22).padEnd(34, '-');
const discipline = (unit: string): string => unit.slice(0, 3).padEnd(34, '-');

const SHOWN: readonly (readonly [graphic: string, said: Readonly<Record<string, string>>])[] = [
  ['lower-third', { channel: `${UNDER_WAY.longJump}/RESULT` }],
  ['result-strap', { channel: `${UNDER_WAY.longJump}/RESULT`, competitor: '111920' }],
  ['record-strap', { channel: `${event(UNDER_WAY.longJump)}/RECORDS` }],
  ['standings', { channel: `${UNDER_WAY.longJump}/RESULT` }],
  ['lane-result', { channel: `${SEMI_FINAL}/RESULT` }],
  ['start-list', { channel: `${UNDER_WAY.highJump}/RESULT` }],
  ['clock', { channel: `${UNDER_WAY.rowing}/RESULT` }],
  ['score-bug', { channel: `${UNDER_WAY.match}/RESULT` }],
  ['bracket', { channel: `${event(UNDER_WAY.contest)}/BRACKETS`, page: '3' }],
  ['medal-table', { channel: 'GEN-------------------------------/MEDALS' }],
  ['weather', { channel: `${discipline(UNDER_WAY.longJump)}/CONDITIONS` }],
];

/** PNG of each theme, by the name of its file. */
export async function contactSheets(
  browser: Browser,
  server: string,
  scale = 1,
): Promise<Readonly<Record<string, Buffer>>> {
  const rows = Math.ceil(SHOWN.length / COLUMNS);
  const viewport = { width: COLUMNS * CELL.width, height: rows * CELL.height };
  const pictures: Record<string, Buffer> = {};
  for (const theme of ['dark', 'light']) {
    const page = await (await browser.newContext({ viewport, deviceScaleFactor: scale })).newPage();
    await page.goto(`${server}/graphics/lower-third?play=call`);
    await page.evaluate(`(async () => {
      document.body.replaceChildren();
      Object.assign(document.body.style, ${JSON.stringify(BODY)});
      const { tagOf } = await import('/graphics/modules/graphics/kinds.js');
      for (const [name, said] of ${JSON.stringify(SHOWN)}) {
        const graphic = document.createElement(tagOf({ name }));
        Object.assign(graphic.style, { width: '${CELL.width}px', height: '${CELL.height}px' });
        document.body.append(graphic);
        await graphic.load({ data: { ...said, theme: '${theme}' } });
        await graphic.playAction();
      }
    })()`);
    await page
      .locator('[data-state=IN]')
      .nth(SHOWN.length - 1)
      .waitFor();
    pictures[`graphics-${theme}.png`] = await page.screenshot({ animations: 'disabled' });
    await page.context().close();
  }
  return pictures;
}

const BODY = {
  margin: '0',
  height: 'auto',
  display: 'flex',
  flexWrap: 'wrap',
  background: 'linear-gradient(#7d8f86, #5f6f68)',
};
