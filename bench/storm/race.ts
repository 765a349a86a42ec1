import { type Channel, channelOf } from '../../src/model/document.ts';
import type { Version } from '../../src/versions/versioned.ts';
import { byTime, codeOf, type Passing, raceOf } from '../support/mass-race.ts';
import { versionsOf } from '../support/recorded.ts';
import { seeded } from '../support/seeded.ts';

export const EPOCH = 'storm';

/** One list that screens follow, and all its versions. */
export interface List {
  readonly channel: Channel;
  readonly versions: readonly Version[];
}

/** The results of races that are under way at the same time; each passing makes a version. */
export const listsOf = (races: number, runners: number, passings: number): List[] =>
  Array.from({ length: races }, (_none, index) => listOf(index + 1, runners, passings));

function listOf(heat: number, runners: number, most: number): List {
  const all = POINTS.flatMap((point, passed) => passingsAt(point, passed + 1, runners));
  const { unit, opening, passings } = raceOf(runners, POINTS, all.toSorted(byTime).slice(0, most), heat);
  const channel = `${unit}/RESULT`;
  const versions = versionsOf([...opening, ...passings], EPOCH);
  return { channel, versions: versions.filter(({ document }) => channelOf(document.header) === channel) };
}

const POINTS = ['5K', '10K', '15K', '20K', '25K', '30K', '35K', 'FIN'];
const SECONDS_PER_POINT = 950;

function passingsAt(point: string, passed: number, runners: number): Passing[] {
  const random = seeded(2_026);
  return Array.from({ length: runners }, (_none, index) => ({
    code: codeOf(index),
    point,
    second: Math.round(passed * SECONDS_PER_POINT * (1 + random() / 2)),
  }));
}
