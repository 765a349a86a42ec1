/** Places in the finals, to be put into a phase's `setup.advance` (Paris 2024; FIG TR section 2). */
import type { AdvanceSpec } from '../../src/model/fact.ts';

const RESERVES = 4;

/** At most two of a country, reserves included: who is third of a country neither starts nor waits. */
const TWO_PER_COUNTRY = 2;

function places(count: number, maxPerOrganisation?: number): readonly AdvanceSpec[] {
  const limit = maxPerOrganisation === undefined ? {} : { maxPerOrganisation };
  return [
    { by: 'rank', count, mark: 'Q', ...limit },
    { by: 'rank', count: RESERVES, mark: 'R', numbered: true, ...limit },
  ];
}

export const TO_APPARATUS_FINAL = places(8, TWO_PER_COUNTRY);
export const TO_ALL_AROUND_FINAL = places(24, TWO_PER_COUNTRY);
export const TO_TEAM_FINAL = places(8);
