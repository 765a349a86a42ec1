import { claim, NotShown } from '../../outcome.ts';
import { textFrame } from '../../wire/frame-bytes.ts';
import { pause } from '../../wire/news.ts';
import { RawSocket } from '../../wire/raw-socket.ts';
import type { Check } from '../check.ts';
import { EventStream } from '../event-stream.ts';
import type { Screen } from '../screen.ts';
import type { Stage } from '../stage.ts';
import { endsAsEvent } from './events.ts';

/** So many screens make the closing take a while, in which others can try to come in. */
const IDLE_SCREENS = 1_500;

interface Draining {
  readonly screens: readonly Screen[];
  readonly stream: EventStream;
  readonly idle: readonly RawSocket[];
  /** HTTP answers that screens got that wanted to come in meanwhile. */
  readonly refused: number[];
  readonly readiness: number[];
  readonly newest: number;
}

/** A server that has closed all screens has nothing more to do. */
const STOP_MS = 10_000;

let observed: Promise<Draining> | null = null;
let observedOn: Stage | null = null;

/** The server stops once; all checks look at the same end. */
function drained(stage: Stage): Promise<Draining> {
  if (stage.stimulus.stop === null)
    return Promise.reject(new NotShown('the suite cannot stop the server: --stop'));
  if (observed === null || observedOn !== stage) observed = observe(stage);
  observedOn = stage;
  return observed;
}

async function observe(stage: Stage): Promise<Draining> {
  const screens = [await stage.follow({ delta: true }), await stage.follow({ mode: 'every' })];
  const { channel } = stage;
  const query = new URLSearchParams({ channel });
  const address = stage.http(`${new URL(stage.url).pathname}?${query}`);
  const stream = await EventStream.open(stage.run, address, { id: 1, channel });
  const idle: RawSocket[] = [];
  while (idle.length < IDLE_SCREENS) {
    const some = await Promise.all(Array.from({ length: 100 }, () => RawSocket.open(stage.url)));
    for (const raw of some) raw.write(textFrame('{"ping":{}}'));
    idle.push(...some);
  }
  const { version } = await stage.change(2);
  const refused: number[] = [];
  const readiness: number[] = [];
  const stopped = stage.stimulus.stop!();
  const isOver = (): boolean =>
    screens.every(({ closed }) => closed !== null) &&
    idle.every((raw) => raw.hasEnded || raw.closed !== null);
  const ask = async (address: string, open: typeof RawSocket.get, answers: number[]): Promise<void> => {
    const raw = await open.call(RawSocket, address).catch(() => null);
    if (raw?.answer != null) answers.push(raw.answer.status);
    raw?.destroy();
  };
  for (let tries = 0; tries < 1_000 && !isOver(); tries += 1) {
    await ask(stage.url, RawSocket.open, refused);
    await ask(stage.http('/readyz'), RawSocket.get, readiness);
    await pause(10);
  }
  await Promise.race([stopped, pause(STOP_MS)]);
  for (const raw of idle) raw.destroy();
  return { screens, stream, idle, refused, readiness, newest: version };
}

export const DRAINING: readonly Check[] = [
  {
    rule: 'SC16',
    name: 'screens are closed with 4000 and a window in the reason, after everything that came until then',
    run: async (stage) => {
      const { screens, idle, newest } = await drained(stage);
      for (const screen of screens) {
        await screen.until('the connection is closed', () => screen.closed !== null);
        claim(screen.closed?.code === 4000, `closed with ${screen.closed?.code}`);
        claim(/\d+-\d+ ms/.test(screen.closed!.reason), `no window in "${screen.closed!.reason}"`);
        claim(screen.last(stage.channel)!.version >= newest, 'the last version before the end did not come');
      }
      const otherwise = idle.find((raw) => raw.closed?.code !== 4000);
      claim(
        otherwise === undefined,
        `a screen that follows nothing was closed with ${otherwise?.closed?.code}`,
      );
    },
  },
  {
    rule: 'SC16',
    name: 'no more screens are taken meanwhile: HTTP 503, and /readyz says so',
    run: async (stage) => {
      const { refused, readiness } = await drained(stage);
      if (!refused.includes(503))
        throw new NotShown(`no screen was answered meanwhile (${refused.join(' ')})`);
      claim(refused.lastIndexOf(101) < refused.indexOf(503), 'a screen was taken after another was refused');
      claim(readiness.includes(503), `/readyz said ${[...new Set(readiness)].join(' ')}`);
    },
  },
  {
    rule: 'SC19',
    name: 'the end comes as an event close with code, reason and retry',
    run: async (stage) => {
      const { stream } = await drained(stage);
      await endsAsEvent(stream);
    },
  },
];
