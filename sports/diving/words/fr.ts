import type { Words } from '../../../src/model/words.ts';

export const fr: Words = {
  language: 'fr',
  discipline: 'Plongeon',
  events: {
    '1M': 'Tremplin à 1 m',
    '3M': 'Tremplin à 3 m',
    '10M': 'Haut vol à 10 m',
    '3MTEAM2': 'Tremplin synchronisé à 3 m',
    '10MTEAM2': 'Haut vol synchronisé à 10 m',
    TEAM: 'Épreuve par équipes',
  },
  phases: { PREL: 'Éliminatoires', SFNL: 'Demi-finale', FNL: 'Finale' },
  units: { PRELIMINARY: 'Éliminatoires', SEMIFINAL: 'Demi-finale {number}', FINAL: 'Finale' },
  criteria: { TOTAL: 'plus de points sur tous les plongeons' },
  options: {
    judges: 'nombre de juges',
    format: 'championnat, ou tournoi à deux demi-finales',
    synchronised: "tours d'une épreuve par équipes plongés à deux",
  },
};
