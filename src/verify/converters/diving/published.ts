/** A diving competition as results give it, whatever the format: contests with dives, awards and places. */
import { formatRsc, phaseRsc, type Rsc } from '../../../model/rsc.ts';

export interface PublishedDive {
  readonly lines: readonly number[];
  readonly round: number;
  /** `5255B`; null where the source has no numbers. */
  readonly number: string | null;
  readonly difficulty: string;
  /** In the order of the judges; null where none are published. */
  readonly awards: readonly string[] | null;
  /** The referee took 2 points off each award. */
  readonly restarted: boolean;
}

export interface PublishedDiver {
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly dives: readonly PublishedDive[];
  /** Official place in the phase. */
  readonly rank: number | null;
  /** The place that the source says is shared, elsewhere in the line; NaN for none. */
  readonly shared: number;
  /** Official points after the last dive; null where they are not published. */
  readonly total: string | null;
}

export interface PublishedContest {
  readonly unit: Rsc;
  readonly divers: readonly PublishedDiver[];
}

export interface PublishedDiving {
  readonly set: string;
  /** Rule book, where it is not the current one. */
  readonly edition: string | null;
  readonly contests: readonly PublishedContest[];
  readonly lines: number;
}

export const contestRsc = (gender: string, event: string, phase: string, number = 1): Rsc =>
  formatRsc({ discipline: 'DIV', gender, event, phase, unit: `${String(number).padStart(4, '0')}00` });

export const phaseOfContest = ({ unit }: PublishedContest): Rsc => phaseRsc(unit);

export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
