/** The screens of `venue-to-screen`, in a process of their own: they note when which version came. */
import { tell } from '../fan-out/tell.ts';
import { machineMs } from '../support/machine-time.ts';
import { FORMS, type Form, formOf } from './forms.ts';
import { versionIn } from './frame-version.ts';
import { type Schedule, type Sighting, SightingBook } from './sightings.ts';
import { openTimedScreen } from './timed-screen.ts';

interface Open {
  readonly url: string;
  readonly channel: string;
  readonly screens: number;
}

export interface Order {
  readonly open?: Open;
  readonly schedule?: Schedule;
  /** Answers as soon as all screens have the last version. */
  readonly report?: true;
}

export type Report =
  | { readonly sightings: readonly Sighting[] }
  /** Why there are none. */
  | { readonly missing: string };

const OPENED_AT_ONCE = 100;
const LOOK_MS = 10;
const ARRIVAL_MS = 15_000;

let book = new SightingBook([]);
let schedule: Schedule | null = null;

process.on('message', (order: Order) => {
  if (order.open !== undefined) void open(order.open);
  if (order.schedule !== undefined) {
    schedule = order.schedule;
    book.begin(schedule);
  }
  if (order.report !== undefined) void report();
});
process.on('disconnect', () => process.exit());

/** Connects everybody, then reports the version that all of them show. */
async function open({ url, channel, screens }: Open): Promise<void> {
  const forms = Array.from({ length: screens }, (_none, screen) => formOf(screen));
  book = new SightingBook(forms);
  for (let first = 0; first < screens; first += OPENED_AT_ONCE) {
    const some = forms.slice(first, first + OPENED_AT_ONCE);
    await Promise.all(some.map((form, index) => openScreen(new URL(url), channel, first + index, form)));
  }
  tell({ opened: book.oldest });
}

/** Resolves with the first document. */
function openScreen(url: URL, channel: string, screen: number, form: Form): Promise<void> {
  const { subprotocol, delta, deflated } = FORMS[form];
  return new Promise((resolve) => {
    openTimedScreen({
      url,
      subprotocol,
      deflated,
      first: JSON.stringify({ subscribe: { id: 1, channel, mode: 'live', delta } }),
      onMessage: (message) => {
        const version = versionIn(form, message);
        if (version === null) return;
        book.note(screen, version, machineMs(), message.bytes);
        resolve();
      },
      onEnd: (reason) => console.error(`screen ${screen}: ${reason}`),
    });
  });
}

async function report(): Promise<void> {
  const last = schedule!.before + schedule!.versions;
  const until = machineMs() + ARRIVAL_MS;
  while (book.oldest < last && machineMs() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const report: Report =
    book.oldest < last
      ? { missing: `version ${last} did not reach all screens, one shows ${book.oldest}` }
      : { sightings: book.report() };
  tell({ report });
}
