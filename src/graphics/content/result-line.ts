/** A competitor with place and mark, as every list of results shows it. */
import { markText, rankText } from '../../client/cells.ts';
import type { ListRow, Medal } from '../../model/row.ts';
import type { Told } from '../told.ts';
import { type Who, whoIs } from './who.ts';

export interface ResultLine extends Who {
  /** `1`, a shared place `1=`; empty for who has none. */
  readonly rank: string;
  /** With the IRM of who has one: `10.02`, `DNS`; empty while there is none. */
  readonly mark: string;
  /** There is no valid result; who is out can still have a place, where the sport gives one. */
  readonly isOut: boolean;
  /** Behind the first; empty for the first, and where it is not said. */
  readonly gap: string;
  /** `Q`, `q`; empty for who does not go on. */
  readonly qualification: string;
  /** `WR`, `PB`. */
  readonly records: readonly string[];
  readonly medal: Medal | null;
}

export function resultLine({ key, identity, mark, place }: ListRow, told: Told): ResultLine {
  return {
    ...whoIs(key, identity, told),
    rank: rankText(place),
    mark: markText(mark),
    isOut: mark.irm !== null,
    gap: place.diff ?? '',
    qualification: place.qualificationMark ?? '',
    records: mark.records,
    medal: place.medal ?? null,
  };
}

/** Something was done, or it is said why not. Who has nothing yet is on the start list. */
export const hasResult = ({ mark, place }: ListRow): boolean =>
  mark.result !== null || mark.irm !== null || place.rank !== null;
