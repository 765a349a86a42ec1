/** Plain data (maps and sets, too) to bytes and back, at once. It is handed in, since the core uses no module of Node. */
export interface Packing {
  pack(data: unknown): Uint8Array;
  /** Throws where a byte is another one, or missing. */
  unpack(bytes: Uint8Array): unknown;
}

/** How quiet it is about an event. */
export interface Quiet {
  /** Facts of the whole competition since one about the event. */
  readonly facts: number;
  /** Everything that was said of the event has come to a result that is OFFICIAL. */
  isOver(): boolean;
}

/** When events leave memory, and as what. */
export interface PuttingAway {
  readonly packing: Packing;
  /** After so many facts it is looked whether there is one to put away. */
  readonly everyFacts: number;
  isTime(quiet: Quiet): boolean;
}

const LOOK_EVERY = 100;
/** So many facts come in a quarter of an hour of a busy day of the Games: what is corrected soon is still there. */
const QUIET_FACTS = 5_000;

/** Events that are over leave memory once nothing was said of them for long. Counted in facts, since the core has no clock. */
export const putAwayWhenOver = (packing: Packing): PuttingAway => ({
  packing,
  everyFacts: LOOK_EVERY,
  isTime: (quiet) => quiet.facts >= QUIET_FACTS && quiet.isOver(),
});
