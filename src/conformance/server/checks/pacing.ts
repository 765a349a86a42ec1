import { claim } from '../../outcome.ts';
import { pause } from '../../wire/news.ts';
import type { Check } from '../check.ts';

const RATE = 2;
const DELAY_MS = 2_000;
/** What comes may have been held up on its way, the first of two as well: half the time is still none of what was published. */
const LEAST = 0.5;

export const PACING: readonly Check[] = [
  {
    rule: 'SC10',
    name: 'ratePerSecond: updates keep their distance, and the end state is delivered',
    run: async (stage) => {
      const screen = await stage.follow({ delta: true, ratePerSecond: RATE });
      for (let count = 0; count < 10; count += 1) {
        await stage.change();
        await pause(100);
      }
      const { version } = stage.newest;
      await screen.until('the end state comes', () => screen.last(stage.channel)!.version >= version);
      const times = screen.updatesOf(stage.channel).map(({ at }) => at);
      claim(times.length < 10, `${times.length} updates of 11 versions came within a few seconds`);
      const apart = times.slice(1).map((at, index) => at - times[index]!);
      claim(
        Math.min(...apart) >= (LEAST * 1_000) / RATE,
        `updates came ${Math.round(Math.min(...apart))} ms apart`,
      );
    },
  },
  {
    rule: 'SC10',
    name: 'what resync brings does not wait for the rate',
    run: async (stage) => {
      const screen = await stage.follow({ ratePerSecond: 0.01 });
      const before = screen.updates.length;
      screen.say({ resync: { channel: stage.channel } });
      await screen.until('the document comes', () => screen.updates.length > before);
    },
  },
  {
    rule: 'SC10',
    name: 'delayMs: nothing early, in order, and the end state; keep-alive positions are delayed, too',
    run: async (stage) => {
      const live = await stage.follow({ delta: true });
      const late = await stage.follow({ delta: true, delayMs: DELAY_MS });
      const { version } = await stage.change(3);
      await live.until('the change comes', () => live.last(stage.channel)!.version >= version);
      await late.until(
        'the change comes delayed',
        () => late.last(stage.channel)!.version >= version,
        DELAY_MS * 3 + 5_000,
      );
      for (const update of late.updatesOf(stage.channel)) {
        const shown = live.updatesOf(stage.channel).find((each) => each.version >= update.version);
        if (shown === undefined || shown === live.updates[0]) continue;
        const ms = update.at - shown.at;
        claim(
          ms >= LEAST * DELAY_MS,
          `version ${update.version} came ${Math.round(ms)} ms after the live one`,
        );
      }
    },
  },
  {
    rule: 'SC10',
    name: 'change is answered by changed, and a shorter delay goes forward at once',
    run: async (stage) => {
      // A document that is younger than the delay is not shown at all before the change.
      const screen = await stage.join();
      await screen.subscribe({ id: 1, channel: stage.channel, delta: true, delayMs: 600_000 });
      const { version } = await stage.change();
      screen.say({ change: { id: 1, ratePerSecond: 5, delayMs: 0 } });
      await screen.until('changed is said', () => screen.heard('changed').length === 1);
      const [{ id, ratePerSecond, delayMs }] = screen.heard('changed');
      claim(id === 1 && ratePerSecond === 5 && delayMs === 0, `changed ${id} ${ratePerSecond} ${delayMs}`);
      await screen.until('the newest comes', () => (screen.last(stage.channel)?.version ?? 0) >= version);
    },
  },
  {
    rule: 'SC10',
    name: 'options out of range, and a rate in mode every, are refused with BAD_OPTION',
    run: async (stage) => {
      const screen = await stage.join();
      const wrong = [
        { ratePerSecond: 1_001 },
        { ratePerSecond: 0.001 },
        { delayMs: 600_001 },
        { delayMs: -1 },
        { mode: 'every', ratePerSecond: 1 },
        { mode: 'every', rows: { top: 1 } },
      ];
      for (const [index, options] of wrong.entries())
        screen.say({ subscribe: { id: index + 1, channel: stage.channel, ...options } as never });
      await screen.until('all are refused', () => screen.heard('error').length === wrong.length);
      for (const { code, id } of screen.heard('error'))
        claim(code === 'BAD_OPTION', `${id} is refused with ${code}`);
      await screen.until('a ping is answered', () => {
        if (screen.heard('pong').length === 0) screen.say({ ping: {} });
        return screen.heard('pong').length > 0;
      });
    },
  },
];
