/** What is kept of a unit (or phase, or event, or discipline), in counted facts: there is no clock here. */

/**
 * Corrections of one key. Beyond it the least word is forgotten, the one that would stand last, so that a key that is set ten thousand times
 * (a clock) holds no more than this.
 */
export const WORDS_PER_KEY = 64;

/** Facts about one competitor that hold: the card is made anew of all of them with each. */
export const FACTS_PER_COMPETITOR = 2_000;

/** Facts of the unit as a whole that hold, without readings: all of it is made anew with each. */
export const FACTS_OF_UNIT = 2_000;

/** Readings of the unit as a whole: a station that measures every minute sends more in a day. */
export const READINGS_OF_UNIT = 500;

/** Held facts, for an operator to release; beyond it the oldest is forgotten. */
export const HELD_KEPT = 1_000;
