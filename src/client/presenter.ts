import type { Delta } from '../model/delta.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import type { Copies } from './copies.ts';
import type { After } from './edge-connection.ts';
import type { Shown } from './every-order.ts';
import { type Following, modeOf } from './following.ts';
import { Pace } from './pace.ts';

/** The pace of one following, and what was shown last of each channel. */
interface Paced {
  readonly pace: Pace;
  readonly shown: Map<Channel, Position>;
}

/**
 * Hands documents to the caller. What the caller's functions throw is reported and changes nothing here: the next
 * document comes all the same.
 */
export class Presenter {
  readonly #copies: Copies;
  readonly #after: After;
  readonly #isPaced: boolean;
  readonly #report: (error: unknown) => void;
  readonly #paces = new Map<number, Paced>();

  /** `isPaced`: several edges keep to a rate each for itself, so that the caller has to be spared (SC10). */
  constructor(copies: Copies, after: After, isPaced: boolean, report: (error: unknown) => void) {
    this.#copies = copies;
    this.#after = after;
    this.#isPaced = isPaced;
    this.#report = report;
  }

  live(following: Following, document: Document, delta: Delta | null, channel: Channel): void {
    const { ratePerSecond = 0 } = following.options;
    if (!this.#isPaced || ratePerSecond === 0) {
      this.tell(() => following.onDocument(document, delta, channel));
      return;
    }
    const { pace, shown } = this.#paceOf(following);
    if (!pace.mayShow(channel, ratePerSecond)) return;
    const before = shown.get(channel);
    shown.set(channel, { epoch: document.epoch, version: document.version });
    const isNext = delta !== null && delta.base === before?.version;
    const since = before === undefined || isNext ? delta : this.#copies.deltaSince(channel, before);
    this.tell(() => following.onDocument(document, since, channel));
  }

  every({ options, onDocument }: Following, shown: Shown, channel: Channel): void {
    if ('gap' in shown) this.tell(() => options.onGap?.({ ...shown.gap, channel }));
    else this.tell(() => onDocument(shown.document, null, channel));
  }

  /**
   * Shows the copy of a channel to a following that has just begun. The edge will not: it sends a channel once,
   * however many mean it (SC5). `newest`: the copy by then; when that is something else, it was shown already.
   */
  atOnce(following: Following, document: Document, newest: () => Document | null): void {
    const channel = channelOf(document.header);
    this.#after(0, () => {
      if (newest() !== document) return;
      if (modeOf(following) === 'live') this.live(following, document, null, channel);
      else this.every(following, { document }, channel);
    });
  }

  tell(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#report(error);
    }
  }

  /** The rate is another one. */
  rateChanged({ id }: Following): void {
    this.#paces.get(id)?.pace.restart();
  }

  end({ id }: Following): void {
    this.#paces.get(id)?.pace.stop();
    this.#paces.delete(id);
  }

  #paceOf(following: Following): Paced {
    let paced = this.#paces.get(following.id);
    if (paced === undefined) {
      const pace = new Pace(this.#after, (channel) => {
        const document = this.#copies.get(channel);
        if (document !== null) this.live(following, document, null, channel);
      });
      paced = { pace, shown: new Map() };
      this.#paces.set(following.id, paced);
    }
    return paced;
  }
}
