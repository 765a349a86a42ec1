/** Athletics: which rule holds for which RSC, by edition of the rule book. */
import type { Setup } from '../../src/model/fact.ts';
import { levelOf, partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { AnyPartsRule, RuleId, Sport, UnitRule } from '../../src/rules/contract.ts';
import { readOptions } from '../../src/rules/options.ts';
import { type EventPlan, type EventSetup, oneList, phaseOf, successivePhases } from '../../src/rules/plan.ts';
import { CODES } from './codes.ts';
import { type CombinedEvent, type CombinedPart, combinedEventOf } from './combined-events.ts';
import { CURRENT, EDITIONS, type Edition, editionOf } from './editions.ts';
import { type AthleticsEvent, EVENTS } from './events.ts';
import { seedingOf } from './lanes.ts';
import { namesOf } from './names.ts';
import { OPTIONS } from './options.ts';
import { combinedRule, phaseRule } from './parts-rules.ts';
import { type Circumstances, type Round, unitRuleOf } from './unit-rules.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

export const athletics: Sport = {
  discipline: 'ATH',
  name: 'Athletics',
  folder: 'athletics',
  families: ['timed-race', 'best-of', 'countback', 'combined', 'across-heats', 'across-groups'],
  editions: EDITIONS.map(({ year }) => year),
  codes: CODES,
  words: { en, fr },
  unitRule,
  partsRule,
  plan,
  rerunOf,
  options: OPTIONS,
  names: namesOf,
};

/** `000200RR`: heat 2 once more, because the referee said so (TR 17.1, TR 8). */
const RERUN = /^\d{6}RR$/;

function rerunOf(unit: Rsc): Rsc | null {
  return RERUN.test(unit.slice(-8)) ? `${unit.slice(0, -2)}--` : null;
}

const PHASES = ['PREL', 'QUAL', 'RND1', 'REP', 'SFNL', 'FNL'];

/**
 * A combined event is decided by its sum. In all others a finalist without a valid result has no final
 * place; earlier rounds are on their own lists.
 */
function plan({ event, setup }: EventSetup): EventPlan {
  const occasion = occasionOf(event, setup);
  const parts = occasion?.combined?.parts;
  if (parts !== undefined)
    return oneList(
      event,
      parts.map(({ phase }) => phase),
    );
  const by = occasion?.event?.kind === 'race' ? seedingOf(occasion.event, setup.lanes) : null;
  if (by === null) return successivePhases(event, PHASES);
  return successivePhases(event, PHASES, {
    phases: Object.fromEntries(
      SEEDED.map((code) => [
        code,
        { seeding: { from: earlierThan(code).map((each) => phaseOf(event, each)), by } },
      ]),
    ),
  });
}

/** Rounds into which people come from the one before. */
const SEEDED = ['SFNL', 'FNL'];

const earlierThan = (code: string): readonly string[] => PHASES.slice(0, PHASES.indexOf(code));

/** What an RSC and a setup come to: an edition and an event, open or part of a combined one. */
interface Occasion {
  readonly id: RuleId;
  readonly edition: Edition;
  readonly event: AthleticsEvent | null;
  readonly combined: CombinedEvent | null;
  readonly part: CombinedPart | null;
}

const RULE_ID = /^ATH\.([A-Z0-9]+)@(\d{4})$/;

/** Null when the rule named in the setup, or the event, is not known. */
function occasionOf(rsc: Rsc, { rule }: Setup): Occasion | null {
  const named = rule === undefined ? null : RULE_ID.exec(rule);
  if (rule !== undefined && named === null) return null;
  const { gender, event: inRsc, phase } = partsOf(rsc);
  const code = named?.[1] ?? inRsc;
  const edition = named === null ? CURRENT : editionOf(named[2]!);
  const combined = combinedEventOf(gender, code);
  const part = combined?.parts.find((each) => each.phase === phase) ?? null;
  const event = EVENTS[part?.event ?? code] ?? null;
  if (edition === null || (event === null && combined === null)) return null;
  return { id: `ATH.${code}@${edition.year}`, edition, event, combined, part };
}

function unitRule(unit: Rsc, setup: Setup): UnitRule<unknown> | null {
  const occasion = occasionOf(unit, setup);
  if (occasion === null || occasion.event === null) return null;
  return unitRuleOf(occasion.id, occasion.event, circumstancesOf(unit, setup, occasion));
}

function partsRule(rsc: Rsc, setup: Setup): AnyPartsRule<unknown> | null {
  const occasion = occasionOf(rsc, setup);
  if (occasion === null) return null;
  const { id, event, combined, part, edition } = occasion;
  if (levelOf(rsc) === 'event') return combined === null ? null : combinedRule(id, combined, edition);
  if (event === null) return null;
  // A final is one unit, and its own list; several races of a final are compared, and trials qualify.
  const onlyUnit =
    part === null &&
    partsOf(rsc).phase === FINAL &&
    (setup.units?.length ?? 1) < 2 &&
    setup.advance === undefined;
  return onlyUnit ? null : phaseRule(id, event, circumstancesOf(rsc, setup, occasion), setup);
}

const FINAL = 'FNL';

function circumstancesOf(rsc: Rsc, setup: Setup, { edition, part }: Occasion): Circumstances {
  const { cut, newOrderAfter } = readOptions(OPTIONS, setup);
  return {
    edition,
    round: roundOf(rsc, part),
    timing: setup.timing?.hand === true ? 'hand' : 'photo',
    ...(setup.attempts === undefined ? {} : { attempts: setup.attempts }),
    ...(cut === undefined ? {} : { cut }),
    ...(newOrderAfter === undefined ? {} : { newOrderAfter }),
  };
}

function roundOf(rsc: Rsc, part: CombinedPart | null): Round {
  if (part !== null) return 'combined';
  return partsOf(rsc).phase === FINAL ? 'final' : 'qualification';
}
