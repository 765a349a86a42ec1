/** What is needed for a place, as everybody else stands: the worst mark with which the rule gives it, found by halving. */
import type { Micro } from '../../model/decimal.ts';
import type { NextMark } from './outlook.ts';

/**
 * The worst mark that is enough; null where none is, or any is: that helps nobody. A better mark never takes a place away, so halving finds it. `isEnough` is
 * asked some twenty times for a grid of a million marks.
 */
export function neededMark<Card>(
  { least, most, step, more, card }: NextMark<Card>,
  isEnough: (card: Card) => boolean,
): Micro | null {
  const marks = Math.floor((most - least) / step);
  if (marks < 0) return null;
  /** The worst mark is number 0. */
  const markOf = (index: number): Micro => (more ? least + index * step : least + (marks - index) * step);
  if (!isEnough(card(markOf(marks)))) return null;
  let [from, to] = [0, marks];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isEnough(card(markOf(middle)))) to = middle;
    else from = middle + 1;
  }
  return to === 0 ? null : markOf(to);
}
