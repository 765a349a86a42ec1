import type { Setup } from '../../model/fact.ts';
import type { Tier } from '../contract.ts';

/** Which of several finals a unit is, by its setup's `final`: 0 for `A` and where nothing is said, 1 for `B` ... */
export const finalNumber = ({ final }: Setup): number =>
  final === undefined ? 0 : final.charCodeAt(0) - 'A'.charCodeAt(0);

/** A B-final follows the A-final, however fast it was. */
export const finalsApart = <Card>(setupOf: (card: Card) => Setup | undefined): Tier<Card> => ({
  code: 'FINAL_GROUP',
  clause: 'meet regulations',
  of: (card) => finalNumber(setupOf(card) ?? {}),
});
