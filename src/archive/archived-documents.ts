import { decodeDocument } from '../encode/decode.ts';
import { type Document, isOfType } from '../model/document.ts';
import { MedalTable } from '../standings/medal-table.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import type { ArchivedVersion, Segment } from './segment.ts';

/**
 * What an archive says: the newest version of each document, the last start list of each unit, and the medal table. That is made of the medallists, as engines make it:
 * which of its versions were published hangs on who decided first, its content does not. Throws `ArchiveError` `ARCHIVE_DAMAGED`.
 */
export async function documentsIn(folder: ArchiveFolder): Promise<Document[]> {
  const newest = new Map<string, readonly [Segment, ArchivedVersion]>();
  for (const { segment } of folder.chain)
    for (const each of [...segment.documents, ...segment.startLists]) newest.set(each.file, [segment, each]);
  const documents: Document[] = [];
  for (const [segment, { file }] of newest.values())
    documents.push(decodeDocument('json', await folder.file(segment, file)));
  return [...documents, ...medalTable(documents, folder.chain.at(-1)?.segment.epoch ?? '')];
}

function medalTable(documents: readonly Document[], epoch: string): Document[] {
  const table = new MedalTable(epoch);
  for (const document of documents) if (isOfType(document, 'MEDALLISTS')) table.take(document);
  return Array.from(table.series.documents.values(), ({ current }) => current);
}
