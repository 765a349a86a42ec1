/** The lists of a contest: all of them read the same score sheets. */
import type { Entry } from '../../src/model/competitor.ts';
import type { Ranked, SubcodeList } from '../../src/rules/contract.ts';
import { apparatusList, twoVaultsList } from './apparatus.ts';
import { apparatusSum } from './apparatus-sum.ts';
import { apparatusColumns, sumColumns, vaultColumns } from './columns.ts';
import { FIRST_VAULT, partFor, SECOND_VAULT, VAULT } from './programme.ts';
import type { Rulebook } from './rulebook.ts';
import { codeOf, DISCIPLINE } from './rulebook.ts';
import type { Sheet } from './score-sheet.ts';

/** The Technical Regulations, section 2: special regulations for artistic gymnastics. */
const CLAUSE = 'FIG TR sec. 2';
const IRM_ORDER = ['DNF', 'DNS', 'DSQ'];

/** The list that a unit or phase is shown with. `running`: ranks by the running total. */
export function listOf(book: Rulebook, running: boolean): Ranked<Sheet> {
  const { contest, year, apparatus, programme } = book;
  const frame = { id: `${DISCIPLINE}.${codeOf(contest)}@${year}`, irmOrder: IRM_ORDER };
  if (contest.kind === 'APPARATUS') return { ...frame, ...apparatusParts(contest.apparatus, book) };
  const team = contest.kind === 'TEAM';
  return {
    ...frame,
    columns: sumColumns(apparatus, team),
    ...apparatusSum({
      tie: book.edition.sumTie,
      clause: CLAUSE,
      running: running && contest.kind !== 'QUALIFICATION',
      kind: team ? 'TEAM' : 'ATHLETE',
      parts: programme.parts,
    }),
  };
}

/** The list of one apparatus; on vault, of two vaults unless the contest is over one. */
function apparatusParts(
  apparatus: string,
  { tie, programme, oneVault }: Rulebook,
): Omit<Ranked<Sheet>, 'id' | 'irmOrder'> {
  if (apparatus !== VAULT || oneVault) {
    const part = partFor(apparatus);
    return { columns: apparatusColumns(part), ...apparatusList(part, tie, CLAUSE) };
  }
  return {
    columns: vaultColumns(FIRST_VAULT, SECOND_VAULT),
    ...twoVaultsList(FIRST_VAULT, SECOND_VAULT, programme.scoring.precision, CLAUSE),
  };
}

/**
 * Lists under a subcode: each apparatus of a unit that is about more than one, of a team's gymnasts in
 * a team contest. In the qualification `VT` is the contest over two vaults and `VT1` the list of first
 * vaults; in finals there is one vault.
 */
export function apparatusLists(book: Rulebook): readonly SubcodeList<Sheet>[] {
  const qualification = book.contest.kind === 'QUALIFICATION';
  const listOn = (subcode: string, apparatus: string, oneVault: boolean): SubcodeList<Sheet> => ({
    subcode,
    rule: {
      id: `${DISCIPLINE}.${apparatus}@${book.year}`,
      irmOrder: IRM_ORDER,
      ...apparatusParts(apparatus, { ...book, oneVault }),
    },
    ...(book.contest.kind === 'TEAM' ? { listed: membersOf } : {}),
  });
  const lists = book.apparatus.map((each) => listOn(each, each, book.oneVault || !qualification));
  return qualification ? [...lists, listOn(FIRST_VAULT, VAULT, true)] : lists;
}

/** The gymnasts of a team, each with the own sheet. */
function membersOf(
  { competitor, startOrder }: Entry,
  sheet: Sheet,
): readonly { entry: Entry; card: Sheet }[] {
  return (competitor.members ?? []).flatMap((member) => {
    const card = sheet.members.find(({ competitor: code }) => code === member.code);
    return card === undefined ? [] : [{ entry: { competitor: member, startOrder }, card }];
  });
}
