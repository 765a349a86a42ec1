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

export interface Benchmark {
  readonly name: string;
  /** The question in one sentence. */
  readonly question: string;
  /** `smoke` runs in seconds to show that it works; its figures mean nothing. */
  run(size: 'smoke' | 'real', progress: (line: string) => void): Promise<Answer>;
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
