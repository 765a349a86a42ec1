/** What a graphic is made of, as it comes: one channel, or whatever is live in a discipline, and what stands beside it. */
import { heardClock, type RunningClock } from '../client/running-clock.ts';
import type { FollowOptions } from '../client/subscriber.ts';
import { unitNow } from '../client/unit-now.ts';
import { wordsOf } from '../client/words.ts';
import {
  type Channel,
  channelOf,
  type Document,
  type DocumentOf,
  isOfType,
  parseChannel,
} from '../model/document.ts';
import type { Position } from '../model/position.ts';
import { disciplineOf, type Rsc } from '../model/rsc.ts';
import type { DocumentType } from '../model/shape/table.ts';
import type { Words } from '../model/words.ts';
import { EdgeLink } from './edge-link.ts';
import type { GraphicKind } from './kind.ts';
import { channelNear } from './near.ts';
import type { Scene } from './scene.ts';
import type { Told } from './told.ts';

/** From so far back the versions of a unit are looked at that came after the one which was accepted: what was announced of it is among them. */
const LOOKED_BACK = 100;

/** What is followed of an edge, with the documents that came. */
export class Following {
  readonly #kind: GraphicKind;
  readonly #told: Told;
  readonly #changed: (version?: Document) => void;
  readonly #link: EdgeLink | null;
  /**
   * Where corrections wait, for each version of what it is about: whether one takes back what another one had said is known only to who sees them
   * all. On a connection a channel comes in one mode only.
   */
  readonly #versions: EdgeLink | null;
  readonly #documents = new Map<Channel, Document>();
  readonly #followed = new Map<Channel, () => void>();
  readonly #stops: (() => void)[] = [];
  /** All of a discipline, to know what is live. */
  readonly #results = new Map<Channel, Document>();
  #main: Channel | null = null;
  #unit: Rsc | null = null;
  /** The one with which it began. */
  #first: Rsc | null;
  /** Where that is not known the one that was found live, once all results had come: with that it goes on. */
  #chosen: Rsc | null = null;
  /** The version up to which it has to look before anything of its unit can be shown; null: it has. */
  #looksUpTo: Position | null = null;
  #words: Words | undefined;
  #clock: RunningClock | null = null;
  #hasEnded = false;

  /**
   * `server`: where it is, `http://10.0.0.5:8080`; `changed`: something else is at hand, and each version of what it is about.
   * Throws for an address that is none.
   */
  constructor(kind: GraphicKind, told: Told, server: string, changed: (version?: Document) => void) {
    this.#kind = kind;
    this.#told = told;
    this.#changed = changed;
    this.#first = told.unit;
    this.#link = told.documents === null ? EdgeLink.take(server) : null;
    this.#versions = this.#link !== null && told.corrections === 'wait' ? EdgeLink.own(server) : null;
    for (const document of told.documents ?? []) {
      this.#documents.set(channelOf(document.header), document);
      this.#results.set(channelOf(document.header), document);
    }
    const { channel, discipline } = told;
    if (channel !== null) this.#showOf(channel);
    else if (discipline !== null) this.#followLive(discipline);
    else if (told.documents !== null) this.#showOf(this.#firstOfKind());
    if (this.#unit !== null) void this.#loadWords(server, disciplineOf(this.#unit));
    else if (discipline !== null) void this.#loadWords(server, discipline);
  }

  /** What is shown comes as it is said: without a stream nothing is counted on. */
  get isLive(): boolean {
    return this.#links.length > 0 && this.#links.every(({ isLive }) => isLive);
  }

  /** There may be something newer than what is at hand. */
  get isBehind(): boolean {
    return this.#links.some(({ isBehind }) => isBehind);
  }

  /** The unit that it is about, or that is part of what it is about; null while there is none. */
  get unit(): Rsc | null {
    return this.#unit;
  }

  /** What it is about is not known yet up to the version from which on it can be shown. */
  get isLookingBack(): boolean {
    return this.#looksUpTo !== null;
  }

  /** As it is at this moment; it stays so. */
  get scene(): Scene {
    const main = this.#main === null ? null : this.#shown(this.#main);
    const beside = new Map(this.#kind.beside.map((type) => [type, this.#beside(type)]));
    return {
      main,
      beside: <Type extends DocumentType>(type: Type) =>
        (beside.get(type) ?? null) as DocumentOf<Type> | null,
      words: this.#words,
      clock: this.#clock,
    };
  }

  /** Of whatever is live it goes on as one does that begins with this unit. */
  begin(unit: Rsc): void {
    this.#first = unit;
    this.#look();
  }

  end(): void {
    this.#hasEnded = true;
    for (const stop of [...this.#stops, ...this.#followed.values()]) stop();
    for (const link of this.#links) link.giveBack();
  }

  get #links(): readonly EdgeLink[] {
    return [this.#link, this.#versions].filter((link) => link !== null);
  }

  #beside<Type extends DocumentType>(type: Type): DocumentOf<Type> | null {
    const found = this.#unit === null ? null : this.#shown(channelNear(this.#unit, type));
    return found !== null && isOfType(found, type) ? found : null;
  }

  /** A rehearsal is not there for who may not show it. */
  #shown(channel: Channel): Document | null {
    const found = this.#documents.get(channel) ?? null;
    return found !== null && (this.#told.test || !found.header.test) ? found : null;
  }

  /** The unit with which it began is followed before the others: with that it begins. */
  #followLive(discipline: string): void {
    const first = this.#first?.startsWith(discipline) ? [`${this.#first}/RESULT`] : [];
    for (const pattern of [...first, resultsOf(discipline)]) {
      const stop = this.#link?.subscriber.follow<string>(
        pattern,
        (document, _delta, channel) => {
          this.#results.set(channel, document);
          this.#look();
        },
        this.#options,
      );
      if (stop !== undefined) this.#stops.push(stop);
    }
    this.#look();
  }

  #look(): void {
    const first = this.#results.has(`${this.#first}/RESULT`) ? this.#first : this.#chosen;
    const unit = unitNow([...this.#results.values()], first);
    // Which one came first says nothing of what is live.
    const isWhole = this.#link?.hasAll(resultsOf(this.#told.discipline), this.#results.size) ?? true;
    if (isWhole) this.#chosen = unit;
    if (unit !== null && unit !== this.#unit) this.#show(channelNear(unit, this.#kind.types[0]), unit);
  }

  #showOf(channel: Channel | null): void {
    const unit = channel === null ? undefined : parseChannel(channel)?.unit;
    if (channel !== null && unit !== undefined) this.#show(channel, unit);
  }

  /** Another unit brings other documents; those that both have go on. */
  #show(channel: Channel, unit: Rsc): void {
    this.#main = channel;
    this.#unit = unit;
    this.#clock = null;
    this.#looksUpTo = null;
    const newest = this.#results.get(channel);
    if (newest !== undefined && this.#versions === null) this.#documents.set(channel, newest);
    const wanted = new Set([channel, ...this.#kind.beside.map((type) => channelNear(unit, type))]);
    for (const [each, stop] of this.#followed) {
      if (wanted.has(each)) continue;
      stop();
      this.#followed.delete(each);
    }
    for (const each of wanted) this.#follow(each);
    this.#hearClock();
    this.#changed();
  }

  #follow(channel: Channel): void {
    const isEach = channel === this.#main && this.#versions !== null;
    const link = isEach ? this.#versions : this.#link;
    if (link === null || this.#followed.has(channel)) return;
    const options = isEach ? { ...this.#options, ...this.#each(channel) } : this.#options;
    const stop = link.subscriber.follow<string>(
      channel,
      (document) => this.#came(channel, document),
      options,
    );
    this.#followed.set(channel, stop);
  }

  #came(channel: Channel, document: Document): void {
    this.#documents.set(channel, document);
    if (channel.endsWith('/CURRENT')) this.#hearClock();
    const isMain = channel === this.#main;
    const { epoch, version } = this.#looksUpTo ?? document;
    if (isMain && (document.epoch !== epoch || document.version >= version)) this.#looksUpTo = null;
    this.#changed(isMain ? (this.#shown(channel) ?? undefined) : undefined);
  }

  get #options(): FollowOptions {
    const { delayMs } = this.#told;
    return delayMs === 0 ? {} : { delayMs };
  }

  /** Each version, from the accepted one on; of another unit from so far back that what was announced of it is among them. */
  #each(channel: Channel): FollowOptions {
    const { accepted, channel: told, unit } = this.#told;
    if (accepted !== null && (channel === told || unit === this.#unit))
      return { mode: 'every', after: before(accepted, 1) };
    const newest = unit === null ? undefined : this.#results.get(channel);
    if (newest === undefined) return { mode: 'every' };
    this.#looksUpTo = newest;
    return { mode: 'every', after: before(newest, LOOKED_BACK) };
  }

  #hearClock(): void {
    this.#clock = heardClock(this.#clock, this.#beside('CURRENT')?.header.now ?? {}, Date.now());
  }

  #firstOfKind(): Channel | null {
    const { types } = this.#kind;
    for (const [channel, { header }] of this.#documents) if (types.includes(header.type)) return channel;
    return null;
  }

  async #loadWords(server: string, discipline: string): Promise<void> {
    if (this.#link === null) return;
    this.#words = await wordsOf(server, discipline, this.#told.language);
    if (!this.#hasEnded) this.#changed();
  }
}

const resultsOf = (discipline: string | null): string => `${discipline}*/RESULT`;

const before = ({ epoch, version }: Position, count: number): Position => ({
  epoch,
  version: Math.max(0, version - count),
});
