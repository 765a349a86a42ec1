/** What setup and RSC decide: edition, panel, number of dives; and the rules of a contest and of a phase. */
import { ONE } from '../../src/model/decimal.ts';
import type { Setup } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import { partsOf, type Rsc } from '../../src/model/rsc.ts';
import type { PartsRule, UnitRule } from '../../src/rules/contract.ts';
import { acrossJudgedRounds, type JudgedSumCard } from '../../src/rules/families/across-judged-rounds.ts';
import { type JudgedRoundsCard, judgedRounds } from '../../src/rules/families/judged-rounds.ts';
import { readOptions } from '../../src/rules/options.ts';
import { checkDive, DIFFICULTY } from './check.ts';
import { diveColumns, SUM_COLUMNS } from './columns.ts';
import { worthOf } from './dive.ts';
import { CURRENT_EDITION, type DivingPanel, EDITIONS, type Edition, HIGHEST_AWARD } from './editions.ts';
import { type Contest, contestOf, type Kind } from './events.ts';
import { OPTIONS, type Options } from './options.ts';

const IRM_ORDER: readonly Irm[] = ['DNF', 'DNS', 'DSQ'];
const TOTAL = { code: 'TOTAL', clause: 'D 2.1' };
const DECIMALS = 2;

/** Three awards, or what is worth as much, times the greatest difficulty. */
const HIGHEST_WORTH = ((3 * HIGHEST_AWARD) / ONE) * DIFFICULTY.most;

const RULE_ID = /^DIV\.(CONTEST|PHASE)@(\d{4})$/;

/** The edition that a setup asks for, with its year, or the current one; null when there is no such rule. */
export function editionOf({ rule }: Setup): (Edition & { readonly year: string }) | null {
  const year = rule === undefined ? CURRENT_EDITION : RULE_ID.exec(rule)?.[2];
  const edition = EDITIONS.get(year ?? '');
  return year === undefined || edition === undefined ? null : { ...edition, year };
}

/** Null for a code that is none of diving, a rule that nobody knows, or a panel of a size that there is not. */
export function contestRule(unit: Rsc, setup: Setup): UnitRule<JudgedRoundsCard> | null {
  const contest = contestOf(unit);
  const edition = editionOf(setup);
  if (contest === null || edition === null) return null;
  const options = readOptions(OPTIONS, setup);
  const usual = panelFor(contest.kind, edition, options.judges);
  const together = panelFor('SYNCHRONISED', edition, undefined);
  if (usual === null || together === null) return null;
  const rounds = setup.attempts ?? edition.rounds(contest);
  const panelOf = (round: number): DivingPanel => (isTogether(contest, round, options) ? together : usual);
  return judgedRounds(`DIV.CONTEST@${edition.year}`, {
    worth: (scores, round) => worthOf(scores, panelOf(round)),
    rounds,
    most: HIGHEST_WORTH,
    decimals: DECIMALS,
    irmOrder: IRM_ORDER,
    clause: TOTAL,
    columns: diveColumns(rounds),
    check: (fact) => checkDive(fact, rounds, panelOf),
  });
}

const isTogether = ({ kind }: Contest, round: number, { synchronised = [] }: Partial<Options>): boolean =>
  kind === 'TEAM' && synchronised.includes(round);

/** The usual panel where no number is said. */
function panelFor(kind: Kind, { panels }: Edition, judges: number | undefined): DivingPanel | null {
  const [usual = null] = panels[kind].values();
  return judges === undefined ? usual : (panels[kind].get(judges) ?? null);
}

/** Points are carried over from the phase before in older editions, and there is none before the preliminary. */
export function phaseRule(phase: Rsc, setup: Setup): PartsRule<JudgedSumCard> | null {
  const edition = editionOf(setup);
  if (edition === null) return null;
  return acrossJudgedRounds(`DIV.PHASE@${edition.year}`, {
    irmOrder: IRM_ORDER,
    clause: TOTAL,
    decimals: DECIMALS,
    columns: SUM_COLUMNS,
    carriedOver: edition.carriedOver && partsOf(phase).phase !== 'PREL',
  });
}
