import { claim, NotShown } from '../../outcome.ts';
import type { Check } from '../check.ts';

export const HEALTH: readonly Check[] = [
  {
    rule: 'SC12',
    name: "a keep-alive comes every interval, with or without data, with the server's time",
    isPatient: true,
    run: async (stage) => {
      const { keepaliveMs } = stage.welcome;
      const quiet = await stage.join();
      quiet.say({ ping: {} });
      const busy = await stage.follow({ delta: true });
      for (const screen of [quiet, busy]) {
        const came = (): number => screen.heard('keepalive').length;
        await screen.until('three keep-alives come', () => came() >= 3, keepaliveMs * 6 + 2_000);
        const times = screen.words.filter(({ name }) => name === 'keepalive').map(({ at }) => at);
        const longest = Math.max(...times.slice(1).map((at, index) => at - times[index]!));
        claim(
          longest < keepaliveMs * 2,
          `${Math.round(longest)} ms between two keep-alives of ${keepaliveMs} ms`,
        );
      }
    },
  },
  {
    rule: 'SC12',
    name: 'the keep-alive names the sources that the subscriptions depend on, with state and age',
    run: async (stage) => {
      const screen = await stage.follow();
      const { keepaliveMs } = stage.welcome;
      await screen.until('a keep-alive comes', () => screen.heard('keepalive').length > 0, keepaliveMs * 3);
      const { sources } = screen.heard('keepalive')[0];
      if (sources.length === 0) throw new NotShown('the server knows no source of this document');
      for (const { source, state } of sources)
        claim(['ok', 'silent', 'gap'].includes(state), `${source} is "${state}"`);
    },
  },
  {
    rule: 'SC12',
    name: 'the keep-alive says by how many seconds what is shown is behind the facts',
    run: async (stage) => {
      const screen = await stage.follow();
      const { keepaliveMs } = stage.welcome;
      await screen.until('a keep-alive comes', () => screen.heard('keepalive').length > 0, keepaliveMs * 3);
      const { behind } = screen.heard('keepalive')[0];
      if (behind === null) throw new NotShown('the server does not know how far it is behind');
      claim(typeof behind === 'number' && behind >= 0, `behind is ${JSON.stringify(behind)}`);
    },
  },
  {
    rule: 'SC13',
    name: 'the keep-alive says the position that a followed channel has, when quiet and after a change',
    run: async (stage) => {
      const screen = await stage.follow({ delta: true });
      const { keepaliveMs } = stage.welcome;
      const said = () => screen.heard('keepalive').at(-1)?.positions[stage.channel];
      const isCurrent = (): boolean => said()?.version === screen.last(stage.channel)!.version;
      await screen.until('a keep-alive says what the screen has', isCurrent, keepaliveMs * 3);
      const { version } = await stage.change();
      await screen.until(
        'a keep-alive says the new version',
        () => said()?.version >= version,
        keepaliveMs * 3,
      );
      claim(said().epoch === screen.last(stage.channel)!.epoch, 'the keep-alive says another epoch');
    },
  },
];
