/** Who is on the apparatus. In an apparatus final one gymnast follows the other; where several apparatus are used at once, the feed does not say who is where. */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import type { WholeUnitContext } from '../../src/rules/contract.ts';
import { type Slot, turnsOf } from '../../src/rules/families/turns.ts';
import type { Now } from '../../src/rules/now.ts';
import { FIRST_VAULT, partFor, SECOND_VAULT, VAULT } from './programme.ts';
import type { Rulebook } from './rulebook.ts';
import type { Sheet } from './score-sheet.ts';

/** In start order, both vaults of a gymnast after each other. Who is being judged still has the turn. */
export function nowOnApparatus(
  { entries, status }: WholeUnitContext,
  cardOf: (code: CompetitorCode) => Sheet | undefined,
  { contest, oneVault }: Rulebook,
): Now | null {
  if (status === 'START_LIST' || contest.kind !== 'APPARATUS') return null;
  const parts = partsOn(contest.apparatus, oneVault);
  const sheets = entries
    .toSorted((one, other) => one.startOrder - other.startOrder)
    .flatMap(({ competitor }) => cardOf(competitor.code) ?? []);
  const slots = sheets.flatMap((sheet) => parts.map((part, index) => slotOf(sheet, part, index + 1)));
  return { turns: turnsOf([slots]).turns };
}

/** The routines that each performs on an apparatus, in their order. */
export const partsOn = (apparatus: string, oneVault: boolean): readonly string[] =>
  apparatus === VAULT && !oneVault ? [FIRST_VAULT, SECOND_VAULT] : [partFor(apparatus)];

function slotOf({ competitor, routines, irm, partIrms }: Sheet, part: string, attempt: number): Slot {
  const tried = routines.some((routine) => routine.part === part);
  return { competitor, attempt, tried, done: tried || irm !== null || partIrms.has(part) };
}
