/**
 * Greatest height cleared, then fewest failures: high jump and pole vault (TR 26). In a jump-off
 * (attempts with `phase: "JO"`) `attempt` is the round of the jump-off, 1 for the first bar.
 */
import type { CompetitorCode, Entry } from '../../src/model/competitor.ts';
import { formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Attempt, AttemptOutcome, Fact, Setup } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { Column, HeightDetails } from '../../src/model/row.ts';
import type {
  CompetitorFacts,
  MarkOf,
  RuleId,
  Standing,
  UnitContext,
  UnitRule,
} from '../../src/rules/contract.ts';
import { type Clause, fewest, most } from '../../src/rules/criteria.ts';
import { inRange, type Range } from '../../src/rules/families/range.ts';
import { wholeUnitIrm } from '../../src/rules/families/whole-unit-irm.ts';
import type { Objection } from '../../src/rules/held-facts.ts';
import { countbackOutlook } from './countback-outlook.ts';
import { nowAtTheBar } from './jumping-order.ts';
import { FAILURES, JUMP_OFF, trialsTogether } from './trials.ts';

export interface CountbackOptions {
  readonly clauses: {
    readonly best: Clause;
    readonly failuresAtBest: Clause;
    readonly failuresInAll: Clause;
    /** Left out where a tie for the first place stands (qualification, combined events). */
    readonly jumpOff?: Clause;
  };
  readonly columns: readonly Column[];
  /** The columns around one for each height of the bar; `columns` where not given. */
  readonly columnsWith?: (bars: readonly Column[]) => readonly Column[];
  readonly irmOrder: readonly Irm[];
  /** Bars outside are held (F6). */
  readonly heights: Range;
}

export interface CountbackCard {
  readonly code: CompetitorCode;
  readonly irm: Irm | null;
  /** Greatest height cleared, the jump-off apart; 0 without one. */
  readonly best: Micro;
  /** What the athlete is credited with: the jump-off counts (TR 26.8, note). */
  readonly credited: Micro;
  readonly failuresAtBest: number;
  readonly failuresInAll: number;
  /** One number per round of the jump-off, smaller is better. */
  readonly jumpOff: readonly number[];
  /** Ordinary trials and jump-off trials, as they were jumped. */
  readonly trials: readonly Attempt[];
  readonly jumpOffTrials: readonly Attempt[];
}

const NO_HEIGHT: Irm = 'NM';
/** No jump-off has come near: longer lists would only cost time. */
const JUMP_OFF_ROUNDS = 32;

export function countback(id: RuleId, options: CountbackOptions): UnitRule<CountbackCard> {
  const { best, failuresAtBest, failuresInAll, jumpOff } = options.clauses;
  const { columnsWith } = options;
  return {
    over: 'facts',
    reads: ['attempt'],
    family: 'countback',
    id,
    columns: options.columns,
    ...(columnsWith === undefined
      ? {}
      : {
          columnsFor: (cards: Iterable<CountbackCard>, setup: Setup) => columnsWith(barColumns(cards, setup)),
        }),
    irmOrder: options.irmOrder,
    card: cardOf,
    standing,
    criteria: [
      most(best, (card) => card.best),
      fewest(failuresAtBest, (card) => card.failuresAtBest),
      fewest(failuresInAll, (card) => card.failuresInAll),
      ...(jumpOff === undefined ? [] : [fewest(jumpOff, (card: CountbackCard) => card.jumpOff)]),
    ],
    mark: markOf,
    gap: { as: 'NUMBER', decimals: 2 },
    check: (fact) => objection(fact, options),
    together: trialsTogether,
    now: nowAtTheBar,
    outlook: countbackOutlook({
      withTrials: ({ code, trials, jumpOffTrials }, more) =>
        cardWith(code, null, [...trials, ...jumpOffTrials, ...more], false),
      ...{ heights: options.heights, hasJumpOff: jumpOff !== undefined },
    }),
  };
}

const cardOf = ({ competitor }: Entry, facts: CompetitorFacts, { complete }: UnitContext): CountbackCard =>
  cardWith(competitor.code, wholeUnitIrm(facts), facts.attempts, complete);

/** `irm`: as it was said. */
function cardWith(
  code: CompetitorCode,
  irm: Irm | null,
  attempts: readonly Attempt[],
  complete: boolean,
): CountbackCard {
  const inOrder = [...attempts].sort(byHeightAndTrial);
  const trials = inOrder.filter(({ phase }) => phase !== JUMP_OFF);
  const jumpOffTrials = inOrder.filter(({ phase }) => phase === JUMP_OFF).sort(byTrial);
  const best = greatestCleared(trials);
  const out = isOut(trials) || complete;
  const noHeight = best === 0 && out && trials.length > 0;
  return {
    code,
    irm: irm ?? (noHeight ? NO_HEIGHT : null),
    best,
    credited: Math.max(best, greatestCleared(jumpOffTrials)),
    failuresAtBest: failures(trials, (height) => height === best),
    failuresInAll: failures(trials, (height) => height <= best),
    jumpOff: jumpOffKey(jumpOffTrials),
    trials,
    jumpOffTrials,
  };
}

const heightOf = ({ height }: Attempt): Micro => height ?? 0;
const byTrial = (one: Attempt, other: Attempt): number => one.attempt - other.attempt;
const byHeightAndTrial = (one: Attempt, other: Attempt): number =>
  heightOf(one) - heightOf(other) || byTrial(one, other);

function greatestCleared(trials: readonly Attempt[]): Micro {
  let greatest = 0;
  for (const trial of trials) if (trial.outcome === 'VALID') greatest = Math.max(greatest, heightOf(trial));
  return greatest;
}

const failures = (trials: readonly Attempt[], counts: (height: Micro) => boolean): number =>
  trials.filter((trial) => trial.outcome === 'FAILED' && counts(heightOf(trial))).length;

/** Three failures in a row, whatever the heights (TR 26.2), or retired. */
function isOut(trials: readonly Attempt[]): boolean {
  let inARow = 0;
  for (const { outcome } of trials) {
    if (outcome === 'RETIRED') return true;
    if (outcome === 'VALID') inARow = 0;
    if (outcome === 'FAILED') inARow += 1;
    if (inARow === FAILURES) return true;
  }
  return false;
}

/**
 * Who does not jump at a height gives up the higher place to all who tried (TR 26.9.5), and still stands
 * before who says so: of two, the other one has won and need not jump.
 */
const JUMP_OFF_VALUE: Record<AttemptOutcome, number> = { VALID: 0, FAILED: 1, PASSED: 3, RETIRED: 3 };
const NOT_JUMPED = 2;
const NO_JUMP_OFF: readonly number[] = new Array<number>(JUMP_OFF_ROUNDS).fill(NOT_JUMPED);

function jumpOffKey(trials: readonly Attempt[]): readonly number[] {
  if (trials.length === 0) return NO_JUMP_OFF;
  const rounds = NO_JUMP_OFF.slice();
  for (const { attempt, outcome } of trials) {
    if (attempt <= JUMP_OFF_ROUNDS) rounds[attempt - 1] = JUMP_OFF_VALUE[outcome];
  }
  return rounds;
}

function standing({ irm, best, trials }: CountbackCard): Standing {
  if (irm !== null) return { stage: 'IRM', irm };
  if (best > 0) return { stage: 'RANKED', irm: null };
  return { stage: trials.length > 0 ? 'UNDERWAY' : 'WAITING', irm: null };
}

function markOf(card: CountbackCard): MarkOf {
  const { credited, trials, jumpOffTrials } = card;
  const heights = [...heightsOf(trials, false), ...heightsOf(jumpOffTrials, true)];
  const failed =
    card.best > 0 ? { failuresAtBest: card.failuresAtBest, failuresInAll: card.failuresInAll } : {};
  return {
    result: credited > 0 ? formatDecimal(credited, 2) : null,
    resultType: credited > 0 ? 'DISTANCE' : null,
    ...(credited > 0 ? { value: credited } : {}),
    details: heights.length === 0 ? {} : { countback: { heights, ...failed } },
  };
}

const LETTER: Record<AttemptOutcome, string> = { VALID: 'o', FAILED: 'x', PASSED: '-', RETIRED: 'r' };

/** The card of O, X and -: one line per height, in the order jumped. */
function heightsOf(trials: readonly Attempt[], jumpOff: boolean): HeightDetails[] {
  const heights: { height: string; trials: string; jumpOff?: boolean }[] = [];
  for (const trial of trials) {
    const height = formatDecimal(heightOf(trial), 2);
    const line = heights.at(-1);
    // Each round of a jump-off is a line of its own: the bar can come back to a height.
    if (line?.height === height && !jumpOff) line.trials += LETTER[trial.outcome];
    else heights.push({ height, trials: LETTER[trial.outcome], ...(jumpOff ? { jumpOff } : {}) });
  }
  return heights;
}

/**
 * A column for each height: those planned, those jumped. Trials of a jump-off stand in one column, in
 * their order.
 */
function barColumns(cards: Iterable<CountbackCard>, { heights = [] }: Setup): readonly Column[] {
  const bars = new Set(heights);
  let jumpedOff = false;
  for (const { trials, jumpOffTrials } of cards) {
    for (const trial of trials) bars.add(heightOf(trial));
    if (jumpOffTrials.length > 0) jumpedOff = true;
  }
  const columns = [...bars].sort((one, other) => one - other).map(barColumn);
  return jumpedOff ? [...columns, JUMP_OFF_COLUMN] : columns;
}

function barColumn(height: Micro): Column {
  const label = formatDecimal(height, 2);
  return {
    label,
    source: `details.countback.heights[height=${label},jumpOff=].trials`,
    align: 'center',
    width: 5,
  };
}

const JUMP_OFF_COLUMN: Column = {
  code: 'JUMP_OFF',
  label: 'J.O.',
  source: 'details.countback.heights[jumpOff=true].trials',
  align: 'center',
  width: 7,
};

function objection(fact: Fact, { heights }: CountbackOptions): Objection | null {
  if (fact.kind !== 'attempt') return null;
  const { attempt, height, phase } = fact.content;
  if (height === undefined)
    return { code: 'HEIGHT_MISSING', message: `Attempt ${attempt} does not say at which height.` };
  if (!inRange(height, heights))
    return {
      code: 'IMPOSSIBLE_HEIGHT',
      message: `A bar at ${formatDecimal(height, 2)} m cannot be right here.`,
    };
  if (attempt > (phase === JUMP_OFF ? JUMP_OFF_ROUNDS : FAILURES))
    return {
      code: 'FOURTH_ATTEMPT',
      message: `Attempt ${attempt} at ${formatDecimal(height, 2)} m: there are three.`,
    };
  return null;
}
