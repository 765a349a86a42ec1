/** What a run has shown, as a table for people and as JSON for programs. */

export interface Shown {
  /** `SC1` ... of `schemas/README.md`. */
  readonly rule: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'not shown';
  /** Empty where it passed. */
  readonly why: string;
}

const numberOf = ({ rule }: Shown): number => Number(rule.replace(/\D/g, ''));

export const ordered = (shown: readonly Shown[]): Shown[] =>
  [...shown].sort((one, other) => numberOf(one) - numberOf(other));

export const count = (shown: readonly Shown[], outcome: Shown['outcome']): number =>
  shown.filter((each) => each.outcome === outcome).length;

/** 0: all passed; 1: something failed; 3: nothing failed, but not everything was shown. */
export function exitCode(shown: readonly Shown[]): 0 | 1 | 3 {
  if (count(shown, 'failed') > 0) return 1;
  return count(shown, 'not shown') > 0 ? 3 : 0;
}

export function lineOf({ rule, name, outcome, why }: Shown): string {
  return `${rule.padEnd(5)} ${outcome.padEnd(9)} ${name}${why === '' ? '' : `\n                ${why}`}`;
}

export function summary(shown: readonly Shown[]): string {
  const rules = new Set(shown.map(({ rule }) => rule)).size;
  const [passed, failed, open] = (['passed', 'failed', 'not shown'] as const).map((each) =>
    count(shown, each),
  );
  return `${shown.length} checks of ${rules} rules: ${passed} passed, ${failed} failed, ${open} not shown`;
}

export const tableOf = (shown: readonly Shown[]): string =>
  `${shown.map(lineOf).join('\n')}\n\n${summary(shown)}\n`;
