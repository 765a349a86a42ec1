/** Who was where at each timing point of a race: time, rank and gap, from the times that the rows show. */
import type { Document } from '../model/document.ts';
import { type AtSplit, splitRanks } from '../model/split-ranks.ts';

export interface SplitPoint {
  readonly point: string;
  readonly lap?: number;
  readonly label: string;
  /** By competitor. */
  readonly at: ReadonlyMap<string, AtSplit>;
}

/** In the order in which the first of them passes; none where nobody was timed on the way. */
export function splitPoints({ rows }: Pick<Document, 'rows'>): readonly SplitPoint[] {
  const points = new Map<string, { point: string; lap?: number }>();
  for (const { mark } of rows)
    for (const { point, lap } of mark?.details.timedRace?.passings ?? [])
      points.set(`${point} ${lap ?? ''}`, lap === undefined ? { point } : { point, lap });
  return [...points.values()].map(({ point, lap }) => ({
    point,
    ...(lap === undefined ? {} : { lap }),
    label: lap === undefined ? point : `${point} ${lap}`,
    at: new Map(splitRanks(rows, point, lap).map((each) => [each.competitor, each])),
  }));
}
