/** PROJECTION of a unit: what can still come of everybody, and what the next performance of each needs. */
import type { CompetitorCode, Entry } from '../model/competitor.ts';
import { formatDecimal, type Micro } from '../model/decimal.ts';
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

export interface Projection {
  readonly outlook: Outlook;
  readonly rows: readonly { readonly entry: Entry; readonly projected: Projected }[];
}

/** What is asked besides the unit itself. */
export interface Around {
  /** Why no place can be told. */
  readonly doubts: readonly Why[];
  readonly medals: readonly Medal[];
  readonly advance: AdvanceProjection | null;
}

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
    const { field, rule, starters } = this.#unit;
    const { medals, advance } = this.#around;
    const key = (of: unknown) => keyOf(of, rule, field.context);
    // They are in order: the list is.
    const others = starters.flatMap((other) => (other.entry === entry ? [] : other.sortKey));
    const reaches = (place: number) => (of: unknown) => {
      const own = key(of);
      return hasPlace(own) && countBefore(others, own) < place;
    };
    return [
      ...placeNeed('LEAD', 1, next, card, reaches),
      ...(medals.length === 0 ? [] : placeNeed('MEDAL', medals.length, next, card, reaches)),
      ...(advance === null || !isActing ? [] : advanceNeeds(advance, this.#unit, { entry, card }, next)),
    ];
  }
}

type Reaches = (place: number) => (card: unknown) => boolean;

function placeNeed(
  goal: Need['goal'],
  place: number,
  next: NextMark<unknown>,
  card: unknown,
  reaches: Reaches,
): Need[] {
  if (reaches(place)(card)) return [];
  const mark = neededMark(next, reaches(place));
  return isWorthSaying(mark, next) ? [{ goal, place, ...markNeed(mark, next) }] : [];
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
  const mark = neededMark(next, isEnough);
  return isWorthSaying(mark, next) ? [...byPlace, { goal: 'ADVANCE', ...markNeed(mark, next) }] : byPlace;
}

/** That any mark is enough helps nobody. */
const isWorthSaying = (mark: Micro | null, { least, most, more }: NextMark<unknown>): mark is Micro =>
  mark !== null && mark !== (more ? least : most);

const markNeed = (mark: Micro, { text }: NextMark<unknown>): Pick<Need, 'mark' | 'value'> => ({
  mark: text(mark),
  value: formatDecimal(mark),
});
