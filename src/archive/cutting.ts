import type { Broker, StoredVenueMessage } from '../broker/broker.ts';
import { type Cut, cutOf, lastCut, numberIn } from '../broker/cut.ts';
import { nameOf } from '../broker/message-ids.ts';
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
  const { broker, folder } = options;
  const before = await broker.cut();
  if (before !== null && !folder.chain.some(({ hash }) => hash === before.segment))
    throw notOf(`VENUE was cut by another archive than that in ${folder.path}`);
  const { problems, newest } = await checkArchive(folder.path, options);
  if (problems[0] !== undefined) throw new ArchiveError('ARCHIVE_DAMAGED', problems[0]);
  const events = await saidOf(broker, folder, before);
  const over = overBy(newest);
  for (const [event, said] of events)
    if (said.quietSince > options.quietSince || !isOver(said, over)) events.delete(event);
  await checkPublished(options, newest, events);
  const cut = await cutAt(folder, before, events);
  if (cut === null) return { units: 0, facts: 0 };
  await broker.cutFacts(cut);
  return { units: Object.keys(cut.units).length, facts: goneOf(cut, events) };
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

/** By event what both the archive and the broker have; something newer that only the broker has makes it loud for ever. */
async function saidOf(broker: Broker, folder: ArchiveFolder, cut: Cut | null): Promise<Map<Rsc, Said>> {
  const events = new Map<Rsc, Said>();
  const venue = factsInTurn(broker, { from: 1, until: await broker.lastFactSeq() });
  let there = await nextOf(venue);
  for (const { segment } of folder.chain) {
    for await (const fact of folder.facts(segment)) {
      const isInVenue = there?.streamSeq === fact.streamSeq;
      checkSame(fact, isInVenue ? there : null, cut);
      note(events, fact, fact.storedAt, { at: fact.streamSeq, isInVenue });
      if (isInVenue) there = await nextOf(venue);
    }
  }
  for (; there !== null; there = await nextOf(venue)) note(events, there, Number.POSITIVE_INFINITY);
  return events;
}

const nextOf = async (facts: AsyncGenerator<StoredVenueMessage>): Promise<StoredVenueMessage | null> =>
  (await facts.next()).value ?? null;

function checkSame(fact: StoredVenueMessage, there: StoredVenueMessage | null, cut: Cut | null): void {
  const { streamSeq, messageId, venue, unit, data } = fact;
  if (there === null) {
    if (cut !== null && streamSeq <= cutOf(cut, unit)) return;
    throw notOf(`the broker has not got fact ${messageId} at place ${streamSeq}, and it was not cut`);
  }
  const isSame = there.messageId === messageId && there.venue === venue && there.unit === unit;
  if (isSame && Buffer.compare(there.data, data) === 0) return;
  throw notOf(`the broker has another fact at place ${streamSeq} than ${messageId}, which the archive has`);
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

/** Null for nothing: neither now nor before. */
async function cutAt(
  folder: ArchiveFolder,
  before: Cut | null,
  events: ReadonlyMap<Rsc, Said>,
): Promise<Cut | null> {
  const said = [...events.values()].flatMap(({ units }) => [...units]);
  const last = said.reduce((most, [, places]) => Math.max(most, places.at(-1)?.at ?? 0), 0);
  const end = folder.chain.find(({ segment }) => segment.to >= Math.max(last, before?.to ?? 0));
  if (last === 0 || end === undefined) return before;
  const { to } = end.segment;
  const units: Record<Rsc, number> = { ...before?.units };
  for (const [rsc, places] of said) {
    const place = places.findLast(({ at }) => at < to)?.at ?? 0;
    if (place > 0) units[rsc] = Math.max(place, units[rsc] ?? 0);
  }
  const cut = { segment: end.hash, to, units, numbers: await numbersUpTo(folder, to) };
  return lastCut(cut) === 0 ? null : cut;
}

/** Of each source and epoch how far its numbers go without a hole. */
async function numbersUpTo(folder: ArchiveFolder, to: number): Promise<Record<string, number>> {
  const came = new Map<string, number[]>();
  for (const { segment } of folder.chain) {
    if (segment.to > to) break;
    for await (const { messageId } of folder.facts(segment)) {
      const { numbering, number } = numberIn(nameOf(messageId));
      const numbers = came.get(numbering) ?? [];
      came.set(numbering, numbers);
      numbers.push(number);
    }
  }
  return Object.fromEntries(Array.from(came, ([numbering, numbers]) => [numbering, withoutHole(numbers)]));
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
