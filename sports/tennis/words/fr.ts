import type { Words } from '../../../src/model/words.ts';

export const fr: Words = {
  language: 'fr',
  discipline: 'Tennis',
  events: { SINGLES: 'Simple', DOUBLES: 'Double' },
  phases: {
    R128: '64es de finale',
    R64: '32es de finale',
    R32: 'Seizièmes de finale',
    '8FNL': 'Huitièmes de finale',
    QFNL: 'Quarts de finale',
    SFNL: 'Demi-finales',
    FNL: 'Finales',
  },
  units: {
    MATCH: 'Match {number}',
    QUARTERFINAL: 'Quart de finale {number}',
    SEMIFINAL: 'Demi-finale {number}',
    FINAL: "Match pour la médaille d'or",
    THIRD_PLACE: 'Match pour la médaille de bronze',
  },
  columns: { SEED: 'T.S.', SETS: 'Sets' },
  criteria: { SETS: 'plus de sets' },
  irm: { RET: 'abandon', WO: 'forfait', DEF: 'disqualifié par défaut' },
  options: {
    bestOf: 'sets au maximum',
    set: "déroulement d'un set",
    lastSet: 'déroulement du dernier set',
    noAd: "le point qui suit l'égalité décide du jeu",
    bronze: 'un match pour le bronze, ou deux troisièmes',
  },
};
