import { Broken, claim, NotShown } from '../../outcome.ts';
import { frameBytes, OPCODE, textFrame } from '../../wire/frame-bytes.ts';
import type { Check } from '../check.ts';
import type { Screen } from '../screen.ts';
import type { Stage } from '../stage.ts';
import type { SubscribeOptions } from '../witness.ts';

/**
 * Bytes that two operating systems may keep between them, before the server's own bound is reached: tried in turn, and in
 * small steps, because a screen that is to read why it was closed has to read soon.
 */
const SYSTEM_BYTES = [4, 7, 11, 17, 26].map((megabytes) => megabytes * 1_000_000);

const MOST_CHANGES = 2_000;
/** A server looks now and then who does not read. */
const NOTICED_MS = 1_000;

/** Follows whole documents, does not read while `bytes` of them are published, nor for `ms` after that, then reads again. */
async function stalled(
  stage: Stage,
  bytes: number,
  options: Partial<SubscribeOptions>,
  ms = 0,
): Promise<{ screen: Screen; times: number }> {
  const screen = await stage.follow(options);
  const each = JSON.stringify(screen.last(stage.channel)!.copy).length;
  const times = Math.ceil((bytes + stage.welcome.limits.outboundBytes) / each);
  if (times > MOST_CHANGES)
    throw new NotShown(`the document has ${each} bytes: too small to fill a socket in reasonable time`);
  screen.raw.socket.pause();
  for (let done = 0; done < times; done += 10) await stage.change(Math.min(10, times - done));
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
  screen.raw.socket.resume();
  return { screen, times };
}

async function saysEnough(stage: Stage, say: (screen: Screen) => void, code: number): Promise<void> {
  const screen = await stage.join();
  say(screen);
  await screen.until('the connection is closed', () => screen.closed !== null);
  claim(screen.closed?.code === code, `closed with ${screen.closed?.code} ${screen.closed?.reason}`);
}

export const BOUNDS: readonly Check[] = [
  {
    rule: 'SC2',
    name: 'a message longer than 256 KiB comes in fragments',
    run: async (stage) => {
      const screen = await stage.follow();
      if (screen.fragmentedMessages === 0) throw new NotShown('no document of more than 256 KiB');
    },
  },
  {
    rule: 'SC14',
    name: 'every: a burst beyond the bound comes to a screen that reads, each version once, and nothing is closed',
    run: async (stage) => {
      const screen = await stage.follow({ mode: 'every' });
      const first = screen.last(stage.channel)!;
      const times = Math.ceil((2 * stage.welcome.limits.outboundBytes) / JSON.stringify(first.copy).length);
      if (times > MOST_CHANGES) throw new NotShown('the document is too small to reach the bound');
      const { version } = await stage.change(times);
      await screen.until('the newest comes', () => screen.last(stage.channel)!.version >= version);
      const came = screen.updatesOf(stage.channel).map((update) => update.version);
      claim(
        came.every((each, index) => each === first.version + index),
        `came: ${came.join(' ')}`,
      );
    },
  },
  {
    rule: 'SC14',
    name: 'every: a screen that does not read is told how far it got (behind) and closed with 4408, and can go on there',
    run: async (stage) => {
      for (const bytes of SYSTEM_BYTES) {
        const { unreadMs } = stage.welcome.limits;
        const { screen } = await stalled(stage, bytes, { mode: 'every' }, unreadMs + NOTICED_MS);
        const isCurrent = (): boolean => screen.last(stage.channel)!.version >= stage.newest.version;
        await screen.until(
          'it ends or is current',
          () => screen.closed !== null || screen.raw.hasEnded || isCurrent(),
          30_000,
        );
        if (screen.closed === null && isCurrent()) {
          screen.leave();
          continue;
        }
        claim(screen.closed?.code === 4408, `ended with ${screen.closed?.code ?? 'no close frame'}`);
        const last = screen.last(stage.channel)!;
        const said = screen.heard('behind')[0]?.positions[stage.channel];
        claim(
          said?.version === last.version,
          `behind says ${said?.version}, the last version that came is ${last.version}`,
        );
        const next = await stage.join();
        const after = { epoch: last.epoch, version: last.version };
        const { resumed } = await next.subscribe({ id: 1, channel: stage.channel, mode: 'every', after });
        claim(resumed, 'resumed is false after the position that behind said');
        await next.until(
          'the rest comes',
          () => (next.last(stage.channel)?.version ?? 0) >= stage.newest.version,
          30_000,
        );
        claim(next.updates[0]!.version === last.version + 1, 'the first is not the next one');
        return;
      }
      throw new Broken(
        `not closed with ${SYSTEM_BYTES.at(-1)} bytes unread: what is kept for a screen has no bound`,
      );
    },
  },
  {
    rule: 'SC14',
    name: 'live: a screen that does not read skips versions, and has the newest when it reads again',
    run: async (stage) => {
      for (const bytes of SYSTEM_BYTES) {
        const { screen, times } = await stalled(stage, bytes, {});
        const isCurrent = (): boolean => screen.last(stage.channel)!.version >= stage.newest.version;
        await screen.until('the newest comes', isCurrent, 30_000);
        if (screen.updatesOf(stage.channel).length <= times) return;
        screen.leave();
      }
      throw new Broken('each version came: what is kept for a screen has no bound');
    },
  },
  {
    rule: 'SC12',
    name: 'control does not wait behind data that is still to be sent',
    run: async (stage) => {
      const from = { epoch: stage.newest.epoch, version: Math.max(0, stage.newest.version - 150) };
      if (stage.newest.version < 100) throw new NotShown('too few versions to make a queue of');
      const screen = await stage.join();
      screen.say({ subscribe: { id: 1, channel: stage.channel, mode: 'every', after: from } });
      screen.say({ ping: {} });
      await screen.until('pong comes', () => screen.heard('pong').length > 0);
      const before = screen.last(stage.channel)?.version ?? 0;
      claim(before < stage.newest.version, 'pong came after all data');
    },
  },
  {
    rule: 'SC15',
    name: 'ten words that cannot be understood close with 4100, each answered by error with a code',
    run: async (stage) => {
      const screen = await stage.join();
      const wrong = ['nonsense', '[]', '{}', '{"sing":{}}', '{"subscribe":{}}', '{"subscribe":{"id":1}}'];
      const more = ['{"subscribe":{"id":1,"channel":"x"}}', '{"unsubscribe":{"id":9}}', '{"resync":{}}', '7'];
      for (const word of [...wrong, ...more]) screen.raw.write(textFrame(word));
      await screen.until('the connection is closed', () => screen.closed !== null);
      claim(screen.closed?.code === 4100, `closed with ${screen.closed?.code}`);
      claim(screen.heard('error').length === 10, `${screen.heard('error').length} errors were said`);
    },
  },
  {
    rule: 'SC15',
    name: 'more words a second than welcome allows close with 4004',
    run: (stage) => {
      const words = stage.welcome.limits.wordsPerSecond * 10 + 100;
      const flood = Buffer.concat(Array.from({ length: words }, () => textFrame('{"ping":{}}')));
      return saysEnough(stage, (screen) => screen.raw.write(flood), 4004);
    },
  },
  {
    rule: 'SC15',
    name: 'a word longer than welcome allows closes with 1009',
    run: (stage) => {
      const text = JSON.stringify({ hello: { token: 'x'.repeat(stage.welcome.limits.wordBytes) } });
      return saysEnough(stage, (screen) => screen.raw.write(textFrame(text)), 1009);
    },
  },
  {
    rule: 'SC15',
    name: 'a word in a binary frame is refused with NOT_TEXT, and the connection goes on',
    run: async (stage) => {
      const screen = await stage.join();
      screen.raw.write(frameBytes({ opcode: OPCODE.BINARY, content: '{"ping":{}}' }));
      await screen.until('the word is refused', () => screen.heard('error').length === 1);
      claim(screen.heard('error')[0].code === 'NOT_TEXT', `refused with ${screen.heard('error')[0].code}`);
      screen.say({ ping: {} });
      await screen.until('pong comes', () => screen.heard('pong').length === 1);
    },
  },
];
