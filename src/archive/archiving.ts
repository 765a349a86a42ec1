import type { Broker } from '../broker/broker.ts';
import { factText, isStanding } from '../broker/standing-fact.ts';
import { revisionOfEpoch } from '../model/epoch.ts';
import type { Sport } from '../rules/contract.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { Archiver } from './archiver.ts';
import { factsInTurn } from './facts-in-turn.ts';
import { newestEpoch, Published } from './published.ts';
import { lastFactOf, type Segment } from './segment.ts';

/** So long an engine may take to publish what facts lead to. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 1_000;

export interface ArchivingOptions {
  readonly broker: Broker;
  readonly folder: ArchiveFolder;
  /** That of this program's rules and documents. */
  readonly revision: string;
  readonly sports: Iterable<Sport>;
  readonly wait: (ms: number) => Promise<void>;
  readonly patienceMs?: number;
  /** Hears of each segment that is in the folder. */
  readonly onSegment?: (segment: Segment) => void;
  /** Goes on with what comes until then; without it ends with what is there. */
  readonly until?: AbortSignal;
}

/**
 * Brings an archive up to the present, and keeps it there until it is told to end. Throws `ArchiveError` where the archive is of other
 * facts or other rules than the broker's, and where facts or versions are missing.
 */
export async function archive(options: ArchivingOptions): Promise<void> {
  const { broker, folder, revision, sports, until, onSegment = () => {} } = options;
  await checkHistory(broker, folder);
  const lastSeq = await broker.lastFactSeq();
  if (lastSeq === folder.to && until === undefined) return;
  const epoch = await epochOf(options);
  if (revisionOfEpoch(epoch) !== revision)
    throw new ArchiveError(
      'ARCHIVE_DOES_NOT_FIT',
      `engines have published the epoch ${epoch}, and this program is of revision ${revision}: archive with the program that they run`,
    );
  const published = new Published({ broker, epoch, patience: () => patienceOf(options) });
  const archiver = await Archiver.open({ folder, published, epoch, revision, sports, onSegment });
  const range = until === undefined ? { until: lastSeq } : { signal: until };
  for await (const fact of factsInTurn(broker, { from: folder.to + 1, ...range })) await archiver.take(fact);
  await archiver.finish();
}

function patienceOf({ wait, patienceMs = PATIENCE_MS }: ArchivingOptions): (ms: number) => Promise<boolean> {
  let waited = 0;
  return async (ms) => {
    if (waited >= patienceMs) return false;
    waited += ms;
    await wait(ms);
    return true;
  };
}

/** The last fact of the archive must be the one that the broker has in its place: places of another history mean other facts. */
async function checkHistory(broker: Broker, { to, chain }: ArchiveFolder): Promise<void> {
  if (to === 0) return;
  const there = await broker.factAt(to);
  const last = lastFactOf(chain.at(-1)!.segment);
  if (isStanding(there, last)) return;
  throw new ArchiveError(
    'ARCHIVE_DOES_NOT_FIT',
    there === 'CUT'
      ? `the archive ends at place ${to}, and VENUE was cut behind it by a newer one: go on with that`
      : `the archive ends with fact ${factText(last)} at place ${to}, and the broker has ${factText(there)} there: ${await wayOut(broker)}`,
  );
}

/** Of a stream that was cut no other archive can have everything. */
const wayOut = async (broker: Broker): Promise<string> =>
  (await broker.cut()) === null ? 'begin another folder' : 'VENUE was cut by it, so restore it';

/** Who goes on until told to end waits for the first engine. */
async function epochOf({ broker, until, wait }: ArchivingOptions): Promise<string> {
  for (;;) {
    const epoch = await newestEpoch(broker);
    if (epoch !== null) return epoch;
    if (until === undefined || until.aborted)
      throw new ArchiveError('NOT_PUBLISHED', 'nothing is published yet: an engine must run');
    await wait(ASK_AGAIN_MS);
  }
}
