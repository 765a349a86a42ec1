import type { Words } from '../../../src/model/words.ts';
import { CATEGORIES, limitOf } from '../events.ts';

/** `-66 kg`, `+100 kg`. */
const category = (code: string): string => `${code.startsWith('O') ? '+' : '-'}${limitOf(code)} kg`;

export const en: Words = {
  language: 'en',
  discipline: 'Judo',
  events: {
    ...Object.fromEntries(
      Object.values(CATEGORIES)
        .flat()
        .map((code) => [code, category(code)]),
    ),
    TEAM6: 'Team',
  },
  phases: {
    R128: 'Elimination Round of 128',
    R64: 'Elimination Round of 64',
    R32: 'Elimination Round of 32',
    '8FNL': 'Elimination Round of 16',
    QFNL: 'Quarterfinals',
    REP1: 'Repechage',
    SFNL: 'Semifinals',
    FNL: 'Final',
  },
  units: {
    CONTEST: 'Contest {number}',
    TEAM_MATCH: 'Match {number}',
    CONTEST_OF_TEAMS: 'Contest {number}',
    BRONZE: 'Contest for Bronze Medal {number}',
    FINAL: 'Final',
  },
  columns: { IPPON: 'I', WAZA_ARI: 'W', YUKO: 'Y', SHIDO: 'S', SCORE: 'Score', WON: 'W/L' },
  irm: { DNS: 'did not appear', DSQ: 'excluded from the competition' },
  decisions: {
    IPP: 'ippon',
    WAZ: 'waza-ari',
    YUK: 'yuko',
    PEN: 'penalties (hansoku-make)',
    FUS: 'fusen-gachi (opponent not there)',
    KIK: 'kiken-gachi (opponent gave up)',
    CONTESTS: 'contests won',
  },
  actions: {
    IPP: 'ippon',
    WAZ: 'waza-ari',
    YUK: 'yuko',
    S: 'shido',
    H: 'hansoku-make',
    KIK: 'gives up',
  },
  periods: { REG: 'regular time', GS: 'golden score' },
};
