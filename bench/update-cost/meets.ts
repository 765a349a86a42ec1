/** What a unit costs in a meet of few and of many: from its setup to OFFICIAL, with everything that follows from it. */
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { meetOf } from '../support/meet.ts';
import { Times } from './times.ts';

/** Meets of `few` units one after the other, as many units in all as the other meet has; then one of `many`. By unit. */
export function meets(few: number, many: number): { readonly few: Times; readonly many: Times } {
  takeMeet(few, new Times());
  const ofFew = new Times();
  for (let units = 0; units < many; units += few) takeMeet(few, ofFew);
  const ofMany = new Times();
  takeMeet(many, ofMany);
  return { few: ofFew, many: ofMany };
}

function takeMeet(units: number, times: Times): void {
  const competition = new Competition({ epoch: 'bench', sports: SPORTS });
  for (const facts of meetOf(units)) {
    times.of(() => {
      for (const fact of facts) {
        const { refusals, faults } = competition.take(fact);
        if (refusals.length + faults.length > 0) throw new Error(`refused: ${refusals[0]?.message}`);
      }
    });
  }
}
