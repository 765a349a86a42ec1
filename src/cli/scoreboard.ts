import { Command, InvalidArgumentError } from 'commander';
import { Followed } from '../scoreboard/followed.ts';
import { layoutOf } from '../scoreboard/layout.ts';
import { packetsOf } from '../scoreboard/packets.ts';
import { Readers } from '../scoreboard/readers.ts';
import { followChannel, readLayout } from './followed-channel.ts';
import { port } from './options.ts';
import { untilStopped } from './processes/parent-link.ts';
import { streamOption, streamUrl } from './stream-url.ts';
import { print, say } from './terminal.ts';

interface ScoreboardOptions {
  readonly url?: string;
  readonly host: string;
  readonly port: number;
  readonly to?: readonly [port: number, host: string];
}

const EXAMPLES = `
LAYOUT is a JSON file: a channel, the bytes around a packet, and where in a row which column stands. See src/scoreboard/README.md.

Examples:
  $ npx splitsecond scoreboard board.json --port 4010                  machines connect and read
  $ npx splitsecond scoreboard board.json --to 10.0.0.20:3001          a machine that listens is called
  $ npx splitsecond scoreboard board.json --url ws://127.0.0.1:8080/v1/stream`;

export const scoreboardCommand = (): Command =>
  new Command('scoreboard')
    .description('lines of fixed width over TCP, for scoreboards and caption machines')
    .argument('<layout>', 'how the lines are made up')
    .addOption(streamOption())
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <port>', 'where to listen; 0 takes a free one', port, 0)
    .option('--to <host:port>', 'call this machine instead of listening', address)
    .addHelpText('after', EXAMPLES)
    .action(scoreboard);

function address(text: string): readonly [port: number, host: string] {
  const [, host, number] = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined) throw new InvalidArgumentError('write HOST:PORT');
  return [port(number!), host];
}

async function scoreboard(path: string, options: ScoreboardOptions): Promise<void> {
  const layout = readLayout(path, layoutOf);
  const url = streamUrl(options.url);
  const readers = new Readers((what) => say(`${what}\n`));
  readers.show(packetsOf(layout, new Followed()));
  if (options.to === undefined) {
    const bound = await readers.listen(options.port, options.host);
    print(`lines of ${layout.channel} at ${options.host}:${bound}\n`);
  } else readers.call(...options.to);
  const { failed, close } = followChannel(url, layout.channel, (followed) =>
    readers.show(packetsOf(layout, followed)),
  );
  const repeating = layout.repeatMs === 0 ? undefined : setInterval(() => readers.repeat(), layout.repeatMs);
  const stop = async (): Promise<void> => {
    clearInterval(repeating);
    close();
    await readers.close();
  };
  await Promise.race([untilStopped(stop), failed]).finally(stop);
}
