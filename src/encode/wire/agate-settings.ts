/**
 * How agate is set. `{field}` is filled in, what stands in square brackets goes when a field in it is empty. Fields of a competitor: `rank`,
 * `name`, `country`, `organisation`, `result`, `irm`, `records`, `mark` (of qualification), `bib`, `lane`, `order`, `members` (where the name does not say
 * them), and `total` of a series. The practice of desks differs, so all of it can be set.
 */
export interface AgateSettings {
  /** The first line, before the number of words: `discipline`, `gender`, `event`, `phase`, `unit`, `type`. */
  readonly slug: string;
  /** What stands for a discipline in the slug, where it is not its code. */
  readonly slugs: Readonly<Record<string, string>>;
  /** A place that is shared, as `{rank}` is written. */
  readonly tied: string;
  /** Somebody without a valid result. */
  readonly irm: string;
  /** Somebody without a place and without a reason for it: a list that is under way. */
  readonly unranked: string;
  readonly startList: string;
  /** A match of teams, or that nobody has won: `name`, `score` and `name2`, `score2`; `how` it was decided, where the score does not say it. */
  readonly match: string;
  /** A match that a person or pair has won: `country2` and `members2` as well, the scores of `periods`, and `beat`, which is a word of the language. */
  readonly beaten: string;
  /** How a match was decided, by the code of the decision: where it is not what words call it, or goes without saying. */
  readonly hows: Readonly<Record<string, string>>;
  /** A record: `type`, `result`, `name`, `country`, `place`, `date`, and in `note` that it is not ratified. */
  readonly record: string;
  /** The line of a result, by the family of its details; `other` for everything else. */
  readonly lines: Readonly<Record<string, string>>;
}

export const AGATE: AgateSettings = {
  slug: '{discipline}[-{gender}{event}][-{phase}][-{unit}]-{type}',
  slugs: {},
  tied: '{rank}=',
  irm: '{irm}. {name}[, {country}].',
  unranked: '{name}[, {country}][ ({members})][, {result}].',
  startList: '[{order}. ]{name}[, {country}][ ({members})].',
  match: '{name}[ {score}], {name2}[ {score2}][ ({how})].',
  beaten:
    '{name}[, {country}][ ({members})], {beat} {name2}[, {country2}][ ({members2})][, {periods}][, {how}].',
  hows: { FT: '', SETS: '', CONTESTS: '' },
  record: '{type} {result}[, {name}][, {country}][, {place}][, {date}][ ({note})].',
  lines: {
    combined: '{rank}. {name}[, {country}][ ({members})], {result} points[ ({records})].',
    judged: '{rank}. {name}[, {country}][ ({members})], {result} points.',
    series: '{rank}. {name}[, {country}][ ({members})], {result} points[ (total {total})].',
    other: '{rank}. {name}[, {country}][ ({members})][, {result}][ ({records})].',
  },
};

/** `{rank}. {name}[, {country}]` with `{ rank: '1', name: 'Berg' }` -> `1. Berg`. */
export function filledIn(template: string, fields: Readonly<Record<string, string>>): string {
  const textIn = (name: string): string => fields[name] ?? '';
  const wanted = template.replaceAll(/\[([^\]]*)\]/g, (_all, part: string) =>
    [...part.matchAll(PLACE)].every(([, name]) => textIn(name!) !== '') ? part : '',
  );
  return wanted.replaceAll(PLACE, (_all, name: string) => textIn(name));
}

const PLACE = /\{(\w+)\}/g;
