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
  /** Why a list cannot be relied on, or something is not projected. */
  'reasons',
  'warnings',
  'medals',
  /** Types of documents. */
  'documents',
  /** What COMMUNICATION tells. */
  'communications',
  /** Who is shown in CURRENT. */
  'roles',
  /** What can still become of somebody, and what of that a unit leaves open. */
  'chances',
  /** What a mark is needed for. */
  'goals',
  /** Won, lost, tied. */
  'outcomes',
  /** Where a side of a match comes from; `{unit}` and `{rank}` are filled in. */
  'slots',
  /** Trees of a knock-out. */
  'brackets',
  'sessionTypes',
  /** Athlete, pair, team. */
  'kinds',
  /** Who goes on, and how. */
  'marks',
  /** Parts of a judged performance, and lists of their own (`subcode`). */
  'parts',
  /** What a panel gives. */
  'components',
  /** By what a match was decided. */
  'decisions',
  /** What happens in a contest, told one by one or counted beside the score. */
  'actions',
  'periods',
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

/** Which words name an RSC: keys of `events`, `phases` and `units`, and the number of the unit. */
export interface NameCodes {
  readonly event?: string;
  readonly phase?: string;
  readonly unit?: string;
  readonly number?: string;
}

interface NameTexts {
  readonly event?: string;
  readonly phase?: string;
  readonly unit?: string;
}

/** The names that the codes stand for; one without words is left out. `gender`: as in the RSC. */
export function namesIn(words: Words, gender: string, codes: NameCodes): NameTexts {
  const word = (section: WordSection, code: string | undefined): string | undefined =>
    code === undefined ? undefined : words[section]?.[code];
  const event = word('events', codes.event);
  const phase = word('phases', codes.phase);
  const unit = word('units', codes.unit);
  const ofGender = words.genders?.[gender];
  return {
    ...(event === undefined
      ? {}
      : { event: filled(words.eventPattern ?? '{event}', { gender: ofGender, event }) }),
    ...(phase === undefined ? {} : { phase }),
    ...(unit === undefined ? {} : { unit: filled(unit, { number: codes.number }) }),
  };
}

interface Worded {
  readonly unit: string;
  readonly names: NameTexts & { readonly discipline: string; readonly codes?: NameCodes };
  readonly columns: readonly { readonly label: string; readonly code?: string }[];
}

/** A header in other words: names and labels that have codes; what the venue named stays. */
export function inWords<H extends Worded>(header: H, words: Words): H {
  const { names, columns, unit } = header;
  return {
    ...header,
    names: {
      ...names,
      discipline: words.discipline === '' ? names.discipline : words.discipline,
      ...(names.codes === undefined ? {} : namesIn(words, unit.slice(3, 4), names.codes)),
    },
    columns: columns.map((column) => columnInWords(column, words)),
  };
}

export const columnInWords = <C extends { readonly label: string; readonly code?: string }>(
  column: C,
  { columns = {} }: Words,
): C => (column.code === undefined ? column : { ...column, label: columns[column.code] ?? column.label });
