import type { Words } from '../../../src/model/words.ts';

export const en: Words = {
  language: 'en',
  discipline: 'Diving',
  events: {
    '1M': '1m Springboard',
    '3M': '3m Springboard',
    '10M': '10m Platform',
    '3MTEAM2': 'Synchronised 3m Springboard',
    '10MTEAM2': 'Synchronised 10m Platform',
    TEAM: 'Team Event',
  },
  phases: { PREL: 'Preliminary', SFNL: 'Semifinal', FNL: 'Final' },
  units: { PRELIMINARY: 'Preliminary', SEMIFINAL: 'Semifinal {number}', FINAL: 'Final' },
  criteria: { TOTAL: 'more points in all dives' },
  options: {
    judges: 'number of judges',
    format: 'championship, or tournament with two semi-finals',
    synchronised: 'rounds of a team event in which two dive together',
  },
};
