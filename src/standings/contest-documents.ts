import type { Header } from '../model/document.ts';
import type { Row } from '../model/row.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Arrangement } from './arrangement.ts';
import { bracketRows } from './bracket-rows.ts';
import type { CompetitionSaid } from './competition-said.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { Issue } from './issue.ts';
import { statusOver } from './parts-field.ts';
import { Proposals } from './proposals.ts';
import type { Series } from './series.ts';
import type { UnitField } from './unit-field.ts';
import { nowOf, nowPart, playRows, turnRows } from './unit-stories.ts';

/** What a header says of where its document comes from. */
export type HeaderSource = Pick<Header, 'test' | 'reliability'>;

/** Writes what contests show beside their lists: the bracket of an event, what happens in a unit and what happened. */
export class ContestDocuments {
  readonly #tree: DisciplineTree;
  readonly #series: Series;
  readonly #sourceOf: (units: readonly UnitField[], status: Header['status']) => HeaderSource;

  readonly #said: () => CompetitionSaid;

  constructor(
    tree: DisciplineTree,
    series: Series,
    sourceOf: (units: readonly UnitField[], status: Header['status']) => HeaderSource,
    said: () => CompetitionSaid,
  ) {
    this.#said = said;
    this.#tree = tree;
    this.#series = series;
    this.#sourceOf = sourceOf;
  }

  /** BRACKETS: one row a match. */
  bracket(arrangement: Arrangement, issue: Issue): void {
    const { event, units } = arrangement;
    const rows = this.#isKnown(arrangement)
      ? bracketRows(this.#tree, arrangement, new Proposals(this.#tree, arrangement))
      : [];
    if (rows.length === 0 && !this.#series.isPublished('BRACKETS', event)) return;
    const drawn = new Set(rows.map(({ key }) => key));
    const matches = units.filter(({ rsc }) => drawn.has(rsc));
    // Where somebody has a bye nothing is played, and nothing waits for it.
    const played = rows.filter(({ sides }) => !sides.sides.some(({ bye }) => bye === true));
    const status = statusOver(played.map(({ outcome }) => outcome.resultStatus));
    this.#write(
      { type: 'BRACKETS', unit: event, status, rule: null, ...this.#sourceOf(matches, status) },
      rows,
      issue,
    );
  }

  /** Something holds that was said of the event: what is planned of it alone is shown to nobody. */
  #isKnown({ event, units, lists }: Arrangement): boolean {
    const above = [event, ...lists.keys()].map((rsc) => this.#tree.knownLedger(rsc));
    return [...units.map(({ ledger }) => ledger), ...above].some((ledger) => ledger?.isEmpty === false);
  }

  /** PLAY_BY_PLAY and CURRENT, where the rule of the unit tells them. */
  unit(unit: UnitField, issue: Issue): void {
    const { rsc, status, rule } = unit;
    const frame = { unit: rsc, status, rule: rule.id, ...this.#sourceOf([unit], status) };
    const plays = playRows(unit) ?? [];
    if (plays.length > 0 || this.#series.isPublished('PLAY_BY_PLAY', rsc))
      this.#write({ type: 'PLAY_BY_PLAY', ...frame }, plays, issue);
    const now = nowOf(unit);
    if (now !== null || this.#series.isPublished('CURRENT', rsc))
      this.#write(
        { type: 'CURRENT', ...frame },
        turnRows(unit, now, this.#said()),
        issue,
        now && nowPart(unit, now),
      );
  }

  #write(
    frame: Omit<Header, 'subcode' | 'names' | 'columns' | 'info'>,
    rows: readonly Row[],
    issue: Issue,
    now: Header['now'] | null = null,
  ): void {
    const header: Header = {
      ...frame,
      subcode: null,
      names: this.#tree.names(frame.unit),
      columns: rowsOf(frame.type).columns,
      info: {},
      ...(now ? { now } : {}),
    };
    issue.add(this.#series.renew(header, rows, issue.asOf));
  }
}
