/** A contest of two judoka, and the match of two teams. */
import type { Entry } from '../../src/model/competitor.ts';
import type { Action } from '../../src/model/fact.ts';
import type { Column } from '../../src/model/row.ts';
import { NO_FACTS, type WholeUnitRule } from '../../src/rules/contract.ts';
import {
  contestsWon,
  type MatchCard,
  type MatchCriterion,
  match,
  type Side,
} from '../../src/rules/families/match.ts';
import type { Scored } from '../../src/rules/now.ts';
import { checkContest, impossibleCalls } from './check.ts';
import type { Edition } from './editions.ts';
import { type ContestTally, outBy, tallyOf } from './tally.ts';

/** `DNS`: not there (the opponent wins by fusen-gachi). `DSQ`: hansoku-make that ends the competition for who gets it. */
export const IRM_ORDER = ['DNS', 'DSQ'];

const who: readonly Column[] = [
  { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
  { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 4 },
];
const winner: Column = { code: 'WON', label: 'W/L', source: 'wlt', align: 'left', width: 3 };

const counted = (code: string, label: string, kind: string): Column => ({
  code,
  label,
  source: `details.match.counts[code=${kind}].count`,
  align: 'right',
  width: 3,
});

const COLUMN_OF_SCORE = {
  IPP: counted('IPPON', 'I', 'IPP'),
  WAZ: counted('WAZA_ARI', 'W', 'WAZ'),
  YUK: counted('YUKO', 'Y', 'YUK'),
} as const;

const columnsOf = ({ scores }: Edition): readonly Column[] => [
  ...who,
  ...scores.map((score) => COLUMN_OF_SCORE[score]),
  counted('SHIDO', 'S', 'S'),
  { code: 'SCORE', label: 'Score', source: 'result', align: 'right', width: 5 },
  winner,
];

export function contestRule(edition: Edition): WholeUnitRule<MatchCard<ContestTally>> {
  return match<ContestTally>(`JUD.CONTEST@${edition.year}`, {
    reads: ['action', 'clock'],
    tally: (side, other) => tallyOf(side, other, edition),
    lostBy: (tally, irm) => outBy(callsIn(tally), irm, edition),
    criteria: criteriaOf(edition),
    result: (tally) => scoreText(tally, edition),
    resultType: 'POINTS',
    periods: ({ periods }) => periods,
    scoresAfter: (actions, { entries }) =>
      actions.map((_action, index) => boardAfter(actions.slice(0, index + 1), entries, edition)),
    counts: (tally) => [...edition.scores, 'S', 'H'].map((code) => ({ code, count: callsIn(tally)(code) })),
    // Regular time runs down, and golden score up.
    clockRuns: ({ period }) => (period === 'GS' ? 'UP' : 'DOWN'),
    irmOrder: IRM_ORDER,
    columns: columnsOf(edition),
    check: (fact, { unit }) => checkContest(fact, unit, edition),
    together: { of: 'COMPETITOR', check: (facts) => impossibleCalls(facts, edition) },
  });
}

const callsIn =
  ({ ippon, wazaAri, yuko, shido, hansokuMake, withdrawn }: ContestTally) =>
  (kind: string): number =>
    ({ IPP: ippon, WAZ: wazaAri, YUK: yuko, S: shido, H: hansokuMake, KIK: withdrawn ? 1 : 0 })[kind] ?? 0;

/** Golden score needs no line of its own: the first score or hansoku-make in it is what makes the sides differ. */
function criteriaOf({ scores, shidosDecide, clauses }: Edition): readonly MatchCriterion<ContestTally>[] {
  const yuko = scores.includes('YUK');
  return [
    {
      code: 'IPPON',
      clause: clauses.ippon,
      decision: 'IPP',
      key: ({ winsByIppon }) => (winsByIppon ? 0 : 1),
    },
    { code: 'MORE_WAZA_ARI', clause: clauses.wazaAri, decision: 'WAZ', key: ({ wazaAri }) => -wazaAri },
    ...(yuko
      ? [
          {
            code: 'MORE_YUKO',
            clause: clauses.yuko,
            decision: 'YUK',
            key: (tally: ContestTally) => -tally.yuko,
          },
        ]
      : []),
    ...(shidosDecide
      ? [
          {
            code: 'FEWER_SHIDOS',
            clause: clauses.shido,
            decision: 'PEN',
            key: ({ shido }: ContestTally) => shido,
          },
        ]
      : []),
  ];
}

/** What the board shows of both sides after these calls. */
function boardAfter(
  actions: readonly Action[],
  entries: readonly Entry[],
  edition: Edition,
): readonly Scored[] {
  const sides = entries.map((entry): Side => {
    const own = actions.filter(({ competitor }) => competitor === entry.competitor.code);
    return { entry, facts: { ...NO_FACTS, actions: own }, irm: null };
  });
  return sides.map((side, index) => ({
    competitor: side.entry.competitor.code,
    score: scoreText(tallyOf(side, sides[1 - index] ?? null, edition), edition),
  }));
}

/** As the board has it, a digit for each kind of score: `10` is ippon, `01` waza-ari. */
function scoreText({ winsByIppon, wazaAri, yuko }: ContestTally, { scores }: Edition): string {
  const digits = { IPP: winsByIppon ? 1 : 0, WAZ: winsByIppon ? 0 : wazaAri, YUK: winsByIppon ? 0 : yuko };
  return scores.map((score) => digits[score]).join('');
}

/** Teams: whoever wins more contests; three each are followed by one more, of a category that is drawn. */
export function teamRule({ year }: Edition): WholeUnitRule<MatchCard<number>> {
  return match<number>(`JUD.TEAM@${year}`, {
    reads: ['clock'],
    tally: contestsWon,
    criteria: [
      {
        code: 'MORE_CONTESTS',
        clause: `IJF ${year}, mixed teams`,
        decision: 'CONTESTS',
        key: (won) => -won,
      },
    ],
    lostBy: (_won, irm) => (irm === 'DNS' ? 'FUS' : irm === null ? null : 'PEN'),
    result: String,
    resultType: 'POINTS',
    irmOrder: IRM_ORDER,
    columns: [...who, { code: 'SCORE', label: 'Score', source: 'result', align: 'right', width: 5 }, winner],
  });
}
