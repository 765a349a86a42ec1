/** The clock of a unit under way, with what is to beat and, of a race, who has passed the foremost point. */
import { atForemostPoint } from '../../client/at-point.ts';
import { rankText } from '../../client/cells.ts';
import type { RunningClock } from '../../client/running-clock.ts';
import type { Micro } from '../../model/decimal.ts';
import { type Document, listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import { parseTimeText } from '../../model/time-text.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { say } from './say.ts';
import { type Who, whoIs } from './who.ts';

export interface ClockContent {
  readonly head: Head;
  /** Counted on by whoever paints it; it stands where the venue has stopped it. Null while none is told. */
  readonly clock: RunningClock | null;
  /** In words; empty where there are none. */
  readonly period: string;
  readonly toBeat: ToBeat | null;
  readonly point: ShownPoint | null;
}

export interface ToBeat {
  /** `To beat`. */
  readonly label: string;
  readonly mark: string;
  /** Whose; null where several share it. */
  readonly who: Who | null;
}

/** The foremost timing point, or the finish once somebody is there. */
export interface ShownPoint {
  readonly label: string;
  /**
   * Best first, as many as there are rows, and ten at most; where not all have room the last is who was there last by the clock. They stand
   * as they passed.
   */
  readonly passed: readonly Passed[];
  /** `4 to come`; empty when all have passed. */
  readonly toCome: string;
  /** Best time there, in millionths of a second: a gap of who comes next runs on from it. Null when nobody is to come. */
  readonly since: Micro | null;
}

export interface Passed {
  readonly who: Who;
  /** `1`, `1=`. */
  readonly rank: string;
  readonly time: string;
  /** Behind the first; empty for the first. */
  readonly gap: string;
}

const PASSED_MOST = 10;

/** Null while there is neither a clock nor a race that has come to a point. */
export function clockContent(scene: Scene, told: Told): ClockContent | null {
  const { main, clock } = scene;
  if (main === null) return null;
  const now = scene.beside('CURRENT')?.header.now;
  const point = pointOf(main, told);
  if (clock === null && now?.toBeat === undefined && point === null) return null;
  const leader = main.rows.find(({ key }) => key === now?.leader);
  return {
    head: headOf(main.header, scene, told),
    clock,
    period: now?.period === undefined ? '' : (scene.words?.periods?.[now.period] ?? now.period),
    toBeat:
      now?.toBeat === undefined
        ? null
        : {
            label: say(told, 'toBeat'),
            mark: now.toBeat,
            who: leader?.identity === undefined ? null : whoIs(leader.key, leader.identity, told),
          },
    point,
  };
}

function pointOf(main: Document, told: Told): ShownPoint | null {
  const rows = listRows(main);
  const isRace = rows.some(({ mark }) => mark.resultType === 'TIME' || mark.details.timedRace !== undefined);
  const finished = isRace ? rows.filter(({ mark, place }) => mark.irm === null && place.rank !== null) : [];
  if (finished.length > 0) return finishOf(rows, finished, told);
  const foremost = atForemostPoint(main);
  if (foremost === null) return null;
  const identities = new Map(rows.map(({ key, identity }) => [key, identity]));
  const passed = foremost.passed.map(({ competitor, rank, rankEqual, time, diff }) => ({
    who: whoIs(competitor, identities.get(competitor)!, told),
    rank: rankText({ rank, rankEqual }),
    time,
    gap: diff ?? '',
  }));
  return shownPoint(foremost.label, passed, foremost.stillToCome, told);
}

function finishOf(rows: readonly ListRow[], finished: readonly ListRow[], told: Told): ShownPoint | null {
  const passed = finished.map(({ key, identity, mark, place }) => ({
    who: whoIs(key, identity, told),
    rank: rankText(place),
    time: mark.result ?? '',
    gap: place.diff ?? '',
  }));
  const stillOut = rows.filter(({ mark }) => mark.irm === null && mark.result === null).length;
  return shownPoint(say(told, 'finish'), passed, stillOut, told);
}

function shownPoint(
  label: string,
  passed: readonly Passed[],
  stillToCome: number,
  told: Told,
): ShownPoint | null {
  const [first] = passed;
  if (first === undefined) return null;
  const rows = Math.min(told.rows, PASSED_MOST);
  return {
    label,
    passed: passed.length > rows ? [...passed.slice(0, rows - 1), passed.at(-1)!] : passed,
    toCome: stillToCome === 0 ? '' : say(told, 'stillToCome', { count: String(stillToCome) }),
    since: stillToCome === 0 ? null : parseTimeText(first.time),
  };
}
