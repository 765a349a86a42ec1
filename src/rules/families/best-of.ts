/**
 * Best of several attempts: horizontal jumps and throws. The best valid attempt counts; equal
 * athletes are separated by the second best, the third best and so on (TR 25.22).
 */
import type { CompetitorCode, Entry } from '../../model/competitor.ts';
import { formatDecimal, type Micro } from '../../model/decimal.ts';
import type { Attempt, Fact } from '../../model/fact.ts';
import type { Irm } from '../../model/irm.ts';
import type { AttemptDetails, Column } from '../../model/row.ts';
import { windText } from '../../model/wind-text.ts';
import type { CompetitorFacts, MarkOf, RuleId, Standing, UnitContext, UnitRule } from '../contract.ts';
import { type Clause, most } from '../criteria.ts';
import type { Objection } from '../held-facts.ts';
import { trialsOutlook } from '../outlook/trials.ts';
import { centimetres, isValid } from './attempt-marks.ts';
import { attemptsTogether, type Cut } from './last-rounds.ts';
import { inRange, type Range } from './range.ts';
import { nowInRounds } from './rounds.ts';
import { wholeUnitIrm } from './whole-unit-irm.ts';
import { isTooWindy } from './wind.ts';

export interface BestOfOptions {
  readonly clauses: { readonly best: Clause; readonly next: Clause };
  readonly columns: readonly Column[];
  readonly irmOrder: readonly Irm[];
  /** Attempts when the setup does not say. */
  readonly attempts: number;
  /** Who has the last rounds; without it everybody has all. */
  readonly cut?: Cut;
  /** After which rounds the order is made anew, in reverse of the ranking; default: after none. */
  readonly reorder?: readonly number[];
  /** IRM codes of who has not started. */
  readonly absent: readonly Irm[];
  /** Marks outside are held (F6). */
  readonly marks: Range;
  /** Wind is measured with each attempt; readings outside are held. */
  readonly winds?: Range;
  /** With more wind from behind a mark cannot be a record. */
  readonly legalWind?: Micro;
}

export interface BestOfCard {
  readonly code: CompetitorCode;
  readonly irm: Irm | null;
  /** Valid marks to the centimetre below, best first. */
  readonly marks: readonly Micro[];
  readonly best: Attempt | null;
  /** Of the best attempt, as read. */
  readonly wind: Micro | null;
  readonly attempts: readonly Attempt[];
}

/** The mark of somebody who tried and has no valid attempt. */
const NO_MARK: Irm = 'NM';

export function bestOf(id: RuleId, options: BestOfOptions): UnitRule<BestOfCard> {
  const { clauses } = options;
  return {
    over: 'facts',
    reads: ['attempt'],
    family: 'best-of',
    id,
    columns: options.columns,
    irmOrder: options.irmOrder,
    card: (entry, facts, context) => cardOf(entry, facts, context, options),
    standing,
    criteria: [
      most(clauses.best, ({ marks }) => marks[0]!),
      most(clauses.next, ({ marks }) => marks.slice(1)),
    ],
    mark: (card) => markOf(card, options),
    gap: { as: 'NUMBER', decimals: 2 },
    check: (fact, { setup }) => objection(fact, setup.attempts ?? options.attempts, options),
    together: attemptsTogether(options.cut ?? null, options.absent),
    now: (context, cardOf) =>
      nowInRounds(context, cardOf, {
        attempts: context.setup.attempts ?? options.attempts,
        cut: options.cut ?? null,
        reorder: options.reorder ?? [],
        absent: options.absent,
      }),
    outlook: trialsOutlook<BestOfCard>({
      attempts: options.attempts,
      cut: options.cut ?? null,
      absent: options.absent,
      marks: options.marks,
    }),
  };
}

function cardOf(
  entry: Entry,
  facts: CompetitorFacts,
  context: UnitContext,
  options: BestOfOptions,
): BestOfCard {
  const attempts = [...facts.attempts].sort((one, other) => one.attempt - other.attempt);
  const valid = attempts.filter(isValid).sort((one, other) => centimetres(other) - centimetres(one));
  const allowed = context.setup.attempts ?? options.attempts;
  const finished = context.complete || attempts.length >= allowed || attempts.at(-1)?.outcome === 'RETIRED';
  const noMark = valid.length === 0 && attempts.length > 0 && finished;
  return {
    code: entry.competitor.code,
    irm: wholeUnitIrm(facts) ?? (noMark ? NO_MARK : null),
    marks: valid.map(centimetres),
    best: valid[0] ?? null,
    wind: valid[0]?.wind ?? null,
    attempts,
  };
}

function standing({ irm, marks, attempts }: BestOfCard): Standing {
  if (irm !== null) return { stage: 'IRM', irm };
  if (marks.length > 0) return { stage: 'RANKED', irm: null };
  return { stage: attempts.length > 0 ? 'UNDERWAY' : 'WAITING', irm: null };
}

function markOf({ marks, best, attempts }: BestOfCard, { legalWind }: BestOfOptions): MarkOf {
  const details = {
    attempts: attempts.map(attemptOf),
    ...(best === null ? {} : { bestAttempt: best.attempt }),
    ...(best?.wind === undefined ? {} : { wind: windText(best.wind) }),
  };
  const [mark] = marks;
  return {
    result: mark === undefined ? null : formatDecimal(mark, 2),
    resultType: mark === undefined ? null : 'DISTANCE',
    ...(mark === undefined ? {} : { value: mark }),
    details: attempts.length === 0 ? {} : { bestOf: details },
    ...(isTooWindy(best?.wind, legalWind) ? { recordResult: bestLegal(attempts, legalWind) } : {}),
  };
}

/** The best mark that had no more wind than it may have. */
function bestLegal(attempts: readonly Attempt[], legalWind: Micro | undefined): string | null {
  const legal = attempts.filter((attempt) => isValid(attempt) && !isTooWindy(attempt.wind, legalWind));
  return legal.length === 0 ? null : formatDecimal(Math.max(...legal.map(centimetres)), 2);
}

function attemptOf(attempt: Attempt): AttemptDetails {
  const { wind } = attempt;
  const measured = isValid(attempt) && wind !== undefined;
  return {
    attempt: attempt.attempt,
    mark: attemptText(attempt),
    ...(measured ? { wind: windText(wind) } : {}),
  };
}

function attemptText(attempt: Attempt): string {
  if (isValid(attempt)) return formatDecimal(centimetres(attempt), 2);
  return attempt.outcome === 'PASSED' ? '-' : attempt.outcome === 'RETIRED' ? 'r' : 'x';
}

function objection(fact: Fact, allowed: number, { marks, winds }: BestOfOptions): Objection | null {
  if (fact.kind !== 'attempt') return null;
  const { attempt, outcome, mark, wind } = fact.content;
  if (attempt > allowed)
    return { code: 'TOO_MANY_ATTEMPTS', message: `Attempt ${attempt}, but there are only ${allowed}.` };
  if (outcome === 'VALID' && mark === undefined)
    return { code: 'MARK_MISSING', message: `Attempt ${attempt} is valid but has no mark.` };
  if (mark !== undefined && !inRange(mark, marks))
    return { code: 'IMPOSSIBLE_MARK', message: `${formatDecimal(mark, 2)} m cannot be right here.` };
  if (wind !== undefined && winds !== undefined && !inRange(wind, winds))
    return { code: 'IMPOSSIBLE_WIND', message: `Wind ${windText(wind)} m/s cannot be right.` };
  return null;
}
