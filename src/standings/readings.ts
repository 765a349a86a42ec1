import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { formatDecimal, type Micro } from '../model/decimal.ts';
import { defined } from '../model/defined.ts';
import type { FactOf, Setup } from '../model/fact.ts';
import { millisecondText, parseInstant } from '../model/instant.ts';
import type { Reading, RowOf } from '../model/row.ts';
import { listLike } from '../model/row-draft.ts';
import { RowList } from '../model/row-list.ts';
import { eventRsc, type Rsc } from '../model/rsc.ts';
import { sameContent } from '../model/same-content.ts';
import type { CompetitionSaid } from './competition-said.ts';

type ReadingRow = RowOf<'CONDITIONS'>;

/** The newest that are kept of a discipline. */
export const READINGS_KEPT = 500;

export interface Kept {
  /** Of the unit, phase, event or discipline that it was said of. */
  readonly of: Rsc;
  readonly at: number;
  readonly row: ReadingRow;
}

/** What was measured of weather and course in a discipline, by place and time, the newest first. */
export class Readings {
  #kept: readonly Kept[] = [];
  #rows = RowList.of<ReadingRow>([]);
  /** What was said of each, as it was last. */
  readonly #sources = new Map<Rsc, { readonly ledger: UnitLedger; readonly setup: Setup }>();

  /** The same list as long as nothing else was measured. */
  get rows(): RowList<ReadingRow> {
    this.#rows = listLike(
      this.#rows,
      this.#kept.map(({ row }) => row),
    );
    return this.#rows;
  }

  /** The readings that hold of a unit, phase, event or the discipline; those of one competitor are in the result. */
  renew(rsc: Rsc, ledger: UnitLedger, setup: Setup, said: CompetitionSaid): void {
    const facts = ledger.all('conditions').filter(({ content }) => content.competitor === undefined);
    if (facts.length === 0 && !this.#sources.has(rsc)) return;
    this.#sources.set(rsc, { ledger, setup });
    const known = new Map(this.#kept.map(({ row }) => [row.key, row]));
    const others = this.#kept.filter(({ of }) => of !== rsc);
    const own = new Map<string, Kept>();
    for (const fact of facts) {
      const made = keptOf(rsc, fact, setup, said);
      const before = known.get(made.row.key);
      own.set(made.row.key, sameContent(before, made.row) ? { ...made, row: before! } : made);
    }
    const all = [...others.filter(({ row }) => !own.has(row.key)), ...own.values()];
    all.sort((one, other) => other.at - one.at || (one.row.key < other.row.key ? -1 : 1));
    this.#kept = all.slice(0, READINGS_KEPT);
  }

  /** The newest first. */
  get soFar(): readonly Kept[] {
    return this.#kept;
  }

  takeUp(kept: readonly Kept[]): void {
    this.#kept = kept;
  }

  /** What was measured in an event stays, without what it was read from. */
  putAway(event: Rsc): void {
    for (const rsc of this.#sources.keys()) if (eventRsc(rsc) === event) this.#sources.delete(rsc);
  }

  /** Something else was said of the competition: clocks may show other times. */
  renewAll(said: CompetitionSaid): void {
    for (const [rsc, { ledger, setup }] of this.#sources) this.renew(rsc, ledger, setup, said);
  }
}

/** Where and when it was taken, if the fact does not say it: where the unit is, when it was sent. */
function keptOf(rsc: Rsc, fact: FactOf<'conditions'>, setup: Setup, said: CompetitionSaid): Kept {
  const { content } = fact;
  const at = content.at ?? (fact.sentAt === undefined ? null : parseInstant(fact.sentAt)) ?? fact.storedAt;
  const location = content.place ?? setup.location ?? setup.venue;
  const value = (measured: Micro | undefined): string | undefined =>
    measured === undefined ? undefined : formatDecimal(measured);
  const reading = defined<Reading>({
    at: said.localTime(millisecondText(at), setup.venue),
    location,
    wind: value(content.wind),
    temperature: value(content.temperature),
    humidity: value(content.humidity),
    pressure: value(content.pressure),
    snow: content.snow,
    gate: content.gate,
    windFactor: value(content.windFactor),
  });
  return { of: rsc, at, row: { key: `${location ?? rsc}@${millisecondText(at)}`, reading } };
}
