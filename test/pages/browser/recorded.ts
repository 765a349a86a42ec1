/** The recorded competitions, told to a moment at which something of each family is under way. */
import type { WireFact } from '../../../src/ingest/wire.ts';
import type { Rsc } from '../../../src/model/rsc.ts';
import { recordingOf } from './pipeline.ts';

/** How many facts of each are told. */
const TOLD = {
  rio: 215,
  barcelona: 870,
  tokyo: 262,
  amsterdam: 455,
  rome: 200,
  paris: 300,
  felixstowe: 100,
} as const;
export type Recording = keyof typeof TOLD;

export const factsTold = (...recordings: readonly Recording[]): WireFact[] =>
  recordings.flatMap((recording) => recordingOf(recording).slice(0, TOLD[recording]));

export const everythingTold = (): WireFact[] => factsTold(...(Object.keys(TOLD) as Recording[]));

/** What comes after that moment. */
export const factsAfter = (recording: Recording): WireFact[] => recordingOf(recording).slice(TOLD[recording]);

/** Of each family a unit that is under way then. */
export const UNDER_WAY = {
  rowing: 'ROWWSCULL2------------FNL-000100--',
  swimming: 'SWMM100MFR------------FNL-000100--',
  longJump: 'ATHMLONGJUMP----------FNL-000100--',
  highJump: 'ATHMHIGHJUMP----------FNL-000100--',
  judged: 'GARW1APUB-------------FNL-000100--',
  series: 'SALOFOIL--------------PREL000500--',
  match: 'FBLMTEAM11------------GPA-000500--',
  contest: 'JUDM66KG--------------FNL-000200--',
} as const satisfies Readonly<Record<string, Rsc>>;
