/**
 * A knock-out as a plan: rounds that halve the field, what losers still play for, and the places that
 * follow from the round reached. It knows no match: who won is asked of the units.
 */
import type { Rsc } from '../../model/rsc.ts';
import {
  drawn,
  type EventPlan,
  loserOf,
  type PlacesPlan,
  phaseOf,
  type Slot,
  type UnitPlan,
  unitOf,
  winnerOf,
} from '../plan.ts';

/**
 * What semi-final losers get: a match for one bronze, a shared one, or a bronze match each against who
 * comes through the repechage.
 */
export type Bronze = 'MATCH' | 'SHARED' | 'REPECHAGE';

export interface KnockOutOptions {
  readonly event: Rsc;
  /** RSC phase codes from the first round to the final: `['8FNL', 'QFNL', 'SFNL', 'FNL']`. */
  readonly rounds: readonly string[];
  readonly bronze: Bronze;
  /**
   * Who starts, from the top of the bracket to the bottom: two for each match of the first round.
   * Default: the draw, in its order.
   */
  readonly starters?: readonly Slot[];
  /** Phase code of the repechage. */
  readonly repechage?: string;
  /**
   * `QUARTER_FINALS`: those beaten there play each other. `FINALISTS`: those whom a finalist beat, round
   * by round from the first.
   */
  readonly repechageOf?: 'QUARTER_FINALS' | 'FINALISTS';
  /** The list that orders those who lost in the same round (seeding, pool results); without one they share the place. */
  readonly losersBy?: Rsc;
}

type KnockOut = Required<Pick<EventPlan, 'phases' | 'units' | 'places'>>;

export function knockOut(options: KnockOutOptions): KnockOut {
  const { event, rounds, bronze } = options;
  const matches = roundsOf(options);
  const [repechages, bronzes] = bronzesOf(options, matches);
  const final = unitOf(event, rounds.at(-1)!, 1);
  const inRounds = matches.slice(0, -1).flat();
  const phases = [
    ...rounds.slice(0, -1),
    ...(repechages.length > 0 ? [options.repechage!] : []),
    rounds.at(-1)!,
  ];
  return {
    phases: phases.map((code) => ({ phase: phaseOf(event, code) })),
    units: [...inRounds, ...repechages, ...bronzes, ...matches.at(-1)!],
    places: [
      { of: [final], medals: true },
      ...(bronze === 'SHARED'
        ? [lost(matches.at(-2)!, { medals: true })]
        : bronzePlaces(bronzes, matches.at(-2)!)),
      ...(repechages.length > 0 ? beatenInRepechage(options, repechages, matches.at(-3) ?? []) : []),
      ...matches
        .slice(0, bronze === 'REPECHAGE' && options.repechageOf !== 'FINALISTS' ? -3 : -2)
        .reverse()
        .map((round) => lost(round, options.losersBy === undefined ? {} : { by: options.losersBy })),
    ],
  };
}

const codeOf = ({ unit }: UnitPlan): Rsc => unit;

const lost = (units: readonly UnitPlan[], more: Partial<PlacesPlan> = {}): PlacesPlan => ({
  of: units.map(codeOf),
  outcome: 'L',
  ...more,
});

/** The matches of each round: two who are next to each other meet, and the winners go on side by side. */
function roundsOf({ event, rounds, starters }: KnockOutOptions): UnitPlan[][] {
  const matches: UnitPlan[][] = [];
  let slots = starters ?? Array.from({ length: 2 ** rounds.length }, (_none, index) => drawn(index + 1));
  for (const round of rounds) {
    const units = Array.from({ length: slots.length / 2 }, (_none, index): UnitPlan => {
      const bracket = { code: 'FNL', round, order: index + 1 };
      return { unit: unitOf(event, round, index + 1), slots: slots.slice(2 * index, 2 * index + 2), bracket };
    });
    matches.push(units);
    slots = units.map(({ unit }) => winnerOf(unit));
  }
  return matches;
}

/** The matches of the repechage, and those for bronze: units 2 and 3 of the final phase. */
function bronzesOf(
  { event, rounds, bronze, repechage, repechageOf = 'QUARTER_FINALS' }: KnockOutOptions,
  matches: readonly UnitPlan[][],
): [UnitPlan[], UnitPlan[]] {
  const semiFinals = (matches.at(-2) ?? []).map(codeOf);
  if (bronze === 'SHARED' || semiFinals.length < 2) return [[], []];
  const bronzeMatch = (number: number, code: string, slots: readonly Slot[]): UnitPlan => ({
    unit: unitOf(event, rounds.at(-1)!, number + 1),
    slots,
    bracket: { code, round: rounds.at(-1)!, order: 1 },
  });
  if (bronze === 'MATCH') return [[], [bronzeMatch(1, 'BRN', semiFinals.map(loserOf))]];
  if (repechage === undefined) throw new RangeError('a repechage needs a phase of its own');
  const quarterFinals = matches.at(-3);
  if (quarterFinals === undefined) throw new RangeError('a repechage needs a round before the semi-finals');
  const halves =
    repechageOf === 'QUARTER_FINALS'
      ? quarterFinalLosers(event, repechage, quarterFinals)
      : beatenByFinalists(event, repechage, rounds, semiFinals);
  // With one round before the semi-finals nobody else was beaten by a finalist.
  const through = halves.map((half, index) => {
    const last = half.at(-1);
    return last === undefined ? beatenIn(rounds[0]!, semiFinals[index]!, event) : winnerOf(last.unit);
  });
  // Whoever comes through meets the loser of the other half; beaten by a finalist, one stays in the own half.
  const opponents = repechageOf === 'QUARTER_FINALS' ? [...semiFinals].reverse() : semiFinals;
  const bronzes = through.map((slot, half) =>
    bronzeMatch(half + 1, `BRN${half + 1}`, [slot, loserOf(opponents[half]!)]),
  );
  return [halves.flat(), bronzes];
}

function quarterFinalLosers(event: Rsc, phase: string, quarterFinals: readonly UnitPlan[]): UnitPlan[][] {
  return [0, 1].map((half) => [
    {
      unit: unitOf(event, phase, half + 1),
      slots: quarterFinals.slice(2 * half, 2 * half + 2).map(({ unit }) => loserOf(unit)),
      bracket: { code: `BRN${half + 1}`, round: phase, order: half + 1 },
    },
  ]);
}

const beatenIn = (round: string, semiFinal: Rsc, event: Rsc): Slot => ({
  from: 'BEATEN',
  winnerOf: semiFinal,
  phase: phaseOf(event, round),
});

/** In each half: who lost to the finalist in the first round meets the next one, and so on. */
function beatenByFinalists(
  event: Rsc,
  phase: string,
  rounds: readonly string[],
  semiFinals: readonly Rsc[],
): UnitPlan[][] {
  const before = rounds.slice(0, -2);
  return semiFinals.map((semiFinal, half) => {
    const beaten = before.map((round) => beatenIn(round, semiFinal, event));
    const chain: UnitPlan[] = [];
    for (const [index, slot] of beaten.entries()) {
      if (index === 0) continue;
      const first = chain.length === 0 ? beaten[0]! : winnerOf(chain.at(-1)!.unit);
      const number = half * (before.length - 1) + index;
      chain.push({
        unit: unitOf(event, phase, number),
        slots: [first, slot],
        bracket: { code: `BRN${half + 1}`, round: phase, order: number },
      });
    }
    return chain;
  });
}

/** One match: third and fourth. Two: two who are third, two who are fifth. */
function bronzePlaces(bronzes: readonly UnitPlan[], semiFinals: readonly UnitPlan[]): PlacesPlan[] {
  const of = bronzes.map(codeOf);
  return of.length === 0
    ? []
    : [
        { of, outcome: 'W', medals: true },
        { of, outcome: 'L', unlessOn: semiFinals.map(codeOf) },
      ];
}

function beatenInRepechage(
  { repechageOf }: KnockOutOptions,
  repechages: readonly UnitPlan[],
  quarterFinals: readonly UnitPlan[],
): PlacesPlan[] {
  if (repechageOf !== 'FINALISTS') return [lost(repechages, { unlessOn: quarterFinals.map(codeOf) })];
  const half = repechages.length / 2;
  return Array.from({ length: half }, (_none, index) =>
    lost([repechages[half - 1 - index]!, repechages[repechages.length - 1 - index]!]),
  );
}
