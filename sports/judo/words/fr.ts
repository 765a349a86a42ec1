import type { Words } from '../../../src/model/words.ts';
import { CATEGORIES, limitOf } from '../events.ts';

/** `-66 kg`, `+100 kg`. */
const category = (code: string): string => `${code.startsWith('O') ? '+' : '-'}${limitOf(code)} kg`;

export const fr: Words = {
  language: 'fr',
  discipline: 'Judo',
  events: {
    ...Object.fromEntries(
      Object.values(CATEGORIES)
        .flat()
        .map((code) => [code, category(code)]),
    ),
    TEAM6: 'Par équipes',
  },
  phases: {
    R128: '64es de finale',
    R64: '32es de finale',
    R32: '16es de finale',
    '8FNL': '8es de finale',
    QFNL: 'Quarts de finale',
    REP1: 'Repêchages',
    SFNL: 'Demi-finales',
    FNL: 'Finale',
  },
  units: {
    CONTEST: 'Combat {number}',
    TEAM_MATCH: 'Rencontre {number}',
    CONTEST_OF_TEAMS: 'Combat {number}',
    BRONZE: 'Combat pour la médaille de bronze {number}',
    FINAL: 'Finale',
  },
  columns: { IPPON: 'I', WAZA_ARI: 'W', YUKO: 'Y', SHIDO: 'S', SCORE: 'Score', WON: 'V/D' },
  irm: { DNS: 'absent', DSQ: 'exclu de la compétition' },
  decisions: {
    IPP: 'ippon',
    WAZ: 'waza-ari',
    YUK: 'yuko',
    PEN: 'pénalités (hansoku-make)',
    FUS: 'fusen-gachi (adversaire absent)',
    KIK: "kiken-gachi (abandon de l'adversaire)",
    CONTESTS: 'combats gagnés',
  },
  actions: {
    IPP: 'ippon',
    WAZ: 'waza-ari',
    YUK: 'yuko',
    S: 'shido',
    H: 'hansoku-make',
    KIK: 'abandonne',
  },
  periods: { REG: 'temps réglementaire', GS: 'golden score' },
};
