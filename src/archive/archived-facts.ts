import type { Broker, StoredVenueMessage } from '../broker/broker.ts';
import { wasCut } from '../broker/cut.ts';
import { isStanding } from '../broker/standing-fact.ts';
import type { Archived } from '../engine/history.ts';
import { type ArchiveDisk, archiveDisk } from './archive-disk.ts';
import { ArchiveError } from './archive-error.ts';
import { ArchiveFolder, type Chained } from './archive-folder.ts';
import { lastFactOf } from './segment.ts';

/**
 * What an archive has for places of VENUE that are empty, from the first of them on. `path`: its folder; null: there is none. Throws what the
 * broker throws.
 */
export const archivedFacts =
  (broker: Pick<Broker, 'cut' | 'factAt'>, path: string | null, disk = archiveDisk) =>
  async (from: number): Promise<Archived> => {
    const cut = await broker.cut();
    const isCut = wasCut(cut, from);
    const need = (why: string): Archived =>
      isCut ? { needed: `facts from place ${from} on were cut from VENUE: ${why}` } : null;
    if (path === null) return need('an archive is needed that has them (--archive)');
    const folder = await opened(path, disk);
    if (folder instanceof ArchiveError) return need(folder.message);
    if (isCut && !folder.chain.some(({ hash }) => hash === cut.segment))
      return need(`the archive in ${path} is not the one by which it was cut, or an older copy of that`);
    const last = await newestThere(broker, folder, isCut ? cut.to : from);
    if (last === null)
      return need(`the broker has other facts than the archive in ${path} has behind them: restore it`);
    return { facts: between(folder, from, last.to) };
  };

const opened = (path: string, disk: ArchiveDisk): Promise<ArchiveFolder | ArchiveError> =>
  ArchiveFolder.open(path, disk).catch((error: unknown) => {
    if (error instanceof ArchiveError) return error;
    throw error;
  });

/** The last segment that ends at this place or behind it with a fact that VENUE has in its place. */
async function newestThere(
  broker: Pick<Broker, 'factAt'>,
  { chain }: ArchiveFolder,
  least: number,
): Promise<Chained['segment'] | null> {
  for (const { segment } of chain.toReversed()) {
    if (segment.to < least) return null;
    if (isStanding(await broker.factAt(segment.to), lastFactOf(segment))) return segment;
  }
  return null;
}

async function* between(folder: ArchiveFolder, from: number, to: number): AsyncGenerator<StoredVenueMessage> {
  for (const { segment } of folder.chain) {
    if (segment.to < from || segment.from > to) continue;
    for await (const fact of folder.facts(segment)) if (fact.streamSeq >= from) yield fact;
  }
}
