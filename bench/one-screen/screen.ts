/** The one screen, in a process of its own: it notes when which version came. */
import { tell } from '../fan-out/tell.ts';
import { machineMs } from '../support/machine-time.ts';
import { versionIn } from '../venue-to-screen/frame-version.ts';
import { openTimedScreen } from '../venue-to-screen/timed-screen.ts';

export interface Order {
  readonly open?: { readonly url: string; readonly channel: string };
  /** Answers with what came since the last time. */
  readonly report?: true;
}

/** A version and when its last byte was there, of the machine's clock in milliseconds. */
export type Arrival = readonly [version: number, at: number];

let arrivals: Arrival[] = [];

process.on('message', ({ open, report }: Order) => {
  if (open !== undefined) follow(open);
  if (report === undefined) return;
  tell({ report: arrivals });
  arrivals = [];
});
process.on('disconnect', () => process.exit());

function follow({ url, channel }: NonNullable<Order['open']>): void {
  let isOpen = false;
  openTimedScreen({
    url: new URL(url),
    subprotocol: 'splitsecond.json',
    deflated: false,
    first: JSON.stringify({ subscribe: { id: 1, channel, mode: 'live', delta: true } }),
    onMessage: (message) => {
      const at = machineMs();
      const version = versionIn('delta JSON', message);
      if (version === null) return;
      arrivals.push([version, at]);
      if (!isOpen) tell({ opened: version });
      isOpen = true;
    },
    onEnd: (reason) => console.error(`the screen: ${reason}`),
  });
}
