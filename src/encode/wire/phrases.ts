/** What wires say that no document says. */
export interface Phrases {
  readonly correction: string;
  /** `{name}`, `{was}`, `{is}`. */
  readonly change: string;
  /** `{count}`. */
  readonly furtherChanges: string;
  readonly nothing: string;
  readonly reason: string;
  readonly noReason: string;
  /** `{status}`. */
  readonly withheld: string;
  readonly killed: string;
  readonly notSound: string;
  readonly test: string;
  /** Between who has won a match and who has lost it. */
  readonly beat: string;
  readonly notRatified: string;
}

const EN: Phrases = {
  correction: 'CORRECTION: replaces all numbers sent before.',
  change: '{name}: was {was}, is {is}.',
  furtherChanges: 'And {count} others.',
  nothing: 'not in the list',
  reason: 'Reason: {reason}.',
  noReason: 'No reason was given.',
  withheld: 'WITHHELD: what was sent may not be used until a further number comes. It is {status} now.',
  killed: 'KILL: what was sent does not count and must not be used.',
  notSound: 'Not certain: {reasons}.',
  test: 'TEST: a rehearsal, not for use.',
  beat: 'def.',
  notRatified: 'not ratified yet',
};

const FR: Phrases = {
  correction: 'CORRECTION : remplace tous les envois précédents.',
  change: '{name} : était {was}, est {is}.',
  furtherChanges: 'Et {count} autres.',
  nothing: 'absent de la liste',
  reason: 'Motif : {reason}.',
  noReason: 'Aucun motif n’a été donné.',
  withheld:
    'RETENU : ce qui a été envoyé ne doit pas être utilisé avant un nouvel envoi. Statut actuel : {status}.',
  killed: 'ANNULÉ : ce qui a été envoyé ne compte pas et ne doit pas être utilisé.',
  notSound: 'Incertain : {reasons}.',
  test: 'TEST : une répétition, à ne pas utiliser.',
  beat: 'bat',
  notRatified: 'pas encore homologué',
};

export const phrasesOf = (language: string): Phrases => (language === 'fr' ? FR : EN);
