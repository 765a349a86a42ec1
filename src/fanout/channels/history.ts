import type { Broker, StoredResultMessage } from '../../broker/broker.ts';
import type { Decoded } from '../../encode/decoded.ts';
import { versionIn } from '../../encode/result-codec.ts';
import type { Channel, Document } from '../../model/document.ts';
import { isNewerEpoch } from '../../model/epoch.ts';
import { VersionedDocument } from '../../versions/versioned.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { Turns } from '../turns.ts';
import { Rebuilt } from './rebuilt.ts';

/** The versions in a message, in order. */
export type DecodeResult = (data: Uint8Array) => readonly Decoded[];

/** Versions read from the stream at once: bounds what one reader holds in memory. */
const PAGE = 64;

/** Older versions as whole documents, rebuilt from what the stream keeps. */
export class History {
  readonly #broker: Pick<Broker, 'readResults' | 'lastResult'>;
  readonly #decode: DecodeResult;
  readonly #turns: Turns;
  readonly #rebuilt = new Rebuilt();

  /** `readsAtOnce`: whatever many readers want, the broker is asked for no more than so many pages at a time. */
  constructor(
    broker: Pick<Broker, 'readResults' | 'lastResult'>,
    decode: DecodeResult,
    readsAtOnce = DEFAULT_LIMITS.historyReads,
  ) {
    this.#broker = broker;
    this.#decode = decode;
    this.#turns = new Turns(readsAtOnce);
  }

  /** Pages that were asked of the broker at once when there were most. */
  get readsPeak(): number {
    return this.#turns.peak;
  }

  /**
   * Every version of the epoch after `version` that can be rebuilt, in order. A hole in the version
   * numbers means that the stream no longer has what is between. `signal` ends it, with an error, before the next page.
   */
  async *after(
    channel: Channel,
    epoch: string,
    version: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Document> {
    const known = this.#rebuilt.before(channel, { epoch, version });
    let building = known === null ? null : new VersionedDocument(known);
    const whole = known === null ? await this.#wholeAtOrBefore(channel, epoch, version + 1, signal) : null;
    let from = known === null ? (whole ?? version + 1) : known.version + 1;
    for (;;) {
      const page = await this.#read(channel, epoch, from - 1, from - 1 + PAGE, signal);
      for (const result of page.flatMap(({ data }) => this.#decode(data))) {
        const before: Document | null = building?.current ?? null;
        if (before !== null && versionIn(result) <= before.version) continue;
        building = built(building, result);
        if (building === null && before !== null && known !== null) {
          // The stream does not lead on from what was rebuilt once: from a version that stands alone, then.
          this.#rebuilt.forget(channel);
          yield* this.after(channel, epoch, Math.max(version, before.version), signal);
          return;
        }
        if (building === null || building.current.version <= version) continue;
        if (before !== null && before.version <= version) this.#rebuilt.add(before);
        yield building.current;
      }
      if (page.length === 0) {
        // A page can be empty because retention cut into it: look once behind it.
        const [next] = await this.#turns.take(() =>
          this.#broker.readResults(channel, { epoch, afterVersion: from - 1 }),
        );
        if (next === undefined) return;
        from = next.first;
      } else from = 1 + Math.max(...page.map((message) => message.version));
    }
  }

  /**
   * The version that was current at `time` (RFC 3339 UTC), judged by the newest fact in it, and every later
   * one up to `newest`. Reads backwards to the last one that stands alone, so a short while costs little.
   */
  async *since(
    channel: Channel,
    newest: Pick<Document, 'epoch' | 'version'>,
    time: string,
    signal?: AbortSignal,
  ): AsyncGenerator<Document> {
    const { epoch } = newest;
    let start = 0;
    for (let before = newest.version; before > 0; before = start - 1) {
      const whole = await this.#wholeAtOrBefore(channel, epoch, before, signal);
      if (whole === null) break;
      start = whole;
      const document = await this.version(channel, epoch, whole, signal);
      if (document === null || document.asOf <= time) break;
    }
    let current: Document | null = null;
    for await (const document of this.after(channel, epoch, Math.max(0, start - 1), signal)) {
      if (document.version > newest.version) break;
      if (document.asOf > time && current !== null) {
        yield current;
        current = null;
      }
      if (document.asOf > time) yield document;
      else current = document;
    }
    if (current !== null) yield current;
  }

  /** Whether a newer epoch is stored: nothing more of this one is stored behind it. What was heard on the short path may never be. */
  async hasLeft(channel: Channel, epoch: string): Promise<boolean> {
    const { last } = await this.#turns.take(() => this.#broker.lastResult(channel));
    return last !== null && isNewerEpoch(last.epoch, epoch);
  }

  /**
   * Whether this is the last version of an epoch that the stream has left, for certain: the stream still has it, and, since it loses the oldest
   * first, would have a later one. Of a history that a newer one follows nothing is certain: the newest may be what the broker has lost.
   */
  async isLast(channel: Channel, epoch: string, version: number): Promise<boolean> {
    const range = { epoch, afterVersion: version - 1, headersOnly: true };
    const stored = await this.#turns.take(() => this.#broker.readResults(channel, range));
    return stored.length > 0 && stored.every((message) => message.version === version);
  }

  /** The first versions after `version` and up to `until` that the stream has not got; null when it has them all. */
  async firstHole(
    channel: Channel,
    epoch: string,
    version: number,
    until: number,
  ): Promise<{ from: number; to: number } | null> {
    const range = { epoch, afterVersion: version, untilVersion: until, headersOnly: true };
    const stored = await this.#turns.take(() => this.#broker.readResults(channel, range));
    let expected = version + 1;
    for (const message of stored) {
      if (message.first > expected) return { from: expected, to: message.first - 1 };
      expected = Math.max(expected, message.version + 1);
    }
    return expected > until ? null : { from: expected, to: until };
  }

  /** The id of the fact that led to this version; null when the stream does not say. */
  async causeOf(channel: Channel, epoch: string, version: number): Promise<string | null> {
    const range = { epoch, afterVersion: version - 1, untilVersion: version, headersOnly: true };
    const stored = await this.#turns.take(() => this.#broker.readResults(channel, range));
    const found = stored.find(({ causes }) => causes !== undefined);
    return found?.causes?.[version - found.first] ?? null;
  }

  /** Exactly this version; null when the stream cannot rebuild it. */
  async version(
    channel: Channel,
    epoch: string,
    version: number,
    signal?: AbortSignal,
  ): Promise<Document | null> {
    for await (const document of this.after(channel, epoch, version - 1, signal)) {
      return document.version === version ? document : null;
    }
    return null;
  }

  /**
   * The newest version that was current at `time` (RFC 3339 UTC), and until when it was, null where that is not known; null when there was
   * none. Of an epoch of which the newest version is not known everything is read from its beginning.
   */
  async at(
    channel: Channel,
    newest: Pick<Document, 'epoch'> & Partial<Pick<Document, 'version'>>,
    time: string,
    signal?: AbortSignal,
  ): Promise<{ readonly document: Document; readonly until: string | null } | null> {
    const { epoch, version } = newest;
    const versions =
      version === undefined
        ? this.after(channel, epoch, 0, signal)
        : this.since(channel, { epoch, version }, time, signal);
    let document: Document | null = null;
    for await (const each of versions) {
      if (each.asOf > time) return document === null ? null : { document, until: each.asOf };
      document = each;
    }
    return document === null ? null : { document, until: null };
  }

  /** The nearest version at or before `version` that stands alone. */
  async #wholeAtOrBefore(
    channel: Channel,
    epoch: string,
    version: number,
    signal?: AbortSignal,
  ): Promise<number | null> {
    for (let until = version; until > 0; until -= PAGE) {
      const page = await this.#read(channel, epoch, Math.max(0, until - PAGE), until, signal, true);
      const whole = page.findLast((message) => message.form === 'whole');
      if (whole !== undefined) return whole.first;
    }
    return null;
  }

  #read(
    channel: Channel,
    epoch: string,
    afterVersion: number,
    untilVersion: number,
    signal?: AbortSignal,
    headersOnly = false,
  ): Promise<StoredResultMessage[]> {
    return this.#turns.take(async () => {
      signal?.throwIfAborted();
      return this.#broker.readResults(channel, { epoch, afterVersion, untilVersion, headersOnly });
    });
  }
}

function built(building: VersionedDocument | null, result: Decoded): VersionedDocument | null {
  if ('document' in result) return new VersionedDocument(result.document);
  return building?.apply(result.delta) === true ? building : null;
}
