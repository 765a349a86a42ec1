/**
 * Artistic gymnastics. One card, the score sheet, for every list: the subdivisions of the
 * qualification serve the all-around, the team and each apparatus at once.
 */
import type { Setup } from '../../src/model/fact.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import { levelOf, partsOf } from '../../src/model/rsc.ts';
import type {
  Part,
  PartsContext,
  PartsRule,
  Sport,
  UnitContext,
  UnitRule,
} from '../../src/rules/contract.ts';
import { type EventPlan, type EventSetup, phaseOf, successivePhases } from '../../src/rules/plan.ts';
import { checkScore } from './check.ts';
import { CODES } from './codes.ts';
import { EDITIONS } from './editions.ts';
import { apparatusLists, listOf } from './lists.ts';
import { names } from './names.ts';
import { ODF_CODES } from './odf-codes.ts';
import { OPTIONS } from './options.ts';
import { FIRST_VAULT, qualificationPrefix, SECOND_VAULT, VAULT } from './programme.ts';
import { routinesOutlook } from './routines-outlook.ts';
import type { Rulebook } from './rulebook.ts';
import { DISCIPLINE, rulebookOf } from './rulebook.ts';
import type { Sheet } from './score-sheet.ts';
import { mergedSheet, sheetOf, teamSheetOf } from './score-sheet.ts';
import { nowOnApparatus, partsOn } from './turn-order.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const SCORE_SHEET = 'score-sheet';

function unitRule(unit: Rsc, setup: Setup): UnitRule<Sheet> | null {
  const book = rulebookOf(unit, setup);
  if (book === null) return null;
  const elements = new Set(elementsOf(book));
  return {
    ...listOf(book, true),
    over: 'facts',
    reads: ['score'],
    family: SCORE_SHEET,
    card: ({ competitor }, facts, context) =>
      competitor.kind === 'TEAM'
        ? teamSheetOf(competitor.code, membersIn(competitor.members ?? [], context, book), facts.irms, {
            programme: book.programme,
            count: book.count,
            over: context.complete,
          })
        : sheetOf(competitor.code, facts, book.programme, context.complete),
    now: (context, cardOf) => nowOnApparatus(context, cardOf, book),
    check: (fact) => checkScore(fact, elements, book.programme.scoring.panel),
    ...outlookOf(book),
    ...(book.contest.kind === 'APPARATUS' ? {} : { subcodes: () => apparatusLists(book) }),
  };
}

/** Of a team nobody knows who performs where, and a subdivision gives no places. */
function outlookOf({ contest, programme, oneVault }: Rulebook): Pick<UnitRule<Sheet>, 'outlook'> {
  if (contest.kind !== 'APPARATUS' && contest.kind !== 'ALL_AROUND') return {};
  const isSum = contest.kind === 'ALL_AROUND';
  const parts = isSum ? programme.parts : partsOn(contest.apparatus, oneVault);
  const outlook = { ...routinesOutlook(parts, programme), ...(isSum ? { addsUp: true as const } : {}) };
  return { outlook: () => outlook };
}

function membersIn(
  members: readonly { readonly code: string }[],
  context: UnitContext,
  { programme }: Rulebook,
): Sheet[] {
  return members.map(({ code }) => sheetOf(code, context.factsOf(code), programme, context.complete));
}

/** Apparatus codes that a unit's scores may carry. */
function elementsOf({ contest, apparatus }: Rulebook): string[] {
  const used = contest.kind === 'APPARATUS' ? [contest.apparatus] : apparatus;
  return used.flatMap((each) => (each === VAULT ? [VAULT, FIRST_VAULT, SECOND_VAULT] : [each]));
}

/** Qualification lists of an event over the subdivisions. A final is its own list. */
function partsRule(rsc: Rsc, setup: Setup): PartsRule<Sheet> | null {
  const book = rulebookOf(rsc, setup);
  if (book === null || book.contest.kind === 'QUALIFICATION') return null;
  if (levelOf(rsc) !== 'phase' || partsOf(rsc).phase !== 'QUAL') return null;
  return {
    ...listOf(book, book.contest.kind === 'TEAM'),
    over: 'parts',
    families: [SCORE_SHEET],
    type: 'PHASE_RESULT',
    overfull: 'ADMIT_ALL',
    card: ({ competitor }, parts, context) => {
      if (competitor.kind !== 'TEAM') return mergedSheet(competitor.code, sheetsOf(parts), book.programme);
      const members = (competitor.members ?? []).map(({ code }) => memberSheet(code, context, book));
      return teamSheetOf(competitor.code, members, context.factsOf(competitor.code).irms, {
        programme: book.programme,
        count: book.count,
        over: context.complete,
      });
    },
  };
}

const sheetsOf = (parts: readonly Part[]): Sheet[] => parts.map(({ card }) => card as Sheet);

const memberSheet = (code: string, context: PartsContext, { programme }: Rulebook): Sheet =>
  mergedSheet(code, sheetsOf(context.partsOf(code)), programme);

/** Subdivisions have no event: they count for the qualification of every event of their gender. */
function plan({ event }: EventSetup): EventPlan {
  const qualification = phaseOf(event, QUALIFICATION);
  const own = qualification.replace(/-+$/, '');
  const subdivisions = qualificationPrefix(event);
  return successivePhases(event, [QUALIFICATION, 'FNL'], {
    phases: {
      [QUALIFICATION]: { includes: (unit) => unit.startsWith(own) || unit.startsWith(subdivisions) },
    },
    irmKeepsPlace: ['DNF', 'DNS'],
  });
}

const QUALIFICATION = 'QUAL';

export const gymnastics: Sport = {
  discipline: DISCIPLINE,
  name: 'Artistic Gymnastics',
  folder: 'gymnastics',
  families: ['judged', 'apparatus', 'apparatus-sum'],
  editions: Object.keys(EDITIONS),
  codes: CODES,
  words: { en, fr },
  odfCodes: ODF_CODES,
  unitRule,
  partsRule,
  plan,
  options: OPTIONS,
  names,
};
