/** What operators do with an output. Pure: the state before and the command give the state after, the same one where nothing changes, or a refusal. */
import { isAfter } from '../model/position.ts';
import { type Cue, type CueVersion, type Output, saysTheSame, type ToldTexts } from './output.ts';

interface ByWhom {
  readonly by: string;
}

/** About a cue that its sender has seen: another one on the same layer is not meant. */
interface OfCue extends ByWhom {
  readonly layer: string;
  readonly takenAt: number;
}

export type Command =
  | ({
      readonly do: 'take';
      readonly layer: string;
      readonly graphic: string;
      readonly told: ToldTexts;
      /** What of its document its sender has seen; null: nothing has come. */
      readonly accepted: CueVersion | null;
    } & ByWhom)
  | ({ readonly do: 'out' } & OfCue)
  /** `step`: the one that its sender saw. */
  | ({ readonly do: 'next'; readonly step: number } & OfCue)
  | ({ readonly do: 'change'; readonly told: ToldTexts } & OfCue)
  /** `version`: that of the correction that its sender has seen. */
  | ({ readonly do: 'accept'; readonly version: CueVersion } & OfCue)
  | ({ readonly do: 'clear' } & ByWhom);

export type OnAirRefusalCode =
  /** Nothing is on air on the layer. */
  | 'NOT_ON_AIR'
  /** Something else was taken there since. */
  | 'OTHER_CUE'
  /** Somebody has led it on since. */
  | 'STEP_PASSED'
  /** An output has room for so many cues at once. */
  | 'TOO_MANY_LAYERS';

export type Outcome = Output | { readonly refused: OnAirRefusalCode };

const LAYERS_MOST = 20;

/** `now`: milliseconds since 1970 by the broker's clock; where that went back, time goes on behind what was changed last. */
export function afterCommand(before: Output, command: Command, now: number): Outcome {
  const at = Math.max(Math.round(now), before.changedAt + 1);
  switch (command.do) {
    case 'take':
      return afterTake(before, command, at);
    case 'clear':
      return afterClear(before, command.by, at);
    default:
      return afterOther(before, command, at);
  }
}

/** A second copy of a take changes nothing: two operators who take the same have taken it. */
function afterTake(before: Output, command: Extract<Command, { do: 'take' }>, at: number): Outcome {
  const { layer, graphic, told, accepted, by } = command;
  const cue: Cue = { layer, takenAt: at, graphic, told, step: 0, state: 'IN', by, at, accepted };
  const there = cueOn(before, layer);
  if (there?.state === 'IN') {
    const isThere = there.graphic === graphic && there.step === 0 && saysTheSame(there.told, told);
    return isThere ? before : withCue(before, cue, at);
  }
  const others = before.cues.filter((each) => each !== there);
  const room = others.length < LAYERS_MOST ? others : others.filter(isIn);
  if (room.length >= LAYERS_MOST) return { refused: 'TOO_MANY_LAYERS' };
  return { changedAt: at, cues: [...room, cue] };
}

/** Of an output that nothing is known of outputs may still show what a broker has lost: that goes out, too. */
function afterClear(before: Output, by: string, at: number): Output {
  if (before.changedAt > 0 && !before.cues.some(isIn)) return before;
  const cues = before.cues.map((cue) => (isIn(cue) ? { ...cue, state: 'OUT' as const, by, at } : cue));
  return { changedAt: at, cues };
}

type OnOneCue = Exclude<Command, { do: 'take' } | { do: 'clear' }>;

function afterOther(before: Output, command: OnOneCue, at: number): Outcome {
  const { layer, takenAt, by } = command;
  const cue = cueOn(before, layer);
  if (cue === undefined) return { refused: 'NOT_ON_AIR' };
  if (cue.takenAt !== takenAt) return { refused: 'OTHER_CUE' };
  // Somebody else had the same thought.
  if (command.do === 'out' && !isIn(cue)) return before;
  if (!isIn(cue)) return { refused: 'NOT_ON_AIR' };
  const change = changeOf(cue, command);
  if (change === 'STEP_PASSED') return { refused: change };
  return change === null ? before : withCue(before, { ...cue, ...change, by, at }, at);
}

/** Null: it is so already. */
function changeOf(cue: Cue, command: OnOneCue): Partial<Cue> | 'STEP_PASSED' | null {
  switch (command.do) {
    case 'out':
      return { state: 'OUT' };
    case 'next':
      return command.step === cue.step ? { step: cue.step + 1 } : 'STEP_PASSED';
    case 'change':
      return saysTheSame(cue.told, command.told) ? null : { told: command.told };
    case 'accept':
      return isNews(command.version, cue.accepted) ? { accepted: command.version } : null;
  }
}

const isIn = ({ state }: Cue): boolean => state === 'IN';

const cueOn = ({ cues }: Output, layer: string): Cue | undefined => cues.find((cue) => cue.layer === layer);

const withCue = ({ cues }: Output, changed: Cue, changedAt: number): Output => ({
  changedAt,
  cues: cues.map((cue) => (cue.layer === changed.layer ? changed : cue)),
});

/** Versions of two units are not to be compared. */
const isNews = (one: CueVersion, other: CueVersion | null): boolean =>
  other === null || one.unit !== other.unit || isAfter(one, other);
