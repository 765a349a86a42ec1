/** The order in which competitors start, as start lists are read. */
import type { Identity } from '../model/row.ts';

/** Lane, else order; empty where neither is said. */
export const startPosition = ({ lane, startOrder }: Pick<Identity, 'lane' | 'startOrder'>): string =>
  lane ?? (startOrder === undefined ? '' : String(startOrder));

/** Numbers by their size, also where they stand in a text: lane 2 before lane 10. */
const collator = new Intl.Collator('en', { numeric: true });

export const inStartOrder = <Starter extends { readonly identity: Identity }>(
  starters: readonly Starter[],
): readonly Starter[] =>
  [...starters].sort((one, other) =>
    collator.compare(startPosition(one.identity), startPosition(other.identity)),
  );
