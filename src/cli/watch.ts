import { Command, Option } from 'commander';
import type { ConnectionState } from '../client/connection.ts';
import { subscribe } from '../client/node.ts';
import { protobufReader } from '../client/protobuf.ts';
import { fullTitle, sheetOf } from '../client/sheet.ts';
import { jsonReader } from '../client/subscriber.ts';
import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';
import { disciplineOf } from '../model/rsc.ts';
import type { Says } from '../model/server-words.ts';
import { inWords } from '../model/words.ts';
import { LANGUAGES } from '../rules/words/words-of.ts';
import { wordsIn } from '../sports.ts';
import { Failure, usageFailure } from './failure.ts';
import { streamOption, streamUrl } from './stream-url.ts';
import { harmlessInLine, say } from './terminal.ts';
import { textTable } from './text-table.ts';

interface WatchOptions {
  readonly url?: string;
  readonly format: 'json' | 'protobuf';
  readonly once?: boolean;
  readonly language: string;
}

const EXAMPLES = `
CHANNEL is <RSC>/<TYPE>; a * stands for a rest: 'ATH*/RESULT', '*/MEDALLISTS', '*' (quote it for the shell).
On a terminal the newest standings are redrawn in place; into a pipe or a file go plain lines.
Without --url it follows the stream that demo or up started last from this folder.

Examples:
  $ npx splitsecond watch 'ATH*/RESULT'
  $ npx splitsecond watch 'ATH*/RESULT' --url ws://127.0.0.1:8080/v1/stream
  $ npx splitsecond watch '*' --url ws://127.0.0.1:8080/v1/stream > evening.txt
  $ npx splitsecond watch '*/MEDALLISTS' --once --url ws://127.0.0.1:8080/v1/stream   the newest state, then stop`;

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export function watchCommand(): Command {
  return new Command('watch')
    .description('live standings in the terminal')
    .argument('<channel>', 'what to follow')
    .addOption(streamOption())
    .addOption(
      new Option('--format <format>', 'how it is sent').choices(['json', 'protobuf']).default('json'),
    )
    .option('--once', 'show what there is and stop')
    .addOption(new Option('--language <language>', 'of names and columns').choices(LANGUAGES).default('en'))
    .addHelpText('after', EXAMPLES)
    .action(watch);
}

async function watch(channel: string, options: WatchOptions): Promise<void> {
  const url = streamUrl(options.url);
  const isOnce = options.once === true;
  const show = process.stdout.isTTY && !isOnce ? inPlace(process.stdout) : asLines(process.stdout);
  let end = (): void => {};
  await new Promise<void>((stop, fail) => {
    const shown = new Set<Channel>();
    let expected = Number.POSITIVE_INFINITY;
    const stopWhenAllShown = (): void => {
      if (isOnce && shown.size >= expected) stop();
    };
    const heard = (says: Says): void => {
      if ('error' in says) fail(usageFailure(`${says.error.code}: ${says.error.message}`));
      if (!('subscribed' in says)) return;
      expected = says.subscribed.channels;
      if (expected === 0) say(`nothing is published at ${channel} yet${isOnce ? '' : '; waiting'}\n`);
      stopWhenAllShown();
    };
    const subscriber = subscribe({
      url,
      reader: options.format === 'json' ? jsonReader : protobufReader,
      onControl: heard,
      onState: (state) => {
        if (isOnce && state.state === 'waiting')
          fail(new Failure(`no connection to ${url}`, 'is the edge running?'));
        else report(state, url, fail);
      },
    });
    subscriber.follow(channel, (document, delta, from) => {
      show(inLanguage(document, options.language), delta, from);
      shown.add(from);
      stopWhenAllShown();
    });
    const interrupted = (): void => stop();
    for (const signal of STOP_SIGNALS) process.once(signal, interrupted);
    process.stdout.once('error', interrupted);
    end = () => {
      subscriber.close();
      for (const signal of STOP_SIGNALS) process.off(signal, interrupted);
      process.stdout.off('error', interrupted);
    };
  }).finally(() => end());
}

/** Names and labels that come with the sport; what the venue named stays. */
function inLanguage(document: Document, language: string): Document {
  const words = wordsIn(disciplineOf(document.header.unit), language);
  return language === 'en' || words === null
    ? document
    : { ...document, header: inWords(document.header, words) };
}

function report(state: ConnectionState, url: string, fail: (failure: Failure) => void): void {
  if (state.state === 'waiting')
    say(`no connection to ${url}; next try in ${Math.ceil(state.ms / 100) / 10} s\n`);
  if (state.state === 'closed' && state.code !== 1000) {
    fail(new Failure(`the edge closed the connection: ${state.code} ${state.reason}`));
  }
}

type Show = (document: Document, delta: Delta | null, channel: Channel) => void;

interface Output {
  write(text: string): boolean;
  readonly columns?: number;
  readonly rows?: number;
}

const CLEAR = '\x1b[H\x1b[J';
const BOLD = '\x1b[1m';
const INVERSE = '\x1b[7m';
const PLAIN = '\x1b[0m';

/** The whole table, on a cleared screen; what just changed stands out. */
export function inPlace(output: Output): Show {
  return (document, delta) => {
    const changed = new Set((delta?.rows ?? []).map(({ key }) => key));
    const lines = tableOf(document).split('\n');
    const marked = lines.map((line, index) => {
      if (index === 0) return `${BOLD}${clip(line, output.columns)}${PLAIN}`;
      const row = index === 0 ? undefined : document.rows.at(index - 1);
      const isChanged = row !== undefined && changed.has(row.key);
      return isChanged ? `${INVERSE}${clip(line, output.columns)}${PLAIN}` : clip(line, output.columns);
    });
    const body = [clip(titleOf(document), output.columns), '', ...marked];
    const height = output.rows ?? body.length;
    output.write(`${CLEAR}${body.slice(0, Math.max(3, height - 1)).join('\n')}`);
  };
}

/** A title for each version, then the rows that are new in it. */
export function asLines(output: Output): Show {
  return (document, delta) => {
    const changed = new Set((delta?.rows ?? document.rows).map(({ key }) => key));
    const lines = tableOf(document).trimEnd().split('\n');
    const shown = lines.filter((_line, index) => {
      const row = index === 0 ? undefined : document.rows.at(index - 1);
      return row === undefined ? delta === null || document.rows.length === 0 : changed.has(row.key);
    });
    output.write(`${[titleOf(document), ...shown].join('\n')}\n\n`);
  };
}

function tableOf(document: Document): string {
  const { columns, lines } = sheetOf(document);
  return textTable(columns, lines);
}

function titleOf({ header, version, hash }: Document): string {
  const type = header.subcode === null ? header.type : `${header.type}/${header.subcode}`;
  const doubt = header.reliability.ok ? '' : `  ! ${header.reliability.reasons.join(' ')}`;
  return harmlessInLine(`${fullTitle(header.names)}  ${type}  ${header.status}  v${version} ${hash}${doubt}`);
}

const clip = (line: string, width: number | undefined): string =>
  width === undefined || line.length <= width ? line : line.slice(0, width);
