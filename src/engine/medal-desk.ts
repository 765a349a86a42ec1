import type { Broker, StoredResultMessage, Subscription } from '../broker/broker.ts';
import type { Decoded } from '../encode/decoded.ts';
import { decodeResult, versionIn } from '../encode/result-codec.ts';
import type { Channel } from '../model/document.ts';
import { MedalTable } from '../standings/medal-table.ts';
import { VersionedDocument } from '../versions/versioned.ts';
import type { EngineLog } from './engine-log.ts';
import type { ResultOutlet } from './result-outlet.ts';

/** Keeps the medal table from what is published: every engine reads the same stream, so all agree. */
export class MedalDesk {
  readonly #table: MedalTable;
  readonly #epoch: string;
  readonly #outlet: ResultOutlet;
  readonly #log: EngineLog;
  readonly #medallists = new Map<Channel, VersionedDocument>();

  constructor({ epoch, outlet, log }: { epoch: string; outlet: ResultOutlet; log: EngineLog }) {
    this.#epoch = epoch;
    this.#outlet = outlet;
    this.#log = log;
    this.#table = new MedalTable(epoch);
  }

  open(broker: Broker): Promise<Subscription> {
    return broker.consumeResults({ fromSeq: 1, types: ['MEDALLISTS'] }, (message) => this.#take(message));
  }

  #take(message: StoredResultMessage): void {
    if (message.epoch !== this.#epoch) return;
    const held = this.#medallists.get(message.channel);
    if (held !== undefined && message.version <= held.current.version) return;
    for (const decoded of decodeResult(message.data))
      this.#takeOne(message.channel, decoded, message.causes?.[versionIn(decoded) - message.first] ?? '');
  }

  #takeOne(channel: Channel, decoded: Decoded, cause: string): void {
    const held = this.#medallists.get(channel);
    const version = versionIn(decoded);
    if (held !== undefined && version <= held.current.version) return;
    if ('document' in decoded) this.#medallists.set(channel, new VersionedDocument(decoded.document));
    else if (held?.apply(decoded.delta) !== true) {
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
