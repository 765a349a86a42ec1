import type { CompetitorCode } from '../model/competitor.ts';
import type { IrmContent } from '../model/fact.ts';
import { eventRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { Outcome, Standing } from '../rules/contract.ts';
import type { PlacesPlan } from '../rules/plan.ts';
import type { Placed } from '../rules/rank.ts';
import type { Arrangement } from './arrangement.ts';
import type { GroupRow, PlacesGroup } from './classification.ts';
import type { Field } from './field.ts';
import { markedBy } from './irm-reason.ts';
import { withRulings } from './list-rows.ts';
import type { PartsField } from './parts-field.ts';
import { joined, type Rulings } from './rulings.ts';
import type { UnitField } from './unit-field.ts';

export interface PlacesSources {
  readonly arrangement: Arrangement;
  /** Lists of the event and of its phases. */
  readonly lists: readonly PartsField[];
  /** About the event itself: they hold whatever phase a competitor reached. */
  readonly rulings: Rulings;
  /** The mark by which a competitor has lost the place in the whole event. */
  outBy(competitor: CompetitorCode): IrmContent | null;
}

/** Who takes the places of an event, as its plan says; phases that the plan does not know come last. */
export function placesGroups(sources: PlacesSources): readonly PlacesGroup[] {
  const { plan, units } = sources.arrangement;
  const planned = plan.places.flatMap((places) => groupOf(places, sources) ?? []);
  const known = new Set([...plan.phases.map(({ phase }) => phase), ...plan.places.flatMap(({ of }) => of)]);
  if (plan.places.some(({ of }) => of.some((rsc) => rsc === eventRsc(rsc)))) return planned;
  const others = new Set(units.map(({ rsc }) => phaseRsc(rsc)).filter((phase) => !known.has(phase)));
  const unplanned = [...others].flatMap((phase) => groupOf({ of: [phase] }, sources) ?? []);
  return [...planned, ...unplanned, ...leftInBracket(sources)];
}

/**
 * Who was in the bracket, and neither won nor lost where places are made: who withdrew after a match that
 * was won. Known once everything is played; without a place, unless officials give one.
 */
function leftInBracket({ arrangement }: PlacesSources): PlacesGroup[] {
  const matches = matchesOf(arrangement);
  if (matches.some(isToCome)) return [];
  // The last match of each is the one that is shown.
  const last = new Map<CompetitorCode, GroupRow>();
  for (const field of matches)
    if (!field.cancelled)
      for (const row of field.placed) last.set(row.entry.competitor.code, { row: placed(row, null), field });
  return last.size === 0 ? [] : [{ fields: [], rows: [...last.values()], medals: false, size: 0 }];
}

/** Null while there is nobody in it. */
function groupOf(places: PlacesPlan, sources: PlacesSources): PlacesGroup | null {
  const fields = places.of.flatMap((rsc) => fieldOf(rsc, sources) ?? []);
  const { outcome, medals = false } = places;
  const matches = fields.filter(isMatch);
  if (matches.length > 0 || outcome !== undefined) {
    const outcomes: readonly Outcome[] = outcome === undefined ? ['W', 'L'] : [outcome];
    const rows = outcomes.flatMap((each, index) => wonOrLost(matches, each, index + 1, places, sources));
    const left = notOn(places, sources).filter(({ row }) => !rows.some((other) => isSame(other.row, row)));
    // A bye is over as it stands; who is alone in a match for a medal has won it when the venue says so.
    const played = medals
      ? fields
      : fields.filter((field) => !isMatch(field) || field.decided || isToCome(field));
    return { fields: played, rows: [...rows, ...left], medals, size: places.of.length * outcomes.length };
  }
  const listed = fields.filter(({ entries }) => entries.length > 0);
  if (listed.length === 0) return keptFor(places, sources);
  const playing = stillPlaying(sources);
  const rows = listed.flatMap((field) =>
    withRulings(field.placed, joined(field.rulings, sources.rulings))
      .filter(({ entry }) => !playing.has(entry.competitor.code))
      .map((row) => ({ row, field })),
  );
  return { fields: listed, rows, medals, size: 0 };
}

/** The places of a unit that was cancelled are nobody's: whoever comes next does not move up into them. */
function keptFor({ of, medals = false }: PlacesPlan, { arrangement }: PlacesSources): PlacesGroup | null {
  const size = of.reduce((sum, rsc) => sum + (arrangement.planOf(rsc)?.slots.length ?? 0), 0);
  return size === 0 ? null : { fields: [], rows: [], medals, size };
}

/** Who stands in a match of the bracket that is not decided: no earlier list gives the place meanwhile. */
const stillPlaying = ({ arrangement }: PlacesSources): ReadonlySet<CompetitorCode> =>
  new Set(
    matchesOf(arrangement)
      .filter(isToCome)
      .flatMap(({ entries }) => entries.map(({ competitor }) => competitor.code)),
  );

/** Not decided, and there are two, or will be: who meets nobody goes on without a match. */
const isToCome = ({ decided, cancelled, entries, isOpen }: UnitField): boolean =>
  !decided && !cancelled && (entries.length > 1 || isOpen);

/** Of the bracket: those whose results hold. */
const matchesOf = (arrangement: Arrangement): readonly UnitField[] =>
  arrangement.units
    .filter(({ rsc }) => arrangement.planOf(rsc)?.bracket !== undefined)
    .map(({ standing }) => standing);

const isSame = (one: Placed<unknown>, other: Placed<unknown>): boolean =>
  one.entry.competitor.code === other.entry.competitor.code;

/** Who lost a match that sends nobody on, because both lost; without a mark that puts them out. */
function notOn({ unlessOn = [] }: PlacesPlan, sources: PlacesSources): readonly GroupRow[] {
  const matches = unlessOn.flatMap((rsc) => fieldOf(rsc, sources) ?? []).filter(isMatch);
  return wonOrLost(matches, 'L', 1, { of: [] }, sources).filter(
    ({ row: { standing }, bothLost }) => bothLost === true && standing.irm === null,
  );
}

const isMatch = (field: Field): field is UnitField => 'outcome' in field.rule && 'outcomes' in field;

/** A list, a unit or what was run in its place, or the only unit that counts in a phase where the sport makes no list. */
function fieldOf(rsc: Rsc, { arrangement, lists }: PlacesSources): Field | null {
  const list = lists.find((each) => each.rsc === rsc);
  if (list !== undefined) return list;
  const named = arrangement.units.find((each) => each.rsc === rsc)?.standing;
  if (named !== undefined && !named.cancelled) return named;
  const counting = arrangement.units.filter((each) => !each.cancelled && each.standing === each);
  const [alone, ...others] = counting.filter((each) => phaseRsc(each.rsc) === rsc);
  return alone === undefined || others.length > 0 ? null : alone;
}

/** They share a place, or stand in the order of the list that the plan names. */
function wonOrLost(
  units: readonly UnitField[],
  outcome: Outcome,
  rank: number,
  { by }: PlacesPlan,
  sources: PlacesSources,
): readonly GroupRow[] {
  const { irmEnds = [] } = sources.arrangement.plan;
  const lostBy = ({ entry, standing: { irm, irmReason } }: Placed<unknown>): Standing | null => {
    const out = sources.outBy(entry.competitor.code);
    if (out !== null) return markedBy(out);
    return irm !== null && irmEnds.includes(irm) ? markedBy({ code: irm, reason: irmReason }) : null;
  };
  const rows = units.flatMap((field) => {
    const bothLost = field.placed.every((row) => field.outcomeOf(row) === 'L');
    return field.placed
      .filter((row) => field.outcomeOf(row) === outcome)
      .map((row): GroupRow => {
        const lost = lostBy(row);
        return { row: placed(row, lost === null ? rank : null, lost), field, bothLost };
      });
  });
  const order = by === undefined ? null : sources.lists.find((list) => list.rsc === by);
  if (order == null) return rows;
  const rankOf = ({ row }: GroupRow): number =>
    order.placed.find(({ entry }) => entry.competitor.code === row.entry.competitor.code)?.rank ?? Infinity;
  return [...rows]
    .sort((one, other) => rankOf(one) - rankOf(other))
    .map((each) => (each.row.rank === null ? each : { ...each, row: placed(each.row, rankOf(each)) }));
}

const placed = (
  row: Placed<unknown>,
  rank: number | null,
  standing: Standing | null = null,
): Placed<unknown> => ({ ...row, rank, ...(standing === null ? {} : { standing }) });
