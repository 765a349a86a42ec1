/**
 * The table sorted into contests. The rounds of a qualification (`qual`, `AAqual`, `TeamQual`) show
 * the same routines in several lists, with names spelt differently; here they become one.
 */
import type { Micro } from '../../model/decimal.ts';
import type { LeftOut } from '../../venue/import/left-out.ts';
import { groupedBy, type SourceRow } from './gymnastics-source.ts';

export interface Gymnast {
  readonly code: string;
  readonly organisation: string;
  readonly family: string;
  readonly given: string;
}

export interface Routine {
  readonly gymnast: Gymnast;
  /** `FX` ..., `VT1`, `VT2`. */
  readonly part: string;
  readonly difficulty: Micro;
  readonly execution: Micro;
  readonly penalty: Micro;
}

/** A row and whose it is. */
export interface ListedRow {
  readonly row: SourceRow;
  readonly gymnast: Gymnast;
  readonly part: string;
}

/** One contest: the qualification of a gender, or one final. */
export interface Contest {
  readonly meet: string;
  readonly gender: 'M' | 'W';
  readonly kind: 'QUALIFICATION' | 'ALL_AROUND' | 'TEAM' | 'APPARATUS';
  /** Apparatus finals only. */
  readonly apparatus: string | null;
  readonly location: string;
  readonly rows: readonly ListedRow[];
  /** By gymnast and part; where lists disagree, the one read last. */
  readonly routines: ReadonlyMap<string, Routine>;
}

/** In reading order: team and all-around lists show whole sheets, so they are read after the single apparatus. */
const QUALIFICATION_ROUNDS = ['qual', 'TeamQual', 'AAqual'];
const KINDS: Readonly<Record<string, Contest['kind']>> = {
  qual: 'QUALIFICATION',
  AAqual: 'QUALIFICATION',
  TeamQual: 'QUALIFICATION',
  AAfinal: 'ALL_AROUND',
  TeamFinal: 'TEAM',
  final: 'APPARATUS',
};

export const routineKey = (gymnast: Gymnast, part: string): string => `${gymnast.code} ${part}`;
export const partOf = (apparatus: string): string => (apparatus === 'VT' ? 'VT1' : apparatus);
export const apparatusOf = (part: string): string => (part.startsWith('VT') ? 'VT' : part);

export function contestsOf(rows: readonly SourceRow[]): {
  contests: Contest[];
  leftOut: LeftOut[];
} {
  const unknown = rows.filter(({ round }) => KINDS[round] === undefined);
  const groups = groupedBy(
    rows.filter(({ round }) => KINDS[round] !== undefined),
    (row) => {
      const apparatus = row.round === 'final' ? apparatusOf(row.apparatus) : '';
      return [row.meet, row.location, yearOf(row.date), row.gender, KINDS[row.round], apparatus].join('|');
    },
  );
  return {
    contests: [...groups.values()].map(contestOf).sort((one, other) => stageOf(one) - stageOf(other)),
    leftOut: [...groupedBy(unknown, ({ round }) => round)].map(([round, of]) => ({
      reason: `round "${round}" is not one that the format is known to have`,
      lines: of.length,
    })),
  };
}

/** Qualifications are held before the finals that they lead to. */
const stageOf = ({ kind }: Contest): number => (kind === 'QUALIFICATION' ? 0 : 1);

const yearOf = (date: string): string => /\d{4}/.exec(date)?.[0] ?? '';

function contestOf(rows: readonly SourceRow[]): Contest {
  const first = rows[0]!;
  const listed: ListedRow[] = [];
  const rounds = [...groupedBy(rows, ({ round }) => round)].sort(
    ([one], [other]) => QUALIFICATION_ROUNDS.indexOf(one) - QUALIFICATION_ROUNDS.indexOf(other),
  );
  for (const [, of] of rounds) listed.push(...named(of, listed));
  const routines = new Map<string, Routine>();
  for (const { row, gymnast, part } of listed) {
    const { difficulty, execution, penalty } = row;
    if (difficulty === null || execution === null) continue;
    routines.set(routineKey(gymnast, part), { gymnast, part, difficulty, execution, penalty });
  }
  const kind = KINDS[first.round]!;
  return {
    meet: `${first.meet} ${yearOf(first.date)}`.replace(/^(.*?(\d{4}).*) \2$/, '$1'),
    location: first.location,
    gender: first.gender,
    kind,
    apparatus: kind === 'APPARATUS' ? apparatusOf(first.apparatus) : null,
    rows: listed,
    routines,
  };
}

/** The rows of one round with their gymnasts: those of earlier rounds where the name fits, new ones otherwise. */
function named(rows: readonly SourceRow[], known: readonly ListedRow[]): ListedRow[] {
  const people = new Map(rows.map((row) => [codeOf(row), gymnastOf(row)]));
  const before = new Map(known.map(({ gymnast }) => [gymnast.code, gymnast]));
  const found = matched([...people.values()], [...before.values()]);
  return rows.map((row) => {
    const own = people.get(codeOf(row))!;
    return { row, gymnast: found.get(own.code) ?? own, part: partOf(row.apparatus) };
  });
}

const gymnastOf = (row: SourceRow): Gymnast => ({
  code: codeOf(row),
  organisation: row.organisation,
  family: row.family,
  given: row.given,
});

function codeOf({ organisation, family, given }: SourceRow): string {
  return [organisation, family, given]
    .join('-')
    .replaceAll(/[\s|]+/g, '_')
    .slice(0, 64);
}

/** Who of `people` is who of `before`: the same country and the most words of the name in common, one to one. */
function matched(people: readonly Gymnast[], before: readonly Gymnast[]): Map<string, Gymnast> {
  const pairs = people.flatMap((person) =>
    before
      .filter(({ organisation }) => organisation === person.organisation)
      .map((other) => ({ person, other, common: wordsInCommon(person, other) }))
      .filter(({ common }) => common > 0),
  );
  const found = new Map<string, Gymnast>();
  const taken = new Set<string>();
  for (const { person, other } of pairs.sort((one, two) => two.common - one.common)) {
    if (found.has(person.code) || taken.has(other.code)) continue;
    found.set(person.code, other);
    taken.add(other.code);
  }
  return found;
}

/** The same code counts most; then words that are equal, or begin alike where one was cut. */
function wordsInCommon(one: Gymnast, other: Gymnast): number {
  if (one.code === other.code) return 100;
  const words = wordsOf(other);
  return wordsOf(one).filter((word) => words.some((known) => sameWord(word, known))).length;
}

const sameWord = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one)));

const wordsOf = ({ family, given }: Gymnast): string[] =>
  `${family} ${given}`
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word.length > 2);
