import type { Fact, FactKind } from '../model/fact.ts';

/** Kinds of what is said of a unit as a whole as often as there is something to say. */
export const OF_UNIT = ['order', 'advance', 'rankOverride', 'note', 'session'] as const;

/** Kinds of which all facts are asked for at once. */
export type ListedKind = (typeof OF_UNIT)[number] | 'start' | 'action' | 'conditions' | 'irm';

const LISTED: ReadonlySet<FactKind> = new Set<ListedKind>([
  ...OF_UNIT,
  ...(['start', 'action', 'conditions', 'irm'] as const),
]);

/** A reading of one competitor is asked for with all else about the competitor. */
export const isOfListedKind = (fact: Fact): boolean =>
  LISTED.has(fact.kind) && (fact.kind !== 'conditions' || fact.content.competitor === undefined);
