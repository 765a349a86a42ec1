/** What every benchmark file gives and what the runner prints of it. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly holds: boolean;
}

/** One line of the answer: named numbers, the same names in every line of a table. */
export type Figure = Readonly<Record<string, string | number>>;

export interface Answer {
  readonly figures: readonly Figure[];
  readonly bars: readonly Bar[];
}

export type Size = 'smoke' | 'real';

export interface Benchmark {
  readonly name: string;
  /** The question in one sentence. */
  readonly question: string;
  /** `smoke` runs in seconds to show that it works; its figures mean nothing. */
  run(size: Size, progress: (line: string) => void): Promise<Answer>;
  /** What a run came to, in one sentence for the README. */
  sentence(figures: readonly Figure[]): string;
  /** Its main figures, a line each. */
  inShort(figures: readonly Figure[]): readonly string[];
  /** SVG pictures of a real run, by the name of their file. */
  pictures?(figures: readonly Figure[]): Readonly<Record<string, string>>;
}

export const atMost = (what: string, value: number, limit: number): Bar => ({
  what,
  value,
  limit,
  holds: value <= limit,
});
export const atLeast = (what: string, value: number, limit: number): Bar => ({
  what,
  value,
  limit,
  holds: value >= limit,
});

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** 1234567.8 -> 1,234,567.8 */
export const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 });

/** Of a figure: what it has under this name, numbers grouped for reading. Throws when it has nothing there. */
export function numberOf(figure: Figure, name: string): string {
  const value = figure[name];
  if (value === undefined) throw new Error(`no "${name}" among ${Object.keys(figure).join(', ')}`);
  return typeof value === 'number' ? grouped(value) : value;
}
