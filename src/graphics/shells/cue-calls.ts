/** What a graphic on an output is called with, from one state of its cue to the next. Pure. */
import type { Cue, ToldTexts } from '../../on-air/output.ts';
import type { CustomCall, LoadCall, PlayCall, StopCall, UpdateCall } from '../calls.ts';

export type CueCall =
  | { readonly call: 'load'; readonly with: LoadCall }
  | { readonly call: 'playAction'; readonly with: PlayCall }
  | { readonly call: 'updateAction'; readonly with: UpdateCall }
  | { readonly call: 'customAction'; readonly with: CustomCall }
  | { readonly call: 'stopAction'; readonly with: StopCall };

/** `isJoining`: it was on air before this page came, and is not to enter once more. */
export const callsOfNew = (cue: Cue, isJoining: boolean): readonly CueCall[] => [
  { call: 'load', with: { data: { ...cue.told, ...beginningOf(cue) } } },
  { call: 'playAction', with: { goto: cue.step, stays: true, skipAnimation: isJoining } },
];

/** So that a page that comes late begins with the unit that the others began with, and shows no correction that still waits on them. */
function beginningOf({ told, accepted }: Cue): ToldTexts {
  if (accepted === null) return {};
  const { unit, epoch, version } = accepted;
  const begins = { accepted: `${epoch}/${version}` };
  if (unit !== undefined) return { ...begins, unit };
  // Of whatever is live nobody knows of which document the version is.
  return told.channel === undefined ? {} : begins;
}

/** Of the same cue: it goes out by itself, whatever else was done with it. */
export function callsBetween(before: Cue, after: Cue): readonly CueCall[] {
  if (after.state === 'OUT') return before.state === 'OUT' ? [] : [{ call: 'stopAction', with: {} }];
  const data = whatChanged(before.told, after.told);
  const isAccepted = JSON.stringify(after.accepted) !== JSON.stringify(before.accepted);
  return [
    ...(Object.keys(data).length === 0 ? [] : [{ call: 'updateAction', with: { data } } as const]),
    ...(after.step === before.step
      ? []
      : [{ call: 'playAction', with: { goto: after.step, stays: true } } as const]),
    ...(isAccepted
      ? [{ call: 'customAction', with: { id: 'accept', payload: after.accepted } } as const]
      : []),
  ];
}

/** Whether it is the one that was taken before, and not another one in its place. */
export const isSameCue = (one: Cue, other: Cue): boolean =>
  one.takenAt === other.takenAt && one.graphic === other.graphic && one.layer === other.layer;

/** What is not told any more is as usual again: an empty text. */
const whatChanged = (before: ToldTexts, after: ToldTexts): ToldTexts =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, after[name] ?? '']),
  );
