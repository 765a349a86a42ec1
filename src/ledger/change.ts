import type { CompetitorCode } from '../model/competitor.ts';
import { type Fact, type FactKind, MEASURED_KINDS } from '../model/fact.ts';
import { sameContent } from '../model/same-content.ts';

/**
 * What a fact changed: nothing, what is said about the unit but nobody's card, the row of some
 * competitors, or the unit as a whole.
 */
export type Change = 'NOTHING' | 'ABOUT' | 'UNIT' | { readonly competitors: readonly CompetitorCode[] };

/** What two changes come to. */
export function joined(one: Change, other: Change): Change {
  if (one === 'UNIT' || other === 'UNIT') return 'UNIT';
  if (typeof one === 'string') return one === 'ABOUT' && other === 'NOTHING' ? one : other;
  if (typeof other === 'string') return one;
  return { competitors: [...new Set([...one.competitors, ...other.competitors])] };
}

/** Facts that say something of the unit (or of all rows) even when they name a competitor. */
export const UNIT_WIDE: ReadonlySet<FactKind> = new Set([
  'setup',
  'startList',
  'status',
  'order',
  'advance',
  'rankOverride',
]);

/** Kinds that only come when the competition is under way. */
export const MEASURED: ReadonlySet<FactKind> = new Set(
  [...MEASURED_KINDS, 'start' as const].filter((kind) => kind !== 'penalty'),
);

/** Facts that no card is made of. */
const ABOUT_UNIT: ReadonlySet<FactKind> = new Set(['schedule', 'note', 'clock', 'session', 'competition']);

/** What it changes that another word holds for a key, or none. */
export function changeBetween(before: Fact | undefined, now: Fact | undefined): Change {
  const fact = now ?? before;
  if (fact === undefined || now === before) return 'NOTHING';
  if (before !== undefined && now !== undefined && saysAgain(before, now)) return 'NOTHING';
  if (ABOUT_UNIT.has(fact.kind)) return isCancelled(before) === isCancelled(now) ? 'ABOUT' : 'UNIT';
  if (UNIT_WIDE.has(fact.kind)) return 'UNIT';
  // Two words for one key can be about two competitors: a goal that is given to somebody else.
  const competitors = new Set<CompetitorCode>();
  for (const each of [before, now]) {
    const competitor = each === undefined ? null : competitorOf(each);
    if (competitor !== null) competitors.add(competitor);
  }
  return competitors.size === 0 ? 'UNIT' : { competitors: [...competitors] };
}

/** A word about the whole unit that is said a second time makes nothing anew. */
const saysAgain = (before: Fact, now: Fact): boolean =>
  (UNIT_WIDE.has(now.kind) || ABOUT_UNIT.has(now.kind)) &&
  before.kind === now.kind &&
  before.test === now.test &&
  sameContent(before.content, now.content);

/** A unit that is cancelled, or is not any more, is another one for the lists that it is part of. */
const isCancelled = (fact: Fact | undefined): boolean =>
  fact?.kind === 'schedule' && fact.content.status === 'CANCELLED';

/** The competitor that a fact is about; null when it is about the unit. */
export function competitorOf(fact: Fact): CompetitorCode | null {
  return 'competitor' in fact.content ? (fact.content.competitor ?? null) : null;
}
