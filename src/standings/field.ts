import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Setup } from '../model/fact.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { Rsc } from '../model/rsc.ts';
import type { MarkOf, Ranked } from '../rules/contract.ts';
import type { Placed } from '../rules/rank.ts';
import type { Rulings } from './rulings.ts';

/**
 * A list of competitors in their order: the field of a unit (over facts), of a phase or of an event
 * (over the units' cards). Documents are made from it.
 */
export interface Field {
  readonly rsc: Rsc;
  readonly rule: Ranked<unknown>;
  readonly setup: Setup;
  readonly status: ResultStatus;
  /** Rows in `sortOrder`; the same array when nothing changed, the same objects where a row did not. */
  readonly placed: readonly Placed<unknown>[];
  /** How a card is shown; made once per card. */
  markOf(row: Placed<unknown>): MarkOf;
  /** The unit a competitor's row comes from, where the field has several. */
  unitOf?(competitor: CompetitorCode): Rsc | null;
  readonly entries: readonly Entry[];
  /** Ranks by ruling that hold for this list; `placed` is still without them. */
  readonly rulings: Rulings;
}
