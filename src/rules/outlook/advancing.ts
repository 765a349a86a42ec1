/**
 * Who goes on for certain, and who cannot any more: the progression of the phase over completions of it. Everybody at the worst, everybody at
 * the best, and for who has something to do the own end against that of all others. More and better opponents never help.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Setup } from '../../model/fact.ts';
import type { Rsc } from '../../model/rsc.ts';
import { advanceBy, type Contender, isThrough, type Lines } from '../advance.ts';
import { contenderOf } from '../contenders.ts';
import type { AnyPartsRule, AnyUnitRule, OpenField, Part, PartsContext } from '../contract.ts';
import { NOTHING_SHOWN } from '../nothing-yet.ts';
import { compareSortKeys, rank } from '../rank.ts';
import type { Prospects } from './outlook.ts';
import { countBefore, keyOf } from './places.ts';

/** A unit of the phase with all who start in it. */
export interface PhaseUnit {
  readonly unit: Rsc;
  readonly rule: AnyUnitRule<unknown>;
  readonly field: OpenField<unknown>;
  readonly setup: Setup;
  readonly starters: readonly PhaseStarter[];
}

export interface PhaseStarter {
  readonly entry: Entry;
  /** `apart` as an `Outlook` has it. */
  prospects(apart: number): Prospects<unknown>;
}

export interface Phase {
  readonly rule: AnyPartsRule<unknown>;
  readonly context: PartsContext;
  readonly entries: readonly Entry[];
  readonly units: readonly PhaseUnit[];
  readonly lines: readonly Lines[];
  readonly granted: ReadonlyMap<CompetitorCode, string>;
  /** No other unit can come: places over all units can be certain. */
  readonly isWhole: boolean;
}

export type Chance = 'CERTAIN' | 'POSSIBLE' | 'OUT';

/** Each further one costs two looks at the whole phase. */
const OPEN_MOST = 48;
const ENTRIES_MOST = 160;

type End = 'BEST' | 'WORST';
/** Which end somebody comes to. */
type Ends = (code: CompetitorCode) => End;

/** By competitor; a code says why it is not computed. */
export function chancesIn(phase: Phase): ReadonlyMap<CompetitorCode, Chance> | 'TOO_MANY' | 'TOO_CLOSE' {
  const ends = endsIn(phase);
  if (ends === 'TOO_CLOSE') return ends;
  const open = new Set(
    ends.flatMap((all) => [...all].flatMap(([code, { isDone }]) => (isDone ? [] : [code]))),
  );
  if (open.size > OPEN_MOST || phase.entries.length > ENTRIES_MOST) return 'TOO_MANY';
  const through = (which: Ends, overfull: Overfull): ReadonlySet<CompetitorCode> =>
    throughIf(phase, ends, which, overfull);
  const othersBest = through((code) => (open.has(code) ? 'BEST' : 'WORST'), 'OPEN');
  const allWorst = through(() => 'WORST', 'ADMIT_ALL');
  const isCertain = (code: CompetitorCode): boolean =>
    open.has(code)
      ? allWorst.has(code) && through((other) => (other === code ? 'WORST' : 'BEST'), 'OPEN').has(code)
      : othersBest.has(code);
  const isOut = (code: CompetitorCode): boolean =>
    !allWorst.has(code) &&
    !(open.has(code) && through((other) => (other === code ? 'BEST' : 'WORST'), 'ADMIT_ALL').has(code));
  return new Map(
    phase.entries.map(({ competitor: { code } }) => [
      code,
      isCertain(code) ? 'CERTAIN' : isOut(code) ? 'OUT' : 'POSSIBLE',
    ]),
  );
}

/** What becomes of equals at the last place: `OPEN`, where officials can decide against one; `ADMIT_ALL`, where they can decide for one. */
type Overfull = 'OPEN' | 'ADMIT_ALL';

interface Ended {
  readonly BEST: unknown;
  readonly WORST: unknown;
  readonly isDone: boolean;
}

/** Of a unit, by competitor. */
type UnitEnds = ReadonlyMap<CompetitorCode, Ended>;

/**
 * Both ends of everybody, unit by unit. Those who have something to do come in at the best one after the other, since of equals more than there
 * are places would go on by place, and still before all whom their best would beat.
 */
function endsIn({ units }: Phase): readonly UnitEnds[] | 'TOO_CLOSE' {
  const worsts = units
    .flatMap(({ rule, field, starters }) =>
      starters.map(({ prospects }) => keyOf(prospects(0).worst, rule, field.over)),
    )
    .sort(compareSortKeys);
  let apart = 0;
  const ends: UnitEnds[] = [];
  for (const { rule, field, starters } of units) {
    const beaten = (card: unknown): number => countBefore(worsts, keyOf(card, rule, field.over));
    const all = new Map<CompetitorCode, Ended>();
    for (const { entry, prospects } of starters) {
      const { best, worst, isDone } = prospects(0);
      const spaced = isDone ? best : prospects(apart++).best;
      if (beaten(best) !== beaten(spaced)) return 'TOO_CLOSE';
      all.set(entry.competitor.code, { BEST: spaced, WORST: worst, isDone });
    }
    ends.push(all);
  }
  return ends;
}

/** Who goes on if everybody comes to such an end. */
function throughIf(
  phase: Phase,
  ends: readonly UnitEnds[],
  which: Ends,
  overfull: Overfull,
): ReadonlySet<CompetitorCode> {
  const { rule, granted } = phase;
  // Units that nobody has named can bring better ones: nobody is sure by a list over all of them.
  const lines = phase.isWhole || overfull === 'ADMIT_ALL' ? phase.lines : phase.lines.map(byPlaceAlone);
  const openMark = rule.openMark ?? null;
  const marks = advanceBy(lines, {
    contenders: contendersIf(phase, ends, which),
    decided: new Set(phase.units.map(({ unit }) => unit)),
    complete: true,
    granted,
    overfull,
    openMark,
  });
  return new Set([...marks].flatMap(([code, mark]) => (isThrough(mark, lines, openMark) ? [code] : [])));
}

const byPlaceAlone = ({ lines, ...of }: Lines): Lines => ({
  ...of,
  lines: lines.filter(({ by }) => by === 'place' || by === 'standard'),
});

function contendersIf(phase: Phase, ends: readonly UnitEnds[], which: Ends): readonly Contender[] {
  const { rule, entries } = phase;
  const partsOf = partsIf(phase, ends, which);
  const context = { ...phase.context, complete: true, partsOf: (code: string) => partsOf.get(code) ?? [] };
  const cardOf = partsCards(rule, context);
  const starters = entries.map((entry) => ({ entry, card: cardOf(entry) }));
  return rank(starters, rule, context).map((row) => {
    const parts = context.partsOf(row.entry.competitor.code);
    const last = parts.findLast(({ unit }) => rule.isExtra?.(unit) !== true);
    return contenderOf(row, rule, context, last ?? { unit: context.unit, rank: row.rank });
  });
}

/** The cards of a list over these parts, whether its rule makes each alone or all at once. */
export function partsCards(rule: AnyPartsRule<unknown>, context: PartsContext): (entry: Entry) => unknown {
  if (rule.card !== undefined)
    return (entry) => rule.card(entry, context.partsOf(entry.competitor.code), context);
  const cards = rule.cards(context, new Map());
  return ({ competitor }) => cards.get(competitor.code);
}

/** What a competitor would have done in each unit. */
function partsIf(
  { units }: Phase,
  ends: readonly UnitEnds[],
  which: Ends,
): ReadonlyMap<CompetitorCode, readonly Part[]> {
  const parts = new Map<CompetitorCode, Part[]>();
  for (const [index, { unit, rule, field, setup, starters }] of units.entries()) {
    const cards = starters.map(({ entry }) => {
      const { code } = entry.competitor;
      return { entry, card: ends[index]!.get(code)![which(code)] };
    });
    for (const { entry, card, standing, rank: place } of rank(cards, rule, field.over)) {
      const part = { unit, card, standing, rank: place, mark: NOTHING_SHOWN, decided: true, setup };
      const { code } = entry.competitor;
      parts.set(code, [...(parts.get(code) ?? []), part]);
    }
  }
  return parts;
}
