import type { CompetitorCode } from '../model/competitor.ts';

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
