import type { Words } from '../../../src/model/words.ts';

export const fr: Words = {
  language: 'fr',
  discipline: "Course d'orientation",
  phases: { QUAL: 'Qualification', FNL: 'Finale' },
  units: { RACE: 'Course {number}' },
  criteria: { TIME_WHOLE_SECONDS: 'meilleur temps en secondes entières', ORDER_OF_FINISH: "ordre d'arrivée" },
  irm: { MP: 'poste manquant', OVT: 'hors délai', NC: 'hors compétition' },
};
