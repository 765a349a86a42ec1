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
  { call: 'load', with: { data: { ...cue.told, ...acceptedOf(cue) } } },
  { call: 'playAction', with: { goto: cue.step, skipAnimation: isJoining } },
];

/** So that a page that comes late shows no correction that still waits on the others. Of whatever is live nobody knows of which channel the version is. */
const acceptedOf = ({ told, accepted }: Cue): ToldTexts =>
  accepted === null || told.channel === undefined
    ? {}
    : { accepted: `${accepted.epoch}/${accepted.version}` };

/** Of the same cue: it goes out by itself, whatever else was done with it. */
export function callsBetween(before: Cue, after: Cue): readonly CueCall[] {
  if (after.state === 'OUT') return before.state === 'OUT' ? [] : [{ call: 'stopAction', with: {} }];
  const data = whatChanged(before.told, after.told);
  const { epoch, version } = after.accepted ?? {};
  const isAccepted = epoch !== before.accepted?.epoch || version !== before.accepted?.version;
  return [
    ...(Object.keys(data).length === 0 ? [] : [{ call: 'updateAction', with: { data } } as const]),
    ...(after.step === before.step ? [] : [{ call: 'playAction', with: { goto: after.step } } as const]),
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
