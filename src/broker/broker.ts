/**
 * What the pipeline asks of a message broker with memory. `nats/` does it on NATS JetStream, and
 * `../simulation/broker/` is a model for tests and simulations that decide what is delivered, when, and what is lost; one contract suite
 * runs on both.
 * Nothing outside this folder knows NATS.
 */
import type { Channel } from '../model/document.ts';
import type { Instant } from '../model/fact.ts';
import type { Position } from '../model/position.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Cut } from './cut.ts';
import type { Loss } from './loss.ts';

export type ContentType = 'application/json' | 'application/x-protobuf';

/** One fact as it leaves a venue: still bytes. */
export interface VenueMessage {
  readonly venue: string;
  readonly unit: Rsc;
  /**
   * `<source>:<epoch>:<seq>`, or that with `:` and a number behind it: a second copy vanishes. So does whatever else is sent under the same id; who is
   * told `duplicate` looks what stands there.
   */
  readonly messageId: string;
  readonly contentType: ContentType;
  readonly data: Uint8Array;
  /** When it was stored for the first time, of a fact that is put back into a broker that has lost it; the time of storing cannot be before it. */
  readonly storedAt?: Instant;
  /** Under this instead of the message id a second copy vanishes: what stood there twice is put back twice. */
  readonly uniqueId?: string;
}

/** The same as the engine gets it, in stream order. */
export interface StoredVenueMessage {
  readonly venue: string;
  /** The subject's last token; the envelope's `unit` must agree. */
  readonly unit: string;
  /** By which the broker knew it; the envelope must agree. Empty where the sender gave none. */
  readonly messageId: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly streamSeq: number;
  readonly storedAt: Instant;
}

/** What stands at a place, as far as it tells one fact from another. */
export type StandingFact = Pick<StoredVenueMessage, 'venue' | 'unit' | 'messageId' | 'data' | 'storedAt'>;

/**
 * A version of a document as it travels from engine to edge, or several that follow each other. Messages can overlap, since engines do
 * not wait for each other: on the short path, and in a cluster of NATS 2.9, which stores both of two that come within one of its round
 * trips. Who reads goes by the versions, never by what came first.
 */
export interface ResultMessage {
  readonly channel: Channel;
  readonly epoch: string;
  /** The first version in it. */
  readonly first: number;
  /** The last one, which is the same where there is one only. */
  readonly version: number;
  /** Of the last one. */
  readonly hash: string;
  /** Of the first one: `delta` against the version before it, `whole` stands alone. All after it are deltas. */
  readonly form: 'whole' | 'delta';
  /** For each version in it the fact that led to it, as its `messageId`: one id from venue to screen. */
  readonly causes?: readonly string[];
  readonly data: Uint8Array;
}

export interface StoredResultMessage extends ResultMessage {
  readonly streamSeq: number;
}

/** Where a channel stands by the message of it that was stored last. */
export interface LastStored extends Position {
  readonly hash: string;
  readonly streamSeq: number;
}

/** What is stored last of a channel, whoever stored it. */
export interface ChannelEnd {
  /** Where it stands; 0 for nothing. */
  readonly place: number;
  /** Null for nothing, and for what is none of ours. */
  readonly last: LastStored | null;
}

/** Versions of one channel: after `afterVersion`, and up to `untilVersion` where it is given. */
export interface VersionRange {
  readonly epoch: string;
  readonly afterVersion: number;
  readonly untilVersion?: number;
  /** The `data` of what is read may be empty. */
  readonly headersOnly?: boolean;
}

/** A whole document kept for late joiners, and where in the results stream it was current. */
export interface KeptDocument extends ResultMessage {
  readonly streamSeq: number;
}

/** How one source of facts is doing, as every engine finds it in stream VENUE. */
export interface SourceStatus {
  readonly source: string;
  readonly state: 'OK' | 'SILENT' | 'GAP';
  /** When the broker stored its newest fact; heartbeats and refused facts count. */
  readonly lastFactAt: Instant;
  /** The events that it has sent facts about. */
  readonly events: readonly Rsc[];
  /** The place in VENUE up to which this is so: of two statuses the one with the higher number holds. */
  readonly streamSeq: number;
}

/** What an engine says about once a second, from its start on. */
export interface EngineWord {
  /** Which one, for as long as it runs. */
  readonly engine: string;
  /** That of the documents it makes. */
  readonly epoch: string;
  /** Those that it computes; null: all. */
  readonly disciplines: readonly string[] | null;
  /** The place in VENUE up to which it has taken facts in; before `historySeq` until what came of the history is stored. */
  readonly streamSeq: number;
  /** Where VENUE ended when it started: it is current once it has come there. */
  readonly historySeq: number;
  /** Its clock in milliseconds, good for telling one word from the next. */
  readonly at: number;
  /** For how long it has known of facts that it has not published yet; 0 when it keeps up. */
  readonly behindMs: number;
  /** How many facts that is. */
  readonly behindFacts: number;
  /** The newest place in RESULTS that it knows of: an edge that has read it has all that this engine published. */
  readonly resultsSeq: number;
}

/** A status that has changed, or the word of an engine. */
export type SourceNews = { readonly status: SourceStatus } | { readonly seen: EngineWord };

/** What is processed of a source: every fact of the epoch up to `seq`, and where some before them are missing, those `beyond`. */
export interface ProcessedPosition {
  readonly epoch: string;
  readonly seq: number;
  /** From, to, both of them processed too. */
  readonly beyond?: readonly (readonly [number, number])[];
  /** By an engine for these disciplines: what is about others counts for nothing. Absent: everything. */
  readonly disciplines?: readonly string[];
}

/** A refused or held fact: kept with its bytes for operations. */
export interface RejectionMessage {
  readonly code: string;
  readonly message: string;
  readonly venue: string;
  readonly unit: string;
  readonly contentType: string;
  readonly venueStreamSeq: number;
  readonly data: Uint8Array;
}

export interface Subscription {
  /** Resolves when the handler has returned for the last time. */
  stop(): Promise<void>;
}

export interface Stored {
  readonly streamSeq: number;
  readonly duplicate: boolean;
}

export interface BrokerStorage {
  readonly usedBytes: number;
  /** Null: without a bound, or it does not say. */
  readonly mostBytes: number | null;
  readonly streams: readonly StreamStorage[];
}

export interface StreamStorage {
  readonly name: string;
  readonly entries: number;
  readonly bytes: number;
  /** Copies on different servers that there should be, and those that have everything. */
  readonly replicas: number;
  readonly current: number;
}

/** A line of the operators' logbook. With others of its key it is a history, of which the newest says how it is now. */
export interface LogLine {
  readonly key: string;
  /** Its own: a second copy of the line vanishes. */
  readonly id: string;
  readonly data: Uint8Array;
}

export interface StoredLogLine {
  readonly key: string;
  readonly data: Uint8Array;
  readonly streamSeq: number;
  readonly storedAt: Instant;
}

/** What operators did, and what they were told: the newest 20,000 lines, so that a key can be forgotten. */
export interface Logbook {
  /** With `after` only while the last line of its key is the one at that place (0: there is none); otherwise refused with `NOT_NEXT`. */
  write(line: LogLine, after?: number): Promise<Stored>;
  /** The newest of a key; null for none. */
  last(key: string): Promise<StoredLogLine | null>;
  /** All lines, from the oldest on, then live. */
  follow(handler: (line: StoredLogLine) => void): Promise<Subscription>;
}

/** What is said to whoever listens just now: kept nowhere, once at most. */
export interface Calls {
  call(topic: string, data: Uint8Array): void;
  listen(topic: string, handler: (data: Uint8Array) => void): Promise<Subscription>;
}

/** Bytes by name: what engines put down of themselves. Names: letters, digits, `-`, `_` and `.`. */
export interface PieceStore {
  /** Null for nothing, or for what is only half there. */
  read(name: string): Promise<Uint8Array | null>;
  /** As a whole or not at all, however long. */
  write(name: string, data: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What somebody has read, to be written over. */
export interface Revised {
  readonly data: Uint8Array;
  /** By which a writer says what it has read. */
  readonly revision: number;
}

/** Where deliveries to recipients stand: what one program writes, another goes on from. Names: any text. */
export interface DeliveryStore {
  /** Null for nothing. */
  read(recipient: string, story: string): Promise<Revised | null>;
  /**
   * Only over the entry of that revision (0: there is none), of several who write one alone succeeds; gives the new one. Refused with `NOT_NEXT` when
   * somebody else wrote since.
   */
  write(recipient: string, story: string, data: Uint8Array, after: number): Promise<number>;
  /** Of which stories there is anything. */
  stories(recipient: string): Promise<string[]>;
}

/** What graphics outputs show, by the name of each: letters, digits, `-`. */
export interface OnAirStore {
  /** Null for nothing. */
  read(output: string): Promise<Revised | null>;
  /** As `DeliveryStore.write`: of several who write over the same entry one alone succeeds, the others are refused with `NOT_NEXT`. */
  write(output: string, data: Uint8Array, after: number): Promise<number>;
  /** What is there of each output, then every change. */
  follow(handler: (output: string, data: Uint8Array) => void): Promise<Subscription>;
}

/** A revision of rules and documents, and its number. */
export interface NumberedRevision {
  readonly revision: string;
  readonly generation: number;
}

export interface Numbering {
  /** The revision counts as new, though it has been here before. */
  readonly anew?: boolean;
  /**
   * The number that it had before the broker lost its store: revisions come back in any order, and an older one must not become the newer
   * one by that.
   */
  readonly had?: number;
}

export interface Broker {
  /**
   * When the history began that this program found: with stream VENUE, or when somebody saw that the broker had come back with less.
   * Part of every epoch. Microseconds.
   */
  readonly historyBegan: Instant;
  /** The most bytes that one publish can hold; more is refused with `PAYLOAD_TOO_LARGE`. */
  readonly maxDataBytes: number;

  publishFact(message: VenueMessage): Promise<Stored>;
  /**
   * What stands at a place in VENUE; null for nothing: whether what was stored once is still there, and whether a second copy is one. `CUT`: it
   * stood there, and an archive has it.
   */
  factAt(streamSeq: number): Promise<StandingFact | 'CUT' | null>;
  /**
   * Facts in stream order from `fromSeq` on (1 = all), then live. Survives a broken connection
   * without a hole or a repeat. `disciplines`: only these (three letters each); none given: all.
   */
  consumeFacts(
    options: { fromSeq: number; disciplines?: readonly string[] },
    handler: (message: StoredVenueMessage) => void,
  ): Promise<Subscription>;
  /** The newest stream sequence of VENUE; 0 for none. An engine that has taken it in is current. */
  lastFactSeq(): Promise<number>;
  /** What was cut from VENUE; null for nothing. */
  cut(): Promise<Cut | null>;
  /**
   * Says what is cut, and then removes it; done again it goes on where it was ended. Refused with `NOT_NEXT` when it does not hold all that was
   * cut before.
   */
  cutFacts(cut: Cut): Promise<void>;

  /**
   * Stored only while the last message of the channel is the one at `after` (0: there is none), so that nothing is stored behind what is
   * newer, however late it comes; otherwise refused with `NOT_NEXT`. Without `after`: behind whatever is there.
   * The message id is `<channel>:<epoch>:<first>-<version>:<hash>`: the same versions in one message are stored once, whoever publishes them,
   * and a second copy is answered as such whatever `after` says.
   */
  publishResult(message: ResultMessage, after?: number): Promise<Stored>;
  /** Versions as they are published: the short path. May repeat, may miss; check against what you hold. */
  listenResults(handler: (message: ResultMessage) => void): Promise<Subscription>;
  /** Versions in stream order from `fromSeq` on: the complete path. */
  consumeResults(
    options: { fromSeq: number; types?: readonly string[] },
    handler: (message: StoredResultMessage) => void,
  ): Promise<Subscription>;
  /**
   * The message of every channel that was stored last, without its data. Where engines overlap one before it can hold a higher
   * version: who wants the highest reads what the stream has after the versions that are there.
   */
  lastResults(): Promise<Map<Channel, LastStored>>;
  /** The same for one channel, as cheap as a question can be. */
  lastResult(channel: Channel): Promise<ChannelEnd>;
  /**
   * The stored messages of one channel with any version of the range, in the order of the stream; what it still has.
   */
  readResults(channel: Channel, range: VersionRange): Promise<StoredResultMessage[]>;

  keepDocument(document: KeptDocument): Promise<void>;
  keptDocuments(): Promise<KeptDocument[]>;
  keptDocument(channel: Channel): Promise<KeptDocument | null>;

  publishRejection(rejection: RejectionMessage): Promise<void>;
  /** The highest `venueStreamSeq` that a rejection is kept for; 0 for none: an engine that starts again repeats none. */
  lastRejectionSeq(): Promise<number>;
  consumeRejections(handler: (rejection: RejectionMessage) => void): Promise<Subscription>;

  /** How far the facts of a source are processed; the venue's outbox sends no more of these. */
  putProcessed(source: string, position: ProcessedPosition): Promise<void>;
  watchProcessed(source: string, handler: (position: ProcessedPosition) => void): Promise<Subscription>;

  /**
   * The number of a revision of rules and documents, the same for all who ask: 1 for the first that came to this broker, and
   * higher than every one before for a new one.
   */
  generationOf(revision: string, numbering?: Numbering): Promise<number>;
  /** The revision with the highest number; null before the first one. */
  newestRevision(): Promise<NumberedRevision | null>;

  /** Replaces what was put about the same source, or the last word of an engine. */
  putSourceNews(news: SourceNews): Promise<void>;
  /** What holds now, then every change; `storedAt`: when the broker took it in. */
  watchSourceNews(handler: (news: SourceNews, storedAt: Instant) => void): Promise<Subscription>;

  /** For checkpoints of engines. It goes back with everything else when the broker's store does. */
  readonly pieces: PieceStore;

  /** For gateways to media wires. */
  readonly deliveries: DeliveryStore;

  /** For graphics desks and outputs. */
  readonly onAir: OnAirStore;

  readonly logbook: Logbook;
  readonly calls: Calls;

  /** What it needs of its disk, and how many copies it has of each stream, as far as it says so. */
  storage(): Promise<BrokerStorage>;

  /** True while the connection stands. */
  readonly connected: boolean;
  /**
   * What this program knows to be stored may be gone: the connection broke, and what is there has not been looked at since; or something was
   * not found, and whether it is a loss is being looked into.
   */
  readonly isInDoubt: boolean;
  /** What it gives back ends it. */
  onConnectionChange(handler: (connected: boolean) => void): () => void;
  /**
   * The broker turned out to have another memory: an empty store, a stream made anew, or less than it had, which `loss` names; or
   * another program has found that. Nothing that was learnt from it holds any more, and who connects from now on finds a newer
   * history. Looked at after each reconnect and every few seconds. What it gives back ends it.
   */
  onReplaced(handler: (loss: Loss) => void): () => void;
  close(): Promise<void>;
}
