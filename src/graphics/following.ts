/** What a graphic is made of, as it comes: one channel, or whatever is live in a discipline, and what stands beside it. */
import { heardClock, type RunningClock } from '../client/running-clock.ts';
import type { FollowOptions, StopFollowing, Subscriber } from '../client/subscriber.ts';
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
import { disciplineOf, type Rsc } from '../model/rsc.ts';
import type { DocumentType } from '../model/shape/table.ts';
import type { Words } from '../model/words.ts';
import { EdgeLink } from './edge-link.ts';
import type { GraphicKind } from './kind.ts';
import { channelNear } from './near.ts';
import type { Scene } from './scene.ts';
import type { Told } from './told.ts';

/** What is followed of an edge, with the documents that came. */
export class Following {
  readonly #kind: GraphicKind;
  readonly #told: Told;
  readonly #changed: (version?: Document) => void;
  readonly #link: EdgeLink | null;
  /** Whether one version takes back what another one had said is known only to who sees them all. */
  readonly #mustSeeEach: boolean;
  readonly #documents = new Map<Channel, Document>();
  readonly #followed = new Map<Channel, StopFollowing>();
  #main: Channel | null = null;
  #unit: Rsc | null = null;
  #words: Words | undefined;
  #clock: RunningClock | null = null;
  #hasEnded = false;

  /**
   * `server`: where it is, `http://10.0.0.5:8080`; `changed`: something else is at hand, and where corrections wait each version of what it is about.
   * Throws for an address that is none.
   */
  constructor(kind: GraphicKind, told: Told, server: string, changed: (version?: Document) => void) {
    this.#kind = kind;
    this.#told = told;
    this.#changed = changed;
    this.#mustSeeEach = told.corrections === 'wait' && told.channel !== null;
    if (told.documents !== null) this.#link = null;
    else this.#link = this.#mustSeeEach ? EdgeLink.own(server) : EdgeLink.take(server);
    for (const document of told.documents ?? []) this.#documents.set(channelOf(document.header), document);
    const { channel, discipline } = told;
    if (channel !== null) this.#show(channel);
    else if (discipline !== null) this.#followLive(discipline);
    else if (told.documents !== null) this.#show(this.#firstOfKind());
    if (this.#unit !== null) void this.#loadWords(server, disciplineOf(this.#unit));
    else if (discipline !== null) void this.#loadWords(server, discipline);
  }

  /** What is shown comes as it is said: without a stream nothing is counted on. */
  get isLive(): boolean {
    return this.#link?.isLive ?? false;
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

  end(): void {
    this.#hasEnded = true;
    for (const stop of this.#followed.values()) stop();
    this.#link?.giveBack();
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

  /** All results of a discipline are followed, to know which of them moves. */
  #followLive(discipline: string): void {
    const look = (): void => {
      const unit = unitNow([...this.#documents.values()], this.#unit);
      if (unit !== null && unit !== this.#unit) this.#show(channelNear(unit, this.#kind.types[0]));
    };
    this.#follow(`${discipline}*/RESULT`, look);
    look();
  }

  /** Another unit brings other documents; those that both have go on. */
  #show(channel: Channel | null): void {
    const unit = channel === null ? null : (parseChannel(channel)?.unit ?? null);
    if (channel === null || unit === null) return;
    this.#main = channel;
    this.#unit = unit;
    this.#clock = null;
    const beside = this.#kind.beside.map((type) => channelNear(unit, type));
    const wanted = new Set([channel, ...beside]);
    for (const [pattern, stop] of this.#followed) {
      if (pattern.includes('*') || wanted.has(pattern)) continue;
      stop();
      this.#followed.delete(pattern);
    }
    for (const each of wanted) this.#follow(each);
    this.#hearClock();
    this.#changed();
  }

  #follow(pattern: string, heard?: () => void): void {
    const subscriber: Subscriber | undefined = this.#link?.subscriber;
    if (subscriber === undefined || this.#followed.has(pattern)) return;
    const { delayMs } = this.#told;
    const stop = subscriber.follow<string>(
      pattern,
      (document, _delta, channel) => {
        this.#documents.set(channel, document);
        heard?.();
        if (channel.endsWith('/CURRENT')) this.#hearClock();
        this.#changed(channel === this.#main ? (this.#shown(channel) ?? undefined) : undefined);
      },
      { ...(delayMs === 0 ? {} : { delayMs }), ...this.#each(pattern) },
    );
    this.#followed.set(pattern, stop);
  }

  /** Of what it is about each version, from the accepted one on. */
  #each(pattern: string): FollowOptions {
    const { channel, accepted } = this.#told;
    if (!this.#mustSeeEach || pattern !== channel) return {};
    if (accepted === null) return { mode: 'every' };
    return { mode: 'every', after: { ...accepted, version: Math.max(0, accepted.version - 1) } };
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
