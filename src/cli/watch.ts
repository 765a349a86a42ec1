import { Command, Option } from 'commander';
import { HeardFeed } from '../client/heard-feed.ts';
import { subscribe } from '../client/node.ts';
import { protobufReader } from '../client/protobuf.ts';
import { jsonReader, type OnDocument } from '../client/subscriber.ts';
import type { Channel, Document } from '../model/document.ts';
import { disciplineOf } from '../model/rsc.ts';
import type { Says } from '../model/server-words.ts';
import { inWords } from '../model/words.ts';
import { SPORTS, wordsIn } from '../sports.ts';
import { systemTiming } from '../timing.ts';
import { Failure, usageFailure } from './failure.ts';
import { languageOption } from './language-option.ts';
import { streamOption, streamUrl } from './stream-url.ts';
import { say } from './terminal.ts';
import { feedTrouble } from './watching/feed-trouble.ts';
import { asLines } from './watching/lines-watch.ts';
import { TerminalWatch } from './watching/terminal-watch.ts';

interface WatchOptions {
  readonly url?: string;
  readonly format: 'json' | 'protobuf';
  readonly once?: boolean;
  readonly language: string;
}

const EXAMPLES = `
WHAT is nothing at all (whatever is live), a discipline (ATH), an event, a phase or a unit (its RSC, or how that begins), or a
channel <RSC>/<TYPE>; a * stands for a rest: 'ATH*/RESULT', '*/MEDALLISTS', '*' (quote it for the shell).
On a terminal the standings are redrawn in place: what is live has the screen, n shows the next one that is, a goes back to
automatic, q quits. NO_COLOR is respected; what just changed has a > before it as well. Into a pipe or a file go plain lines.
Without --url it follows the stream that demo or up started last.

Examples:
  $ npx splitsecond watch
  $ npx splitsecond watch ATH
  $ npx splitsecond watch 'ATH*/RESULT' --url ws://127.0.0.1:8080/v1/stream
  $ npx splitsecond watch '*' --url ws://127.0.0.1:8080/v1/stream > evening.txt
  $ npx splitsecond watch '*/MEDALLISTS' --once --url ws://127.0.0.1:8080/v1/stream   the newest state, then stop`;

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function watchCommand(): Command {
  return new Command('watch')
    .description('live standings in the terminal')
    .argument('[what]', 'what to follow; default: whatever is live', '')
    .addOption(streamOption())
    .addOption(
      new Option('--format <format>', 'how it is sent').choices(['json', 'protobuf']).default('json'),
    )
    .option('--once', 'show what there is and stop')
    .addOption(languageOption('of names and columns'))
    .addHelpText('after', EXAMPLES)
    .action(watch);
}

/** The channels of what was asked for: results, and who is in action; a channel is followed as it is written. */
export function patternsOf(what: string): readonly string[] {
  if (what.includes('/') || what === '*') return [what];
  const rsc = what.toUpperCase().replace(/[-*]+$/, '');
  if (rsc !== '' && !SPORTS.some(({ discipline }) => rsc.startsWith(discipline)))
    throw usageFailure(
      `${what} is no discipline, no RSC and no channel`,
      `one of ${SPORTS.map(({ discipline }) => discipline).join(' ')}, an RSC that begins so, or a channel as '*/MEDALLISTS'`,
    );
  return [`${rsc}*/RESULT`, `${rsc}*/CURRENT`];
}

/** Shows what comes, and whether it may be believed. */
interface Shows {
  readonly take: OnDocument;
  believe(feed: HeardFeed): void;
  close(): void;
}

async function watch(what: string, options: WatchOptions): Promise<void> {
  const url = streamUrl(options.url);
  const isOnce = options.once === true;
  const { stdout } = process;
  const isInPlace = stdout.isTTY && !isOnce && process.env.TERM !== 'dumb';
  const [results, ...others] = patternsOf(what);
  let end = (): void => {};
  await new Promise<void>((stop, fail) => {
    const shows = isInPlace ? onTerminal(what, options.language, url, stop) : intoPipe(url);
    const feed = new HeardFeed();
    const shown = new Set<Channel>();
    let expected = Number.POSITIVE_INFINITY;
    const stopWhenAllShown = (): void => {
      if (isOnce && shown.size >= expected) stop();
    };
    const heard = (says: Says): void => {
      if (feed.said(says, Date.now())) shows.believe(feed);
      if ('error' in says) fail(usageFailure(`${says.error.code}: ${says.error.message}`));
      if (!('subscribed' in says)) return;
      expected = says.subscribed.channels;
      if (expected === 0 && !isInPlace)
        say(`nothing is published at ${results} yet${isOnce ? '' : '; waiting'}\n`);
      stopWhenAllShown();
    };
    const subscriber = subscribe({
      url,
      reader: options.format === 'json' ? jsonReader : protobufReader,
      onControl: heard,
      onState: (state) => {
        feed.became(state);
        if (isOnce && state.state === 'waiting')
          fail(new Failure(`no connection to ${url}`, 'is the edge running?'));
        else if (state.state === 'closed' && state.code !== 1000)
          fail(new Failure(`the edge closed the connection: ${state.code} ${state.reason}`));
        else shows.believe(feed);
      },
    });
    // Into a pipe go results alone: who is in action is told there by every change of theirs.
    for (const pattern of isInPlace ? [results!, ...others] : [results!])
      subscriber.follow(pattern, (document, delta, from) => {
        shows.take(inLanguage(document, options.language), delta, from);
        shown.add(from);
        stopWhenAllShown();
      });
    const interrupted = (): void => stop();
    for (const signal of STOP_SIGNALS) process.once(signal, interrupted);
    stdout.once('error', interrupted);
    end = () => {
      subscriber.close();
      shows.close();
      for (const signal of STOP_SIGNALS) process.off(signal, interrupted);
      stdout.off('error', interrupted);
    };
  }).finally(() => end());
}

/** There each wait is one line, and that it is over is told by what comes. */
function intoPipe(url: string): Shows {
  return {
    take: asLines(process.stdout),
    believe: (feed) => {
      if (feed.connection.state === 'waiting') say(`${feedTrouble(feed, url, Date.now())}\n`);
    },
    close: () => {},
  };
}

/** Keys are read one by one; the terminal is as it was when this ends, whatever ends it. */
function onTerminal(what: string, language: string, url: string, stop: () => void): Shows {
  const { stdin, stdout, env } = process;
  const screen = new TerminalWatch({
    output: stdout,
    timing: systemTiming,
    hasColours: !env.NO_COLOR,
    asked: what === '' ? 'whatever is live' : what,
    wordsOf: (document) => wordsIn(disciplineOf(document.header.unit), language) ?? undefined,
  });
  const pressed = (bytes: Buffer): void => {
    if (screen.key(bytes.toString())) stop();
  };
  const resized = (): void => screen.resized();
  if (stdin.isTTY) stdin.setRawMode(true).on('data', pressed);
  stdout.on('resize', resized);
  const close = (): void => {
    process.off('exit', close);
    stdout.off('resize', resized);
    if (stdin.isTTY) stdin.off('data', pressed).setRawMode(false).pause();
    screen.close();
  };
  process.once('exit', close);
  return {
    take: (document, delta, channel) => screen.take(document, delta, channel),
    believe: (feed) => screen.troubled(feedTrouble(feed, url, Date.now())),
    close,
  };
}

/** Names and labels that come with the sport; what the venue named stays. */
function inLanguage(document: Document, language: string): Document {
  const words = wordsIn(disciplineOf(document.header.unit), language);
  return language === 'en' || words === null
    ? document
    : { ...document, header: inWords(document.header, words) };
}
