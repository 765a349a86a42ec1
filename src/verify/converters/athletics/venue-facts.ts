/** A published competition as the facts that the venue would have sent. Nothing official is in them. */

import { combinedEventOf } from '../../../../sports/athletics/combined-events.ts';
import { EVENTS } from '../../../../sports/athletics/events.ts';
import { formatRsc, type Rsc } from '../../../model/rsc.ts';
import { progressionOf } from './progression.ts';
import type { PublishedCompetition, PublishedRow, PublishedTotals, PublishedUnit } from './published.ts';

/** A unit as it is sent: groups apart, with everybody who should have been there. */
export interface VenueUnit {
  readonly rsc: Rsc;
  readonly phase: Rsc;
  readonly wind: string | null;
  readonly kind: 'race' | 'distance' | 'height';
  readonly rows: readonly PublishedRow[];
  readonly options: object | undefined;
}

export interface VenuePhase {
  readonly rsc: Rsc;
  /** A heat run again by athletes of other heats: a list of its own, nobody goes on by place. */
  readonly rerun: boolean;
  readonly published: readonly PublishedUnit[];
  readonly units: readonly VenueUnit[];
}

/** The rule book of 1 November 2019 renumbered the rules and let ties in combined events stand. */
export const editionOn = (date: string): string => (date < '2019-11-01' ? '2018' : '2024');

export const rscOf = (gender: string, event: string, phase = '', unit = ''): Rsc =>
  formatRsc({ discipline: 'ATH', gender, event, phase, unit });

/** The units by phase, in the order published. */
export function phasesOf(competition: PublishedCompetition): VenuePhase[] {
  const phases = new Map<Rsc, PublishedUnit[]>();
  for (const unit of withAbsentees(competition)) {
    const phase = rscOf(unit.gender, unit.event, unit.phase);
    const before = phases.get(phase) ?? [];
    phases.set(phase, [...before, { ...unit, heat: freeHeat(unit.heat, before) }]);
  }
  return [...phases].flatMap(([rsc, published]) => {
    const reruns = published.filter((unit) => isRerun(unit, published));
    const heats = published.filter((unit) => !reruns.includes(unit));
    return [phaseOf(rsc, heats, false), ...reruns.map((unit) => phaseOf(rsc, [unit], true))];
  });
}

/** Heats that the source does not number, or numbers twice, get the next free number. */
function freeHeat(heat: number, before: readonly PublishedUnit[]): number {
  const used = new Set(before.map((unit) => unit.heat));
  let free = heat;
  while (used.has(free)) free += 1;
  return free;
}

const phaseOf = (rsc: Rsc, published: readonly PublishedUnit[], rerun: boolean): VenuePhase => ({
  rsc,
  rerun,
  published,
  units: published.flatMap((unit) => venueUnits(unit, rsc, rerun)),
});

/** Everybody in it has been in another heat of the phase. */
function isRerun(unit: PublishedUnit, heats: readonly PublishedUnit[]): boolean {
  const elsewhere = heats.filter((heat) => heat !== unit).flatMap(({ rows }) => rows.map(({ code }) => code));
  return unit.rows.length > 0 && unit.rows.every(({ code }) => elsewhere.includes(code));
}

/**
 * Result lists of a combined event leave out who did not start a part. The venue had them on its
 * start list, as DNS, in the first part they missed; after that they have withdrawn.
 */
function withAbsentees({ units, totals }: PublishedCompetition): PublishedUnit[] {
  const complete = [...units];
  for (const total of totals) {
    const gone = new Set<string>();
    for (const { phase } of combinedEventOf(total.gender, total.event)!.parts) {
      const indices = complete.flatMap((unit, index) =>
        belongs(unit, total) && unit.phase === phase ? [index] : [],
      );
      const last = indices.at(-1);
      if (last === undefined) continue;
      const there = new Set(indices.flatMap((index) => complete[index]!.rows.map(({ code }) => code)));
      const absent = total.rows.filter(({ code }) => !there.has(code) && !gone.has(code));
      for (const { code } of absent) gone.add(code);
      const unit = complete[last]!;
      complete[last] = { ...unit, rows: [...unit.rows, ...absent.map(notStarted)] };
    }
  }
  return complete;
}

const belongs = (unit: PublishedUnit, { event, gender }: PublishedTotals): boolean =>
  unit.partOfCombined && unit.event === event && unit.gender === gender;

const notStarted = (row: PublishedRow): PublishedRow => ({
  ...row,
  line: null,
  irm: 'DNS',
  irmReason: null,
  rank: null,
  time: null,
  mark: null,
  trials: [],
  group: null,
});

function venueUnits(unit: PublishedUnit, phase: Rsc, rerun: boolean): VenueUnit[] {
  const { gender, event, phase: phaseCode, heat, wind, rows, options } = unit;
  const kind = kindOf(unit);
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))].sort();
  if (groups.length < 2) {
    const code = `${String(heat).padStart(4, '0')}00${rerun ? 'RR' : ''}`;
    return [{ rsc: rscOf(gender, event, phaseCode, code), phase, wind, kind, rows, options }];
  }
  return groups.map((group) => ({
    rsc: rscOf(gender, event, phaseCode, `${group}00100`),
    phase,
    wind,
    kind,
    options,
    rows: rows.filter((row) => (row.group ?? groups[0]) === group),
  }));
}

function kindOf({ event, gender, phase, partOfCombined }: PublishedUnit): VenueUnit['kind'] {
  const open = partOfCombined
    ? combinedEventOf(gender, event)!.parts.find((part) => part.phase === phase)!.event
    : event;
  return EVENTS[open]!.kind;
}

/** Facts as venue-feed JSON, numbered 1, 2, 3 ... */
export function* factsOf(competition: PublishedCompetition, phases: readonly VenuePhase[]): Iterable<object> {
  let seq = 0;
  const epoch = competition.date;
  for (const { unit, ...fact } of allFacts(competition, phases)) {
    seq += 1;
    yield { source: 'ARCHIVE', epoch, seq, unit, ...fact };
  }
}

type UnitFact = { readonly unit: Rsc } & Record<string, unknown>;

function* allFacts(competition: PublishedCompetition, phases: readonly VenuePhase[]): Iterable<UnitFact> {
  const edition = editionOn(competition.date);
  const ruleOf = (rsc: Rsc): string => `ATH.${rsc.slice(4, 22).replace(/-+$/, '')}@${edition}`;
  for (const { event, gender, name, rows } of competition.totals) {
    const unit = rscOf(gender, event);
    const units = phases
      .filter(({ rsc }) => rsc.startsWith(unit.slice(0, 22)))
      .flatMap((phase) => phase.units);
    yield { unit, setup: { rule: ruleOf(unit), event: name, units: units.map(({ rsc }) => rsc) } };
    // A whole result that was annulled; not finishing follows from the parts.
    for (const { code: competitor, irm } of rows)
      if (irm === 'DQ') yield { unit, irm: { competitor, code: 'DQ' } };
  }
  for (const { rsc, published, units, rerun } of phases) {
    if (rerun) continue;
    const advance = progressionOf(published);
    const setup = { rule: ruleOf(rsc), units: units.map((unit) => unit.rsc) };
    yield { unit: rsc, setup: advance.length === 0 ? setup : { ...setup, advance } };
  }
  for (const { units } of phases) for (const unit of units) yield* unitFacts(unit, ruleOf(unit.rsc));
}

function* unitFacts(venue: VenueUnit, rule: string): Iterable<UnitFact> {
  const { rsc: unit, wind, rows } = venue;
  // The files are in order of the result: the start order must not give it away.
  const inCodeOrder = onceEach(rows).sort((one, other) => (one.code < other.code ? -1 : 1));
  // Its name follows from its code.
  yield { unit, setup: { rule, ...(venue.options === undefined ? {} : { options: venue.options }) } };
  yield {
    unit,
    startList: {
      entries: inCodeOrder.map((row, index) => ({ competitor: competitorOf(row), startOrder: index + 1 })),
    },
  };
  if (wind !== null && venue.kind === 'race') yield { unit, conditions: { wind } };
  for (const row of inCodeOrder) yield* performanceFacts(unit, row, venue.kind);
  for (const row of inCodeOrder) yield* irmFacts(unit, row);
  yield { unit, status: { result: 'OFFICIAL' } };
}

/** Who is printed twice starts once: with the result that counts. */
function onceEach(rows: readonly PublishedRow[]): PublishedRow[] {
  const byCode = new Map<string, PublishedRow>();
  for (const row of rows) {
    const known = byCode.get(row.code);
    if (known === undefined || (known.irm !== null && row.irm === null)) byCode.set(row.code, row);
  }
  return [...byCode.values()];
}

function competitorOf({ code, organisation, given, family, members, team }: PublishedRow): object {
  if (!team) return { code, kind: 'ATHLETE', organisation, name: { given, family } };
  const runners = members.map((member) => ({
    code: member.code,
    kind: 'ATHLETE',
    organisation,
    name: { given: member.given, family: member.family },
  }));
  return {
    code,
    kind: 'TEAM',
    organisation,
    name: { team: family },
    ...(runners.length === 0 ? {} : { members: runners }),
  };
}

function* performanceFacts(unit: Rsc, row: PublishedRow, kind: VenueUnit['kind']): Iterable<UnitFact> {
  const { code: competitor, reaction, time, mark, trials } = row;
  if (reaction !== null && kind === 'race') yield { unit, reaction: { competitor, time: reaction } };
  if (time !== null) yield { unit, passing: { competitor, point: 'FIN', time } };
  for (const trial of trials) yield { unit, attempt: { competitor, ...trial } };
  // Some lists give the best mark only.
  if (trials.length === 0 && mark !== null) {
    const where = kind === 'height' ? { height: mark } : { mark };
    yield { unit, attempt: { competitor, attempt: 1, outcome: 'VALID', ...where } };
  }
}

/** NM follows from the attempts where there are any. */
function* irmFacts(
  unit: Rsc,
  { code: competitor, irm, irmReason, trials }: PublishedRow,
): Iterable<UnitFact> {
  if (irm === null || (irm === 'NM' && trials.length > 0)) return;
  yield { unit, irm: { competitor, code: irm, ...(irmReason === null ? {} : { reason: irmReason }) } };
}
