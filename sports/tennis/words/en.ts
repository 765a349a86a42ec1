import type { Words } from '../../../src/model/words.ts';

export const en: Words = {
  language: 'en',
  discipline: 'Tennis',
  events: { SINGLES: 'Singles', DOUBLES: 'Doubles' },
  phases: {
    R128: 'Round of 128',
    R64: 'Round of 64',
    R32: 'Round of 32',
    '8FNL': 'Round of 16',
    QFNL: 'Quarterfinals',
    SFNL: 'Semifinals',
    FNL: 'Finals',
  },
  units: {
    MATCH: 'Match {number}',
    QUARTERFINAL: 'Quarterfinal {number}',
    SEMIFINAL: 'Semifinal {number}',
    FINAL: 'Gold Medal Match',
    THIRD_PLACE: 'Bronze Medal Match',
  },
  columns: { SEED: 'Seed', SETS: 'Sets' },
  criteria: { SETS: 'more sets' },
  irm: { RET: 'retired', WO: 'walkover', DEF: 'default' },
  options: {
    bestOf: 'sets at most',
    set: 'how a set is played',
    lastSet: 'how the last set is played',
    noAd: 'the point after deuce decides the game',
    bronze: 'a match for bronze, or two who are third',
  },
};
