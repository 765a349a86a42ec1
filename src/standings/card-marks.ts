import { PartedMap } from '../model/parted-map.ts';
import type { MarkOf, Ranked, UnitContext } from '../rules/contract.ts';
import type { Line } from '../rules/rank.ts';

/** How cards are shown, made once per card: a card is a new object whenever it says something new. */
export class CardMarks {
  readonly #rule: Ranked<unknown>;
  readonly #context: UnitContext;
  readonly #made = new PartedMap<{ readonly card: unknown; readonly mark: MarkOf }>();

  constructor(rule: Ranked<unknown>, context: UnitContext) {
    this.#rule = rule;
    this.#context = context;
  }

  of({ entry, card }: Pick<Line<unknown>, 'entry' | 'card'>): MarkOf {
    const { code } = entry.competitor;
    const last = this.#made.get(code);
    if (last !== undefined && last.card === card) return last.mark;
    const mark = this.#rule.mark(card, this.#context);
    this.#made.set(code, { card, mark });
    return mark;
  }
}
