/** A tournament as a plan: groups, the best third-placed, second groups, the knock-out, places. */
import { type Rsc, partsOf as rscParts } from '../../src/model/rsc.ts';
import { knockOut } from '../../src/rules/families/bracket.ts';
import { readOptions } from '../../src/rules/options.ts';
import {
  type EventPlan,
  type EventSetup,
  type PhasePlan,
  type PlacesPlan,
  phaseOf,
  rankedIn,
  type Slot,
  type UnitPlan,
  unitOf,
} from '../../src/rules/plan.ts';
import { type Format, usualFormat } from './formats.ts';
import { OPTIONS } from './options.ts';
import { FINAL_GROUP, firstGroup, isGroupMatch, secondGroup, THIRDS } from './programme.ts';
import { thirdsFor } from './thirds.ts';

const ROUNDS = ['R32', '8FNL', 'QFNL', 'SFNL', 'FNL'];

export function plan({ event, setup, entries }: EventSetup): EventPlan | null {
  if (!rscParts(event).event.startsWith('TEAM')) return null;
  const format = readOptions(OPTIONS, setup).format ?? usualFormat(rscParts(event).gender);
  const groups = [...firstGroups(event, format), ...secondPhases(event, format)];
  // Who did not come through is placed by all matches, as FIFA places them.
  const others: readonly PlacesPlan[] = format.groups === '' ? [] : [{ of: [event] }];
  if (format.finalGroup !== undefined) return { ...groupsOnly(event, format, groups, others) };
  const positions = Math.max(0, ...entries.map(({ startOrder }) => startOrder));
  const last = lastRounds(event, format, positions);
  return {
    phases: [...groups, ...last.phases],
    units: [...firstMatches(event, format), ...secondMatches(event, format), ...last.units],
    places: [...last.places, ...others],
  };
}

/** Everybody against everybody in the last group, too. */
function groupsOnly(
  event: Rsc,
  format: Format,
  groups: readonly PhasePlan[],
  others: readonly PlacesPlan[],
): EventPlan {
  const phase = phaseOf(event, FINAL_GROUP);
  const { finalGroup = '' } = format;
  return {
    phases: [...groups, { phase }],
    units: [
      ...firstMatches(event, format),
      ...roundRobin(event, FINAL_GROUP, slotsOf(finalGroup, event, firstGroup)),
    ],
    places: [{ of: [phase], medals: true }, ...others],
  };
}

function firstGroups(event: Rsc, { groups, through, thirds }: Format): PhasePlan[] {
  const letters = [...groups];
  const phases = letters.map(
    (letter): PhasePlan => ({
      phase: phaseOf(event, firstGroup(letter)),
      advance: [{ by: 'rank', count: through, mark: 'Q' }],
    }),
  );
  if (thirds === undefined) return phases;
  return [
    ...phases,
    {
      phase: phaseOf(event, THIRDS),
      includes: (unit) => isGroupMatch(unit, event),
      slots: letters.map((letter) => rankedIn(phaseOf(event, firstGroup(letter)), 3)),
      advance: [{ by: 'rank', count: thirds.count, mark: 'q' }],
    },
  ];
}

const OF_FOUR_TEAMS = 6;

/** The venue says who plays them; that they are planned makes the table wait for each. */
const firstMatches = (event: Rsc, { groups, matches }: Format): UnitPlan[] =>
  [...groups].flatMap((letter, index) =>
    Array.from({ length: matches?.[index] ?? OF_FOUR_TEAMS }, (_none, number) => ({
      unit: unitOf(event, firstGroup(letter), number + 1),
      slots: [],
    })),
  );

/** Winners of second groups go on, to semi-finals or to the final. */
const secondPhases = (event: Rsc, { second = {} }: Format): PhasePlan[] =>
  Object.keys(second).map((letter) => ({
    phase: phaseOf(event, secondGroup(letter)),
    advance: [{ by: 'rank', count: 1, mark: 'Q' }],
  }));

const secondMatches = (event: Rsc, { second = {} }: Format): UnitPlan[] =>
  Object.entries(second).flatMap(([letter, starters]) =>
    roundRobin(event, secondGroup(letter), slotsOf(starters, event, firstGroup)),
  );

/** Everybody against everybody, as a proposal: the venue's start lists say who meets when. */
function roundRobin(event: Rsc, phase: string, slots: readonly Slot[]): UnitPlan[] {
  const pairs = slots.flatMap((home, index) => slots.slice(index + 1).map((away) => [home, away]));
  return pairs.map((pair, index) => ({ unit: unitOf(event, phase, index + 1), slots: pair }));
}

type LastRounds = Required<Pick<EventPlan, 'phases' | 'units' | 'places'>>;

function lastRounds(event: Rsc, format: Format, positions: number): LastRounds {
  const { bronze, bronzeStarters } = format;
  const groupOf = format.second === undefined ? firstGroup : secondGroup;
  const starters = slotsOf(format.starters, event, groupOf, format);
  const count = starters.length > 0 ? starters.length : Math.max(positions, drawnAtLeast(format));
  const rounds = ROUNDS.slice(-Math.max(1, Math.ceil(Math.log2(count))));
  const bracket = knockOut({
    event,
    rounds,
    bronze: rounds.length > 1 ? bronze : 'MATCH',
    ...(starters.length > 0 ? { starters } : {}),
    ...(format.groups === '' ? {} : { losersBy: event }),
  });
  if (bronzeStarters === undefined) return bracket;
  const third: UnitPlan = {
    unit: unitOf(event, 'FNL', 2),
    slots: slotsOf(bronzeStarters, event, groupOf),
    bracket: { code: 'BRN', round: 'FNL', order: 1 },
  };
  const [final, ...places] = bracket.places as [PlacesPlan, ...PlacesPlan[]];
  return {
    ...bracket,
    units: [third, ...bracket.units],
    places: [final, { of: [third.unit] }, ...places].map((each, index) =>
      index < 2 ? { ...each, medals: true } : each,
    ),
  };
}

/** As many as groups send, where the draw is still to come; a knock-out needs four to have semi-finals. */
const drawnAtLeast = ({ groups, through }: Format): number => Math.max(4, groups.length * through);

/** `A1 B2 3C`: ranks of groups, and the third-placed whom the winner of a group meets. */
function slotsOf(
  starters: string,
  event: Rsc,
  groupOf: (letter: string) => string,
  { thirds }: Partial<Format> = {},
): Slot[] {
  return starters
    .split(' ')
    .filter((text) => text !== '')
    .map((text): Slot => {
      const [first, second] = text as unknown as [string, string];
      if (first !== '3' || thirds === undefined)
        return rankedIn(phaseOf(event, groupOf(first)), Number(second));
      const list = phaseOf(event, THIRDS);
      return { from: 'ONE_OF', list, count: thirds.count, by: thirdsFor(thirds, second, groupOf) };
    });
}
