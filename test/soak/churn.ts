/**
 * Screens that come and go, as a process of their own: so many are there at any time, each for seconds to a minute. They read and do not
 * look: what they cost is what is asked. `["URL", ...], SCREENS, SECONDS` as JSON; says `{"bytes", "gone"}` each second.
 */
import { connect } from 'node:net';
import { handshake, masked } from '../../bench/venue-to-screen/light-screen.ts';
import { Dice } from '../../src/simulation/dice.ts';

const [urls, screens, staySeconds] = JSON.parse(process.argv[2]!) as [string[], number, number];
const MS = 1_000;
const SPREAD_MS = 2_000;
const SUBSCRIBE = JSON.stringify({
  subscribe: { id: 1, channel: 'ATH*/RESULT', mode: 'live', delta: true },
});
const dice = new Dice(1);
let bytes = 0;
let gone = 0;

process.stdin.resume().on('end', () => process.exit());
for (let index = 0; index < screens; index += 1) setTimeout(come, dice.between(0, SPREAD_MS));
setInterval(() => process.stdout.write(`${JSON.stringify({ bytes, gone })}\n`), MS);

function come(): void {
  const url = new URL(`${dice.one(urls)}/v1/stream`);
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  const leave = setTimeout(() => socket.destroy(), dice.between(MS, 2 * staySeconds * MS));
  socket.write(handshake(url, 'splitsecond.json'));
  socket.once('data', () => socket.write(masked(SUBSCRIBE)));
  socket.on('data', (chunk) => {
    bytes += chunk.length;
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    clearTimeout(leave);
    gone += 1;
    setTimeout(come, dice.between(0, MS));
  });
}
