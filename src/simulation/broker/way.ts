/** The way between a program and the broker: it decides when something arrives, and whether. */
export interface Way {
  /** Puts the request to the broker and brings back what it answers. */
  ask<T>(request: () => T): Promise<T>;
  /** Brings something from the broker to the program. */
  deliver(arrive: () => void): void;
  /** Resolves after so long, by the program's clock. */
  pause(ms: number): Promise<void>;
  /** Runs it again and again in the program; what it gives ends that. */
  every(ms: number, run: () => void): () => void;
  /** The connection broke, or stands again. */
  changed(connected: boolean): void;
}
