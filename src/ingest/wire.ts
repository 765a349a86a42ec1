import type { Expected, FactContents, FactKind } from '../model/fact.ts';

/** A JSON value as it travels. */
export type WireValue = string | number | boolean | null | readonly WireValue[] | WireObject;
export interface WireObject {
  readonly [field: string]: WireValue | undefined;
}

/**
 * One message of the venue feed in its JSON form (`schemas/venue-feed/fact.schema.json`): measured
 * values are decimal strings, times RFC 3339 strings. Exactly one of the fact keys is there.
 */
export type WireFact = WireEnvelope & { readonly [K in FactKind]?: WireObject };

export interface WireEnvelope {
  readonly source: string;
  /** Default `"1"`. */
  readonly epoch?: string;
  readonly seq: number;
  readonly sentAt?: string;
  /** Of every fact but a heartbeat. */
  readonly unit?: string;
  readonly replaces?: number;
  readonly expects?: Expected;
  readonly test?: boolean;
}

export const DEFAULT_EPOCH = '1';

const KINDS: { readonly [K in keyof FactContents]: true } = {
  setup: true,
  startList: true,
  start: true,
  passing: true,
  reaction: true,
  attempt: true,
  score: true,
  periodScore: true,
  action: true,
  clock: true,
  irm: true,
  penalty: true,
  conditions: true,
  order: true,
  advance: true,
  rankOverride: true,
  status: true,
  schedule: true,
  note: true,
  void: true,
  link: true,
  release: true,
  heartbeat: true,
  competition: true,
  session: true,
};

export const FACT_KINDS = Object.keys(KINDS) as readonly FactKind[];

export const isFactKind = (key: string): key is FactKind => Object.hasOwn(KINDS, key);

const ENVELOPE: ReadonlySet<string> = new Set([
  'source',
  'epoch',
  'seq',
  'sentAt',
  'unit',
  'replaces',
  'expects',
  'test',
]);

export const isEnvelopeField = (key: string): boolean => ENVELOPE.has(key);
