/** What changed from one edition of the rules to the next, and what each asks for. Sources are in `rulebook.md`. */
import { decimal, type Micro, ONE } from '../../src/model/decimal.ts';
import type { JudgeGroup } from '../../src/rules/families/panel.ts';
import type { Contest, Kind } from './events.ts';

/** Judges of a dive, and by what the sum of the counting awards is multiplied beside the degree of difficulty. */
export interface DivingPanel {
  readonly groups: readonly JudgeGroup[];
  readonly factor: Micro;
}

export interface Edition {
  /** By number of judges, the usual one first. */
  readonly panels: Readonly<Record<Kind, ReadonlyMap<number, DivingPanel>>>;
  /** Dives of a contest. */
  rounds(contest: Contest): number;
  /** The sum of a phase goes on into the next one. */
  readonly carriedOver: boolean;
}

/** Codes of awards: of the only diver, of each of two, of how they are in step. */
export const AWARD = { execution: 'EX', first: 'EX1', second: 'EX2', synchronisation: 'SYN' } as const;
export type AwardCode = (typeof AWARD)[keyof typeof AWARD];

const group = (judges: number, drop: number, ...components: readonly AwardCode[]): JudgeGroup => ({
  code: components[0]!,
  components,
  judges,
  drop,
});

const panel = (factor: string, ...groups: readonly JudgeGroup[]): DivingPanel => ({
  groups,
  factor: decimal(factor),
});

const byNumber = (...panels: readonly DivingPanel[]): ReadonlyMap<number, DivingPanel> =>
  new Map(panels.map((each) => [each.groups.reduce((sum, { judges }) => sum + judges, 0), each]));

/** Three awards count, whatever the panel is; of a pair five, worth as much as three. */
const ALONE = byNumber(panel('1', group(7, 2, AWARD.execution)), panel('1', group(5, 1, AWARD.execution)));
const IN_STEP = byNumber(
  panel('0.6', group(3, 1, AWARD.first), group(3, 1, AWARD.second), group(5, 1, AWARD.synchronisation)),
  panel('0.6', group(4, 1, AWARD.first, AWARD.second), group(5, 1, AWARD.synchronisation)),
);
/** Five of seven awards counted, worth as much as three. */
const ALONE_IN_2000 = byNumber(
  panel('0.6', group(7, 1, AWARD.execution)),
  panel('1', group(5, 1, AWARD.execution)),
);

const MEN = 6;
const OTHERS = 5;

function rounds({ kind, gender }: Contest): number {
  return kind === 'TEAM' || gender === 'M' ? MEN : OTHERS;
}

/** Semi-finals had dives with limited difficulty only: five from the springboard, four from the platform. */
function roundsIn2000(contest: Contest): number {
  if (contest.phase !== 'SFNL') return rounds(contest);
  return contest.event === '10M' ? 4 : 5;
}

export const EDITIONS: ReadonlyMap<string, Edition> = new Map([
  [
    '2000',
    {
      panels: { INDIVIDUAL: ALONE_IN_2000, SYNCHRONISED: IN_STEP, TEAM: ALONE_IN_2000 },
      rounds: roundsIn2000,
      carriedOver: true,
    },
  ],
  ['2017', { panels: { INDIVIDUAL: ALONE, SYNCHRONISED: IN_STEP, TEAM: ALONE }, rounds, carriedOver: false }],
]);

export const CURRENT_EDITION = '2017';

export const HIGHEST_AWARD: Micro = 10 * ONE;
