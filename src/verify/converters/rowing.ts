/** Regattas of world championships: facts of each race, and the event as its rounds say that it was rowed. */
import { eventRsc, formatRsc, type Rsc } from '../../model/rsc.ts';
import { phaseOf } from '../../rules/plan.ts';
import type { LeftOut } from '../../venue/import/left-out.ts';
import type { Conversion, Converter } from './conversion.ts';
import { eventList, raceList } from './rowing/official-lists.ts';
import { type RowedAs, rowedAs } from './rowing/rowed-as.ts';
import { type BoatRow, isRowing, readBoats } from './rowing/source.ts';

export const rowingConverters: readonly Converter[] = [
  {
    name: 'rowing, one boat and race a line',
    recognises: (_path, head) => isRowing(head),
    convert: (path) => regattasIn(readBoats(path)).map(conversionOf),
  },
];

type Regatta = readonly [name: string, boats: readonly BoatRow[]];

const regattasIn = (boats: readonly BoatRow[]): readonly Regatta[] => [
  ...groupedBy(boats, ({ regatta }) => regatta),
];

const UNKNOWN = 'a boat class or round that this build does not know';
const NO_TIMES = 'no time at the finish is published';

/** Who is ranked without a time has nothing that could be ranked here. */
const isTimed = ({ times, irm }: BoatRow): boolean => irm !== null || times.at(-1) !== '';

function conversionOf([name, boats]: Regatta): Conversion {
  const known = boats.filter(({ event, round }) => event !== null && round !== null);
  const timed = known.filter(isTimed);
  const races = groupedBy(known, unitOf);
  const events = groupedBy(known, (boat) => eventRsc(unitOf(boat)));
  const rowed = new Map([...events].map(([event, of]) => [event, rowedAs(of)]));
  return {
    set: `Rowing: ${name}`,
    facts: factsOf(races, rowed),
    lists: [
      ...[...groupedBy(timed, unitOf)].map(([unit, of]) => raceList(unit, of)),
      ...[...events].flatMap(([event, of]) => eventList(event, of.filter(isTimed)) ?? []),
    ],
    lines: boats.length,
    leftOut: [
      leftOut(UNKNOWN, boats.length - known.length),
      leftOut(NO_TIMES, known.length - timed.length),
    ].filter(({ lines }) => lines > 0),
  };
}

const leftOut = (reason: string, lines: number): LeftOut => ({ reason, lines });

const unitOf = ({ event, round }: BoatRow): Rsc =>
  formatRsc({
    discipline: 'ROW',
    gender: event!.gender,
    event: event!.code,
    phase: round!.phase,
    unit: `${String(round!.number).padStart(4, '0')}00`,
  });

const POINTS = ['500m', '1000m', '1500m', 'FIN'];

function* factsOf(
  races: ReadonlyMap<Rsc, readonly BoatRow[]>,
  rowed: ReadonlyMap<Rsc, RowedAs>,
): Generator<object> {
  let seq = 0;
  const said = (unit: Rsc, fact: object): object => {
    seq += 1;
    return { source: 'RESULTS', seq, unit, ...fact };
  };
  for (const [event, { progression, lines }] of sorted(rowed)) {
    if (progression !== null) yield said(event, { setup: { options: { progression: progression.code } } });
    for (const [round, advance] of lines) yield said(phaseOf(event, round), { setup: { advance } });
  }
  for (const [unit, boats] of sorted(races)) {
    const inLanes = [...boats].sort((one, other) => (one.lane < other.lane ? -1 : 1));
    yield said(unit, { setup: { points: POINTS.map(pointOf), reconstructed: true } });
    yield said(unit, { startList: { entries: inLanes.map(entryOf) } });
    for (const boat of inLanes) for (const fact of boatFacts(boat)) yield said(unit, fact);
    yield said(unit, { status: { result: 'OFFICIAL' } });
  }
}

const pointOf = (code: string, index: number) => ({ code, distance: String(500 * (index + 1)) });

const entryOf = ({ team, lane, event }: BoatRow, index: number) => ({
  competitor: {
    code: team,
    kind: event!.code.startsWith('SCULL1') ? 'ATHLETE' : 'TEAM',
    organisation: team.slice(0, 3),
    name: event!.code.startsWith('SCULL1') ? { family: team } : { team },
  },
  startOrder: index + 1,
  lane,
});

const boatFacts = ({ team, times, irm }: BoatRow): object[] => [
  ...times.flatMap((time, index) =>
    time === '' ? [] : [{ passing: { competitor: team, point: POINTS[index], time } }],
  ),
  ...(irm === null ? [] : [{ irm: { competitor: team, code: irm } }]),
];

const sorted = <T>(map: ReadonlyMap<Rsc, T>): readonly (readonly [Rsc, T])[] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : 1));

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
