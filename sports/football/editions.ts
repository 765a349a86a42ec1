/**
 * Books of regulations by edition: points for a win, and what separates teams that are level on points, in the group
 * and among those who came third. Clauses and where they were read: `rulebook.md`.
 */
import { ONE } from '../../src/model/decimal.ts';
import type { Setup } from '../../src/model/fact.ts';
import type { RankContext } from '../../src/rules/contract.ts';
import {
  drawnByLot,
  type PartialSplit,
  type PoolCriterion,
  type PoolRecord,
  type PoolValue,
} from '../../src/rules/families/pool-table.ts';
import { readOptions } from '../../src/rules/options.ts';
import { type Conduct, conductOf, fifaConduct, uefaConduct } from './cards.ts';
import type { FootballTally } from './match.ts';
import { OPTIONS } from './options.ts';

type Record = PoolRecord<FootballTally>;
type Criterion = PoolCriterion<FootballTally>;

export interface Edition {
  readonly win: 2 | 3;
  /** Between teams of a group that are level on points. */
  readonly group: readonly Criterion[];
  /** Between teams of different groups. */
  readonly thirds: readonly Criterion[];
  /** Points for cards that tables show; null where cards do not count. */
  readonly conduct: Conduct | null;
}

const overAll = (
  code: string,
  clause: string,
  value: (record: Record, context: RankContext) => PoolValue,
): Criterion => ({ code, clause, among: 'ALL', onPartialSplit: 'CONTINUE', value });

const difference = (record: Record): number => record.for - record.against;
const goals = (record: Record): number => record.for;

const goalDifference = (clause: string): Criterion => overAll('GOAL_DIFFERENCE', clause, difference);
const goalsScored = (clause: string): Criterion => overAll('GOALS_SCORED', clause, goals);

/** Goals for over goals against: nothing against is more than anything. */
const goalAverage = (clause: string): Criterion =>
  overAll('GOAL_AVERAGE', clause, (record) => ({ over: record.for, under: record.against }));

/** Matches among the tied alone; `onPartialSplit`: whether those whom all three leave level begin again among themselves. */
const headToHead = (clause: string, onPartialSplit: PartialSplit): readonly Criterion[] => {
  const among = (code: string, value: (record: Record) => number): Criterion => ({
    code,
    clause,
    among: 'TIED',
    onPartialSplit,
    value,
  });
  return [
    among('POINTS_AMONG_TIED', ({ points }) => points),
    among('DIFFERENCE_AMONG_TIED', difference),
    among('GOALS_AMONG_TIED', goals),
  ];
};

const fairPlay = (clause: string, conduct: Conduct): Criterion =>
  overAll('CONDUCT', clause, ({ matches }) =>
    matches.reduce((sum, { card }) => sum + conductOf(card.tally.cards, conduct), 0),
  );

const wins = (clause: string): Criterion => overAll('WINS', clause, ({ won }) => won);

/** Two who meet in their last match and are level in everything decide it by kicks from the penalty mark. */
const shootOut = (clause: string): Criterion => ({
  code: 'SHOOT_OUT',
  clause,
  among: 'TIED',
  only: 'TWO',
  value: ({ matches }) => matches.reduce((sum, { card }) => sum + card.tally.shootOut, 0),
});

/** The list of teams that the venue gives, the best first: world ranking, ranking of the qualifiers. */
const ranking = (clause: string): Criterion =>
  overAll('RANKING', clause, ({ competitor }, { setup }) => {
    const { ranking: teams = [] } = readOptions(OPTIONS, setup);
    const place = teams.indexOf(competitor);
    return place < 0 ? -teams.length : -place;
  });

/** A match between those who are level, which is in no table. */
const playOff = (clause: string): Criterion =>
  overAll('PLAY_OFF', clause, ({ playOffs }) => playOffs.filter(({ outcome }) => outcome === 'W').length);

const lot = (clause: string): Criterion => drawnByLot({ code: 'LOT', clause });

const same = (win: 2 | 3, group: readonly Criterion[], conduct: Conduct | null = null): Edition => ({
  win,
  group,
  thirds: group.filter(({ among, code }) => among === 'ALL' && code !== 'PLAY_OFF'),
  conduct,
});

const fifa = (clause: string): readonly Criterion[] => [
  goalDifference(clause),
  goalsScored(clause),
  ...headToHead(clause, 'CONTINUE'),
];

const uefa = (clause: string, others: readonly Criterion[]): readonly Criterion[] => [
  ...headToHead(clause, 'RESTART_AT_END'),
  goalDifference(clause),
  goalsScored(clause),
  ...others,
];

const withConduct = (clause: string): Edition =>
  same(3, [...fifa(clause), fairPlay(clause, fifaConduct), lot(clause)], fifaConduct);

export const CURRENT_EDITION = 'OG-2024';

/** Oldest first of each book. */
export const EDITIONS: ReadonlyMap<string, Edition> = new Map([
  ['FIFA-1930', same(2, [playOff('FIFA 1930'), goalAverage('FIFA 1930')])],
  ['FIFA-1954', same(2, [playOff('FIFA 1954'), lot('FIFA 1954')])],
  ['FIFA-1958', same(2, [playOff('FIFA 1958'), goalAverage('FIFA 1958'), lot('FIFA 1958')])],
  ['FIFA-1962', same(2, [goalAverage('FIFA 1962'), lot('FIFA 1962')])],
  ['FIFA-1970', same(2, [goalDifference('FIFA 1970'), lot('FIFA 1970')])],
  ['FIFA-1974', same(2, [goalDifference('FIFA 1974'), goalsScored('FIFA 1974'), lot('FIFA 1974')])],
  ['FIFA-1986', same(2, [...fifa('FIFA 1986'), lot('FIFA 1986')])],
  ['FIFA-1994', same(3, [...fifa('FIFA 1994'), lot('FIFA 1994')])],
  ['FIFA-2018', withConduct('FIFA World Cup regulations 2018, art. 32.5')],
  [
    'FIFA-2026',
    same(
      3,
      uefa('FIFA World Cup regulations 2026', [
        fairPlay('FIFA World Cup regulations 2026', fifaConduct),
        ranking('FIFA World Cup regulations 2026'),
      ]),
      fifaConduct,
    ),
  ],
  ['UEFA-1996', same(3, uefa('UEFA EURO 1996', [lot('UEFA EURO 1996')]))],
  [
    'UEFA-2016',
    same(
      3,
      uefa('UEFA EURO 2016, art. 18', [
        shootOut('UEFA EURO 2016, art. 18'),
        fairPlay('UEFA EURO 2016, art. 18', uefaConduct),
        ranking('UEFA EURO 2016, art. 18'),
      ]),
      uefaConduct,
    ),
  ],
  [
    'UEFA-2020',
    same(
      3,
      uefa('UEFA EURO 2018-20, art. 20', [
        shootOut('UEFA EURO 2018-20, art. 20'),
        wins('UEFA EURO 2018-20, art. 20'),
        fairPlay('UEFA EURO 2018-20, art. 20', uefaConduct),
        ranking('UEFA EURO 2018-20, art. 20'),
      ]),
      uefaConduct,
    ),
  ],
  ['OG-2024', withConduct('Olympic Football Tournaments Paris 2024')],
]);

const RULE_ID = /^FBL\.[A-Z]+@(.+)$/;

/** The edition that the setup asks for, with its name; null when there is none of that name. */
export function editionOf({ rule }: Setup): readonly [string, Edition] | null {
  const name = rule === undefined ? CURRENT_EDITION : (RULE_ID.exec(rule)?.[1] ?? '');
  const edition = EDITIONS.get(name);
  return edition === undefined ? null : [name, edition];
}

/** Table points of a win and a draw. */
export const tablePoints = (win: number, outcome: 'W' | 'L' | 'T'): number =>
  ({ W: win, T: 1, L: 0 })[outcome] * ONE;
