/** The screens of `venue-to-screen`, in a process of their own: they note when which version came. */
import { tell } from '../fan-out/tell.ts';
import { machineMs } from '../support/machine-time.ts';
import { FORMS, type Form, formOf } from './forms.ts';
import { versionIn } from './frame-version.ts';
import { type Schedule, SightingBook, type Sightings } from './sightings.ts';
import { openTimedScreen } from './timed-screen.ts';

interface Begin {
  readonly url: string;
  readonly channel: string;
  readonly screens: number;
}

export interface Order {
  readonly begin?: Begin;
  /** So many more of the screens connect. Answers with the oldest version that any of them shows. */
  readonly open?: number;
  readonly schedule?: Schedule;
  /** Answers as soon as all screens have the last version. */
  readonly report?: true;
}

export type Report =
  | Sightings
  /** Why there are none. */
  | { readonly missing: string };

const OPENED_AT_ONCE = 50;
const LOOK_MS = 10;
const ARRIVAL_MS = 15_000;

let place: Begin | null = null;
let forms: Form[] = [];
let opened = 0;
let book = new SightingBook([]);
let schedule: Schedule | null = null;

process.on('message', ({ begin, open, schedule: announced, report: asked }: Order) => {
  if (begin !== undefined) {
    place = begin;
    forms = Array.from({ length: begin.screens }, (_none, screen) => formOf(screen));
    book = new SightingBook(forms);
  }
  if (open !== undefined) void openMore(open);
  if (announced !== undefined) {
    schedule = announced;
    book.begin(announced);
  }
  if (asked !== undefined) void report();
});
process.on('disconnect', () => process.exit());

async function openMore(more: number): Promise<void> {
  const { url, channel } = place!;
  const until = Math.min(opened + more, forms.length);
  while (opened < until) {
    const some = forms.slice(opened, Math.min(opened + OPENED_AT_ONCE, until));
    await Promise.all(some.map((form, index) => openScreen(new URL(url), channel, opened + index, form)));
    opened += some.length;
  }
  tell({ opened: book.oldestOf(opened) });
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
  while (book.oldestOf(opened) < last && machineMs() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const report: Report =
    book.oldestOf(opened) < last
      ? { missing: `version ${last} did not reach all screens, one shows ${book.oldestOf(opened)}` }
      : book.report();
  tell({ report });
}
