/** Incidents of engines, edges and desks. */
import type { MissingCode } from '../model/missing.ts';
import { LATE_MS } from '../model/missing.ts';
import type { Found, IncidentKind } from './kind.ts';
import type { Measured } from './measured.ts';
import { type EdgePart, type EnginePart, namedPart, PART_KINDS, type PartWord } from './part.ts';

const CHECKPOINT_OLD_S = 600;
const CLOCK_OFF_S = 2;

/** What has an incident of its own, or is over in a moment. */
const TOLD_ELSEWHERE: ReadonlySet<MissingCode> = new Set([
  'STOPPING',
  'NO_ENGINE',
  'BROKER_FULL',
  'BEHIND',
  'CHANNELS_FROZEN',
]);

const wordsOf = ({ parts }: Measured): readonly PartWord[] => parts.map(({ word }) => word);
const enginesOf = (measured: Measured): readonly EnginePart[] =>
  wordsOf(measured).filter((word) => word.part === 'engine');
const edgesOf = (measured: Measured): readonly EdgePart[] =>
  wordsOf(measured).filter((word) => word.part === 'edge');

const named = (word: PartWord): { about: string; values: Readonly<Record<string, string>> } => ({
  about: word.name,
  values: namedPart(word),
});

/** Those of which a number is above zero, with it. */
const whereSome = <Part extends PartWord>(
  parts: readonly Part[],
  numberOf: (part: Part) => number,
): readonly Found[] =>
  parts
    .filter((part) => numberOf(part) > 0)
    .map((part) => {
      const { about, values } = named(part);
      return { about, count: numberOf(part), values: { ...values, count: numberOf(part) } };
    });

export const PART_INCIDENTS = {
  NO_ENGINE: {
    severity: 'NOW',
    alert: 'SplitsecondNoEngine',
    forMs: 5_000,
    text: 'Nobody computes what is shown: {why}',
    action: 'Start an engine. When engines run, ask their `/readyz` what is missing.',
    hides: ['PART_LOST/engine', 'BEHIND', 'UNIT_STALE'],
    find: ({ missing }) =>
      missing
        .filter(({ code }) => code === 'NO_ENGINE')
        .map(({ message }) => ({ about: '', values: { why: message } })),
  },
  PART_LOST: {
    severity: 'NOW',
    alert: 'SplitsecondPartLost',
    forMs: 5_000,
    text: '{part}: {heard} of {expected} heard, redundancy is lost',
    action:
      'Start it again, or look at its log and at its machine. If it is gone on purpose, reset what is expected.',
    hides: [],
    find: ({ parts, expected }) =>
      PART_KINDS.flatMap((part) => {
        const heard = parts.filter(({ word }) => word.part === part).length;
        const count = expected[part] - heard;
        return count <= 0 ? [] : [{ about: part, count, values: { part, heard, expected: expected[part] } }];
      }),
  },
  NOT_READY: {
    severity: 'NOW',
    alert: 'SplitsecondNotReady',
    forMs: 60_000,
    text: '{part} {name} is not current: {code}',
    action: 'Open its `/readyz`: the code says which section of the runbook is meant.',
    hides: [],
    find: (measured) =>
      wordsOf(measured).flatMap((word) => {
        const own = word.missing.filter(({ code }) => !TOLD_ELSEWHERE.has(code));
        const { about, values } = named(word);
        const code = own.map((each) => each.code).join(', ');
        return own.length === 0 ? [] : [{ about, values: { ...values, code } }];
      }),
  },
  BEHIND: {
    severity: 'NOW',
    alert: 'SplitsecondBehind',
    forMs: 15_000,
    text: '{part} {name} is {seconds} s behind the facts',
    action:
      'Compare engines and edges. Engines behind lack processor, or the broker is slow; edges alone lack processor.',
    hides: ['UNIT_STALE'],
    // What an edge shows is as late as the engine that computes it.
    find: (measured) => {
      const late = wordsOf(measured).filter(({ behind }) => behind !== null && behind * 1_000 > LATE_MS);
      const engines = late.filter(({ part }) => part === 'engine');
      return (engines.length > 0 ? engines : late).map((word) => {
        const { about, values } = named(word);
        return { about, values: { ...values, seconds: Math.round(word.behind!) } };
      });
    },
  },
  CHANNELS_FROZEN: {
    severity: 'NOW',
    alert: 'SplitsecondChannelsFrozen',
    forMs: 15_000,
    text: 'Edge {name} cannot show stored versions, documents: {count}',
    action:
      '`/readyz` names the channels. The edge asks again every ten seconds by itself; when it goes on, restart this edge.',
    hides: [],
    find: (measured) => whereSome(edgesOf(measured), ({ frozen }) => frozen),
  },
  ENGINES_DISAGREE: {
    severity: 'NOW',
    alert: 'SplitsecondEnginesDisagree',
    forMs: 0,
    text: 'Two engines made different versions of the same facts ({count})',
    action:
      'The first that was stored stands. `splitsecond rank` over the facts of the unit tells which engine is wrong: end that one.',
    hides: [],
    find: (measured) => {
      const seen = [
        ...enginesOf(measured).map(({ disagreements }) => disagreements),
        ...edgesOf(measured).map(({ conflicts }) => conflicts),
      ];
      const count = Math.max(0, ...seen);
      return count === 0 ? [] : [{ about: '', count, values: { count } }];
    },
  },
  UNIT_STOPPED: {
    severity: 'NOW',
    alert: 'SplitsecondUnitStopped',
    forMs: 0,
    text: 'Unit {unit} stands still: a rule failed on a fact',
    action:
      'Let the venue withdraw that fact (`void`) or send a corrected one: it sets the unit going again. The log has unit and stack.',
    hides: ['UNIT_STALE'],
    isKnown: (measured) => enginesOf(measured).length > 0,
    find: (measured) =>
      [...new Set(enginesOf(measured).flatMap(({ stoppedUnits }) => stoppedUnits))].map((unit) => ({
        about: unit,
        values: { unit },
        within: [unit],
      })),
  },
  REJECTIONS_WAIT: {
    severity: 'TODAY',
    alert: 'SplitsecondRejectionsWait',
    forMs: 60_000,
    text: 'Refused facts that wait for the broker at engine {name}: {count}',
    action: "Look at the broker's state: it takes nothing, and 10,000 wait in memory at most.",
    hides: [],
    find: (measured) => whereSome(enginesOf(measured), ({ rejectionsWaiting }) => rejectionsWaiting),
  },
  REJECTIONS_LOST: {
    severity: 'TODAY',
    alert: 'SplitsecondRejectionsLost',
    forMs: 0,
    text: 'Refused facts that are not kept at engine {name}: {count}',
    action: 'The facts themselves are in `VENUE`; the log names place and code (`REJECTION_LOST`).',
    hides: [],
    find: (measured) => whereSome(enginesOf(measured), ({ rejectionsLost }) => rejectionsLost),
  },
  CHECKPOINT_OLD: {
    severity: 'TODAY',
    alert: 'SplitsecondCheckpointOld',
    forMs: 60_000,
    text: 'No checkpoint holds what engine {name} has taken in for {minutes} min',
    action:
      'Its log says why none is written (`CHECKPOINT_NOT_WRITTEN`): the next start reads everything since the last one.',
    hides: [],
    find: (measured) =>
      enginesOf(measured)
        .filter(({ checkpointAge }) => (checkpointAge ?? 0) > CHECKPOINT_OLD_S)
        .map((word) => {
          const { about, values } = named(word);
          return { about, values: { ...values, minutes: Math.round(word.checkpointAge! / 60) } };
        }),
  },
  CHECKPOINT_REFUSED: {
    severity: 'TODAY',
    alert: 'SplitsecondCheckpointRefused',
    forMs: 0,
    text: 'Engine {name} did not use a checkpoint',
    action:
      'After an upgrade that is as it should be. Otherwise a disk has failed: look at `why` in its log (`CHECKPOINT_NOT_USED`).',
    hides: [],
    find: (measured) => whereSome(enginesOf(measured), ({ checkpointsRefused }) => checkpointsRefused),
  },
  CLOCK_OFF: {
    severity: 'TODAY',
    alert: 'SplitsecondClockOff',
    forMs: 30_000,
    text: 'The clock of {part} {name} is {seconds} s away from that of the broker',
    action: 'Set the clock (NTP). Nothing is ranked by it; logs are off meanwhile.',
    hides: [],
    find: (measured) =>
      wordsOf(measured)
        .filter(({ clockAhead }) => Math.abs(clockAhead ?? 0) > CLOCK_OFF_S)
        .map((word) => {
          const { about, values } = named(word);
          return { about, values: { ...values, seconds: word.clockAhead! } };
        }),
  },
} as const satisfies Readonly<Record<string, IncidentKind>>;
