import type { FactKind } from '../model/fact.ts';

/** What can be said of a unit that is no competition. */
export const OTHER_KINDS: ReadonlySet<FactKind> = new Set(['setup', 'schedule', 'note', 'void', 'release']);

/** Facts about a phase or event that can change which units make which lists. */
export const STRUCTURE_KINDS: ReadonlySet<FactKind> = new Set(['setup', 'startList', 'void', 'release']);

/** Facts about a phase or event that can change the cards of competitors in its units. */
export const MARKING_KINDS: ReadonlySet<FactKind> = new Set(['irm', 'void', 'release']);
