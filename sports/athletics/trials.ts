/**
 * Trials of a vertical jump that cannot be beside each other (TR 26.2): after three failures in a row nobody jumps on,
 * whatever the heights; who passes a trial at a height, or has cleared it, does not jump at it again; who retires has
 * finished. A jump-off has trials of its own.
 */
import { formatDecimal } from '../../src/model/decimal.ts';
import type { Attempt, AttemptOutcome, Fact, FactOf } from '../../src/model/fact.ts';
import type { Objection, TogetherCheck } from '../../src/rules/held-facts.ts';

export const JUMP_OFF = 'JO';
/** In a row, whatever the heights. */
export const FAILURES = 3;

export const trialsTogether: TogetherCheck = {
  of: 'COMPETITOR',
  check: (facts, { isReleased }) => {
    const attempts = facts.filter((fact) => fact.kind === 'attempt');
    return new Map([
      ...objections(attempts.filter(isOrdinary).sort(byHeightAndTrial), isReleased, new Card()),
      ...objections(attempts.filter((fact) => !isOrdinary(fact)).sort(byTrial), isReleased, new JumpOff()),
    ]);
  },
};

type Trial = FactOf<'attempt'>;

const isOrdinary = ({ content }: Trial): boolean => content.phase !== JUMP_OFF;
const byTrial = (one: Trial, other: Trial): number => one.content.attempt - other.content.attempt;
const byHeightAndTrial = (one: Trial, other: Trial): number =>
  (one.content.height ?? 0) - (other.content.height ?? 0) || byTrial(one, other);

/** What was jumped so far, and what may not follow it. */
interface SoFar {
  objectionTo(attempt: Attempt): Objection | null;
  add(attempt: Attempt): void;
}

function objections(
  trials: readonly Trial[],
  isReleased: (fact: Fact) => boolean,
  soFar: SoFar,
): readonly (readonly [Fact, Objection])[] {
  return trials.flatMap((trial) => {
    const objection = soFar.objectionTo(trial.content);
    if (objection === null || isReleased(trial)) soFar.add(trial.content);
    return objection === null ? [] : [[trial, objection] as const];
  });
}

/** To pass or retire again says nothing new. */
const isTried = (outcome: AttemptOutcome): boolean => outcome === 'VALID' || outcome === 'FAILED';

class Card implements SoFar {
  #inARow = 0;
  #last: Attempt | null = null;

  objectionTo({ height, attempt, outcome }: Attempt): Objection | null {
    if (!isTried(outcome)) return null;
    const at = `trial ${attempt} at ${formatDecimal(height ?? 0, 2)} m`;
    if (this.#last?.outcome === 'RETIRED') return { code: 'RETIRED', message: `${at}, after retiring` };
    if (this.#inARow >= FAILURES) return { code: 'OUT', message: `${at}, after three failures in a row` };
    if (this.#last?.height !== height) return null;
    if (this.#last?.outcome === 'PASSED')
      return { code: 'PASSED', message: `${at}, after a trial passed at it` };
    return this.#last?.outcome === 'VALID' ? { code: 'CLEARED', message: `${at}, which is cleared` } : null;
  }

  add(attempt: Attempt): void {
    this.#last = attempt;
    if (attempt.outcome === 'VALID') this.#inARow = 0;
    if (attempt.outcome === 'FAILED') this.#inARow += 1;
  }
}

/** Who does not jump at a height of the jump-off has left it. */
class JumpOff implements SoFar {
  #hasLeft = false;

  objectionTo({ attempt, outcome }: Attempt): Objection | null {
    return this.#hasLeft && isTried(outcome)
      ? { code: 'RETIRED', message: `round ${attempt} of the jump-off, after leaving it` }
      : null;
  }

  add({ outcome }: Attempt): void {
    if (outcome === 'RETIRED' || outcome === 'PASSED') this.#hasLeft = true;
  }
}
