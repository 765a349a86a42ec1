/**
 * Series of sailing as Sailwave publishes them, tables turned into CSV: the points of each race, codes behind them, scores that were
 * excluded in brackets. Facts are the order of each race, codes, and points that the committee entered by hand; which scores are
 * excluded, totals and places are worked out.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { KEEPS_PLACE } from '../../../sports/sailing/editions.ts';
import { type Channel, channelOf } from '../../model/document.ts';
import { formatRsc, type Rsc } from '../../model/rsc.ts';
import { phaseOf, unitOf } from '../../rules/plan.ts';
import type { Conversion, Converter, OfficialList, OfficialRow } from './conversion.ts';
import { type Boat, isSailwaveTable, readTable, type Score, type SeriesTable } from './sailing-source.ts';

export const sailingConverters: readonly Converter[] = [
  {
    name: 'sailing series of Sailwave (CSV)',
    recognises: (_path, head) => isSailwaveTable(head),
    convert: (path) => conversionOf(readTable(readFileSync(path, 'utf8')), basename(path, '.csv')),
  },
];

function conversionOf(table: SeriesTable, name: string): Conversion {
  const event = formatRsc({ discipline: 'SAL', gender: 'O', event: eventCode(name) });
  return {
    set: `Sailing: ${name}`,
    facts: factsOf(table, event).map((fact, index) => ({ source: 'SERIES', seq: index + 1, ...fact })),
    lists: [officialList(table, event)],
    lines: table.boats.length,
    leftOut: [],
  };
}

/** What fits into an RSC of the table's name. */
const eventCode = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(-EVENT_CODE);
const EVENT_CODE = 18;

/** Most tables name the number of excluded scores only: from so many races on as were sailed. */
function* setups({ sailed, discards, firstPlace }: SeriesTable, event: Rsc): Generator<object> {
  const options = {
    discards: Array.from({ length: discards }, () => sailed),
    firstPlace: String(firstPlace),
    // The fleets are boards and sail by Appendix B, though the tables name A, by which the points are given.
    ties: 'B',
    medals: 'NONE',
  };
  for (const rsc of [event, phaseOf(event, 'PREL')])
    yield { unit: rsc, setup: { reconstructed: true, options } };
}

function factsOf(table: SeriesTable, event: Rsc): object[] {
  const races = Array.from({ length: table.sailed }, (_none, race) => raceFacts(table, event, race)).flat();
  return [...setups(table, event), ...races];
}

/** Boats whose points are equal were at the finish together; points stand for the order alone. */
function raceFacts({ boats }: SeriesTable, event: Rsc, race: number): object[] {
  const unit = unitOf(event, 'PREL', race + 1);
  const scores = boats.flatMap((boat) => {
    const score = boat.races[race] ?? null;
    return score === null ? [] : [{ boat, score }];
  });
  const places = placesIn(scores);
  return [
    { setup: { reconstructed: true } },
    { startList: { entries: scores.map(({ boat }, index) => entryOf(boat, index)) } },
    ...scores.flatMap(({ boat, score }) => saidOf(boat, score, places.get(boat.code), boats.length)),
    { status: { result: 'OFFICIAL' } },
  ].map((fact) => ({ unit, ...fact }));
}

interface Scored {
  readonly boat: Boat;
  readonly score: Score;
}

/** Places at the finish: of finishers their points; who keeps a place under a code has one that nobody else has. */
function placesIn(scores: readonly Scored[]): ReadonlyMap<string, number> {
  const finished = scores.filter(({ score }) => score.code === null);
  const taken = new Set(finished.map(({ score }) => Math.max(1, score.points)));
  const places = new Map(finished.map(({ boat, score }) => [boat.code, Math.max(1, score.points)]));
  const kept = scores.filter(({ score: { code } }) => code !== null && KEEPS_PLACE.includes(code));
  for (const { boat } of kept.sort((one, other) => one.score.points - other.score.points)) {
    let place = 1;
    while (taken.has(place)) place += 1;
    taken.add(place);
    places.set(boat.code, place);
  }
  return places;
}

const entryOf = ({ code, name, sail }: Boat, index: number): object => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'GBR', name: { family: name } },
  ...(sail === '' ? {} : { bib: sail }),
  startOrder: index + 1,
});

const MINUTE = 60;

function saidOf(
  { code: competitor }: Boat,
  { points, code }: Score,
  place: number | undefined,
  entered: number,
): object[] {
  const finish =
    place === undefined ? [] : [{ passing: { competitor, point: 'FIN', time: String(MINUTE + place) } }];
  if (code === null) return finish;
  const given = { score: { competitor, component: 'POINTS', value: String(points) } };
  // Not in the racing rules: a board that went out in an earlier heat has the points of that heat, entered by hand.
  if (isByHand(code)) return [given];
  const isUsual = points === entered + 1 && !KEEPS_PLACE.includes(code);
  return [...finish, { irm: { competitor, code } }, ...(isUsual ? [] : [given])];
}

/** `-` and `DNCG` ("did not come, given"). */
const isByHand = (code: string): boolean => code === '-' || code === 'DNCG';

const channelFor = (event: Rsc): Channel =>
  channelOf({ type: 'CUMULATIVE_RESULT', unit: phaseOf(event, 'PREL'), subcode: null });

function officialList({ boats }: SeriesTable, event: Rsc): OfficialList {
  return {
    name: 'series',
    channel: channelFor(event),
    compare: ['rank', 'result'],
    rows: boats.map(
      ({ code, name, rank, net, line }): OfficialRow => ({
        competitor: code,
        name,
        rank,
        result: net,
        irm: null,
        qualificationMark: null,
        lines: [line],
      }),
    ),
  };
}
