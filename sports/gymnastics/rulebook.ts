import type { Setup } from '../../src/model/fact.ts';
import { own } from '../../src/model/own.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import { partsOf } from '../../src/model/rsc.ts';
import type { RuleId } from '../../src/rules/contract.ts';
import { readOptions } from '../../src/rules/options.ts';
import { THOUSANDTH, truncTo } from '../../src/rules/rounding.ts';
import type { ApparatusTie } from './apparatus.ts';
import type { Edition } from './editions.ts';
import { DEFAULT_EDITION, EDITIONS } from './editions.ts';
import { OPTIONS } from './options.ts';
import type { Contest } from './programme.ts';
import { APPARATUS, contestOf, FIRST_VAULT, partFor, SECOND_VAULT, VAULT } from './programme.ts';
import type { Programme } from './score-sheet.ts';

export const DISCIPLINE = 'GAR';

/** Everything that setup and RSC decide, worked out once. */
export interface Rulebook {
  readonly contest: Contest;
  readonly edition: Edition;
  readonly year: string;
  readonly apparatus: readonly string[];
  readonly programme: Programme;
  readonly tie: ApparatusTie;
  readonly count: number;
  readonly oneVault: boolean;
}

/**
 * What RSC and setup say; null when the rule id is not known. `setup.rule` is
 * `GAR.<FX ... | AA | TEAM | QUAL>@<edition>`, `setup.options` as in `options.ts`.
 */
export function rulebookOf(rsc: Rsc, setup: Setup): Rulebook | null {
  const contest = contestOf(rsc);
  if (contest === null) return null;
  const year = editionOf(setup.rule, contest);
  const edition = year === null ? undefined : own(EDITIONS, year);
  if (year === null || edition === undefined) return null;
  const options = readOptions(OPTIONS, setup);
  const { gender, phase } = partsOf(rsc);
  const apparatus = APPARATUS[gender]!;
  const programme: Programme = {
    parts: apparatus.map(partFor),
    extra: [SECOND_VAULT],
    alias: { [VAULT]: FIRST_VAULT },
    scoring: {
      panel: options.panel ?? edition.panel,
      precision: { round: options.rounding ?? truncTo, step: THOUSANDTH },
    },
  };
  const { counting } = edition;
  return {
    contest,
    edition,
    year,
    apparatus,
    programme,
    tie: options.apparatusTie ?? edition.apparatusTie,
    count: options.count ?? (phase === 'QUAL' ? counting.qualification : counting.final),
    oneVault: options.vaults === 1,
  };
}

/** The year in the rule id; null when the id is not one for this contest. */
function editionOf(rule: RuleId | undefined, contest: Contest): string | null {
  if (rule === undefined) return DEFAULT_EDITION;
  const prefix = `${DISCIPLINE}.${codeOf(contest)}@`;
  return rule.startsWith(prefix) ? rule.slice(prefix.length) : null;
}

export function codeOf(contest: Contest): string {
  if (contest.kind === 'APPARATUS') return contest.apparatus;
  return { ALL_AROUND: 'AA', TEAM: 'TEAM', QUALIFICATION: 'QUAL' }[contest.kind];
}
