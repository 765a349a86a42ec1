/** The way between a program and the broker: it decides when something arrives, and whether. */
export interface Way {
  /** Puts the request to the broker and brings back what it answers. */
  ask<T>(request: () => T): Promise<T>;
  /** Brings something from the broker to the program. */
  deliver(arrive: () => void): void;
  /** The connection broke, or stands again. */
  changed(connected: boolean): void;
}
