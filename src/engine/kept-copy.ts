import { isBrokerError } from '../broker/errors.ts';
import type { Delta } from '../model/delta.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { OutletContext } from './outlet-context.ts';
import { wholeDocument } from './whole-document.ts';

/** A whole document is kept for late joiners when so many rows were changed since, and half of those that it has, times the channel's stagger. */
const ROWS_BETWEEN_KEPT = 32;

/** The whole document of one channel that is kept beside the stream, so that a late joiner need not read all deltas. */
export class KeptCopy {
  readonly #context: OutletContext;
  readonly #stagger: number;
  #changedSince = 0;
  #keptStatus: string | null = null;
  /** The newest version stored since one was kept, and whether it has been looked at once already. */
  #unkept: { readonly document: Document; readonly streamSeq: number; isQuiet: boolean } | null = null;
  /** What is on its way: no version waits for it. */
  done: Promise<void> = Promise.resolve();

  constructor(context: OutletContext, stagger: number) {
    this.#context = context;
    this.#stagger = stagger;
  }

  /** Rows that a version changes, whoever stores it. */
  changed(rows: number): void {
    this.#changedSince += rows;
  }

  /** This engine has stored the version at this place: it is kept when it is time to. */
  stored(document: Document, streamSeq: number): void {
    this.#unkept = { document, streamSeq, isQuiet: false };
    if (this.#isDue(document)) this.done = this.#keep(document, streamSeq);
  }

  /** Keeps a version that nothing has followed since the last call. */
  async keepQuiet(): Promise<void> {
    if (this.#unkept === null) return;
    const { document, streamSeq, isQuiet } = this.#unkept;
    if (isQuiet) await this.#keep(document, streamSeq);
    else this.#unkept.isQuiet = true;
  }

  #isDue({ version, header, rows }: Document): boolean {
    const isLong = this.#changedSince >= this.#stagger * Math.max(ROWS_BETWEEN_KEPT, rows.length >> 1);
    return version === 1 || isLong || header.status !== this.#keptStatus;
  }

  async #keep(document: Document, streamSeq: number): Promise<void> {
    const { broker, epoch, log, wait } = this.#context;
    const { version, hash, header } = document;
    const channel: Channel = channelOf(header);
    this.#changedSince = 0;
    this.#keptStatus = header.status;
    this.#unkept = null;
    try {
      const data = await wholeDocument(document, wait);
      await broker.keepDocument({
        channel,
        epoch,
        first: version,
        version,
        hash,
        form: 'whole',
        data,
        streamSeq,
      });
    } catch (error) {
      log.warn({ channel, error: String(error) }, 'a document could not be kept for late joiners');
      // Tried again when it has been quiet for a while, unless another version has come; one that is too large is never taken.
      if (!isBrokerError(error, 'PAYLOAD_TOO_LARGE'))
        this.#unkept ??= { document, streamSeq, isQuiet: false };
    }
  }
}

/** A version changes something, if only its header. */
export const changedRows = (delta: Delta | null): number =>
  delta === null ? 1 : Math.max(1, delta.rows.length + delta.removed.length);
