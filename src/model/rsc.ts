/**
 * The Results System Code: 34 characters that name a discipline, an event, a phase or a unit.
 * Columns (ODF General Messages, "RSC"): discipline 3, gender 1, event 18, phase 4, unit 8; filler `-`.
 * Codes can hold a hyphen, so they are read by column and never split.
 */
export type Rsc = string & { readonly __brand?: 'Rsc' };

export type RscLevel = 'discipline' | 'event' | 'phase' | 'unit';

export interface RscParts {
  readonly discipline: string;
  readonly gender: string;
  readonly event: string;
  readonly phase: string;
  readonly unit: string;
}

const LENGTH = 34;
const FILLER = '-'.charCodeAt(0);
const ALPHABET = /^[A-Z0-9.-]{34}$/;
const EVENT_END = 22;
const PHASE_END = 26;

/** The same text as an `Rsc`, or null when it is not one: wrong length, character or no discipline. */
export function parseRsc(text: string): Rsc | null {
  return ALPHABET.test(text) && !text.slice(0, 3).includes('-') ? text : null;
}

/** Without the filler at the end. */
export function unpad(field: string): string {
  let end = field.length;
  while (end > 0 && field.charCodeAt(end - 1) === FILLER) end -= 1;
  return field.slice(0, end);
}

export function partsOf(rsc: Rsc): RscParts {
  return {
    discipline: rsc.slice(0, 3),
    gender: rsc.slice(3, 4),
    event: unpad(rsc.slice(4, EVENT_END)),
    phase: unpad(rsc.slice(EVENT_END, PHASE_END)),
    unit: unpad(rsc.slice(PHASE_END)),
  };
}

/** Builds an RSC from its parts; throws a RangeError when a part is too long or has a strange character. */
export function formatRsc(parts: Partial<RscParts> & { discipline: string }): Rsc {
  const field = (text: string | undefined, width: number): string => (text ?? '').padEnd(width, '-');
  const text =
    field(parts.discipline, 3) +
    field(parts.gender, 1) +
    field(parts.event, 18) +
    field(parts.phase, 4) +
    field(parts.unit, 8);
  const rsc = parseRsc(text);
  if (rsc === null) throw new RangeError(`not an RSC: "${text}" (${text.length} of ${LENGTH} characters)`);
  return rsc;
}

export function levelOf(rsc: Rsc): RscLevel {
  if (unpad(rsc.slice(PHASE_END)) !== '') return 'unit';
  if (unpad(rsc.slice(EVENT_END, PHASE_END)) !== '') return 'phase';
  return unpad(rsc.slice(4, EVENT_END)) !== '' ? 'event' : 'discipline';
}

export const disciplineOf = (rsc: Rsc): string => rsc.slice(0, 3);
export const disciplineRsc = above(3);
export const eventRsc = above(EVENT_END);
export const phaseRsc = above(PHASE_END);

/** Codes that are remembered with the one above: more than any competition has, fewer than would fill the memory. */
const KNOWN_MOST = 20_000;

/** Made once for a code: a fact asks several times, and a text that is there already is found faster. */
function above(end: number): (rsc: Rsc) => Rsc {
  const known = new Map<Rsc, Rsc>();
  return (rsc) => {
    let made = known.get(rsc);
    if (made === undefined) {
      made = rsc.slice(0, end).padEnd(LENGTH, '-');
      if (known.size >= KNOWN_MOST) known.clear();
      known.set(rsc, made);
    }
    return made;
  };
}

/** What is about no discipline: the competition itself, its medal table. */
export const GENERAL: Rsc = disciplineRsc('GEN');
