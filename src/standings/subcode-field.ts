import type { CompetitorCode, Entry } from '../model/competitor.ts';
import type { Setup } from '../model/fact.ts';
import type { ResultStatus } from '../model/result-status.ts';
import type { RowList } from '../model/row-list.ts';
import type { Rsc } from '../model/rsc.ts';
import type { MarkOf, Ranked, Standing, SubcodeList, UnitContext } from '../rules/contract.ts';
import { type Line, type Placed, RankedList, type Starter } from '../rules/rank.ts';
import { CardMarks } from './card-marks.ts';
import type { Field } from './field.ts';
import { withReason } from './irm-reason.ts';
import { NO_RULINGS } from './rulings.ts';

/** A list of a part of a unit (an apparatus): over the unit's own cards, or over those of team members. */
export class SubcodeField implements Field {
  readonly subcode: string;
  readonly rsc: Rsc;
  readonly rule: Ranked<unknown>;
  readonly setup: Setup;
  readonly status: ResultStatus;
  readonly entries: readonly Entry[];
  /** A ruling is about the unit as a whole. */
  readonly rulings = NO_RULINGS;
  readonly #definition: SubcodeList<unknown>;
  readonly #context: UnitContext;
  readonly #list: RankedList<unknown>;
  readonly #marks: CardMarks;

  constructor(definition: SubcodeList<unknown>, starters: readonly Starter<unknown>[], context: UnitContext) {
    this.subcode = definition.subcode;
    this.rule = definition.rule;
    this.rsc = context.unit;
    this.setup = context.setup;
    this.status = context.status;
    this.#definition = definition;
    this.#context = context;
    const listed = starters.flatMap((starter) => this.#listed(starter));
    this.entries = listed.map(({ entry }) => entry);
    this.#list = new RankedList(listed, definition.rule, context);
    this.#marks = new CardMarks(definition.rule, context);
  }

  get lines(): RowList<Line<unknown>> {
    return this.#list.lines;
  }

  indexOf(competitor: CompetitorCode): number {
    return this.#list.indexOf(competitor);
  }

  get placed(): readonly Placed<unknown>[] {
    return this.#list.placed;
  }

  markOf(row: Pick<Line<unknown>, 'entry' | 'card'>): MarkOf {
    return this.#marks.of(row);
  }

  /** Takes in an entry's new card. */
  set(starter: Starter<unknown>): void {
    for (const listed of this.#listed(starter)) this.#list.set(listed);
  }

  #listed({ entry, card }: Starter<unknown>): readonly Starter<unknown>[] {
    const listed = this.#definition.listed?.(entry, card) ?? [{ entry, card }];
    return listed.map((each) => ({ ...each, standing: this.#standingOf(each) }));
  }

  /** The reason of a mark of this part (or of a part of it: one of two vaults), or of the unit as a whole. */
  #standingOf({ entry, card }: Starter<unknown>): Standing {
    return withReason(this.rule.standing(card), () => {
      const { irms } = this.#context.factsOf(entry.competitor.code);
      const here = irms.filter(({ point }) => point?.startsWith(this.subcode));
      return [...here, ...irms.filter(({ point }) => point === undefined)];
    });
  }
}
