/**
 * Follows a column's path into the flat row: `details.timedRace.reaction`. A list is entered by what its
 * items say in brackets, `details.bestOf.attempts[attempt=3].mark`; several conditions are joined by
 * commas, and one without a value holds where the field is not there (`[height=2.00,jumpOff=]`). Where
 * several items fit, the value is the list of theirs. A name alone is short for `[part=NAME]`:
 * `details.judged.parts.VT1.score`. Own fields only; undefined where nothing is.
 */
export function valueAt(flat: object, path: string): unknown {
  return follow(flat, path.match(STEP) ?? [], 0);
}

/** A name between dots, or conditions in brackets, which may hold dots. */
const STEP = /\[[^\]]*\]|[^.[]+/g;

function follow(from: unknown, steps: readonly string[], first: number): unknown {
  let value = from;
  for (let index = first; index < steps.length && value !== undefined; index += 1) {
    const step = steps[index]!;
    if (!step.startsWith('[')) value = fieldOf(value, step);
    else {
      const fitting = fittingIn(value, step.slice(1, -1));
      if (fitting.length > 1) return fitting.map((each) => follow(each, steps, index + 1));
      value = fitting[0];
    }
  }
  return value;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  return Array.isArray(value) ? value.find((each) => each?.part === name) : undefined;
}

function fittingIn(list: unknown, conditions: string): unknown[] {
  if (!Array.isArray(list)) return [];
  const wanted = conditions.split(',').map((condition) => condition.split('='));
  return list.filter((each) =>
    wanted.every(([name = '', text = '']) => String(fieldOf(each, name) ?? '') === text),
  );
}
