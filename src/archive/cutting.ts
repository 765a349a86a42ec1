import type { Broker, StoredVenueMessage } from '../broker/broker.ts';
import { type Cut, cutOf, lastCut, numberIn } from '../broker/cut.ts';
import { nameOf } from '../broker/message-ids.ts';
import { factText, isSameFact } from '../broker/standing-fact.ts';
import { SYSTEM_SOURCE } from '../ingest/system-source.ts';
import { type Channel, type Document, isOfType, parseChannel } from '../model/document.ts';
import { revisionOfEpoch } from '../model/epoch.ts';
import type { Instant } from '../model/fact.ts';
import { isCompetition } from '../model/phase-kind.ts';
import { eventRsc, levelOf, parseRsc, type Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { checkArchive } from './archive-check.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { factsInTurn } from './facts-in-turn.ts';

export interface CuttingOptions {
  readonly broker: Broker;
  readonly folder: ArchiveFolder;
  /** That of this program's rules and documents. */
  readonly revision: string;
  readonly sports: Iterable<Sport>;
  /** Nothing may have been said of an event since. */
  readonly quietSince: Instant;
}

export interface CutReport {
  /** Units, phases and events of which something was cut by now. */
  readonly units: number;
  /** That went this time. */
  readonly facts: number;
}

/**
 * Cuts from VENUE what was said of events that are over and archived. Throws `ArchiveError` before anything is removed where the archive is not
 * good, or is not of the facts and documents that the broker has.
 */
export async function cutVenue(options: CuttingOptions): Promise<CutReport> {
  const { broker, folder, quietSince } = options;
  const before = await broker.cut();
  if (before !== null && !folder.chain.some(({ hash }) => hash === before.segment))
    throw notOf(`VENUE was cut by another archive than that in ${folder.path}`);
  const beside = await BesideVenue.begin(broker, { cut: before, quietSince });
  try {
    const { problems, newest } = await checkArchive(
      async () => folder,
      options,
      (fact) => beside.take(fact),
    );
    if (problems[0] !== undefined) throw new ArchiveError('ARCHIVE_DAMAGED', problems[0]);
    const events = await beside.events();
    const settled = folder.chain.findLast(({ segment }) => segment.to <= beside.quietTo)?.segment.to ?? 0;
    const over = overBy(newest);
    for (const [event, said] of events)
      if (said.quietSince > quietSince || lastIn(said) > settled || !isOver(said, over)) events.delete(event);
    await checkPublished(options, newest, events);
    const cut = cutAt(folder, before, events, beside);
    if (cut === null) return { units: 0, facts: 0 };
    await broker.cutFacts(cut);
    return { units: Object.keys(cut.units).length, facts: goneOf(cut, events) };
  } finally {
    await beside.end();
  }
}

/** What was said of an event, by unit, phase and itself. */
interface Said {
  readonly units: Map<Rsc, Place[]>;
  quietSince: Instant;
}

/** Of a fact. */
interface Place {
  readonly at: number;
  readonly isInVenue: boolean;
}

/** Goes through VENUE beside the archive, fact by fact: what both have, and whether it is the same. */
class BesideVenue {
  readonly #venue: AsyncGenerator<StoredVenueMessage>;
  readonly #cut: Cut | null;
  readonly #quietSince: Instant;
  readonly #events = new Map<Rsc, Said>();
  /** Of each source and epoch which numbers have come, and where they stand. */
  readonly #numbers = new Map<string, { readonly number: number; readonly at: number }[]>();
  #there: StoredVenueMessage | null;
  #objection: ArchiveError | null = null;
  /** Up to this place nothing was stored of late: a crash of the broker does not lose it. */
  quietTo = 0;

  private constructor(
    venue: AsyncGenerator<StoredVenueMessage>,
    there: StoredVenueMessage | null,
    { cut, quietSince }: { readonly cut: Cut | null; readonly quietSince: Instant },
  ) {
    this.#venue = venue;
    this.#there = there;
    this.#cut = cut;
    this.#quietSince = quietSince;
  }

  static async begin(
    broker: Broker,
    options: { readonly cut: Cut | null; readonly quietSince: Instant },
  ): Promise<BesideVenue> {
    const venue = factsInTurn(broker, { from: 1, until: await broker.lastFactSeq() });
    return new BesideVenue(venue, await nextOf(venue), options);
  }

  /** The next fact of the archive. */
  async take(fact: StoredVenueMessage): Promise<void> {
    const { streamSeq: at, messageId, storedAt } = fact;
    const isInVenue = this.#there?.streamSeq === at;
    this.#objection ??= objectionTo(fact, isInVenue ? this.#there : null, this.#cut);
    note(this.#events, fact, storedAt, { at, isInVenue });
    this.#noteNumber(nameOf(messageId), at);
    if (storedAt <= this.#quietSince) this.quietTo = at;
    if (isInVenue) this.#there = await nextOf(this.#venue);
  }

  /** Not of engines: each of their notices is a numbering of its own, and no outbox asks for them. */
  #noteNumber(name: string, at: number): void {
    if (name.startsWith(`${SYSTEM_SOURCE}:`)) return;
    const { numbering, number } = numberIn(name);
    const numbers = this.#numbers.get(numbering) ?? [];
    this.#numbers.set(numbering, numbers);
    numbers.push({ number, at });
  }

  /** Behind the archive: by event what was said of it. Something newer that only the broker has makes it loud for ever. Throws where they differ. */
  async events(): Promise<Map<Rsc, Said>> {
    if (this.#objection !== null) throw this.#objection;
    for (; this.#there !== null; this.#there = await nextOf(this.#venue))
      note(this.#events, this.#there, Number.POSITIVE_INFINITY);
    return this.#events;
  }

  /** Of each source and epoch how far its numbers go without a hole, of the facts up to this place. */
  numbersUpTo(to: number): Record<string, number> {
    const upTo = Array.from(this.#numbers, ([numbering, came]) => {
      const numbers = came.filter(({ at }) => at <= to).map(({ number }) => number);
      return [numbering, withoutHole(numbers)] as const;
    });
    return Object.fromEntries(upTo);
  }

  async end(): Promise<void> {
    await this.#venue.return(undefined);
  }
}

const nextOf = async (facts: AsyncGenerator<StoredVenueMessage>): Promise<StoredVenueMessage | null> =>
  (await facts.next()).value ?? null;

function objectionTo(
  fact: StoredVenueMessage,
  there: StoredVenueMessage | null,
  cut: Cut | null,
): ArchiveError | null {
  const { streamSeq, venue, unit, data } = fact;
  if (there === null) {
    if (cut !== null && streamSeq <= cutOf(cut, unit)) return null;
    return notOf(`the broker has not got fact ${factText(fact)} at place ${streamSeq}, and it was not cut`);
  }
  const isSame = isSameFact(there, fact) && there.venue === venue && there.unit === unit;
  if (isSame && Buffer.compare(there.data, data) === 0) return null;
  return notOf(`the broker has ${factText(there)} at place ${streamSeq}, and the archive ${factText(fact)}`);
}

/** What is about no event is never cut. */
function note(events: Map<Rsc, Said>, { unit }: StoredVenueMessage, at: Instant, place?: Place): void {
  const rsc = parseRsc(unit);
  if (rsc === null || levelOf(rsc) === 'discipline') return;
  const said = events.get(eventRsc(rsc)) ?? { units: new Map<Rsc, Place[]>(), quietSince: at };
  events.set(eventRsc(rsc), said);
  said.quietSince = Math.max(said.quietSince, at);
  const places = said.units.get(rsc) ?? [];
  said.units.set(rsc, places);
  if (place !== undefined) places.push(place);
}

/** All competitions in it have come to a result that is official, or do not take place; a ceremony is no competition. */
function isOver({ units }: Said, over: ReadonlySet<Rsc>): boolean {
  const own = [...units.keys()].filter((rsc) => levelOf(rsc) === 'unit' && isCompetition(rsc));
  return own.length > 0 && own.every((unit) => over.has(unit));
}

/** Units whose result is official, and those that are cancelled. */
function overBy(newest: ReadonlyMap<Channel, Document>): ReadonlySet<Rsc> {
  const over = new Set<Rsc>();
  for (const document of newest.values()) {
    const { type, unit, status } = document.header;
    if (type === 'RESULT' && status === 'OFFICIAL') over.add(unit);
    if (isOfType(document, 'SCHEDULE'))
      for (const { key, state } of document.rows) if (state.status === 'CANCELLED') over.add(key);
  }
  return over;
}

/** What the archive's facts come to is what engines have published; an event of which they have published more is left for the next time. */
async function checkPublished(
  { broker, revision }: CuttingOptions,
  newest: ReadonlyMap<Channel, Document>,
  events: Map<Rsc, Said>,
): Promise<void> {
  const stored = await broker.lastResults();
  for (const [channel, { version, hash }] of newest) {
    const event = eventRsc(parseChannel(channel)!.unit);
    if (!events.has(event)) continue;
    // Of a bounded stream only the kept document is there.
    const last = stored.get(channel) ?? (await broker.keptDocument(channel));
    if (last === null || revisionOfEpoch(last.epoch) !== revision || last.version < version)
      throw new ArchiveError('NOT_PUBLISHED', `${channel} version ${version} is not published`);
    if (last.version > version) events.delete(event);
    else if (last.hash !== hash)
      throw notOf(`${channel} was published with the hash ${last.hash}, and the archive gives ${hash}`);
  }
}

const lastIn = ({ units }: Said): number =>
  [...units.values()].reduce((last, places) => Math.max(last, places.at(-1)?.at ?? 0), 0);

/** Null for nothing: neither now nor before. */
function cutAt(
  { chain }: ArchiveFolder,
  before: Cut | null,
  events: ReadonlyMap<Rsc, Said>,
  beside: BesideVenue,
): Cut | null {
  const last = [...events.values()].reduce((most, said) => Math.max(most, lastIn(said)), 0);
  const end = chain.find(({ segment }) => segment.to >= Math.max(last, before?.to ?? 0));
  if (last === 0 || end === undefined) return before;
  const { to } = end.segment;
  const units: Record<Rsc, number> = { ...before?.units };
  for (const [rsc, places] of [...events.values()].flatMap((said) => [...said.units])) {
    const place = places.findLast(({ at }) => at < to)?.at ?? 0;
    if (place > 0) units[rsc] = Math.max(place, units[rsc] ?? 0);
  }
  const cut = { segment: end.hash, to, units, numbers: beside.numbersUpTo(to) };
  return lastCut(cut) === 0 ? null : cut;
}

function withoutHole(numbers: readonly number[]): number {
  let last = 0;
  for (const number of numbers.toSorted((one, other) => one - other)) if (number === last + 1) last = number;
  return last;
}

const goneOf = (cut: Cut, events: ReadonlyMap<Rsc, Said>): number =>
  [...events.values()]
    .flatMap(({ units }) => [...units])
    .flatMap(([rsc, places]) => places.filter(({ at, isInVenue }) => isInVenue && at <= cutOf(cut, rsc)))
    .length;

const notOf = (text: string): ArchiveError => new ArchiveError('ARCHIVE_DOES_NOT_FIT', text);
