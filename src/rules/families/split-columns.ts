import type { Setup, TimingPoint } from '../../model/fact.ts';
import type { Column } from '../../model/row.ts';
import { FINISH } from './course.ts';

/** More do not fit beside each other. */
const MOST = 8;

/**
 * A column for each timing point before the finish, or for each second, third ... where there are many:
 * 100, 200 ... 700 m of an 800 m swum with readings every 50 m. None where points are passed several times.
 */
export function splitColumns({ points = [], laps = 1 }: Setup): readonly Column[] {
  if (laps > 1) return [];
  const before = points.filter(({ code }) => code !== FINISH);
  const every = Math.ceil(before.length / MOST);
  return before.filter((_point, index) => (index + 1) % every === 0).map(splitColumn);
}

const splitColumn = ({ code }: TimingPoint): Column => ({
  label: code,
  source: `details.timedRace.passings[point=${code}].time`,
  align: 'right',
  width: 8,
});
