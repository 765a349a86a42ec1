import type { Shown } from './report.ts';

/** The peer does something else than the rule says. */
export class Broken extends Error {}

/** The run had no occasion to see whether the rule holds. */
export class NotShown extends Error {}

export function claim(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Broken(otherwise);
}

/** What came of one check or scene, which throws `Broken` or `NotShown`, each with why. */
export async function outcomeOf(
  { rule, name }: Pick<Shown, 'rule' | 'name'>,
  run: () => Promise<void>,
): Promise<Shown> {
  try {
    await run();
    return { rule, name, outcome: 'passed', why: '' };
  } catch (error) {
    const outcome = error instanceof NotShown ? 'not shown' : 'failed';
    return { rule, name, outcome, why: (error as Error).message };
  }
}
