import type {
  BestOfDetails,
  CombinedDetails,
  CountbackDetails,
  JudgedDetails,
  ListRow,
  SeriesDetails,
  TimedRaceDetails,
} from '../model/row.ts';

/** What the family of the sport shows of a competitor's performance, told apart by `family`. */
export type Performance =
  | ({ readonly family: 'timedRace' } & TimedRaceDetails)
  | ({ readonly family: 'bestOf' } & BestOfDetails)
  | ({ readonly family: 'countback' } & CountbackDetails)
  | ({ readonly family: 'judged' } & JudgedDetails)
  | ({ readonly family: 'combined' } & CombinedDetails)
  | ({ readonly family: 'series' } & SeriesDetails);

/** Null while there is nothing to show, on a start list or of someone who has not begun; of the side of a match, which `matchOf` puts together. */
export function performanceOf({ mark: { details } }: Pick<ListRow, 'mark'>): Performance | null {
  const { timedRace, bestOf, countback, judged, combined, series } = details;
  if (timedRace !== undefined) return { family: 'timedRace', ...timedRace };
  if (bestOf !== undefined) return { family: 'bestOf', ...bestOf };
  if (countback !== undefined) return { family: 'countback', ...countback };
  if (judged !== undefined) return { family: 'judged', ...judged };
  if (combined !== undefined) return { family: 'combined', ...combined };
  if (series !== undefined) return { family: 'series', ...series };
  return null;
}
