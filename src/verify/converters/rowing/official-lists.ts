/** What the officials published of a regatta: order of finish and progression of each race, places in each event. */
import { channelOf } from '../../../model/document.ts';
import { eventRsc, type Rsc } from '../../../model/rsc.ts';
import type { Compared, Difference, OfficialList, OfficialRow } from '../conversion.ts';
import { type BoatRow, markOf } from './source.ts';

const rowOf = (boat: BoatRow, rank: number | null, mark: string | null): OfficialRow => ({
  competitor: boat.team,
  name: boat.team,
  rank,
  irm: boat.irm,
  qualificationMark: mark,
  lines: [boat.line],
});

/** Marks are compared where all boats of a race have one. */
export function raceList(unit: Rsc, boats: readonly BoatRow[]): OfficialList {
  const marked = boats.every((boat) => markOf(boat) !== null);
  const compare: readonly Compared[] = marked ? ['rank', 'irm', 'qualificationMark'] : ['rank', 'irm'];
  return {
    channel: channelOf({ type: 'RESULT', unit, subcode: null }),
    name: boats[0]!.roundName,
    compare,
    rows: boats.map((boat) => rowOf(boat, boat.rank, markOf(boat))),
    partial: true,
    explain: (difference) => missingAhead(difference, boats) ?? levelAtTheLine(difference, boats),
  };
}

/** Boats that the source lacks: the places of those behind are further down than ours by as many. */
function missingAhead(
  { competitor, what, official, ours }: Difference,
  boats: readonly BoatRow[],
): string | null {
  const rank = boats.find(({ team }) => team === competitor)?.rank ?? null;
  if (rank === null || what === 'irm') return null;
  const missing = rank - 1 - boats.filter((other) => other.rank !== null && other.rank < rank).length;
  const isIt = what === 'rank' ? ours === (official as number) - missing : true;
  return missing > 0 && isIt ? `the source lacks ${boatsText(missing)} ahead of it in this race` : null;
}

/** Equal to the hundredth, and parted by a picture that the source does not give: ours share the better place. */
function levelAtTheLine(
  { competitor, what, official, ours }: Difference,
  boats: readonly BoatRow[],
): string | null {
  const boat = boats.find(({ team }) => team === competitor);
  const level = boats.filter((other) => other !== boat && other.times.at(-1) === boat?.times.at(-1));
  const shares = level.some(({ rank }) => rank === ours) && ours === (official as number) - level.length;
  return what === 'rank' && shares
    ? 'level to the hundredth: the order in the picture is not in the source'
    : null;
}

const LEVEL = 'level to the hundredth: the order in the picture is not in the source';

const boatsText = (count: number): string => (count === 1 ? 'a boat' : `${count} boats`);

/** Places over all finals; null where none are published. */
export function eventList(unit: Rsc, boats: readonly BoatRow[]): OfficialList | null {
  const places = new Map(
    boats.flatMap((boat): [BoatRow, number][] => {
      const place = /^\((\d+)\)$/.exec(boat.progression)?.[1];
      return place === undefined ? [] : [[boat, Number(place)]];
    }),
  );
  if (places.size === 0) return null;
  return {
    channel: channelOf({ type: 'RANKING', unit: eventRsc(unit), subcode: null }),
    name: 'event',
    compare: ['rank'],
    rows: [...places].map(([boat, place]) => rowOf(boat, place, null)),
    partial: true,
    explain: (difference) => missingInEvent(difference, places),
  };
}

/**
 * Boats that the source lacks in the finals, and pictures that it does not give: we place a boat further up by these, or by
 * fewer where crews are known from the rounds before.
 */
function missingInEvent(
  { competitor, ours }: Difference,
  places: ReadonlyMap<BoatRow, number>,
): string | null {
  const [boat, place] = [...places].find(([{ team }]) => team === competitor)!;
  const missing = place - 1 - [...places.values()].filter((other) => other < place).length;
  const level = [...places].filter(
    ([other, at]) =>
      at < place && other.roundName === boat.roundName && other.times.at(-1) === boat.times.at(-1),
  ).length;
  const isBetween = Number(ours) < place && Number(ours) >= place - missing - level;
  if (!isBetween || missing + level === 0) return null;
  return missing === 0 ? LEVEL : `the source lacks ${boatsText(missing)} ahead of it in this event`;
}
