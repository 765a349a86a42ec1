import type { StoredResultMessage, StoredVenueMessage } from '../broker/broker.ts';
import { type FactIdentity, factText, isSameFact } from '../broker/standing-fact.ts';
import { decodeDocument } from '../encode/decode.ts';
import type { Decoded } from '../encode/decoded.ts';
import { decodeResult, versionIn } from '../encode/result-codec.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Sport } from '../rules/contract.ts';
import { VersionedDocument } from '../versions/versioned.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveFolder, Chained } from './archive-folder.ts';
import { Fold } from './fold.ts';
import { hashOf } from './published.ts';
import { type ArchivedVersion, countIn, lastFactOf, type Segment, type UnitInSegment } from './segment.ts';

export interface ArchiveReport {
  readonly segments: number;
  readonly facts: number;
  readonly documents: number;
  readonly versions: number;
  /** Documents and versions of another revision that the rules of this program do not give: not shown, and no fault. */
  readonly ofOtherRules: number;
  /** SHA-256 of the last segment, which names all before it; empty where there is none. */
  readonly head: string;
  /** What the facts come to by the rules of this program. */
  readonly newest: ReadonlyMap<Channel, Document>;
  /** What is wrong, each in a sentence. Empty: the archive is good. */
  readonly problems: readonly string[];
}

/**
 * Holds an archive against itself: every hash of the chain, every fact in its place once, and every document and version against what the
 * facts give by the rules of this program. `onFact` is given each fact in its turn.
 */
export async function checkArchive(
  open: () => Promise<ArchiveFolder>,
  rules: { readonly revision: string; readonly sports: Iterable<Sport> },
  onFact: (fact: StoredVenueMessage) => Promise<void> = async () => {},
): Promise<ArchiveReport> {
  const check = new Check(rules, onFact);
  try {
    await check.all(await open());
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    check.problem(error.message);
  }
  return check.report;
}

const EXTRA = 'stands there, and its segment does not name it';

class Check {
  readonly #revision: string;
  readonly #fold: Fold;
  readonly #onFact: (fact: StoredVenueMessage) => Promise<void>;
  readonly #problems: string[] = [];
  /** Given by the facts of a segment, and not found in one yet. */
  readonly #startLists = new Map<Channel, { readonly list: Document; readonly segment: Segment }>();
  #segments = 0;
  #facts = 0;
  #documents = 0;
  #versions = 0;
  #ofOtherRules = 0;
  #head = '';

  constructor(
    { revision, sports }: { revision: string; sports: Iterable<Sport> },
    onFact: (fact: StoredVenueMessage) => Promise<void>,
  ) {
    this.#onFact = onFact;
    this.#revision = revision;
    this.#fold = new Fold({ epoch: 'archive', sports });
  }

  get report(): ArchiveReport {
    return {
      segments: this.#segments,
      facts: this.#facts,
      documents: this.#documents,
      versions: this.#versions,
      ofOtherRules: this.#ofOtherRules,
      head: this.#head,
      newest: this.#fold.documents,
      problems: this.#problems,
    };
  }

  problem(text: string): void {
    this.#problems.push(text);
  }

  async all(folder: ArchiveFolder): Promise<void> {
    if (folder.chain.length === 0) this.problem(`there is no archive in ${folder.path}`);
    else {
      const objection = await folder.objectionToIndex();
      if (objection !== null) this.problem(objection);
    }
    for (const chained of folder.chain) await this.#segment(folder, chained);
    for (const [channel, { segment }] of this.#startLists)
      this.#differs(
        segment,
        `segment ${segment.number}: its facts give a start list of ${channel}, and none is held`,
      );
  }

  async #segment(folder: ArchiveFolder, { segment, hash }: Chained): Promise<void> {
    this.#segments += 1;
    this.#head = hash;
    for (const name of await folder.filesOf(segment))
      if (segment.files[name] === undefined) this.problem(`segment ${segment.number}: ${name} ${EXTRA}`);
    const changed = await this.#takeFacts(folder, segment);
    for (const { channel } of segment.documents) changed.delete(channel);
    for (const channel of changed)
      this.#differs(
        segment,
        `segment ${segment.number}: its facts change ${channel}, of which it holds no document`,
      );
    for (const document of segment.documents)
      await this.#document(folder, segment, document, this.#fold.documents.get(document.channel));
    for (const [channel, list] of this.#fold.takeStartLists())
      this.#startLists.set(channel, { list, segment });
    for (const list of segment.startLists) {
      const given = this.#startLists.get(list.channel)?.list;
      if (await this.#document(folder, segment, list, given)) this.#startLists.delete(list.channel);
    }
    await this.#takeVersions(folder, segment);
  }

  /** The channels whose documents are other ones behind it. */
  async #takeFacts(folder: ArchiveFolder, segment: Segment): Promise<Set<Channel>> {
    const { number, from, to, units, finished } = segment;
    const named = lastFactOf(segment);
    const found = new Map<string, UnitInSegment>();
    const changed = new Set<Channel>();
    let next = from;
    let last: FactIdentity | null = null;
    for await (const fact of folder.facts(segment)) {
      const { streamSeq } = fact;
      if (streamSeq !== next)
        this.problem(`segment ${number}: place ${streamSeq} stands where ${next} belongs`);
      next = streamSeq + 1;
      last = fact;
      countIn(found, fact);
      await this.#onFact(fact);
      for (const channel of this.#fold.take(fact)) changed.add(channel);
      this.#facts += 1;
    }
    if (next !== to + 1 || last === null || !isSameFact(last, named))
      this.problem(
        `segment ${number}: its facts end at ${next - 1} (${factText(last)}), not at ${to} (${factText(named)})`,
      );
    if (textOf(Object.fromEntries(found)) !== textOf(units))
      this.problem(`segment ${number}: its facts are of other units than it names`);
    const official = [...found.keys()].filter((unit) => this.#fold.isFinished(unit)).sort();
    if (this.#isOwn(segment) && official.join() !== finished.join())
      this.problem(
        `segment ${number}: finished are ${official.join(', ')}, and it names ${finished.join(', ')}`,
      );
    return changed;
  }

  /** `computed`: what the facts give in its place; whether it is that. */
  async #document(
    folder: ArchiveFolder,
    segment: Segment,
    { channel, version, hash, file }: ArchivedVersion,
    computed: Document | undefined,
  ): Promise<boolean> {
    this.#documents += 1;
    const name = `segment ${segment.number}: ${channel} version ${version}`;
    const bytes = await folder.file(segment, file);
    try {
      const document = VersionedDocument.proven(decodeDocument('json', bytes)).current;
      if (channelOf(document.header) !== channel || document.version !== version || document.hash !== hash)
        this.problem(`${name}: its file holds ${channelOf(document.header)} version ${document.version}`);
    } catch (error) {
      this.problem(`${name}: ${(error as Error).message}`);
    }
    if (computed?.version === version && computed.hash === hash) return true;
    const given =
      computed === undefined ? 'no document' : `version ${computed.version} with ${computed.hash}`;
    this.#differs(segment, `${name} has the hash ${hash}, and the facts give ${given}`);
    return false;
  }

  async #takeVersions(folder: ArchiveFolder, segment: Segment): Promise<void> {
    for await (const message of folder.versions(segment)) {
      for (const decoded of versionsIn(message)) {
        this.#versions += 1;
        const version = versionIn(decoded);
        const given = this.#fold.hashOf(message.channel, version);
        if (given === hashOf(decoded)) continue;
        const what = `segment ${segment.number}: ${message.channel} version ${version}`;
        this.#differs(
          segment,
          `${what} was published with ${hashOf(decoded)}, and the facts give ${given ?? 'none'}`,
        );
      }
    }
  }

  /** Other rules may give other documents; those of this program must give what it was archived with. */
  #differs(segment: Segment, text: string): void {
    if (this.#isOwn(segment)) this.problem(text);
    else this.#ofOtherRules += 1;
  }

  #isOwn({ revision }: Segment): boolean {
    return revision === this.#revision;
  }
}

function versionsIn({ data, channel, streamSeq }: StoredResultMessage): Decoded[] {
  try {
    return decodeResult(data);
  } catch (error) {
    throw new ArchiveError(
      'ARCHIVE_DAMAGED',
      `${channel} at place ${streamSeq} of RESULTS cannot be read: ${(error as Error).message}`,
    );
  }
}

/** The same whatever the order of the keys. */
const textOf = (units: Segment['units']): string =>
  Object.entries(units)
    .map(([unit, { facts, first, last }]) => `${unit} ${facts} ${first} ${last}`)
    .sort()
    .join('\n');
