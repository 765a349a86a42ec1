import type { Words } from '../../../src/model/words.ts';

const APPARATUS = {
  FX: 'Sol',
  PH: "Cheval d'arçons",
  SR: 'Anneaux',
  VT: 'Saut',
  PB: 'Barres parallèles',
  HB: 'Barre fixe',
  UB: 'Barres asymétriques',
  BB: 'Poutre',
} as const;

export const fr: Words = {
  language: 'fr',
  discipline: 'Gymnastique artistique',
  events: {
    ...Object.fromEntries(Object.entries(APPARATUS).map(([code, name]) => [`1AP${code}`, name])),
    '1AA': 'Concours général',
    TEAM: 'Par équipes',
    QUALIFICATION: 'Qualifications',
  },
  phases: { QUAL: 'Qualifications', FNL: 'Finale' },
  units: { SUBDIVISION: 'Subdivision {number}', QUALIFICATION: 'Qualifications', FINAL: 'Finale' },
  columns: {
    GAP: 'Écart',
    DIFFICULTY: 'D',
    EXECUTION: 'E',
    PENALTY: 'Pén.',
    VAULT_1: 'Saut 1',
    VAULT_2: 'Saut 2',
  },
  criteria: {
    SCORE: 'meilleure note',
    EXECUTION: "meilleure note d'exécution",
    DIFFICULTY: 'meilleure note de difficulté',
    PANEL_DEDUCTIONS: 'moins de déductions selon les plus petites notes retenues du jury',
    MEAN_OF_VAULTS: 'meilleure moyenne des deux sauts',
    SINGLE_VAULT: 'meilleur saut',
    SINGLE_VAULT_EXECUTION: "meilleure note d'exécution d'un saut",
    SINGLE_VAULT_DIFFICULTY: "meilleure note de difficulté d'un saut",
    TOTAL: 'meilleur total',
    WITHOUT_LOWEST: "meilleure somme sans l'agrès le plus faible",
    SUM_OF_EXECUTION: "meilleure somme des notes d'exécution",
    SUM_OF_DIFFICULTY: 'meilleure somme des notes de difficulté',
  },
  parts: { ...APPARATUS, VT1: 'Saut 1', VT2: 'Saut 2' },
  components: { D: 'difficulté', E: 'exécution', A: 'artistique', ND: 'déductions neutres', B: 'bonus' },
  options: {
    panel: "le jury d'exécution : juges, et combien de notes tombent de chaque côté",
    rounding: 'comment les moyennes sont ramenées au millième',
    apparatusTie: 'ce qui départage des notes égales à un agrès',
    count: "notes d'une équipe qui comptent à chaque agrès",
    vaults: "sauts d'un concours de saut",
  },
};
