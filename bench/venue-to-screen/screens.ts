/** The screens of `venue-to-screen`, in a process of their own: they note when which version came. */

import { versionIn } from './frame-version.ts';
import { openLightScreen } from './light-screen.ts';
import { SightingBook } from './sightings.ts';

interface Order {
  readonly url: string;
  readonly channel: string;
  readonly screens: number;
  /** Further subscribers that take XML, every version. */
  readonly wires: number;
}

const OPENED_AT_ONCE = 100;

let book: SightingBook | null = null;

process.on('message', (order: Order | 'report') => {
  if (order === 'report') process.send?.(book?.report());
  else void open(order);
});
process.on('disconnect', () => process.exit());

/** Connects everybody, then reports the version that all of them show. */
async function open({ url, channel, screens, wires }: Order): Promise<void> {
  const sightings = new SightingBook(screens);
  book = sightings;
  for (let first = 0; first < screens; first += OPENED_AT_ONCE) {
    const last = Math.min(first + OPENED_AT_ONCE, screens);
    await Promise.all(
      Array.from({ length: last - first }, (_none, index) =>
        openScreen(url, channel, first + index, sightings),
      ),
    );
  }
  await Promise.all(Array.from({ length: wires }, () => openWire(url, channel)));
  process.send?.({ version: sightings.oldest });
}

/** Resolves with the first document. Every other screen takes protobuf. */
function openScreen(url: string, channel: string, screen: number, sightings: SightingBook): Promise<void> {
  const format = screen % 2 === 0 ? 'json' : 'protobuf';
  return new Promise((resolve) => {
    openLightScreen({
      url: new URL(url),
      subprotocol: `splitsecond.${format}`,
      first: JSON.stringify({ subscribe: { id: 1, channel, mode: 'live', delta: true } }),
      onFrame: (frame) => {
        const version = versionIn(format, frame);
        if (version === null) return;
        sightings.note(screen, version, Number(process.hrtime.bigint()) / 1e6);
        resolve();
      },
      onEnd: (reason) => console.error(`screen ${screen}: ${reason}`),
    });
  });
}

function openWire(url: string, channel: string): Promise<void> {
  return new Promise((resolve) => {
    openLightScreen({
      url: new URL(url),
      subprotocol: 'splitsecond.odf',
      first: JSON.stringify({ subscribe: { id: 1, channel, mode: 'every' } }),
      onFrame: () => resolve(),
      onEnd: (reason) => console.error(`a wire: ${reason}`),
    });
  });
}
