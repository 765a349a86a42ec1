/** How a dispatch reaches a recipient. */
import type { Dispatch } from '../encode/wire/dispatch.ts';

/** A dispatch in its form. */
export interface Letter {
  /** The same whenever this dispatch is handed over, and of no other one: by it a recipient finds repeats. */
  readonly key: string;
  /** The same through all numbers: `ATHM100M--------------FNL-000100--.RESULT.xml`. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly dispatch: Dispatch;
}

export interface Way {
  /** Where letters are made ready, so that handing over is one moment; null where nothing is. Throws `NotHanded`. */
  place(): Promise<string | null>;
  /** Nothing of it is seen by the recipient; may be done again. */
  prepare(letter: Letter): Promise<void>;
  /** Resolves when the recipient has it. Throws `NotHanded`. After `prepare` it may be done again without doing anything twice. */
  hand(letter: Letter): Promise<void>;
  /** Nothing is handed over any more. */
  close(): Promise<void>;
}

/** The recipient has not got it, or nobody knows. */
export class NotHanded extends Error {
  /** Whether it is worth trying again. */
  readonly isPassing: boolean;
  /** As the recipient asks; null: as we think. */
  readonly waitMs: number | null;

  constructor(
    message: string,
    { isPassing = true, waitMs = null }: { isPassing?: boolean; waitMs?: number | null } = {},
  ) {
    super(message);
    this.name = 'NotHanded';
    this.isPassing = isPassing;
    this.waitMs = waitMs;
  }
}
