/** Everything that is noted of a run, in the words of those who say it; times in milliseconds of the machine's clock. */
import type { End } from './expected.ts';
import type { Saying } from './meet.ts';
import type { StoredFact } from './servers.ts';

/** What a screen tells (`screen/main.mjs`). */
export interface ScreenWord {
  readonly screen: string;
  readonly at: number;
  /** A document, or a delta, that was taken. */
  readonly channel?: string;
  readonly epoch?: string;
  readonly version?: number;
  readonly hash?: string;
  /** Of a RESULT: whose value changed, in seconds as text. */
  readonly marks?: Readonly<Record<string, string | null>>;
  /** It is subscribed at this edge. */
  readonly stands?: string;
  readonly resumed?: boolean;
  /** Its connection ended with this code. */
  readonly ended?: number;
  readonly complaint?: 'wrong' | 'doubled' | 'misleading';
  readonly why?: string;
  readonly keepalive?: { readonly behind: number | null; readonly states: readonly string[] };
}

/** What an edge answered to `/readyz`; `home` is the screen that follows that edge only. */
export interface Readiness {
  readonly home: string;
  /** When it was asked. */
  readonly at: number;
  /** One that was stopped answers later, and of then. */
  readonly answeredAt: number;
  readonly isReady: boolean;
}

export interface Journal {
  readonly sayings: readonly Saying[];
  /** When each was said, by its place. */
  readonly said: ReadonlyMap<number, number>;
  /** `EPOCH:SEQ` of their facts, each with its place. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly words: readonly ScreenWord[];
  readonly readiness: readonly Readiness[];
  /** What the broker has in the end. */
  readonly stored: readonly StoredFact[];
  /** Milliseconds since 1970 less those of the machine's clock. */
  readonly wallOffset: number;
  /** What there is to show. */
  readonly end: End;
  /** Screens by what they are for. */
  readonly screens: readonly ScreenRole[];
  /** What else was found wrong, in words. */
  readonly troubles: readonly string[];
}

export interface ScreenRole {
  readonly name: string;
  /** Whether it always has an edge to go to and reads at once: its silence counts. */
  readonly isSteady: boolean;
}
