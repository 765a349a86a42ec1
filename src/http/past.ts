import type { History } from '../fanout/channels/history.ts';
import type { Limits } from '../fanout/limits.ts';
import type { Channel, Document } from '../model/document.ts';
import { ApiError } from './api-error.ts';

/** Which older version is asked for: a number, or the time (RFC 3339 UTC) at which it was current. */
export type Asked = { readonly version: number } | { readonly time: string };

interface Known {
  readonly channel: Channel;
  readonly document: Document;
  /** Up to when it was current; null where that is not known. */
  readonly until: string | null;
}

interface LookUp {
  readonly found: Promise<Document | null>;
  readonly stop: AbortController;
  /** Who still waits for it. */
  asking: number;
}

/**
 * Older versions for whoever asks over HTTP. Each is put together once and remembered, as many rows as there is room for; who asks for one
 * that is being looked up waits for the same; a look-up that nobody waits for any more ends. Beyond a bound of look-ups the answer
 * is BUSY.
 */
export class Past {
  readonly #history: Pick<History, 'version' | 'at' | 'causeOf'>;
  readonly #limits: Pick<Limits, 'pastLookUps' | 'pastRows'>;
  readonly #known = new Map<string, Known>();
  readonly #lookUps = new Map<string, LookUp>();
  #rows = 0;
  #asked = 0;

  constructor(
    history: Pick<History, 'version' | 'at' | 'causeOf'>,
    limits: Pick<Limits, 'pastLookUps' | 'pastRows'>,
  ) {
    this.#history = history;
    this.#limits = limits;
  }

  /** Of the epoch of `newest`, the newest version that there is. Throws BUSY or HISTORY_UNAVAILABLE; null when there is no such version. */
  async document(
    channel: Channel,
    newest: Pick<Document, 'epoch'> & Partial<Document>,
    asked: Asked,
    gone: AbortSignal,
  ): Promise<Document | null> {
    const remembered = this.#remembered(channel, newest.epoch, asked);
    if (remembered !== null) return remembered;
    const key = `${channel} ${newest.epoch} ${JSON.stringify(asked)}`;
    const lookUp = this.#lookUps.get(key) ?? this.#begin(key, channel, newest, asked);
    lookUp.asking += 1;
    const left = (): void => {
      lookUp.asking -= 1;
      if (lookUp.asking === 0) this.#end(key, lookUp);
    };
    if (gone.aborted) left();
    gone.addEventListener('abort', left, { once: true });
    try {
      return await lookUp.found;
    } catch {
      throw unavailable();
    } finally {
      gone.removeEventListener('abort', left);
    }
  }

  /** The id of the fact that led to a version. Throws BUSY or HISTORY_UNAVAILABLE; null when the stream does not say. */
  async causeOf(channel: Channel, epoch: string, version: number): Promise<string | null> {
    this.#enter();
    try {
      return await this.#history.causeOf(channel, epoch, version);
    } catch {
      throw unavailable();
    } finally {
      this.#asked -= 1;
    }
  }

  #enter(): void {
    if (this.#asked >= this.#limits.pastLookUps)
      throw new ApiError(503, 'BUSY', 'too many older versions are being looked up; try again');
    this.#asked += 1;
  }

  #begin(key: string, channel: Channel, newest: Pick<Document, 'epoch'>, asked: Asked): LookUp {
    this.#enter();
    const stop = new AbortController();
    const found = this.#find(channel, newest, asked, stop.signal).finally(() => {
      this.#asked -= 1;
      if (this.#lookUps.get(key) === lookUp) this.#lookUps.delete(key);
    });
    const lookUp: LookUp = { found, stop, asking: 0 };
    this.#lookUps.set(key, lookUp);
    return lookUp;
  }

  /** It counts until the page that it is reading has come. */
  #end(key: string, lookUp: LookUp): void {
    lookUp.stop.abort();
    if (this.#lookUps.get(key) === lookUp) this.#lookUps.delete(key);
  }

  async #find(
    channel: Channel,
    newest: Pick<Document, 'epoch'> & Partial<Document>,
    asked: Asked,
    signal: AbortSignal,
  ): Promise<Document | null> {
    const { epoch } = newest;
    if ('version' in asked) {
      const document = await this.#history.version(channel, epoch, asked.version, signal);
      if (document !== null) this.#remember({ channel, document, until: null });
      return document;
    }
    const found = await this.#history.at(channel, newest, asked.time, signal);
    if (found !== null) this.#remember({ channel, ...found });
    return found?.document ?? null;
  }

  #remembered(channel: Channel, epoch: string, asked: Asked): Document | null {
    if ('version' in asked) return this.#known.get(`${channel} ${epoch} ${asked.version}`)?.document ?? null;
    const { time } = asked;
    for (const { channel: of, document, until } of this.#known.values()) {
      if (of !== channel || document.epoch !== epoch || until === null) continue;
      if (document.asOf <= time && time < until) return document;
    }
    return null;
  }

  /** The newest look-ups stay. */
  #remember(known: Known): void {
    const { channel, document, until } = known;
    const key = `${channel} ${document.epoch} ${document.version}`;
    const before = this.#known.get(key);
    if (before !== undefined) this.#forget(key, before);
    this.#known.set(key, { ...known, until: until ?? before?.until ?? null });
    this.#rows += rowsOf(document);
    for (const [oldest, one] of this.#known) {
      if (this.#rows <= this.#limits.pastRows) break;
      this.#forget(oldest, one);
    }
  }

  #forget(key: string, { document }: Known): void {
    this.#known.delete(key);
    this.#rows -= rowsOf(document);
  }
}

/** A document without rows is kept, too. */
const rowsOf = ({ rows }: Document): number => rows.length + 1;

const unavailable = (): ApiError =>
  new ApiError(503, 'HISTORY_UNAVAILABLE', 'older versions cannot be read at the moment; try again');
