import { type Channel, type Document, type DocumentOf, isOfType } from '../../model/document.ts';
import { isDecided } from '../../model/result-status.ts';
import type { Rsc } from '../../model/rsc.ts';

/** Who has the screen keeps it for so long after the last change, while it is under way: several finals must not take turns. */
const KEEPS_MS = 8_000;

/** A document that is followed, and what changed in it when. */
export interface FollowedDocument {
  readonly channel: Channel;
  readonly document: Document;
  readonly changedAt: number;
  /** Rows that the newest version says something new of. */
  readonly changed: ReadonlySet<string>;
}

/** The documents that are followed, and which of them has the screen. */
export class FollowedDocuments {
  readonly #all = new Map<Channel, FollowedDocument>();
  readonly #now = new Map<Rsc, DocumentOf<'CURRENT'>>();
  #shown: Channel | null = null;
  /** Somebody wanted this one: nothing takes the screen from it. */
  #isPinned = false;

  take(followed: FollowedDocument): void {
    const { document } = followed;
    if (isOfType(document, 'CURRENT')) this.#now.set(document.header.unit, document);
    else this.#all.set(followed.channel, followed);
  }

  /** Null before anything has come. */
  shown(moment: number): FollowedDocument | null {
    const before = this.#shown === null ? undefined : this.#all.get(this.#shown);
    if (before !== undefined && (this.#isPinned || keepsScreen(before, moment))) return before;
    const next = newest(this.underWay) ?? before ?? newest([...this.#all.values()]) ?? null;
    this.#shown = next?.channel ?? null;
    return next;
  }

  /** What is happening in the unit of a document at this moment; null where nothing is said of it. */
  nowIn({ document }: FollowedDocument): DocumentOf<'CURRENT'> | null {
    return isUnderWay(document) ? (this.#now.get(document.header.unit) ?? null) : null;
  }

  /** By channel, so that they stand in one order. A part of a unit (an apparatus) is not live beside it. */
  get underWay(): FollowedDocument[] {
    const all = [...this.#all.values()].filter(
      ({ document }) => isUnderWay(document) && document.header.subcode === null,
    );
    return all.sort((one, other) => (one.channel < other.channel ? -1 : 1));
  }

  /** The next of those that are under way, which keeps the screen. */
  next(): void {
    const all = this.underWay;
    const index = all.findIndex(({ channel }) => channel === this.#shown);
    const next = all[(index + 1) % Math.max(all.length, 1)];
    if (next === undefined) return;
    this.#shown = next.channel;
    this.#isPinned = true;
  }

  /** Whatever is live has the screen. */
  automatic(): void {
    this.#isPinned = false;
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }
}

const isUnderWay = ({ header }: Document): boolean =>
  header.status !== 'START_LIST' && !isDecided(header.status);

const keepsScreen = ({ document, changedAt }: FollowedDocument, moment: number): boolean =>
  isUnderWay(document) && moment - changedAt < KEEPS_MS;

const newest = (all: readonly FollowedDocument[]): FollowedDocument | undefined =>
  all.reduce<FollowedDocument | undefined>(
    (most, each) => (most === undefined || each.changedAt > most.changedAt ? each : most),
    undefined,
  );
