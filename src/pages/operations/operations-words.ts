/** A language is a file; each says everything that English says. */
import type { IncidentCode } from '../../incidents/table.ts';
import { en, enIncidents, type IncidentWords, type OperationsWords } from './words-en.ts';
import { fr, frIncidents } from './words-fr.ts';

export type { OperationsWords } from './words-en.ts';

export interface OperationsLanguage {
  readonly said: OperationsWords;
  readonly incidents: Readonly<Record<IncidentCode, IncidentWords>>;
}

export const OPERATIONS_WORDS: Readonly<Record<string, OperationsLanguage>> = {
  en: { said: en, incidents: enIncidents },
  fr: { said: fr, incidents: frIncidents },
};
