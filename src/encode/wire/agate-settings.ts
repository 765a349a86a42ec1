/**
 * How agate is set. `{field}` is filled in, what stands in square brackets goes when a field in it is empty. Fields of a competitor: `rank`,
 * `name`, `country`, `organisation`, `result`, `irm`, `records`, `mark` (of qualification), `bib`, `lane`, `order`, `members`, and `total` of a
 * series. The practice of desks differs, so all of it can be set.
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
  /** A match on one line: `name`, `score` and `name2`, `score2`. */
  readonly match: string;
  /** The line of a result, by the family of its details; `other` for everything else. */
  readonly lines: Readonly<Record<string, string>>;
}

export const AGATE: AgateSettings = {
  slug: '{discipline}[-{gender}{event}][-{phase}][-{unit}]-{type}',
  slugs: {},
  tied: '{rank}=',
  irm: '{irm}. {name}[, {country}].',
  unranked: '{name}[, {country}][, {result}].',
  startList: '{order}. {name}[, {country}][ ({members})].',
  match: '{name} {score}, {name2} {score2}.',
  lines: {
    combined: '{rank}. {name}[, {country}], {result} points[ ({records})].',
    judged: '{rank}. {name}[, {country}], {result} points.',
    series: '{rank}. {name}[, {country}], {result} points[ (total {total})].',
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
