/** What makes figures readable in a sentence; all of their digits are in `results/`. */
import { type Figure, grouped, numberOf } from './benchmark.ts';

const MILLION = 1_000_000;
const DIGITS = 2;

/** As much of a number as somebody reads: 2,226,359 -> 2.2 million, 10.83 -> 11, 9.62 -> 9.6, 0.0912 -> 0.091. */
export function brief(value: number): string {
  if (value >= MILLION) return `${Number((value / MILLION).toPrecision(DIGITS))} million`;
  return grouped(value >= 100 ? Math.round(value) : Number(value.toPrecision(DIGITS)));
}

/** What a figure has under this name, in brief; what is no number stays as it is. */
export function briefOf(figure: Figure, name: string): string {
  const value = figure[name];
  return typeof value === 'number' ? brief(value) : numberOf(figure, name);
}

/** Of several rounds the one in the middle, in brief. */
export function middleOf(rounds: readonly Figure[], name: string): string {
  const values = rounds.map((figure) => figure[name] as number).sort((one, other) => one - other);
  return brief(values[values.length >> 1]!);
}

/** The figures that have these values. */
export const figuresWith = (figures: readonly Figure[], wanted: Figure): Figure[] =>
  figures.filter((figure) => Object.entries(wanted).every(([name, value]) => figure[name] === value));

/** `11 ms; uWebSockets.js 11, Nchan 8.7`: the first beside the others. */
export function besideOthers(figures: readonly Figure[], of: string, name: string, unit: string): string {
  const [ours, ...others] = figures;
  const rest = others.map((figure) => `${figure[of]} ${briefOf(figure, name)}`).join(', ');
  return `${briefOf(ours!, name)} ${unit}${rest === '' ? '' : `; ${rest}`}`;
}
