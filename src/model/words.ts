/**
 * Words for codes. Documents say what is stable (`FAILURES_AT_BEST`, `DNF`, `RND1`); how it is called in a language comes from
 * here. A language is a file: one of the house (`src/rules/words/`) and one of each sport.
 */
export const WORD_SECTIONS = [
  /** RSC genders, as they stand with an event. */
  'genders',
  /** RSC event codes, without the gender. */
  'events',
  'phases',
  /** Kinds of units; `{number}` is filled in. */
  'units',
  'columns',
  'criteria',
  'irm',
  'resultStatuses',
  'scheduleStatuses',
  /** Why a list cannot be relied on. */
  'reasons',
  'warnings',
  'medals',
  /** What `setup.options` of the sport mean. */
  'options',
] as const;

export type WordSection = (typeof WORD_SECTIONS)[number];

/** Words of one section by code. */
export type WordList = Readonly<Record<string, string>>;

export interface Words extends Readonly<Partial<Record<WordSection, WordList>>> {
  /** `en`, `fr`. */
  readonly language: string;
  /** Of the discipline; empty in the words of the house. */
  readonly discipline: string;
  /** How gender and event make a name: `{gender} {event}`. */
  readonly eventPattern?: string;
}

/** Both as one; what the second says holds. */
export function wordsTogether(house: Words, sport: Words): Words {
  const sections = WORD_SECTIONS.map((section) => [section, { ...house[section], ...sport[section] }]);
  return { ...house, ...sport, ...Object.fromEntries(sections) };
}

/** `Heat {number}` with `{ number: '3' }` -> `Heat 3`; a place with nothing for it is left out. */
export const filled = (pattern: string, values: Readonly<Record<string, string | undefined>>): string =>
  pattern
    .replaceAll(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
