/** What is there: of each sport what it covers, what it was held against, and what is missing. Made from the sports themselves. */
import { readFileSync } from 'node:fs';
import { DOCUMENT_TYPES, type DocumentType } from '../model/document.ts';
import { formatRsc, levelOf, type Rsc } from '../model/rsc.ts';
import type { Sport } from '../rules/contract.ts';
import { caseNames, rulebookOf } from './sport-folder.ts';
import { type Verified, verifiedOf } from './verified.ts';

export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  readonly families: readonly string[];
  readonly editions: readonly string[];
  readonly documents: readonly DocumentType[];
  /** RSC event codes; empty where events are whatever the meet calls them. */
  readonly events: readonly string[];
  /** Folders of worked cases; none in an installed package, which has no cases. */
  readonly cases: readonly string[];
  /** Null for a sport that was never held against published results. */
  readonly verified: Verified | null;
  /** What the rule book of the sport says is not implemented. */
  readonly missing: readonly string[];
}

export const catalogueOf = (
  sports: readonly Sport[],
): { readonly disciplines: readonly CatalogueEntry[] } => ({
  disciplines: sports.map(entryOf),
});

function entryOf(sport: Sport): CatalogueEntry {
  const { discipline, name, folder, families = [], editions = [], codes } = sport;
  const genders = codes?.genders ?? [];
  return {
    code: discipline,
    name,
    families,
    editions,
    documents: documentsOf(sport),
    events: [...new Set(genders.flatMap((gender) => codes?.events(gender) ?? []))].filter(
      (event) => event !== '',
    ),
    cases: folder === undefined ? [] : caseNames(folder),
    verified: verifiedOf(discipline),
    missing: folder === undefined ? [] : missingIn(readFileSync(rulebookOf(folder), 'utf8')),
  };
}

/** What every discipline and every event has, whatever its rules. */
const ALWAYS: readonly DocumentType[] = [
  'SCHEDULE',
  'PARTICIPANTS',
  'RECORDS',
  'RANKING',
  'MEDALLISTS',
  'MEDALS',
  'COMMUNICATION',
  'CONDITIONS',
];

/** An event of no table, for sports whose events are whatever the meet calls them. */
const ANY_EVENT = 'X';

function documentsOf(sport: Sport): readonly DocumentType[] {
  const found = new Set<DocumentType>(ALWAYS);
  for (const rsc of codesOf(sport)) {
    const unit = sport.unitRule(rsc, {});
    if (unit !== null) found.add('RESULT');
    if (unit?.now !== undefined) found.add('CURRENT');
    if (unit?.outlook !== undefined) found.add('PROJECTION');
    if (unit?.plays !== undefined) found.add('PLAY_BY_PLAY');
    const list = sport.partsRule(rsc, {});
    if (list !== null) found.add(list.type);
    if (levelOf(rsc) === 'event' && isDrawn(sport, rsc)) found.add('BRACKETS');
  }
  return DOCUMENT_TYPES.filter((type) => found.has(type));
}

/** Whether the plan of an event has matches of a bracket. */
const isDrawn = ({ plan }: Sport, event: Rsc): boolean =>
  plan?.({ event, setup: {}, entries: [] })?.units?.some(({ bracket }) => bracket !== undefined) === true;

/** Every event, phase and first unit that the sport's codes make. */
export function codesOf({ discipline, codes }: Sport): Rsc[] {
  if (codes === undefined) return [];
  return codes.genders.flatMap((gender) => {
    const listed = codes.events(gender);
    const events = listed.length === 0 ? [ANY_EVENT] : listed;
    return events.flatMap((event) => {
      const phases = codes.phases(event, gender);
      const made = phases.flatMap((phase) => [
        formatRsc({ discipline, gender, event, phase }),
        ...codes
          .units(event, phase)
          .map((form) => formatRsc({ discipline, gender, event, phase, unit: firstOf(form) })),
      ]);
      return [formatRsc({ discipline, gender, event }), ...made];
    });
  });
}

/** `####00` -> `000100`. */
const firstOf = (form: string): string =>
  form
    .replace(/#+/, (digits) => '1'.padStart(digits.length, '0'))
    .replaceAll('#', '1')
    .replaceAll('@', 'A');

/** The list under the heading "Not implemented" of a rule book. */
export function missingIn(rulebook: string): string[] {
  const section = /^## Not implemented\n+([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(rulebook)?.[1] ?? '';
  return section
    .split(/^- /m)
    .slice(1)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim());
}
