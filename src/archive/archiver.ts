import type { StoredResultMessage, StoredVenueMessage } from '../broker/broker.ts';
import { encoderOf } from '../encode/format.ts';
import type { Channel, Document } from '../model/document.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { Fold } from './fold.ts';
import type { Published } from './published.ts';
import {
  type ArchivedDocument,
  type ArchivedVersion,
  countIn,
  documentFile,
  FACTS_FILE,
  factLine,
  type Segment,
  type UnitInSegment,
  VERSIONS_FILE,
  versionLine,
} from './segment.ts';

/** A segment holds no more facts than this, so that it fits into memory. */
const FACTS_MOST = 20_000;

export interface ArchiverOptions {
  readonly folder: ArchiveFolder;
  readonly published: Published;
  readonly epoch: string;
  readonly revision: string;
  readonly sports: Iterable<Sport>;
  readonly onSegment: (segment: Segment) => void;
}

/** What the next segment is made of, as it was when it was decided: facts go on while it is written. */
interface Piece {
  readonly facts: readonly StoredVenueMessage[];
  readonly documents: ReadonlyMap<Channel, Document>;
  readonly startLists: ReadonlyMap<Channel, Document>;
  readonly finished: readonly Rsc[];
}

/** From facts in the order of VENUE to segments: one whenever a unit has become official, or a finished one has changed. */
export class Archiver {
  readonly #options: ArchiverOptions;
  readonly #fold: Fold;
  readonly #archived = new Map<Channel, ArchivedDocument>();
  #facts: StoredVenueMessage[] = [];
  #changed = new Set<Channel>();
  /** Given by the facts of segments that do not have them. */
  #startListsDue = new Map<Channel, Document>();
  /** The last place that was handed over to be written. */
  #taken = 0;
  #waiting = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(options: ArchiverOptions) {
    this.#options = options;
    this.#fold = new Fold(options);
  }

  /** Goes on behind what the folder holds. */
  static async open(options: ArchiverOptions): Promise<Archiver> {
    const archiver = new Archiver(options);
    await archiver.#recall();
    return archiver;
  }

  /**
   * Takes the next fact. Resolves when there is room for another one: while segments are written, facts are not gathered without a bound.
   * Throws `FACTS_MISSING` where it is not the next one, and what writing a segment throws.
   */
  async take(message: StoredVenueMessage): Promise<void> {
    const next = (this.#facts.at(-1)?.streamSeq ?? this.#taken) + 1;
    if (message.streamSeq !== next)
      throw new ArchiveError(
        'FACTS_MISSING',
        `VENUE goes on at place ${message.streamSeq}, and place ${next} is not in the archive`,
      );
    this.#facts.push(message);
    for (const channel of this.#fold.take(message)) this.#changed.add(channel);
    if (this.#facts.length >= FACTS_MOST || this.#fold.isFinished(message.unit)) this.#cut();
    if (this.#waiting > 1) await this.#writing;
  }

  /** Writes what is left, and resolves when it and all before it are in the folder. */
  async finish(): Promise<void> {
    if (this.#facts.length > 0) this.#cut();
    await this.#writing;
  }

  #cut(): void {
    const facts = this.#facts;
    const documents = new Map<Channel, Document>();
    for (const channel of this.#changed) documents.set(channel, this.#fold.documents.get(channel)!);
    const startLists = new Map([...this.#startListsDue, ...this.#fold.takeStartLists()]);
    const units = new Set(facts.map(({ unit }) => unit));
    const finished = [...units].filter((unit) => this.#fold.isFinished(unit)).sort();
    this.#taken = facts.at(-1)!.streamSeq;
    this.#facts = [];
    this.#changed = new Set();
    this.#startListsDue = new Map();
    this.#waiting += 1;
    this.#writing = this.#writing.then(() => this.#write({ facts, documents, startLists, finished }));
    this.#writing.catch(() => {});
  }

  async #write({ facts, documents, startLists, finished }: Piece): Promise<void> {
    const { folder, published, epoch, revision, onSegment } = this.#options;
    await published.await(documents);
    const files = new Map<string, Uint8Array>([[FACTS_FILE, Buffer.from(facts.map(factLine).join(''))]]);
    const archived: ArchivedDocument[] = [];
    const messages: StoredResultMessage[] = [];
    for (const [channel, document] of [...documents].sort(byChannel)) {
      const versionsTo = this.#archived.get(channel)?.versionsTo ?? 0;
      const found = await published.versions(channel, document, versionsTo);
      messages.push(...found.messages);
      const to = Math.max(versionsTo, ...found.messages.map((each) => each.version));
      const version = versionIn(files, channel, document, 'documents');
      archived.push({ ...version, published: found.isThere, versionsTo: to });
    }
    messages.sort((one, other) => one.streamSeq - other.streamSeq);
    files.set(VERSIONS_FILE, Buffer.from(messages.map(versionLine).join('')));
    const last = facts.at(-1)!;
    const end = { to: last.streamSeq, lastId: last.messageId, lastAt: last.storedAt };
    const places = { from: facts[0]!.streamSeq, ...end };
    const lists = [...startLists].sort(byChannel);
    const { segment } = await folder.append(
      {
        ...places,
        revision,
        epoch,
        units: unitsOf(facts),
        finished,
        documents: archived,
        startLists: lists.map(([channel, list]) => versionIn(files, channel, list, 'start-lists')),
      },
      files,
    );
    for (const each of archived) this.#archived.set(each.channel, each);
    this.#waiting -= 1;
    onSegment(segment);
  }

  /** What the documents of another revision were is in its segments; what differs by the rules of this one comes in the next. */
  async #recall(): Promise<void> {
    const { folder, epoch } = this.#options;
    for (const { segment } of folder.chain) {
      for await (const fact of folder.facts(segment)) this.#fold.take(fact);
      for (const [channel, list] of this.#fold.takeStartLists()) this.#startListsDue.set(channel, list);
      for (const { channel, version, hash } of segment.startLists) {
        const due = this.#startListsDue.get(channel);
        if (due?.version === version && due.hash === hash) this.#startListsDue.delete(channel);
      }
      // Of another epoch nothing is archived yet.
      for (const each of segment.documents)
        this.#archived.set(each.channel, segment.epoch === epoch ? each : { ...each, versionsTo: 0 });
    }
    this.#taken = folder.to;
    for (const [channel, { version, hash }] of this.#fold.documents) {
      const known = this.#archived.get(channel);
      if (known?.version !== version || known.hash !== hash) this.#changed.add(channel);
    }
  }
}

const byChannel = ([one]: [Channel, unknown], [other]: [Channel, unknown]): number => (one < other ? -1 : 1);

/** Puts it among the files of a segment. */
function versionIn(
  files: Map<string, Uint8Array>,
  channel: Channel,
  document: Document,
  folder: 'documents' | 'start-lists',
): ArchivedVersion {
  const { version, hash } = document;
  const file = documentFile(channel, folder);
  files.set(file, encoderOf('json').whole(document));
  return { channel, version, hash, file };
}

function unitsOf(facts: readonly StoredVenueMessage[]): Segment['units'] {
  const units = new Map<Rsc, UnitInSegment>();
  for (const fact of facts) countIn(units, fact);
  return Object.fromEntries([...units].sort(([one], [other]) => (one < other ? -1 : 1)));
}
