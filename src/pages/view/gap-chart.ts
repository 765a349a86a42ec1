/** Gaps to whoever was first at each timing point of a race, as lines from point to point: geometry, in the units of the drawing. */
import { rankText } from '../../client/cells.ts';
import { splitPoints } from '../../client/split-points.ts';
import { type Micro, parseDecimal } from '../../model/decimal.ts';
import { type Document, listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import { gapText, parseTimeText } from '../../model/time-text.ts';

/** Of the drawing, and what stands around the lines: labels of points below, who it is on the right. */
export const DRAWING = { width: 640, height: 240, left: 24, right: 110, top: 14, bottom: 26 } as const;
const LINE_HEIGHT = 15;
/** As many as can be told apart. */
const MOST_LINES = 8;

export interface GapChart {
  readonly stops: readonly { readonly x: number; readonly label: string }[];
  /** The best placed first. */
  readonly lines: readonly GapLine[];
  /** The greatest gap, which is at the lower edge: `+4.21`. */
  readonly most: string;
}

export interface GapLine {
  readonly competitor: string;
  readonly label: string;
  /** `24,14 120,30`. */
  readonly path: string;
  readonly labelY: number;
}

/** A timing point with the times there, best first. */
interface Stop {
  readonly label: string;
  readonly times: ReadonlyMap<string, Micro>;
}

/** Null where fewer than two have come to a second point. `finish`: what that is called. */
export function gapChart(shown: Pick<Document, 'header' | 'rows'>, finish: string): GapChart | null {
  const rows = listRows(shown);
  const all = stopsOf(shown, rows, finish);
  const stops = all.slice(0, all.findLastIndex(({ times }) => times.size > 1) + 1);
  if (stops.length < 2) return null;
  const drawn = [...stops.at(-1)!.times.keys()].slice(0, MOST_LINES);
  const gaps = drawn.map((competitor) => stops.map((stop) => gapAt(stop, competitor)));
  const most = Math.max(...gaps.flat().map((gap) => gap ?? 0));
  if (most === 0) return null;
  const { width, height, left, right, top, bottom } = DRAWING;
  const xOf = (index: number): number =>
    Math.round(left + (index * (width - left - right)) / (stops.length - 1));
  const yOf = (gap: Micro): number => Math.round(top + (gap / most) * (height - top - bottom));
  const labelYs = spread(gaps.map((each) => yOf(each.at(-1)!)));
  return {
    stops: stops.map(({ label }, index) => ({ x: xOf(index), label })),
    lines: drawn.map((competitor, index) => ({
      competitor,
      label: labelOf(rows.find(({ key }) => key === competitor)!),
      path: gaps[index]!.flatMap((gap, at) => (gap === null ? [] : [`${xOf(at)},${yOf(gap)}`])).join(' '),
      labelY: labelYs[index]!,
    })),
    most: gapText(most, shown.header.gap?.decimals ?? 2),
  };
}

function stopsOf(shown: Pick<Document, 'rows'>, rows: readonly ListRow[], finish: string): readonly Stop[] {
  const stops = splitPoints(shown).map(({ label, at }) => ({
    label,
    times: timesOf([...at].map(([competitor, { time }]) => [competitor, parseTimeText(time)] as const)),
  }));
  const finished = rows.filter(({ mark, place }) => place.rank !== null && mark.resultType === 'TIME');
  const times = timesOf(finished.map(({ key, mark }) => [key, parseDecimal(mark.value ?? '')] as const));
  return stops.length === 0 || times.size === 0 ? stops : [...stops, { label: finish, times }];
}

const timesOf = (times: readonly (readonly [string, Micro | null])[]): ReadonlyMap<string, Micro> =>
  new Map(times.flatMap(([competitor, time]) => (time === null ? [] : [[competitor, time] as const])));

/** Null for who was not timed there. */
function gapAt({ times }: Stop, competitor: string): Micro | null {
  const [first] = times.values();
  const own = times.get(competitor);
  return own === undefined || first === undefined ? null : Math.max(0, own - first);
}

const labelOf = ({ identity, place }: ListRow): string =>
  `${rankText(place)} ${identity.kind === 'ATHLETE' ? (identity.family ?? identity.name) : identity.organisation}`.trim();

/** Labels from the top that do not lie over each other: each as near to its line as there is room. */
function spread(wanted: readonly number[]): readonly number[] {
  const down = [...wanted];
  for (let index = 1; index < down.length; index += 1)
    down[index] = Math.max(down[index]!, down[index - 1]! + LINE_HEIGHT);
  let limit: number = DRAWING.height - DRAWING.bottom;
  for (let index = down.length - 1; index >= 0; index -= 1) {
    down[index] = Math.min(down[index]!, limit);
    limit = down[index]! - LINE_HEIGHT;
  }
  return down;
}
