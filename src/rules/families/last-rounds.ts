/**
 * Who has more attempts than the first rounds: the best so many after them, and all who are equal to the last of these.
 * Others take no further attempt.
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import type { Micro } from '../../model/decimal.ts';
import type { Fact, FactOf } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { Key } from '../contract.ts';
import type { Objection, TogetherCheck, TogetherContext } from '../held-facts.ts';
import { compareKeys } from '../rank.ts';
import { isTried, validMarks } from './attempt-marks.ts';

export interface Cut {
  /** Rounds that everybody has. */
  readonly after: number;
  /** How many go on, if more than that have started. */
  readonly best: number;
}

/** Somebody who has started, with the marks of the first rounds, best first. */
export interface Contestant {
  readonly entry: Entry;
  readonly marks: readonly Micro[];
}

/** Those who go on, best first; null when nobody is cut. */
export function throughTo<Each extends Pick<Contestant, 'marks'>>(
  contestants: readonly Each[],
  { best }: Cut,
): readonly Each[] | null {
  if (contestants.length <= best) return null;
  const ranked = contestants.filter(({ marks }) => marks.length > 0).sort(byMarks);
  const last = ranked[best - 1];
  return last === undefined ? ranked : ranked.filter((each) => byMarks(each, last) <= 0);
}

/** Best, next best and so on. */
export const byMarks = (one: Pick<Contestant, 'marks'>, other: Pick<Contestant, 'marks'>): number =>
  compareKeys([keyOf(one)], [keyOf(other)]);

const keyOf = ({ marks }: Pick<Contestant, 'marks'>): Key => marks.map((mark) => -mark);

/** Holds the attempts of who is cut, and of who has retired. `absent`: marks of who has not started. */
export const attemptsTogether = (cut: Cut | null, absent: readonly Irm[]): TogetherCheck => ({
  of: 'FIELD',
  check: (facts, context) => {
    const attempts = attemptsOf(facts);
    const held = [...attempts.values()].flatMap(afterRetiring);
    if (cut === null) return new Map(held);
    const through = throughTo(contestants(facts, attempts, context, { cut, absent }), cut);
    return new Map([...held, ...(through === null ? [] : notInLastRounds(attempts, through, cut))]);
  },
});

type AttemptFact = FactOf<'attempt'>;
type Held = readonly (readonly [Fact, Objection])[];

function attemptsOf(facts: readonly Fact[]): ReadonlyMap<CompetitorCode, readonly AttemptFact[]> {
  const attempts = new Map<CompetitorCode, AttemptFact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'attempt') continue;
    const known = attempts.get(fact.content.competitor);
    if (known === undefined) attempts.set(fact.content.competitor, [fact]);
    else known.push(fact);
  }
  return attempts;
}

function contestants(
  facts: readonly Fact[],
  attempts: ReadonlyMap<CompetitorCode, readonly AttemptFact[]>,
  { entries }: TogetherContext,
  { cut, absent }: { cut: Cut; absent: readonly Irm[] },
): Contestant[] {
  const missing = new Set(
    facts.flatMap((fact) =>
      fact.kind === 'irm' && absent.includes(fact.content.code ?? '') ? [fact.content.competitor] : [],
    ),
  );
  return entries
    .filter(({ competitor }) => !missing.has(competitor.code))
    .map((entry) => {
      const own = (attempts.get(entry.competitor.code) ?? []).map(({ content }) => content);
      return { entry, marks: validMarks(own.filter(({ attempt }) => attempt <= cut.after)) };
    });
}

function notInLastRounds(
  attempts: ReadonlyMap<CompetitorCode, readonly AttemptFact[]>,
  through: readonly Contestant[],
  { after, best }: Cut,
): Held {
  const isThrough = new Set(through.map(({ entry }) => entry.competitor.code));
  return [...attempts]
    .filter(([code]) => !isThrough.has(code))
    .flatMap(([, facts]) => facts.filter(({ content }) => content.attempt > after && isTried(content)))
    .map((fact) => {
      const message = `attempt ${fact.content.attempt} of who is not among the best ${best} after round ${after}`;
      return [fact, { code: 'NOT_IN_LAST_ROUNDS', message }];
    });
}

function afterRetiring(facts: readonly AttemptFact[]): Held {
  const retired = facts.find(({ content }) => content.outcome === 'RETIRED')?.content.attempt;
  if (retired === undefined) return [];
  return facts
    .filter(({ content }) => content.attempt > retired && isTried(content))
    .map((fact) => [fact, { code: 'RETIRED', message: `attempt ${fact.content.attempt}, after retiring` }]);
}
