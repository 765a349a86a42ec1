/** Events of several age groups: each is an event of its own. */
import { dayOf } from './clocks.ts';
import type { LenexAgeGroup, LenexEvent } from './lenex-events.ts';
import type { AgeDate } from './lenex-meet.ts';
import type { LenexResult } from './lenex-starters.ts';
import type { ImportReport } from './report.ts';

export interface AgeGroupPart {
  /** Null where an event is not divided. */
  readonly name: string | null;
  /** The same for the same group in another round. */
  readonly ages: string;
  readonly results: readonly LenexResult[];
}

/** Groups that are placed by points are remarked and left out: ranked by time they would be wrong. */
export function partsOf(
  event: LenexEvent,
  results: readonly LenexResult[],
  ageDate: AgeDate | null,
  report: ImportReport,
): AgeGroupPart[] {
  return dividedOf(event, results, ageDate).flatMap(({ group, ...part }) => {
    if (group === null || group.handicaps.length < 2) return [part];
    const text = `event ${event.number || event.id}, ${group.name || 'several classes of handicap'}`;
    report.add('RANKED_BY_POINTS', group.line, text, part.results.filter(({ number }) => number > 0).length);
    return [];
  });
}

interface Divided extends AgeGroupPart {
  readonly group: LenexAgeGroup | null;
}

function dividedOf(event: LenexEvent, results: readonly LenexResult[], ageDate: AgeDate | null): Divided[] {
  const ranked = event.ageGroups.filter(({ places }) => places.length > 0);
  const groups = ranked.length > 0 ? ranked : event.ageGroups;
  if (groups.length < 2) return [{ group: groups[0] ?? null, name: null, ages: '', results }];
  const belongs: Belongs =
    ranked.length > 0 ? isRankedIn(ranked) : (result, group) => isOfAge(result, group, ageDate);
  const placed = new Set(results.filter((result) => groups.some((group) => belongs(result, group))));
  return groups.flatMap((group, index) => {
    // Who is in none of them (did not start, or has no day of birth) swims in the first.
    const its = results.filter((result) => belongs(result, group) || (index === 0 && !placed.has(result)));
    const name = group.name === '' ? `group ${index + 1}` : group.name;
    return its.length === 0 ? [] : [{ group, name, ages: agesOf(group), results: its }];
  });
}

/** Whom a group is for, as one text. */
export const agesOf = ({ youngest, oldest, gender, handicaps }: LenexAgeGroup): string =>
  [youngest ?? '', oldest ?? '', gender, handicaps.join(',')].join('-');

/** What `agesOf` says of a group that is for everybody. */
export const UNLIMITED = '---';

type Belongs = (result: LenexResult, group: LenexAgeGroup) => boolean;

function isRankedIn(groups: readonly LenexAgeGroup[]): Belongs {
  const ids = new Map(groups.map((group) => [group, new Set(Array.from(group.places, ([id]) => id))]));
  return ({ id }, group) => ids.get(group)!.has(id);
}

function isOfAge({ competitor, ages }: LenexResult, group: LenexAgeGroup, ageDate: AgeDate | null): boolean {
  const { youngest, oldest, gender } = group;
  if (gender !== '' && gender !== 'A' && competitor.gender !== (gender === 'F' ? 'W' : gender)) return false;
  if (ages !== null) return ages[0] === (youngest ?? -1) && ages[1] === (oldest ?? -1);
  const age = ageOf(competitor.birthDate, ageDate);
  if (age === null) return youngest === null && oldest === null;
  return age >= (youngest ?? 0) && age <= (oldest ?? Number.MAX_SAFE_INTEGER);
}

/** In whole years: by the year of birth, or on the very day where the meet says so. */
function ageOf(birthDate: string | undefined, ageDate: AgeDate | null): number | null {
  if (birthDate === undefined || ageDate === null || dayOf(ageDate.value) === null) return null;
  const years = Number(ageDate.value.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return ageDate.type === 'YEAR' || birthDate.slice(5) <= ageDate.value.slice(5) ? years : years - 1;
}
