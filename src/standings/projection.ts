/** PROJECTION of a unit: what can still come of everybody, and what the next performance of each needs. */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { formatDecimal } from '../model/decimal.ts';
import { defined } from '../model/defined.ts';
import type { Outlook } from '../model/document.ts';
import type { Medal, Need, Projected } from '../model/row.ts';
import { neededMark } from '../rules/outlook/needs.ts';
import type { NextMark, PossiblePlaces } from '../rules/outlook/outlook.ts';
import { countBefore, keyOf, possiblePlaces } from '../rules/outlook/places.ts';
import { hasPlace } from '../rules/rank.ts';
import type { AdvanceProjection } from './projection-advance.ts';
import type { Unknown, Why } from './projection-doubts.ts';
import { actionOf, type ProjectedStarter, type ProjectedUnit } from './projection-field.ts';
import type { UnitField } from './unit-field.ts';

export interface Projection {
  readonly outlook: Outlook;
  readonly rows: readonly { readonly entry: Entry; readonly projected: Projected }[];
}

/**
 * All that the projection of a unit is made of besides what was said of the unit. What else it should hang on is put here, and into `madeOfAround`: it is
 * made anew where one of these is another one, whoever said what of what.
 */
export interface Around {
  /** Why no place can be told. */
  readonly doubts: readonly Why[];
  readonly medals: readonly Medal[];
  readonly advance: AdvanceProjection | null;
}

export const madeOfAround = (
  { doubts, medals, advance }: Around,
  { status, decided }: Pick<UnitField, 'status' | 'decided'>,
): readonly unknown[] => [
  doubts.join(),
  medals.join(),
  advance?.places,
  advance?.chances,
  // Where somebody is in action, what is needed hangs on all others in the phase.
  status === 'START_LIST' || decided ? null : advance,
];

const NOT_ACTING = { isActing: false, next: null };

/** Each costs two cards and two looks among all others. */
const STARTERS_MOST = 200;

export function projectionOf(unit: ProjectedUnit, around: Around): Projection {
  const { starters, rule, field } = unit;
  const ends = starters.map(({ entry, prospects }) => ({ entry, ...prospects(0) }));
  const doubts = starters.length > STARTERS_MOST ? [...around.doubts, 'TOO_MANY' as const] : around.doubts;
  const places = doubts.length > 0 ? null : possiblePlaces(ends, rule, field.context);
  const needs = new Needs(unit, around);
  return {
    outlook: {
      stillOut: ends.filter(({ isDone }) => !isDone).length,
      notStarted: starters.filter(({ card }) => rule.standing(card).stage === 'WAITING').length,
      ...(places === null ? {} : opennessOf([...places.values()])),
      medals: around.medals,
      unknown: unknownOf(doubts, whyNotAdvance(around.advance)),
    },
    rows: starters.map((starter, index) => {
      const { code } = starter.entry.competitor;
      const place = places?.get(code);
      const { isActing, next } = ends[index]!.isDone ? NOT_ACTING : actionOf(unit, starter);
      return {
        entry: starter.entry,
        projected: defined<Projected>({
          inAction: isActing,
          needs: next === null ? [] : needs.of(starter, next, isActing),
          ...(place === undefined ? {} : placeOf(place, around.medals)),
          toAdvance: chanceToAdvance(code, around.advance),
        }),
      };
    }),
  };
}

export function unknownOf(doubts: readonly Why[], ofAdvance: readonly Why[]): readonly Unknown[] {
  const said = (what: Unknown['what'], whys: readonly Why[]): Unknown[] =>
    [...new Set(whys)].sort().map((why) => ({ what, why }));
  return [...said('PLACES', doubts), ...said('ADVANCE', ofAdvance)];
}

const whyNotAdvance = (advance: AdvanceProjection | null): readonly Why[] =>
  advance === null || advance.chances instanceof Map ? [] : (advance.chances as readonly Why[]);

function chanceToAdvance(code: CompetitorCode, advance: AdvanceProjection | null): Projected['toAdvance'] {
  return advance?.chances instanceof Map ? advance.chances.get(code) : undefined;
}

type Chance = NonNullable<Projected['toLead']>;

const PODIUM = 3;

/** What is decided whoever does what from here on. */
export function opennessOf(places: readonly PossiblePlaces[]): Pick<Outlook, 'lead' | 'podium' | 'places'> {
  const isDecided = (last: number): boolean =>
    places.every(({ best, worst }) => (worst !== null && worst <= last) || best === null || best > last);
  const openness = (decided: boolean): 'OPEN' | 'DECIDED' => (decided ? 'DECIDED' : 'OPEN');
  return {
    lead: openness(isDecided(1)),
    podium: openness(isDecided(PODIUM)),
    places: openness(places.every(({ best, worst }) => best === worst)),
  };
}

/** To be among the first so many at the end. */
export function chanceAmong({ best, worst }: PossiblePlaces, last: number): Chance {
  if (worst !== null && worst <= last) return 'CERTAIN';
  return best !== null && best <= last ? 'POSSIBLE' : 'OUT';
}

export const placeOf = (place: PossiblePlaces, medals: readonly Medal[]): Partial<Projected> => ({
  ...(place.best === null ? {} : { best: place.best }),
  ...(place.worst === null ? {} : { worst: place.worst }),
  toLead: chanceAmong(place, 1),
  ...(medals.length === 0 ? {} : { toMedal: chanceAmong(place, medals.length) }),
});

/** What is enough for whom, as all others stand. */
class Needs {
  readonly #unit: ProjectedUnit;
  readonly #around: Around;
  /** Of all who are in action at once the same is asked. */
  #forAll: readonly Need[] | null = null;

  constructor(unit: ProjectedUnit, around: Around) {
    this.#unit = unit;
    this.#around = around;
  }

  of(starter: ProjectedStarter, next: NextMark<unknown>, isActing: boolean): readonly Need[] {
    if (this.#unit.outlook.allAtOnce !== true) return this.#needsOf(starter, next, isActing);
    this.#forAll ??= this.#needsOf(starter, next, isActing);
    return this.#forAll;
  }

  /** To go on looks through the whole phase: it is said of who is in action alone. */
  #needsOf({ entry, card }: ProjectedStarter, next: NextMark<unknown>, isActing: boolean): readonly Need[] {
    const { field, rule, starters, outlook } = this.#unit;
    const { medals, advance } = this.#around;
    // They are in order: the list is.
    const others = starters.filter((other) => other.entry !== entry);
    const keys = others.map(({ sortKey }) => sortKey);
    const forPlace = (goal: Need['goal'], place: number): Need[] => {
      // A sum that is not complete holds no place.
      if (outlook.addsUp === true && others[place - 1]?.prospects(0).isDone !== true) return [];
      const isEnough = (of: unknown): boolean => {
        const own = keyOf(of, rule, field.context);
        return hasPlace(own) && countBefore(keys, own) < place;
      };
      return isEnough(card) ? [] : markNeeds({ goal, place }, next, isEnough);
    };
    return [
      ...forPlace('LEAD', 1),
      ...(medals.length === 0 ? [] : forPlace('MEDAL', medals.length)),
      ...(advance === null || !isActing ? [] : advanceNeeds(advance, this.#unit, { entry, card }, next)),
    ];
  }
}

function advanceNeeds(
  { places, goesOn }: AdvanceProjection,
  unit: ProjectedUnit,
  { entry, card }: Pick<ProjectedStarter, 'entry' | 'card'>,
  next: NextMark<unknown>,
): Need[] {
  const byPlace: Need[] = places > 0 ? [{ goal: 'ADVANCE', finish: places }] : [];
  const isEnough = goesOn?.(unit, entry);
  if (isEnough === undefined || isEnough(card)) return byPlace;
  return [...byPlace, ...markNeeds({ goal: 'ADVANCE' }, next, isEnough)];
}

function markNeeds(need: Need, next: NextMark<unknown>, isEnough: (card: unknown) => boolean): Need[] {
  const mark = neededMark(next, isEnough);
  return mark === null ? [] : [{ ...need, mark: next.text(mark), value: formatDecimal(mark) }];
}
