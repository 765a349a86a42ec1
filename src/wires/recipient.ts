/** Who is sent documents: what it wants, how it is said, by which way. */
import type { StoryType, WireSettings } from '../encode/wire/dispatch.ts';
import type { FormName } from '../encode/wire/forms.ts';

/** From which status on a result is told. */
export const THRESHOLDS = ['LIVE', 'UNOFFICIAL', 'OFFICIAL'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export interface FileDropOptions {
  readonly folder: string;
}

export interface HttpPushOptions {
  readonly url: string;
  /** Bytes of the key of Standard Webhooks. */
  readonly secret: Uint8Array;
  /** For an answer. */
  readonly timeoutMs: number;
}

export type WayOptions = { readonly file: FileDropOptions } | { readonly http: HttpPushOptions };

export interface Recipient {
  /** Where its deliveries stand in the broker: another name begins anew. */
  readonly name: string;
  /** Three letters each; null: all, and what is about the whole competition. */
  readonly disciplines: readonly string[] | null;
  readonly types: readonly StoryType[];
  readonly from: Threshold;
  /** False: what turns out to be wrong is killed, and nothing more is told of it. */
  readonly corrections: boolean;
  /** Rehearsals as well. */
  readonly test: boolean;
  readonly form: FormName;
  readonly settings: WireSettings;
  readonly way: WayOptions;
  /** After so many attempts in vain a dispatch is a dead letter. */
  readonly attempts: number;
}
