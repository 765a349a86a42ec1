import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Setup } from '../model/fact.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { RowList } from '../model/row-list.ts';
import type { Rsc } from '../model/rsc.ts';
import type { MarkOf, Ranked } from '../rules/contract.ts';
import type { Line, Placed } from '../rules/rank.ts';
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
  /** Rows in `sortOrder`, of which versions share what did not change; the same list when nothing did. */
  readonly lines: RowList<Line<unknown>>;
  /** Where somebody stands in the list; -1 who is not listed. */
  indexOf(competitor: CompetitorCode): number;
  /** The same with ranks, which all have to be counted: for whoever looks at the whole list. */
  readonly placed: readonly Placed<unknown>[];
  /** How a card is shown; made once per card. */
  markOf(row: Pick<Line<unknown>, 'entry' | 'card'>): MarkOf;
  /** The unit a competitor's row comes from, where the field has several. */
  unitOf?(competitor: CompetitorCode): Rsc | null;
  readonly entries: readonly Entry[];
  /** Ranks by ruling that hold for this list; `placed` is still without them. */
  readonly rulings: Rulings;
}
