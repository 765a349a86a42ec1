/** The load generator: all screens of a server, in a process of its own. It counts, and reports every few milliseconds. */

import { machineMs } from '../support/machine-time.ts';
import { CountingScreen } from './counting-screen.ts';
import { DIALECTS, type DialectName } from './dialect.ts';
import { tell } from './tell.ts';

interface Order {
  readonly open?: { readonly url: string; readonly dialect: DialectName; readonly screens: number };
  readonly report?: true;
}

/** What the screens have got. */
export interface Received {
  /** Of the screen that got the fewest frames, and the most. */
  readonly least: number;
  readonly most: number;
}

const OPENED_AT_ONCE = 100;
const REPORT_MS = 2;

let counts = new Uint32Array(0);
let received = 0;
let reported = 0;
let lastAt = 0;

process.on('message', ({ open, report }: Order) => {
  if (open !== undefined) void openAll(open);
  if (report !== undefined)
    tell({ report: { least: counts.reduce((a, b) => Math.min(a, b)), most: Math.max(...counts) } });
});
process.on('disconnect', () => process.exit());

async function openAll({ url, dialect, screens }: NonNullable<Order['open']>): Promise<void> {
  counts = new Uint32Array(screens);
  for (let first = 0; first < screens; first += OPENED_AT_ONCE) {
    const count = Math.min(OPENED_AT_ONCE, screens - first);
    await Promise.all(
      Array.from({ length: count }, (_none, index) => openOne(new URL(url), dialect, first + index)),
    );
  }
  setInterval(tellReceived, REPORT_MS);
  tell({ opened: screens });
}

const openOne = (url: URL, dialect: DialectName, screen: number): Promise<void> =>
  new Promise((resolve) => {
    new CountingScreen({
      url,
      dialect: DIALECTS[dialect],
      onOpen: resolve,
      onFrames: (count) => {
        counts[screen]! += count;
        received += count;
        lastAt = machineMs();
      },
      onEnd: (reason) => tell({ ended: `screen ${screen}: ${reason}` }),
    });
  });

function tellReceived(): void {
  if (received === reported) return;
  reported = received;
  tell({ received, lastAt });
}
