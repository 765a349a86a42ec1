/** What one run of the suite has seen, on whichever connection: complaints by rule, and how often each thing was seen. */
export class Run {
  readonly complaints: { readonly rule: string; readonly text: string }[] = [];
  readonly #seen = new Map<string, number>();
  /** How long an answer of the server may take, milliseconds. */
  readonly patienceMs: number;

  constructor(patienceMs = 10_000) {
    this.patienceMs = patienceMs;
  }

  complain(rule: string, text: string): void {
    this.complaints.push({ rule, text });
  }

  saw(what: string): void {
    this.#seen.set(what, this.times(what) + 1);
  }

  times(what: string): number {
    return this.#seen.get(what) ?? 0;
  }
}
