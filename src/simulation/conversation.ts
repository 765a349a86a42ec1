/**
 * The checker of the recovery matrix: reads the whole conversation of one screen, over all its connections, and
 * names everything that a rule of streaming forbids. It keeps its own copies and trusts nobody's word for them.
 */
import type { ResultMessage } from '../broker/broker.ts';
import { decodeFrame } from '../encode/decode.ts';
import type { Decoded } from '../encode/decoded.ts';
import type { Format } from '../encode/encoder.ts';
import { type Channel, channelOf, type Document } from '../model/document.ts';
import { isOfSameHistory } from '../model/epoch.ts';
import type { Position } from '../model/position.ts';
import type { Gap, Keepalive, Subscribed } from '../model/server-words.ts';
import { ContentHash } from '../versions/content-hash.ts';
import { VersionedDocument } from '../versions/versioned.ts';

export interface Wants {
  readonly mode: 'live' | 'every';
  readonly delta: boolean;
  readonly format: Format;
  /** What this screen is to see of a document: rows that it has chosen. Default: all of it. */
  readonly see?: (document: Document) => Document;
  /** Engines may differ in this epoch: a delta behind what another edge has shown need not lead to its hash, and the screen asks anew. Default: never. */
  readonly mayDiffer?: (epoch: string) => boolean;
}

/** Everything that was ever published on a channel, in order; a channel that is not in it is not judged by it. */
export type Truth = (channel: Channel) => readonly Document[];

type Rule =
  | 'NO_SUBSCRIBED'
  | 'WRONG_HASH'
  | 'WRONG_BASE'
  | 'BACK'
  | 'EPOCH_BACK'
  | 'HOLE'
  | 'NOT_PUBLISHED'
  | 'DELTA_NOT_ASKED'
  | 'RESUMED_WITH_HOLE'
  | 'RESUMED_FROM_NOTHING'
  | 'RESUMED_WITHOUT_POSITION';

export interface Violation {
  readonly rule: Rule;
  readonly where: string;
}

interface Place {
  epoch: string;
  version: number;
}

const at = (channel: Channel, { epoch, version }: Position): string => `${channel} ${epoch} ${version}`;

const CONTROL = /^\{"(?!document"|delta")/;

export class Conversation {
  readonly violations: Violation[] = [];
  readonly subscribed: Subscribed[] = [];
  readonly gaps: (Gap & { readonly channel: Channel })[] = [];
  readonly keepalives: Keepalive[] = [];
  readonly controls: Record<string, unknown>[] = [];
  /** Every version that was shown, in order: `<channel> <epoch> <version>`. */
  readonly shown: string[] = [];
  readonly #wants: Wants;
  readonly #truth: Truth;
  readonly #sent: Truth;
  readonly #read: (data: string | Uint8Array) => Decoded;
  readonly #copies = new Map<Channel, VersionedDocument>();
  readonly #positions = new Map<Channel, Place>();
  readonly #left = new Map<Channel, Set<string>>();
  /** Holes that the server has named on this connection: control does not wait behind data, so it can come before its place. */
  readonly #named = new Map<Channel, Gap[]>();
  /** What there was of each channel when it was said that the screen resumes: of this nothing may be missing. */
  readonly #publishedWhenResumed = new Map<Channel, readonly Document[]>();
  /** Versions that the stream has lost since the screen said where it stood, by channel and position. */
  readonly #lost = new Set<string>();
  /** Where the screen said it stood when it subscribed. */
  #said: Readonly<Record<Channel, Position>> = {};
  #resumed: boolean | null = null;
  /** Channels that may begin anew, older than the copy too: the server has said that it does not resume. */
  #fresh = new Set<Channel>();
  /** The next frame has to be whole. */
  readonly #awaitsWhole = new Set<Channel>();
  /** A whole document that was under way when the screen asked for one comes before the one that it asked for. */
  readonly #mayRepeat = new Set<Channel>();

  /** `sent`: with what an engine has sent and the stream has refused, which can be heard all the same. */
  constructor(
    wants: Wants,
    truth: Truth = () => [],
    sent: Truth = truth,
    read = (data: string | Uint8Array): Decoded => decodeFrame(wants.format, data),
  ) {
    this.#wants = wants;
    this.#truth = truth;
    this.#sent = sent;
    this.#read = read;
  }

  /** What a screen says to resume everything that it holds. */
  positions(): Record<Channel, Position> {
    const known = [...this.#positions].filter(([channel]) => this.#copies.has(channel));
    return Object.fromEntries(known.map(([channel, position]) => [channel, { ...position }]));
  }

  document(channel: Channel): Document | null {
    return this.#copies.get(channel)?.current ?? null;
  }

  /** A new connection, on which the screen says these positions. */
  begins(positions: Readonly<Record<Channel, Position>>): void {
    this.#said = positions;
    this.#resumed = null;
    this.#publishedWhenResumed.clear();
    this.#lost.clear();
    this.#mayRepeat.clear();
    // Without a position, a channel begins anew.
    this.#fresh = new Set([...this.#positions.keys()].filter((channel) => positions[channel] === undefined));
    this.#named.clear();
  }

  /** The copy of a channel is damaged: its next delta cannot lead to its hash. */
  corrupt(channel: Channel): void {
    const { current } = this.#copies.get(channel)!;
    const rows = current.rows.map((row, index) =>
      index === 0 ? { ...row, mark: { ...row.mark!, result: 'damaged' } } : row,
    );
    this.#copies.set(channel, new VersionedDocument({ ...current, rows }));
  }

  /** The screen says `resync`: it has nothing any more. */
  resyncs(channel: Channel): void {
    this.#copies.delete(channel);
    this.#awaitsWhole.add(channel);
    this.#mayRepeat.add(channel);
    this.#fresh.add(channel);
  }

  /**
   * The stream loses versions. That a screen resumes was found in the stream as it was before, and the answer may still be on its way: of what is
   * gone it promises nothing any more. That they are missing has to be named like any other hole.
   */
  loses({
    channel,
    epoch,
    first,
    version,
  }: Pick<ResultMessage, 'channel' | 'epoch' | 'first' | 'version'>): void {
    for (let each = first; each <= version; each += 1) this.#lost.add(at(channel, { epoch, version: each }));
  }

  /** Channels of which the newest keep-alive names a version that the screen has not got (SC13). */
  missed(): Channel[] {
    const positions = Object.entries(this.keepalives.at(-1)?.positions ?? {});
    return positions
      .filter(([channel, { epoch, version }]) => {
        const place = this.#positions.get(channel);
        return place === undefined || place.epoch !== epoch || place.version < version;
      })
      .map(([channel]) => channel);
  }

  /** One message of the server. Gives back the channel when the copy does not lead to its hash. */
  heard(message: string | Uint8Array): Channel | null {
    if (typeof message === 'string' && CONTROL.test(message) && !message.includes('\n')) {
      this.#control(JSON.parse(message));
      return null;
    }
    return this.#data(this.#read(message));
  }

  /** What is wrong with what the screen shows in the end. */
  endsOtherThan(newest: Iterable<Document>): string[] {
    const wrong: string[] = [];
    for (const document of newest) {
      const channel = channelOf(document.header);
      const wanted = this.#see(document);
      const copy = this.document(channel);
      if (copy === null) wrong.push(`${channel}: nothing`);
      else if (copy.hash !== wanted.hash || copy.epoch !== wanted.epoch)
        wrong.push(`${channel}: ${copy.epoch} ${copy.version} for ${wanted.epoch} ${wanted.version}`);
    }
    return wrong;
  }

  #control(words: Record<string, unknown>): void {
    this.controls.push(words);
    if ('subscribed' in words) this.#stands(words.subscribed as Subscribed);
    if ('keepalive' in words) this.keepalives.push(words.keepalive as Keepalive);
    if ('gap' in words) {
      const gap = words.gap as Gap & { channel: Channel };
      this.gaps.push(gap);
      const known = this.#publishedWhenResumed.get(gap.channel) ?? [];
      if (
        known.some(
          ({ epoch, version }) =>
            epoch === gap.epoch &&
            version >= gap.from &&
            version <= (gap.to ?? version) &&
            !this.#lost.has(at(gap.channel, { epoch, version })),
        )
      )
        this.#violated('RESUMED_WITH_HOLE', gap.channel, gap.epoch, gap.from);
      this.#named.set(gap.channel, [...(this.#named.get(gap.channel) ?? []), gap]);
    }
  }

  #stands(subscribed: Subscribed): void {
    this.subscribed.push(subscribed);
    this.#resumed = subscribed.resumed;
    const said = Object.entries(this.#said);
    if (subscribed.resumed && said.length === 0) this.#violated('RESUMED_WITHOUT_POSITION', '*', '', 0);
    for (const [channel, position] of said) {
      if (!subscribed.resumed) this.#fresh.add(channel);
      else this.#publishedWhenResumed.set(channel, [...this.#truth(channel)]);
      if (subscribed.resumed && !this.#wasPublished(channel, position))
        this.#violated('RESUMED_FROM_NOTHING', channel, position.epoch, position.version);
    }
  }

  #data(frame: Decoded): Channel | null {
    const channel = 'document' in frame ? channelOf(frame.document.header) : frame.channel;
    const epoch = 'document' in frame ? frame.document.epoch : frame.epoch;
    const { version } = 'document' in frame ? frame.document : frame.delta;
    if (this.#resumed === null) this.#violated('NO_SUBSCRIBED', channel, epoch, version);
    if (this.#awaitsWhole.has(channel) && 'delta' in frame) return null;
    this.#order(channel, epoch, version);
    const damaged = 'document' in frame ? this.#whole(channel, frame.document) : this.#delta(channel, frame);
    this.#awaitsWhole.delete(channel);
    this.#fresh.delete(channel);
    this.#positions.set(channel, { epoch, version });
    this.shown.push(`${channel} ${epoch} ${version}`);
    return damaged;
  }

  #whole(channel: Channel, document: Document): Channel | null {
    const { epoch, version } = document;
    this.#copies.set(channel, new VersionedDocument(document));
    if (new ContentHash(document.header, document.rows).text !== document.hash)
      this.#violated('WRONG_HASH', channel, epoch, version);
    this.#isTrue(channel, document);
    return null;
  }

  #delta(channel: Channel, { delta, epoch }: Extract<Decoded, { delta: unknown }>): Channel | null {
    if (!this.#wants.delta) this.#violated('DELTA_NOT_ASKED', channel, epoch, delta.version);
    const place = this.#positions.get(channel);
    const copy = this.#copies.get(channel);
    if (copy === undefined || place?.epoch !== epoch || place.version !== delta.base) {
      this.#violated('WRONG_BASE', channel, epoch, delta.version);
      return channel;
    }
    if (!copy.apply(delta)) {
      if (this.#wants.mayDiffer?.(epoch) !== true)
        this.#violated('WRONG_HASH', channel, epoch, delta.version);
      return channel;
    }
    this.#isTrue(channel, copy.current);
    return null;
  }

  /** SC6, SC7: never back, in mode `every` without a hole that is not named. */
  #order(channel: Channel, epoch: string, version: number): void {
    const place = this.#positions.get(channel);
    if (place === undefined) return;
    const isFresh = this.#fresh.has(channel);
    if (place.epoch === epoch) {
      // A screen that has not said where it stood is shown what there is, by an edge that holds back longer, too.
      const isForgotten = this.#said[channel] === undefined || this.#awaitsWhole.has(channel);
      const mayGoBack = isFresh && (isForgotten || !this.#wasPublished(channel, place));
      if (version < place.version && !mayGoBack) this.#violated('BACK', channel, epoch, version);
      if (version === place.version && !isFresh && !this.#mayRepeat.delete(channel))
        this.#violated('BACK', channel, epoch, version);
      if (this.#wants.mode === 'every' && version > place.version + 1)
        this.#isNamed(channel, { epoch, from: place.version + 1, to: version - 1 });
      return;
    }
    // Who has not said where it stood may be shown an epoch again, by an edge that holds back longer.
    if (isFresh && this.#said[channel] === undefined) this.#left.delete(channel);
    else {
      const left = this.#left.get(channel) ?? new Set<string>();
      this.#left.set(channel, left.add(place.epoch));
      if (left.has(epoch)) this.#violated('EPOCH_BACK', channel, epoch, version);
    }
    if (this.#wants.mode !== 'every') return;
    const last = this.#lastOf(channel, place.epoch, epoch);
    if (last > place.version)
      this.#isNamed(channel, { epoch: place.epoch, from: place.version + 1, to: last });
    const startsOver = (this.#named.get(channel) ?? []).some(
      (gap) => gap.epoch === place.epoch && gap.to === null,
    );
    if (version > 1 && !startsOver) this.#isNamed(channel, { epoch, from: 1, to: version - 1 });
  }

  /**
   * What was stored of an epoch behind a newer one, by who did not know yet that the broker had lost something, nobody goes back to; and what it
   * has lost nobody can name before that is found, and a newer history begins.
   */
  #lastOf(channel: Channel, epoch: string, newer: string): number {
    const truth = this.#truth(channel);
    const begun = truth.findIndex((document) => document.epoch === newer);
    const before = begun < 0 ? truth : truth.slice(0, begun);
    const isThere = ({ version }: Document): boolean =>
      !isOfSameHistory(epoch, newer) || !this.#lost.has(at(channel, { epoch, version }));
    return before.findLast((document) => document.epoch === epoch && isThere(document))?.version ?? 0;
  }

  #isNamed(channel: Channel, { epoch, from, to }: Gap & { to: number }): void {
    const named = this.#named.get(channel) ?? [];
    for (let version = from; version <= to; version += 1) {
      const isNamed = named.some(
        (gap) =>
          gap.epoch === epoch && gap.from <= version && version <= (gap.to ?? Number.POSITIVE_INFINITY),
      );
      if (isNamed) continue;
      this.#violated('HOLE', channel, epoch, version);
      return;
    }
  }

  #isTrue(channel: Channel, { epoch, version, hash }: Document): void {
    const truth = this.#sent(channel);
    if (truth.length === 0) return;
    const isPublished = (document: Document): boolean => {
      const seen = this.#see(document);
      return seen.epoch === epoch && seen.hash === hash;
    };
    if (!truth.some((document) => document.version === version && isPublished(document)))
      this.#violated('NOT_PUBLISHED', channel, epoch, version);
  }

  #wasPublished(channel: Channel, { epoch, version }: Position): boolean {
    const truth = this.#sent(channel);
    return (
      truth.length === 0 ||
      truth.some((document) => document.version === version && this.#see(document).epoch === epoch)
    );
  }

  #see(document: Document): Document {
    return this.#wants.see?.(document) ?? document;
  }

  #violated(rule: Rule, channel: Channel, epoch: string, version: number): void {
    this.violations.push({ rule, where: `${channel} ${epoch} ${version}` });
  }
}
