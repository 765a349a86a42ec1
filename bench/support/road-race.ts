import { byTime, codeOf, type MassRace, type Passing, raceOf } from './mass-race.ts';
import { seeded } from './seeded.ts';

/**
 * A stage of a road race: riders in groups, so that many pass a timing point within seconds. A break is ahead,
 * most are in the bunch, the rest falls back from point to point. Made from a fixed seed, not recorded.
 */
export function roadRace(riders: number): MassRace {
  const random = seeded(170);
  const groups = Array.from({ length: riders }, (_none, index) => groupOf(index, riders));
  const passings = POINTS.flatMap(({ code: point, bunchSecond }) =>
    groups.map(({ gapShare, spreadSeconds }, index): Passing => {
      const second = Math.round(bunchSecond * (1 + gapShare) + random() * spreadSeconds);
      return { code: codeOf(index), point, second };
    }),
  );
  return raceOf(
    riders,
    POINTS.map(({ code }) => code),
    passings.toSorted(byTime),
  );
}

/** The bunch at 43 km/h: an intermediate sprint, two climbs, the finish of 182 km. */
const POINTS = [
  { code: 'SPRINT', bunchSecond: 4_100 },
  { code: 'CLIMB1', bunchSecond: 8_900 },
  { code: 'CLIMB2', bunchSecond: 13_200 },
  { code: 'FIN', bunchSecond: 15_240 },
] as const;

interface Group {
  /** Of the time ridden: how far ahead (negative) or behind the bunch. */
  readonly gapShare: number;
  /** From its first to its last rider. */
  readonly spreadSeconds: number;
}

const BREAK: Group = { gapShare: -0.012, spreadSeconds: 4 };
const BUNCH: Group = { gapShare: 0, spreadSeconds: 18 };
const DROPPED: Group = { gapShare: 0.035, spreadSeconds: 260 };

function groupOf(index: number, riders: number): Group {
  if (index < riders * 0.05) return BREAK;
  return index < riders * 0.7 ? BUNCH : DROPPED;
}
