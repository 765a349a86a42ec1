/** Yellow and red cards as points for conduct: the same cards weigh differently in the books of FIFA and UEFA. */
import type { Action } from '../../src/model/fact.ts';

/** What one player was shown in one match. */
export interface Cards {
  /** Empty where the venue named nobody: such a card is counted alone. */
  readonly athlete: string;
  readonly yellow: number;
  /** Sent off for a second caution. */
  readonly secondYellow: boolean;
  /** Sent off at once. */
  readonly red: boolean;
}

export const YELLOW = 'YC';
export const SECOND_YELLOW = 'YRC';
export const RED = 'RC';

/** By player, in the order in which they were first shown one. */
export function cardsOf(actions: readonly Action[]): readonly Cards[] {
  const players = new Map<string, Cards>();
  for (const { kind, athlete = '', id } of actions) {
    if (kind !== YELLOW && kind !== SECOND_YELLOW && kind !== RED) continue;
    const key = athlete === '' ? `#${id}` : athlete;
    const before = players.get(key) ?? { athlete, yellow: 0, secondYellow: false, red: false };
    players.set(key, {
      ...before,
      yellow: before.yellow + (kind === YELLOW ? 1 : 0),
      secondYellow: before.secondYellow || kind === SECOND_YELLOW,
      red: before.red || kind === RED,
    });
  }
  return [...players.values()];
}

/** How many of each the side was shown; nothing where none was. */
export function countsOf(cards: readonly Cards[]): { code: string; count: number }[] {
  const count = (of: (each: Cards) => number): number => cards.reduce((sum, each) => sum + of(each), 0);
  return [
    { code: YELLOW, count: count(({ yellow }) => yellow) },
    { code: SECOND_YELLOW, count: count(({ secondYellow }) => Number(secondYellow)) },
    { code: RED, count: count(({ red }) => Number(red)) },
  ].filter((each) => each.count > 0);
}

/** Points of one player in one match; the greater total of a team is the better one. */
export type Conduct = (cards: Cards) => number;

/** Only one deduction a player and match: caution -1, second caution -3, sent off -4, caution and sent off -5. */
export const fifaConduct: Conduct = ({ yellow, secondYellow, red }) => {
  if (red) return yellow > 0 ? -5 : -4;
  return secondYellow ? -3 : -Math.min(yellow, 1);
};

/** Every card counts: caution 1, sent off 3, and 3 for two cautions in one match. */
export const uefaConduct: Conduct = ({ yellow, secondYellow, red }) =>
  -((secondYellow ? 3 : yellow) + (red ? 3 : 0));

export const conductOf = (cards: readonly Cards[], conduct: Conduct): number =>
  cards.reduce((sum, each) => sum + conduct(each), 0);
