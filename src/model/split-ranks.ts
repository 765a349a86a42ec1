/**
 * Who was where at a timing point. It follows from the times that the rows of a list show, so nothing of it is stored, hashed or sent:
 * whoever passes early puts thousands back, and changes only the own row. A reader asks for the points that it shows.
 */
import { isDisqualification } from './irm.ts';
import type { Row } from './row.ts';
import { gapText, parseTimeText } from './time-text.ts';

/** A competitor at a timing point; `time` as shown, `diff` behind the first one there. */
export interface AtSplit {
  readonly competitor: string;
  readonly time: string;
  readonly rank: number;
  readonly rankEqual: boolean;
  readonly diff: string | null;
}

/**
 * All who have passed a point, or have passed it in a lap, best time first; equal times as shown share the rank. Who gave up later was
 * there all the same, who is disqualified was not. Costs one look at each row.
 */
export function splitRanks(
  rows: Iterable<Pick<Row, 'key' | 'mark'>>,
  point: string,
  lap?: number,
): readonly AtSplit[] {
  const passed = [...rows].flatMap(({ key, mark }) => {
    const split = mark?.details.timedRace?.passings.find((each) => each.point === point && each.lap === lap);
    const value = split === undefined ? null : parseTimeText(split.time);
    if (split === undefined || value === null || isDisqualification(mark?.irm ?? null)) return [];
    return [{ competitor: key, time: split.time, value }];
  });
  passed.sort((one, other) => one.value - other.value || (one.competitor < other.competitor ? -1 : 1));
  let rank = 0;
  return passed.map(({ competitor, time, value }, index) => {
    const isTied = value === passed[index - 1]?.value;
    if (!isTied) rank = index + 1;
    return {
      competitor,
      time,
      rank,
      rankEqual: isTied || value === passed[index + 1]?.value,
      diff: index === 0 ? null : gapText(value - passed[0]!.value, decimalsIn(time)),
    };
  });
}

const decimalsIn = (time: string): number => time.split('.')[1]?.length ?? 0;
