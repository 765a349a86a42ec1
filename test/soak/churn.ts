/**
 * Screens that come and go, as a process of their own: so many are there at any time, each for seconds to a minute, to follow the event that is
 * under way when it comes; one in fifty follows the discipline, and stays. They read and do not look: what they cost is what is asked.
 * `["URL", ...], SCREENS, SECONDS` as JSON; is told `{"event"}` by its RSC when it begins, and says `{"bytes", "gone"}` each second.
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { handshake, masked } from '../../bench/venue-to-screen/light-screen.ts';
import { Dice } from '../../src/simulation/dice.ts';

const [urls, screens, staySeconds] = JSON.parse(process.argv[2]!) as [string[], number, number];
const MS = 1_000;
const SPREAD_MS = 2_000;
/** One of so many stays. */
const STAYING = 50;
const EVERYTHING = 'ATH*/RESULT';
const dice = new Dice(1);
let bytes = 0;
let gone = 0;

let underWay = EVERYTHING;

createInterface(process.stdin)
  .on('line', (line) => {
    underWay = `${(JSON.parse(line) as { event: string }).event}*/RESULT`;
  })
  .on('close', () => process.exit());
for (let index = 0; index < screens; index += 1)
  setTimeout(() => (index % STAYING === 0 ? follow(EVERYTHING, null) : come()), dice.between(0, SPREAD_MS));
setInterval(() => process.stdout.write(`${JSON.stringify({ bytes, gone })}\n`), MS);

function come(): void {
  follow(underWay, dice.between(MS, 2 * staySeconds * MS));
}

/** `stayMs`: null for the whole time. Whoever has gone is followed by another one. */
function follow(channel: string, stayMs: number | null): void {
  const url = new URL(`${dice.one(urls)}/v1/stream`);
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  const leave = stayMs === null ? undefined : setTimeout(() => socket.destroy(), stayMs);
  socket.write(handshake(url, 'splitsecond.json'));
  const word = JSON.stringify({ subscribe: { id: 1, channel, mode: 'live', delta: true } });
  socket.once('data', () => socket.write(masked(word)));
  socket.on('data', (chunk) => {
    bytes += chunk.length;
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    clearTimeout(leave);
    gone += 1;
    setTimeout(() => (stayMs === null ? follow(channel, null) : come()), dice.between(0, MS));
  });
}
