import { Command } from 'commander';
import { ArchiveFolder } from '../archive/archive-folder.ts';
import { factsInTurn } from '../archive/facts-in-turn.ts';
import { hashOfVersion, newestEpoch } from '../archive/published.ts';
import type { Broker, StoredVenueMessage } from '../broker/broker.ts';
import { type Channel, channelOf, parseChannel } from '../model/document.ts';
import { disciplineOf, parseRsc } from '../model/rsc.ts';
import { SPORTS, wordsIn } from '../sports.ts';
import { type Trace, type TraceProblem, traceRow } from '../trace/trace.ts';
import { traceText } from '../trace/trace-text.ts';
import { FILE_LIMITS, factOfLine, readLines } from '../venue/feed-file.ts';
import { brokerOption, withBroker } from './broker-connection.ts';
import { Failure, usageFailure } from './failure.ts';
import { languageOption } from './language-option.ts';
import { positiveInteger } from './options.ts';
import { print } from './terminal.ts';

interface TraceChoice {
  readonly url?: string;
  readonly archive?: string;
  readonly feed?: string;
  readonly at?: number;
  readonly json?: true;
  readonly language: string;
}

const EXAMPLES = `
CHANNEL is <RSC>/<TYPE>, or an RSC alone for its RESULT; COMPETITOR is the key of the row.
The facts come from a broker (--url, NATS_URL), from an archive, or from a feed file; everything is computed anew, so what is traced is
what the rules of this program make of them. Its hash is held against the published or archived one: exit code 1 where they differ.

Examples:
  $ npx splitsecond trace ATHM200M--------------SFNL000100--/RESULT 1234567 --url nats://broker:4222
  $ npx splitsecond trace ATHM200M--------------SFNL000100-- 1234567 --at 12 --archive /var/lib/archive
  $ npx splitsecond trace ATHM200M--------------SFNL000100-- 1234567 --feed evening.ndjson --json`;

export const traceCommand = (): Command =>
  new Command('trace')
    .description('the facts and the criteria behind a row')
    .argument('<channel>', 'the document')
    .argument('<competitor>', 'the row')
    .addOption(brokerOption())
    .option('--archive <folder>', 'facts that "archive write" has kept')
    .option('--feed <file>', 'a feed file: one fact a line')
    .option('--at <version>', 'this version instead of the newest', positiveInteger)
    .option('--json', 'as JSON')
    .addOption(languageOption('of the criteria'))
    .addHelpText('after', EXAMPLES)
    .action(traceCompetitor);

/** Where facts are, and which hash a version was given there: null where it is not known, undefined where nothing is published. */
interface Origin {
  readonly messages: AsyncIterable<StoredVenueMessage>;
  hashOf(version: number): Promise<string | null | undefined>;
  readonly isFeed?: true;
}

async function traceCompetitor(text: string, competitor: string, choice: TraceChoice): Promise<void> {
  const channel = channelIn(text);
  const { feed, archive: folder, url } = choice;
  if (feed !== undefined) await show(originOfFeed(feed), { channel, competitor, choice });
  else if (folder !== undefined)
    await show(await originOfArchive(folder, channel), { channel, competitor, choice });
  else
    await withBroker(url, 'trace', async (broker) =>
      show(await originOfBroker(broker, channel), { channel, competitor, choice }),
    );
}

function channelIn(text: string): Channel {
  const rsc = parseRsc(text);
  const channel = rsc === null ? text : channelOf({ type: 'RESULT', unit: rsc, subcode: null });
  if (parseChannel(channel) === null)
    throw usageFailure(
      `${text} is neither a channel nor an RSC`,
      'write <RSC>/<TYPE>, or an RSC of 34 characters',
    );
  return channel;
}

interface Wanted {
  readonly channel: Channel;
  readonly competitor: string;
  readonly choice: TraceChoice;
}

async function show(origin: Origin, { channel, competitor, choice }: Wanted): Promise<void> {
  const { at, json, language } = choice;
  const trace = await traceRow(origin.messages, {
    ...{ channel, competitor, sports: SPORTS, words: wordsIn(disciplineOf(channel), language) },
    ...(at === undefined ? {} : { version: at }),
    ...(origin.isFeed === undefined
      ? {}
      : { decode: ({ data, streamSeq }: StoredVenueMessage) => factOfLine(data, streamSeq) }),
  });
  if (typeof trace === 'string') throw problemOf(trace, channel, competitor);
  const hash = await origin.hashOf(trace.version);
  const isSame = hash == null ? null : hash === trace.hash;
  const published = hash === undefined ? null : { hash, isSame };
  print(
    json === true
      ? `${JSON.stringify({ ...trace, published })}\n`
      : traceText(trace, comparison(trace, hash)),
  );
  if (isSame === false)
    throw new Failure(
      `${channel} version ${trace.version} was published with the hash ${hash}, and its facts give ${trace.hash}`,
      'trace it with the program that computed it',
    );
}

function comparison({ hash }: Trace, known: string | null | undefined): string {
  if (known === undefined) return 'of a feed file, which nobody has published';
  if (known === null) return 'the published version is not there any more';
  return hash === known ? 'as published' : `NOT as published, which is ${known}`;
}

function problemOf(problem: TraceProblem, channel: Channel, competitor: string): Failure {
  if (problem === 'NO_ROW')
    return new Failure(
      `${channel} has no row of ${competitor}`,
      'COMPETITOR is the code that the venue sends',
    );
  if (problem === 'NO_VERSION')
    return new Failure(`${channel} has no such version`, 'leave --at out for the newest');
  return new Failure(
    `the facts give no document ${channel}`,
    'splitsecond rank, or /v1/documents, says which there are',
  );
}

/** A line stands for a place, and `sentAt` for the time of storing, as in `rank`. */
function originOfFeed(path: string): Origin {
  return { messages: messagesOfFeed(path), hashOf: async () => undefined, isFeed: true };
}

async function* messagesOfFeed(path: string): AsyncGenerator<StoredVenueMessage> {
  for await (const { lineNumber, bytes } of readLines(path, FILE_LIMITS.bytes)) {
    if (bytes === null) continue;
    const read = factOfLine(bytes, lineNumber);
    const about = 'kind' in read ? read : { unit: '', storedAt: lineNumber };
    yield {
      ...{ venue: '', unit: about.unit, messageId: '', contentType: 'application/json' },
      ...{ data: bytes, streamSeq: lineNumber, storedAt: about.storedAt },
    };
  }
}

async function originOfArchive(path: string, channel: Channel): Promise<Origin> {
  const folder = await ArchiveFolder.open(path);
  async function* messages(): AsyncGenerator<StoredVenueMessage> {
    for (const { segment } of folder.chain) yield* folder.facts(segment);
  }
  return { messages: messages(), hashOf: (version) => folder.hashOfVersion(channel, version) };
}

async function originOfBroker(broker: Broker, channel: Channel): Promise<Origin> {
  await checkWhole(broker);
  return {
    messages: messagesOfBroker(broker),
    hashOf: async (version) => {
      const epoch = await newestEpoch(broker);
      return epoch === null ? null : ((await hashOfVersion(broker, { channel, epoch, version })) ?? null);
    },
  };
}

async function* messagesOfBroker(broker: Broker): AsyncGenerator<StoredVenueMessage> {
  const until = await broker.lastFactSeq();
  if (until > 0) yield* factsInTurn(broker, { from: 1, until });
  // Cut while it was read, it was read in part.
  await checkWhole(broker);
}

async function checkWhole(broker: Broker): Promise<void> {
  if ((await broker.cut()) !== null)
    throw new Failure(
      'facts were cut from the broker, and a row can hang on any of them',
      'trace it from the archive: --archive FOLDER',
    );
}
