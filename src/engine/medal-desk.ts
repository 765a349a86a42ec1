import type { Broker, StoredResultMessage, Subscription } from '../broker/broker.ts';
import type { Decoded } from '../encode/decoded.ts';
import { decodeResult, versionIn } from '../encode/result-codec.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { ProgramLog } from '../program-log.ts';
import { MedalTable } from '../standings/medal-table.ts';
import { VersionedDocument } from '../versions/versioned.ts';
import { Reached } from './reached.ts';
import type { ResultOutlet } from './result-outlet.ts';

/** Keeps the medal table from what is published: every engine reads the same stream, so all agree. */
export class MedalDesk {
  readonly #table: MedalTable;
  readonly #epoch: string;
  readonly #outlet: ResultOutlet;
  readonly #log: ProgramLog;
  readonly #medallists = new Map<Channel, VersionedDocument>();
  readonly #read = new Reached();

  constructor({ epoch, outlet, log }: { epoch: string; outlet: ResultOutlet; log: ProgramLog }) {
    this.#epoch = epoch;
    this.#outlet = outlet;
    this.#log = log;
    this.#table = new MedalTable(epoch);
    outlet.waitBefore('MEDALS', () => this.complete());
  }

  open(broker: Broker): Promise<Subscription> {
    return broker.consumeResults({ fromSeq: 1, types: ['MEDALLISTS'] }, (message) => this.#hear(message));
  }

  /** Resolves when all medallists that this engine has made so far are stored, and count. */
  async complete(): Promise<void> {
    await this.#read.until(await this.#outlet.newestPlaceOf('MEDALLISTS'));
  }

  /** What somebody else stored under the subject of medallists must not end an engine, now and at every start. */
  #hear(message: StoredResultMessage): void {
    try {
      this.#take(message);
    } catch (error) {
      const { channel, version, streamSeq } = message;
      const about = { code: 'RESULT_UNREADABLE', channel, version, streamSeq, error: String(error) };
      this.#log.error(about, 'what is stored as medallists cannot be read; the medal table is without it');
    }
    this.#read.at(message.streamSeq);
  }

  #take({ epoch, channel, first, causes, data }: StoredResultMessage): void {
    if (epoch !== this.#epoch) return;
    for (const decoded of decodeResult(data))
      this.#takeOne(channel, decoded, causes?.[versionIn(decoded) - first] ?? '');
  }

  #takeOne(channel: Channel, decoded: Decoded, cause: string): void {
    const copy = this.#medallists.get(channel);
    const version = versionIn(decoded);
    if (copy !== undefined && version <= copy.current.version) return;
    if ('document' in decoded) this.#medallists.set(channel, wholeOf(channel, decoded.document));
    else if (copy?.apply(decoded.delta) !== true) {
      this.#log.error(
        { channel, version },
        'a version of the medallists does not follow from the one before',
      );
      return;
    }
    const next = this.#table.take(this.#medallists.get(channel)!.current);
    if (next !== null) this.#outlet.offer(next, cause);
  }
}

function wholeOf(channel: Channel, document: Document): VersionedDocument {
  if (channelOf(document.header) !== channel) throw new Error(`this is ${channelOf(document.header)}`);
  return VersionedDocument.proven(document);
}
