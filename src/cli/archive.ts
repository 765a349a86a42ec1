import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { type ArchiveReport, checkArchive } from '../archive/archive-check.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import { ArchiveFolder } from '../archive/archive-folder.ts';
import { archive } from '../archive/archiving.ts';
import { cutVenue } from '../archive/cutting.ts';
import { restore } from '../archive/restore.ts';
import type { Segment } from '../archive/segment.ts';
import type { Broker } from '../broker/broker.ts';
import { ownRevision } from '../setup/revision.ts';
import { SPORTS } from '../sports.ts';
import { formsCommand } from './archive-forms.ts';
import { brokerOption, withBroker } from './broker-connection.ts';
import { EXIT, Failure } from './failure.ts';
import { durationOption } from './options.ts';
import { Progress } from './progress.ts';
import { systemClock } from './system-clock.ts';
import { print, say } from './terminal.ts';

interface BrokerChoice {
  readonly url?: string;
}

const EXAMPLES = `
Examples:
  $ NATS_URL=nats://broker:4222 npx splitsecond archive write /var/lib/archive --follow
  $ npx splitsecond archive check /var/lib/archive
  $ npx splitsecond archive forms /var/lib/archive /srv/forms      in every form of media wires
  $ NATS_URL=nats://broker:4222 npx splitsecond archive cut /var/lib/archive --over-for 24h
  $ NATS_URL=nats://new:4222 npx splitsecond archive restore /var/lib/archive

An archive holds every fact of the stream VENUE, byte by byte, and what was published because of them: in segments, one whenever a
unit has become official. Each segment names the SHA-256 of the one before it.`;

export function archiveCommand(): Command {
  const command = new Command('archive')
    .description('facts and documents as files, hash-chained')
    .addHelpText('after', EXAMPLES);
  command.addCommand(writeCommand());
  command.addCommand(checkCommand());
  command.addCommand(cutCommand());
  command.addCommand(restoreCommand());
  command.addCommand(formsCommand());
  return command;
}

const writeCommand = (): Command =>
  new Command('write')
    .description(
      'brings an archive up to the present; it can be ended at any moment, and goes on where it was',
    )
    .argument('<folder>', 'the archive, made when it is not there')
    .addOption(brokerOption())
    .option('--follow', 'goes on: a segment whenever a unit has become official')
    .action(writeArchive);

async function writeArchive(path: string, options: BrokerChoice & { readonly follow?: true }): Promise<void> {
  const until = options.follow === true ? untilInterrupted() : undefined;
  await ofArchive(options, async (broker) => {
    const lost = new Promise<never>((_resolve, reject) =>
      broker.onReplaced((loss) =>
        reject(new Failure(loss.text, 'start it again once the engines are ready')),
      ),
    );
    const folder = await ArchiveFolder.open(path);
    const onSegment = (segment: Segment): void => void say(`${segmentText(segment)}\n`);
    const common = { broker, folder, revision: ownRevision(), sports: SPORTS, wait: pause, onSegment };
    await Promise.race([archive({ ...common, ...(until === undefined ? {} : { until }) }), lost]);
    print(`${path} holds the facts up to place ${folder.to}; head ${folder.head}\n`);
  });
}

function untilInterrupted(): AbortSignal {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  return end.signal;
}

function segmentText({ number, from, to, finished }: Segment): string {
  const names = finished.length === 0 ? '' : `, finished: ${finished.join(', ')}`;
  return `segment ${number}: facts ${from} to ${to}${names}`;
}

const checkCommand = (): Command =>
  new Command('check')
    .description('every hash, every fact in its place, every document against what the facts give')
    .argument('<folder>', 'the archive')
    .action(async (path: string) => {
      const report = await checkArchive(() => ArchiveFolder.open(path), {
        revision: ownRevision(),
        sports: SPORTS,
      });
      say(
        report.problems
          .slice(0, PROBLEMS_SHOWN)
          .map((problem) => `${problem}\n`)
          .join(''),
      );
      const { problems, ofOtherRules } = report;
      if (problems.length > 0)
        throw new Failure(`${path}: ${problems.length} problems`, 'do not cut anything by it');
      print(`${path} is good: ${countsText(report)}; head ${report.head}\n`);
      if (ofOtherRules > 0)
        throw new Failure(
          `${ofOtherRules} documents and versions were made by another revision, and are other ones by the rules of this program`,
          'check it with the program that wrote it as well',
          EXIT.notAll,
        );
    });

const PROBLEMS_SHOWN = 100;

const CUT_HELP = `
An event is over when every competition in it is OFFICIAL or cancelled. Before anything is removed, the archive is checked as "archive check" does it, and every fact and
document of it is held against what the broker has. From then on engines that start without a checkpoint need the archive (engine --archive).`;

const cutCommand = (): Command =>
  new Command('cut')
    .description(
      'removes from the broker the facts of events that are over and archived; ended meanwhile, it goes on',
    )
    .argument('<folder>', 'the archive')
    .addOption(brokerOption())
    .addOption(durationOption('--over-for <duration>', 'events of which nothing was said for so long', '24h'))
    .addHelpText('after', CUT_HELP)
    .action(cutArchived);

async function cutArchived(
  path: string,
  options: BrokerChoice & { readonly overFor: number },
): Promise<void> {
  const folder = await archiveIn(path);
  const quietSince = systemClock.now() - options.overFor * 1_000;
  await ofArchive(options, async (broker) => {
    const before = (await broker.storage()).usedBytes;
    const { units, facts } = await cutVenue({
      broker,
      folder,
      revision: ownRevision(),
      sports: SPORTS,
      quietSince,
    });
    const after = (await broker.storage()).usedBytes;
    print(
      `${facts} facts were cut, ${units} units by now; the broker uses ${after} bytes, ${before} before\n`,
    );
  });
}

const restoreCommand = (): Command =>
  new Command('restore')
    .description('puts the facts back into an empty broker; ended meanwhile, it goes on where it was')
    .argument('<folder>', 'the archive')
    .addOption(brokerOption())
    .action(async (path: string, options: BrokerChoice) => {
      const folder = await archiveIn(path);
      const progress = new Progress('facts restored', folder.to);
      const onFact = (): void => progress.step();
      await ofArchive(options, (broker) => restore({ broker, folder, wait: pause, onFact }));
      progress.done();
      print(`${folder.to} facts of ${path} are in the broker\n`);
    });

const countsText = ({ segments, facts, documents, versions }: ArchiveReport): string =>
  `${segments} segments, ${facts} facts, ${documents} documents, ${versions} versions`;

async function archiveIn(path: string): Promise<ArchiveFolder> {
  const folder = await ArchiveFolder.open(path);
  if (folder.to === 0)
    throw new Failure(`there is no archive in ${path}`, 'name the folder that was written');
  return folder;
}

/** What an archive objects to is for a person to read. */
async function ofArchive<T>({ url }: BrokerChoice, work: (broker: Broker) => Promise<T>): Promise<T> {
  try {
    return await withBroker(url, 'archive', work);
  } catch (error) {
    throw error instanceof ArchiveError ? new Failure(`${error.code}: ${error.message}`) : error;
  }
}
