/** What graphics outputs show, as operators have taken it: plain data, stored in the broker as JSON. */
import type { Position } from '../model/position.ts';
import type { Rsc } from '../model/rsc.ts';

/** What a graphic is told: texts by name, as they stand in an address. */
export type ToldTexts = Readonly<Record<string, string>>;

export function saysTheSame(one: ToldTexts, other: ToldTexts): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** A version of the document that a cue is about. */
export interface CueVersion extends Position {
  /** Which unit the graphic showed then, of whatever is live. */
  readonly unit?: Rsc;
}

/** A graphic as it was taken to an output. */
export interface Cue {
  /** Where on its output: a layer has one cue. */
  readonly layer: string;
  /** Which cue of its layer: when it was taken. Milliseconds since 1970 by the broker's clock. */
  readonly takenAt: number;
  readonly graphic: string;
  readonly told: ToldTexts;
  /** How often it was led on since: 0 is what it begins with. */
  readonly step: number;
  readonly state: 'IN' | 'OUT';
  /** Who did the last thing to it, and when. */
  readonly by: string;
  readonly at: number;
  /** The version with which it was taken, or up to which an operator has accepted corrections since; null: nothing had come when it was taken. */
  readonly accepted: CueVersion | null;
}

/** One output: what is on air on it, and what went out last on each layer. */
export interface Output {
  /** Of two states the one that was changed later is the newer one; 0: nothing was ever taken. */
  readonly changedAt: number;
  /** In the order of the layers: what was taken last lies on top, and is the last. */
  readonly cues: readonly Cue[];
}

export const NEVER_TAKEN: Output = { changedAt: 0, cues: [] };

/** An output as a program has heard it. */
export interface OutputHeard extends Output {
  readonly name: string;
  /** The broker can say at once when it is otherwise: it is connected. */
  readonly isConfirmed: boolean;
}

/** What a graphics desk is told again and again. */
export interface OnAirAnswer {
  readonly outputs: readonly (OutputHeard & {
    /** How many pages show it, and of these how many show what is not of now; null: no desk is heard. */
    readonly shownBy: { readonly pages: number; readonly behind: number } | null;
  })[];
  /** What the page says with everything it asks a desk to do; null: here it can only look. */
  readonly token: string | null;
}

/** The output that is always there. */
export const MAIN_OUTPUT = 'main';

/** Of an output, a layer or a graphic. */
export const isPlainName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9-]{1,32}$/.test(value);
