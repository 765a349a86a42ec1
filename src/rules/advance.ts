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
  /** Place in the unit; null when unranked there. */
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
  const field: Field = { progression, pool, marks, admitted: new Map() };
  for (const line of progression.lines) applyLine(line, field);
  for (const [competitor, mark] of progression.granted) if (mark !== GIVES_UP) marks.set(competitor, mark);
  return marks;
}

interface Field {
  readonly progression: Progression;
  /** Ranked contenders, best first. */
  readonly pool: readonly Contender[];
  readonly marks: Map<CompetitorCode, string>;
  /** How many of each organisation are through already. */
  readonly admitted: Map<string, number>;
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

const waiting = ({ pool, marks }: Field): Contender[] =>
  pool.filter(({ competitor }) => !marks.has(competitor));

/** The first `count` of one unit. Who gives up is not replaced: the place goes to the next line. */
function placesOf(unit: Rsc, line: AdvanceSpec, field: Field): void {
  const rows = field.pool
    .filter((contender) => contender.unit === unit && contender.unitRank !== null)
    .sort((one, other) => one.unitRank! - other.unitRank!);
  const inside = rows.filter(({ unitRank }) => unitRank! <= line.count);
  const last = inside.at(-1)?.unitRank;
  const shared = inside.filter(({ unitRank }) => unitRank === last);
  const open = inside.length > line.count && field.progression.overfull === 'OPEN';
  for (const contender of inside) {
    if (open && shared.includes(contender)) leaveOpen(contender, field);
    else admit(contender, line, field, 0);
  }
}

/** The next best over all units, up to the number of the line. */
function fill(line: AdvanceSpec, field: Field): void {
  const standards = field.progression.lines.some(({ by }) => by === 'standard');
  const places = standards && line.by === 'best' ? line.count - field.marks.size : line.count;
  const candidates = eligible(line, field);
  if (places <= 0) return;
  const cut = candidates[places - 1];
  const inside = candidates.filter(
    (each, index) => index < places || compareKeys(each.keys!, cut!.keys!) === 0,
  );
  const open = inside.length > places && field.progression.overfull === 'OPEN';
  for (const [index, contender] of inside.entries()) {
    const shared = open && compareKeys(contender.keys!, cut!.keys!) === 0;
    if (shared || isNumberOpen(line, inside, index, field)) leaveOpen(contender, field);
    else admit(contender, line, field, index + 1);
  }
}

/** First and second reserve are two places: who is equal has neither until it is decided. */
function isNumberOpen(
  line: AdvanceSpec,
  inside: readonly Contender[],
  index: number,
  { progression }: Field,
): boolean {
  if (line.numbered !== true || progression.overfull !== 'OPEN') return false;
  return [inside[index - 1], inside[index + 1]].some(
    (other) => other !== undefined && compareKeys(other.keys!, inside[index]!.keys!) === 0,
  );
}

/** Best first, passing over those whose organisation has its full number through. */
function eligible(line: AdvanceSpec, field: Field): Contender[] {
  const most = line.maxPerOrganisation;
  if (most === undefined) return waiting(field);
  const admitted = new Map(field.admitted);
  return waiting(field).filter(({ organisation }) => {
    const already = admitted.get(organisation) ?? 0;
    if (already >= most) return false;
    admitted.set(organisation, already + 1);
    return true;
  });
}

function admit(contender: Contender, line: AdvanceSpec, field: Field, number: number): void {
  field.marks.set(contender.competitor, line.numbered === true ? `${line.mark}${number}` : line.mark);
  field.admitted.set(contender.organisation, (field.admitted.get(contender.organisation) ?? 0) + 1);
}

function leaveOpen(contender: Contender, { progression, marks }: Field): void {
  if (progression.openMark !== null) marks.set(contender.competitor, progression.openMark);
}
