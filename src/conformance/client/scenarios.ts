import { Broken, claim, NotShown } from '../outcome.ts';
import { frameBytes, OPCODE } from '../wire/frame-bytes.ts';
import type { Peer } from './peer.ts';
import { CHANNEL, inFragments } from './script.ts';
import { KEEPALIVE_MS, type Theatre, TOLERANCE_MS } from './theatre.ts';

/** One scene that the scripted server plays, and what the client has to say on the wire. */
export interface Scenario {
  readonly rule: string;
  readonly name: string;
  play(theatre: Theatre): Promise<void>;
}

const WINDOW = [200, 900] as const;
const SOON_MS = 5_000;
/** Long enough for a client that waits longer each time. */
const NEVER_MS = 6_000;

/** What the client says that it has, when it subscribes again. */
function positionOf(peer: Peer): { epoch: string; version: number } | undefined {
  const [{ after, positions } = {} as never] = peer.heard('subscribe');
  return after ?? positions?.[CHANNEL];
}

/** Cuts the connection and reads from the next subscription what the client has. */
async function has(theatre: Theatre, peer: Peer): Promise<void> {
  const expected = theatre.script.position;
  const resyncs = peer.heard('resync').length;
  peer.close(4000, 'server stops; reconnect within 0-100 ms');
  const next = await theatre.returned(peer);
  const position = positionOf(next);
  claim(
    position?.epoch === expected.epoch && position.version === expected.version,
    `it comes back with ${JSON.stringify(position)} and should have ${JSON.stringify(expected)}`,
  );
  claim(resyncs === 0, 'it said resync although nothing was wrong');
}

async function saysResync(peer: Peer, ms = SOON_MS): Promise<void> {
  await peer.until(
    `it says resync of ${CHANNEL}`,
    () => peer.heard('resync').some(({ channel }) => channel === CHANNEL),
    ms,
  );
}

const formatOf = ({ format }: Peer): 'json' | 'protobuf' => format ?? 'json';

/** The newest version, whole, as `resync` asks for it; then the connection goes on as any other. */
async function heals(theatre: Theatre, peer: Peer): Promise<void> {
  await saysResync(peer);
  const before = peer.heard('resync').length;
  peer.data(theatre.script.whole(formatOf(peer)));
  theatre.script.renew();
  peer.data(theatre.script.delta(formatOf(peer), theatre.script.version - 1));
  const expected = theatre.script.position;
  peer.close(4000, 'server stops; reconnect within 0-100 ms');
  const next = await theatre.returned(peer);
  claim(
    positionOf(next)?.version === expected.version,
    `it comes back with ${JSON.stringify(positionOf(next))}`,
  );
  claim(peer.heard('resync').length === before, 'it said resync again after the whole document had come');
}

async function comesBackAfter(theatre: Theatre, end: (peer: Peer) => void): Promise<Peer> {
  const peer = await theatre.settled();
  const expected = theatre.script.position;
  end(peer);
  const next = await theatre.returned(peer);
  claim(
    positionOf(next)?.version === expected.version,
    `it comes back with ${JSON.stringify(positionOf(next))}`,
  );
  return next;
}

const codeScenario = (code: number, why: string): Scenario => ({
  rule: 'SC15',
  name: `${code} (${why}): it comes back and resumes where it was`,
  play: async (theatre) => void (await comesBackAfter(theatre, (peer) => peer.close(code, why))),
});

export const SCENARIOS: readonly Scenario[] = [
  {
    rule: 'SC1',
    name: 'it asks for a subprotocol that there is, and subscribes with words that the schema allows',
    play: async (theatre) => {
      const peer = await theatre.settled();
      claim(peer.format !== null, 'neither splitsecond.json nor splitsecond.protobuf');
      claim(
        peer.heard('subscribe').some(({ channel }) => channel === CHANNEL),
        `it does not subscribe to ${CHANNEL}`,
      );
    },
  },
  {
    rule: 'SC9',
    name: 'it applies deltas one after the other',
    play: async (theatre) => {
      const peer = await theatre.settled();
      for (let count = 0; count < 5; count += 1) {
        theatre.script.renew();
        peer.data(theatre.script.delta(formatOf(peer), theatre.script.version - 1));
      }
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC6',
    name: 'it applies a delta over versions that it never got',
    play: async (theatre) => {
      const peer = await theatre.settled();
      const base = theatre.script.version;
      theatre.script.renew(7);
      peer.data(theatre.script.delta(formatOf(peer), base));
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC9',
    name: 'a delta that does not lead to its hash: it says resync, and goes on from the whole document',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew();
      peer.data(theatre.script.delta(formatOf(peer), theatre.script.version - 1, { spoiled: true }));
      await heals(theatre, peer);
    },
  },
  {
    rule: 'SC9',
    name: 'a delta from a version that it has not: it says resync, and goes on from the whole document',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew(3);
      peer.data(theatre.script.delta(formatOf(peer), theatre.script.version - 1));
      await heals(theatre, peer);
    },
  },
  {
    rule: 'SC13',
    name: 'a version that only the keep-alive names: it says resync within an interval of learning of it',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew();
      await saysResync(peer, KEEPALIVE_MS * 3 + TOLERANCE_MS);
      await heals(theatre, peer);
    },
  },
  {
    rule: 'SC8',
    name: 'resumed true: it goes on by deltas from the position that it named',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew();
      const expected = theatre.script.version;
      peer.close(4000, 'server stops; reconnect within 0-100 ms');
      const next = await theatre.returned(peer);
      claim(
        positionOf(next)?.version === expected - 1,
        `it comes back with ${JSON.stringify(positionOf(next))}`,
      );
      await has(theatre, next);
    },
  },
  {
    rule: 'SC8',
    name: 'resumed false and a new epoch: it takes the whole document, although its version is lower',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew(2);
      theatre.script.startOver();
      peer.close(4000, 'server stops; reconnect within 0-100 ms');
      await has(theatre, await theatre.returned(peer));
    },
  },
  {
    rule: 'SC8',
    name: 'a new epoch while connected: it takes the whole document',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.startOver();
      peer.data(theatre.script.whole(formatOf(peer)));
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC20',
    name: 'an older epoch while connected: it is passed over',
    play: async (theatre) => {
      const peer = await theatre.settled();
      peer.data(theatre.script.whole(formatOf(peer), 'script-0'));
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC2',
    name: 'a message in fragments with pings between: each is answered, and the message is taken',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew();
      const content = theatre.script.delta(formatOf(peer), theatre.script.version - 1);
      const ping = (index: number): Buffer =>
        frameBytes({ opcode: OPCODE.PING, content: `between ${index}`, masked: false });
      peer.write(inFragments(content, 4, ping));
      await peer.until(
        'all pings are answered',
        () => peer.pongs.filter((said) => said.startsWith('between')).length === 3,
      );
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC2',
    name: 'a message that comes byte by byte is taken',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.script.renew();
      const { opcode, bytes } = theatre.script.delta(formatOf(peer), theatre.script.version - 1);
      const frame = frameBytes({ opcode, content: bytes, masked: false });
      for (let at = 0; at < frame.length; at += 1) {
        peer.write(frame.subarray(at, at + 1));
        if (at % 8 === 0) await new Promise<void>((resolve) => setImmediate(resolve));
      }
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC2',
    name: 'words and fields that it does not know are passed over',
    play: async (theatre) => {
      const peer = await theatre.settled();
      peer.say({ weather: { wind: '1.0' } });
      peer.say({ notice: { code: 'SOMETHING_NEW', message: 'later versions say more', id: null } });
      theatre.script.renew();
      const extra = { weather: 'fine' };
      peer.data(theatre.script.delta(formatOf(peer), theatre.script.version - 1, { extra }));
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC17',
    name: 'deflated messages are taken, each by itself',
    play: async (theatre) => {
      const peer = await theatre.settled();
      if (!peer.offersDeflate) throw new NotShown('the client does not offer permessage-deflate');
      for (let count = 0; count < 3; count += 1) {
        theatre.script.renew();
        peer.deflated(theatre.script.delta(formatOf(peer), theatre.script.version - 1));
      }
      await has(theatre, peer);
    },
  },
  {
    rule: 'SC16',
    name: 'it comes back within the window that the reason names, not before and not after',
    play: async (theatre) => {
      const peer = await theatre.settled();
      const [from, to] = WINDOW;
      const endedAt = performance.now();
      peer.close(4000, `server stops; reconnect within ${from}-${to} ms`);
      const { cameAt } = await theatre.returned(peer);
      const ms = Math.round(cameAt - endedAt);
      claim(ms >= from - 20, `it came back after ${ms} ms, before the window`);
      claim(ms <= to + TOLERANCE_MS, `it came back after ${ms} ms, later than the window`);
    },
  },
  codeScenario(4001, 'too much to do; reconnect within 0-100 ms'),
  codeScenario(4408, 'resume after what you have'),
  codeScenario(1001, 'going away'),
  codeScenario(1011, 'something broke'),
  {
    rule: 'SC15',
    name: 'a connection that breaks without a close frame: it comes back and resumes where it was',
    play: async (theatre) => void (await comesBackAfter(theatre, (peer) => peer.destroy())),
  },
  {
    rule: 'SC16',
    name: 'HTTP 503 when it comes back: it tries again',
    play: async (theatre) => {
      theatre.refusals = 2;
      await comesBackAfter(theatre, (peer) => peer.close(4000, 'server stops; reconnect within 0-100 ms'));
      claim(theatre.refusals === 0, 'it was never refused');
    },
  },
  {
    rule: 'SC12',
    name: 'a connection on which nothing comes any more is given up',
    play: async (theatre) => {
      const peer = await theatre.settled();
      theatre.isMute = true;
      await peer.until(
        'the connection ends',
        () => peer.hasEnded || theatre.peers.at(-1) !== peer,
        KEEPALIVE_MS * 10 + SOON_MS,
      );
      theatre.isMute = false;
      const mute = theatre.peers.at(-1)!;
      if (mute !== peer) mute.destroy();
      await theatre.returned(mute);
    },
  },
  {
    rule: 'SC2',
    name: 'all words of the run are as the schema says, masked, in text frames',
    play: async (theatre) => {
      const complaints = theatre.peers.flatMap((peer) => peer.complaints);
      if (complaints.length > 0) throw new Broken(`${complaints.length} times, first: ${complaints[0]}`);
    },
  },
  {
    rule: 'SC15',
    name: '4102 (revoked): it never comes back',
    play: async (theatre) => {
      const peer = await theatre.settled();
      peer.close(4102, 'accreditation taken back');
      claim(await theatre.staysAway(peer, NEVER_MS), 'it came back');
    },
  },
];
