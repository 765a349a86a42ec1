/**
 * Who goes on to the next phase. Works down the lines of a progression ("first two of each heat Q,
 * the next two fastest q, four reserves") over the list of a phase, and adds what referee or jury
 * granted. It never picks one of two that the rules leave equal: they go on together, or the place
 * stays open until officials decide.
 */
import type { CompetitorCode } from '../model/competitor.ts';
import type { AdvanceSpec } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';
import type { Key } from './contract.ts';
import { compareKeys } from './rank.ts';

/** A row of the phase as progression sees it. */
export interface Contender {
  readonly competitor: CompetitorCode;
  readonly organisation: string;
  readonly unit: Rsc;
  /** Place in the unit; null when unranked there, and where the unit gives no places (a re-run). */
  readonly unitRank: number | null;
  /** Keys over the whole phase, fine enough for a qualifying place; null when unranked in the phase. */
  readonly keys: readonly Key[] | null;
  /** Reaches a qualifying standard in base units. */
  reaches(standard: number): boolean;
}

export interface Progression {
  readonly lines: readonly AdvanceSpec[];
  /** In any order. */
  readonly contenders: readonly Contender[];
  /** Units whose result is decided. */
  readonly decided: ReadonlySet<Rsc>;
  /** Every unit of the phase is decided. */
  readonly complete: boolean;
  /** Given by referee or jury, in addition; GIVES_UP takes the competitor out, and the next one moves up. */
  readonly granted: ReadonlyMap<CompetitorCode, string>;
  readonly overfull: 'ADMIT_ALL' | 'OPEN';
  readonly openMark: string | null;
}

/** Lines with the units of whose starters they decide; null: of everybody in the phase. */
export interface Lines {
  readonly lines: readonly AdvanceSpec[];
  readonly units: ReadonlySet<Rsc> | null;
}

/** The same where some units of the phase have lines of their own. */
export const advanceBy = (
  all: readonly Lines[],
  { contenders, ...progression }: Omit<Progression, 'lines'>,
): ReadonlyMap<CompetitorCode, string> =>
  new Map(
    all.flatMap(({ lines, units }) => [
      ...advance({
        ...progression,
        lines,
        contenders: units === null ? contenders : contenders.filter(({ unit }) => units.has(unit)),
      }),
    ]),
  );

/** Goes on for certain by this mark: neither reserve nor a place that is open. */
export const isThrough = (mark: string, all: readonly Lines[], openMark: string | null): boolean =>
  mark !== openMark &&
  !all
    .flatMap(({ lines }) => lines)
    .some(
      ({ numbered, mark: reserve }) =>
        numbered === true && mark.startsWith(reserve) && /^\d+$/.test(mark.slice(reserve.length)),
    );

/** Mark of an `advance` fact by which a competitor gives the place up (a withdrawal between phases). */
export const GIVES_UP = '-';

/** Qualification marks by competitor; who has none does not advance (yet). */
export function advance(progression: Progression): ReadonlyMap<CompetitorCode, string> {
  const marks = new Map<CompetitorCode, string>();
  const pool = progression.contenders
    .filter(({ keys, competitor }) => keys !== null && !progression.granted.has(competitor))
    .sort(
      (one, other) => compareKeys(one.keys!, other.keys!) || (one.competitor < other.competitor ? -1 : 1),
    );
  const field: Field = {
    progression,
    pool,
    marks,
    settled: new Set(),
    taken: 0,
    through: new Map(),
    losers: [],
  };
  for (const line of progression.lines) applyLine(line, field);
  for (const [competitor, mark] of progression.granted) if (mark !== GIVES_UP) marks.set(competitor, mark);
  return marks;
}

interface Field {
  readonly progression: Progression;
  /** Ranked contenders, best first. */
  readonly pool: readonly Contender[];
  readonly marks: Map<CompetitorCode, string>;
  /** Of whom a line has said something: through, or equal for a place that is open. Later lines pass them over. */
  readonly settled: Set<CompetitorCode>;
  /** Places that are gone, the open ones included. */
  taken: number;
  /** How many places each organisation has. */
  readonly through: Map<string, number>;
  /** Who of those at open places will not get one: later lines must leave room for them. */
  readonly losers: Losers[];
}

/** So many of a group that is open, nobody knows who. */
interface Losers {
  readonly keys: readonly Key[];
  readonly organisation: string | null;
  readonly count: number;
}

function applyLine(line: AdvanceSpec, field: Field): void {
  if (line.by === 'standard') {
    for (const contender of waiting(field))
      if (contender.reaches(line.value ?? 0)) admit(contender, line, field, 0);
  } else if (line.by === 'place') {
    for (const unit of field.progression.decided) placesOf(unit, line, field);
  } else if (field.progression.complete) {
    fill(line, field);
  }
}

const waiting = ({ pool, settled }: Field): Contender[] =>
  pool.filter(({ competitor }) => !settled.has(competitor));

const isOpen = ({ progression }: Field): boolean => progression.overfull === 'OPEN';

/**
 * The first `count` of one unit; of those who share a place the finer keys decide (lots, a swim-off).
 * Who gives up is not replaced: the place goes to the next line.
 */
function placesOf(unit: Rsc, line: AdvanceSpec, field: Field): void {
  const rows = field.pool
    .filter((contender) => contender.unit === unit && contender.unitRank !== null)
    .sort((one, other) => one.unitRank! - other.unitRank! || compareKeys(one.keys!, other.keys!));
  const groups = groupsOf(rows, (one, other) => one.unitRank === other.unitRank && isEqual(one, other));
  let above = 0;
  for (const group of groups) {
    const [first] = group as [Contender];
    const place =
      first.unitRank! + rows.slice(0, above).filter((row) => row.unitRank === first.unitRank).length;
    const left = line.count - above;
    above += group.length;
    const unsettled = group.filter(({ competitor }) => !field.settled.has(competitor));
    if (place > line.count || unsettled.length === 0) continue;
    if (group.length > left && isOpen(field)) leaveOpen(unsettled, left, null, field);
    else for (const contender of unsettled) admit(contender, line, field, 0);
  }
}

/** The next best over all units, up to the number of the line. */
function fill(line: AdvanceSpec, field: Field): void {
  const standards = field.progression.lines.some(({ by }) => by === 'standard');
  const places = standards && line.by === 'best' ? line.count - field.taken : line.count;
  // Those that this line leaves behind are for the next one.
  const losers = field.losers.splice(0);
  let given = 0;
  for (const group of groupsOf(waiting(field), isEqual)) {
    const { ahead, beside } = losersNear(group[0]!, losers, line, field);
    given += ahead;
    if (given >= places) break;
    given += fillWith(group, line, field, { given, left: places - given, beside });
  }
  field.losers.push(...losers);
}

/** One group of equals takes its places of a line; how many these are. `beside`: losers of open places who equal them. */
function fillWith(
  group: readonly Contender[],
  line: AdvanceSpec,
  field: Field,
  { given, left, beside }: { readonly given: number; readonly left: number; readonly beside: number },
): number {
  const { free, contested } = withinLimits(group, line, field);
  const wanted = free.length + contested.reduce((sum, { room }) => sum + room, 0);
  if (wanted + beside > left && isOpen(field)) {
    const equals = [...free, ...contested.flatMap((each) => each.equals)];
    leaveOpen(equals, Math.max(0, left - beside), null, field);
    return left;
  }
  // Equal team-mates of whom not all may go on: the limit is not widened for them, whatever the line says.
  for (const { organisation, equals, room } of contested) leaveOpen(equals, room, organisation, field);
  // First and second reserve are two places: who is equal has neither until it is decided, or both share one.
  if (line.numbered === true && wanted > 1 && isOpen(field)) leaveOpen(free, free.length, null, field);
  else for (const contender of free) admit(contender, line, field, given + 1);
  return wanted + beside;
}

/** Losers of open places who take a place of this line, before a contender or beside it. They are taken out of the list. */
function losersNear(
  { keys }: Contender,
  losers: Losers[],
  line: AdvanceSpec,
  field: Field,
): { readonly ahead: number; readonly beside: number } {
  let ahead = 0;
  let beside = 0;
  for (const [index, each] of losers.entries()) {
    const order = compareKeys(each.keys, keys!);
    if (order > 0) continue;
    const room = each.organisation === null ? each.count : roomFor(each.organisation, line, field);
    const count = Math.max(0, Math.min(each.count, room));
    if (order === 0) beside += count;
    else ahead += count;
    losers[index] = { ...each, count: each.count - count };
  }
  return { ahead, beside };
}

interface Contested {
  readonly organisation: string;
  readonly equals: readonly Contender[];
  /** Fewer than they are. */
  readonly room: number;
}

/** Who of a group of equals is free to go on, and which organisations have more of them than may. */
function withinLimits(
  group: readonly Contender[],
  line: AdvanceSpec,
  field: Field,
): { readonly free: readonly Contender[]; readonly contested: readonly Contested[] } {
  const free: Contender[] = [];
  const contested: Contested[] = [];
  for (const organisation of new Set(group.map((each) => each.organisation))) {
    const equals = group.filter((each) => each.organisation === organisation);
    const room = roomFor(organisation, line, field);
    if (room >= equals.length) free.push(...equals);
    else if (room > 0) contested.push({ organisation, equals, room });
  }
  return { free, contested };
}

const roomFor = (organisation: string, line: AdvanceSpec, { through }: Field): number =>
  (line.maxPerOrganisation ?? Number.POSITIVE_INFINITY) - (through.get(organisation) ?? 0);

const isEqual = (one: Contender, other: Contender): boolean => compareKeys(one.keys!, other.keys!) === 0;

/** Neighbours that are the same. */
function groupsOf<T>(items: readonly T[], same: (one: T, other: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group !== undefined && same(group[0]!, item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

function admit(contender: Contender, line: AdvanceSpec, field: Field, number: number): void {
  const { competitor, organisation } = contender;
  field.marks.set(competitor, line.numbered === true ? `${line.mark}${number}` : line.mark);
  field.settled.add(competitor);
  field.taken += 1;
  field.through.set(organisation, (field.through.get(organisation) ?? 0) + 1);
}

/** More equals than places: officials decide. `organisation`: whose limit it is, when it is one. */
function leaveOpen(
  equals: readonly Contender[],
  places: number,
  organisation: string | null,
  field: Field,
): void {
  const { openMark } = field.progression;
  for (const { competitor } of equals) {
    if (openMark !== null) field.marks.set(competitor, openMark);
    field.settled.add(competitor);
  }
  field.taken += places;
  if (organisation !== null) field.through.set(organisation, (field.through.get(organisation) ?? 0) + places);
  const count = equals.length - places;
  if (count > 0) field.losers.push({ keys: equals[0]!.keys!, organisation, count });
}
