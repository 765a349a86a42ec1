/** Scores of whole sets, for a venue that sends no points: `S1` games, `S1-TB` points of its tie-break. */
import { ONE } from '../../src/model/decimal.ts';
import type { PeriodScore } from '../../src/model/fact.ts';
import { type Format, setAt } from './formats.ts';
import { LOVE_ALL, type Pair, type SetScore, type SideIndex, type TennisScore } from './scoring.ts';

/** Scores of both sides, in start order. */
export function fromSetScores(
  [first, second]: readonly [readonly PeriodScore[], readonly PeriodScore[]],
  format: Format,
): TennisScore {
  const gamesOf = (scores: readonly PeriodScore[], period: string): number | null => {
    const said = scores.find((score) => score.period === period);
    return said === undefined ? null : said.value / ONE;
  };
  const both = (period: string): Pair | null => {
    const pair = [gamesOf(first, period), gamesOf(second, period)] as const;
    return pair[0] === null && pair[1] === null ? null : [pair[0] ?? 0, pair[1] ?? 0];
  };
  const sets: SetScore[] = [];
  for (let index = 0; index < 2 * format.toWin - 1; index += 1) {
    const games = both(`S${index + 1}`);
    if (games === null) break;
    sets.push({ games, tieBreak: both(`S${index + 1}-TB`), wonBy: wonBy(games, index, format) });
  }
  const won = (side: SideIndex): number => sets.filter((set) => set.wonBy === side).length;
  const setsWon: Pair = [won(0), won(1)];
  const over = setsWon.indexOf(format.toWin);
  return {
    ...LOVE_ALL,
    sets,
    setsWon,
    gamesOver: sets.reduce((sum, { games }) => sum + games[0] + games[1], 0),
    wonBy: over < 0 ? null : (over as SideIndex),
  };
}

/** Who has won a set with this score; null while it is under way, or for a score that no set ends with. */
function wonBy(games: Pair, index: number, format: Format): SideIndex | null {
  const how = setAt(format, index);
  const side: SideIndex = games[0] > games[1] ? 0 : 1;
  const [most, least] = [games[side], games[1 - side]!];
  if (how.kind === 'MATCH_TIE_BREAK') return most >= how.to && most - least >= 2 ? side : null;
  const byTieBreak = how.tieBreakAt !== null && most === how.tieBreakAt + 1 && least === how.tieBreakAt;
  return byTieBreak || (most >= how.games && most - least >= 2) ? side : null;
}
