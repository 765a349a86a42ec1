import { channelOf } from '../model/document.ts';
import type { Setup } from '../model/fact.ts';
import type { RowList } from '../model/row-list.ts';
import { disciplineRsc, levelOf, type Rsc } from '../model/rsc.ts';
import type { Line } from '../rules/rank.ts';
import type { DisciplineDocuments } from './discipline-documents.ts';
import type { DisciplineTree } from './discipline-tree.ts';
import type { EventsAway, Left } from './events-away.ts';
import { Issue } from './issue.ts';
import type { Qualification } from './qualification.ts';
import type { RecordBook } from './record-book.ts';
import { NotAsPublished, type Series } from './series.ts';
import type { UnitField } from './unit-field.ts';
import { isUnderWay } from './unit-status.ts';

/** What a discipline has in memory, and what not. */
export interface Memory {
  readonly units: number;
  readonly unitsAway: number;
  readonly bytesAway: number;
}

/** Everything of a discipline that hangs on what is in memory. */
export interface MemoryParts {
  readonly tree: DisciplineTree;
  readonly qualification: Qualification;
  readonly records: RecordBook;
  readonly documents: DisciplineDocuments;
  readonly series: Series;
  /** Rows of a unit as its lists last saw them. */
  readonly shown: Map<Rsc, RowList<Line<unknown>>>;
  readonly away: EventsAway;
}

/**
 * Events leave memory and come back: what was said of them as packed bytes, and of each document where it stands. Read back they are made
 * anew, and each document must have the hash that it had, so that nobody can tell that they were away.
 */
export class DisciplineMemory {
  readonly #parts: MemoryParts;

  constructor(parts: MemoryParts) {
    this.#parts = parts;
  }

  get counts(): Memory {
    const { tree, away } = this.#parts;
    return { units: tree.unitCount, unitsAway: away.unitCount, bytesAway: away.bytes };
  }

  /** Makes everything of these events anew, and writes it as it was. */
  makeAnew(events: ReadonlySet<Rsc>, issue: Issue): void {
    const { tree, qualification, records, documents, shown, away } = this.#parts;
    const units = [...events].flatMap((event) => tree.arranged.unitsOfEvent(event));
    const lists = [...events].flatMap((event) => tree.arranged.listsOfEvent(event));
    const withRecords = new Set(events);
    for (const unit of units) {
      tree.noteTest(unit);
      shown.set(unit.rsc, unit.lines);
      for (const event of records.takeElsewhere(unit)) if (!away.has(event)) withRecords.add(event);
    }
    for (const event of withRecords) records.renew(event, tree);
    for (const list of lists) qualification.renew(list, tree);
    documents.readAnew([...events].flatMap((event) => tree.knownOf(event)));
    for (const unit of units) documents.unit(unit, issue);
    for (const list of lists) documents.list(list, issue);
    for (const event of withRecords) documents.event(event, issue);
    documents.projections(issue);
    for (const event of events) away.note(event, 0);
  }

  /** These come back as they were, before anything else is said of them. What is another one now is told as a fault. */
  readBack(events: Iterable<Rsc>, issue: Issue): void {
    for (const event of events) this.#readBack(event, issue);
  }

  /**
   * Events that are away come back as they were: those that a source has a part in, or all. To be done before anything else is known that they
   * show.
   */
  broughtBack(source: string | null, asOf: string): Pick<Issue, 'versions' | 'faults'> {
    const { away } = this.#parts;
    const issue = new Issue(asOf);
    for (const event of source === null ? away.all : away.of(source))
      issue.attempt(event, () => this.#readBack(event, issue));
    return issue;
  }

  #readBack(event: Rsc, issue: Issue): void {
    const { tree, series, away } = this.#parts;
    const said = away.readBack(event);
    if (said === null) return;
    series.readBack(event);
    tree.takeUp(said);
    const writing = new Issue(issue.asOf);
    this.makeAnew(new Set([event]), writing);
    const others = writing.versions.map(({ document }) => channelOf(document.header));
    for (const channel of [...others, ...series.unwrittenOf(event)])
      issue.faults.push({ unit: event, error: new NotAsPublished(`${channel} is another one`) });
    issue.faults.push(...writing.faults);
    issue.versions.push(...writing.versions);
  }

  /** Puts one event away, if it is time for one. `place`: of the newest fact in the stream. */
  putAway(place: number): void {
    const { tree, qualification, records, documents, shown, away } = this.#parts;
    const event = away.due(
      place,
      (each) => isOver(tree.unitsOf(each)),
      (each) => this.#canLeave(each),
    );
    if (event === null) return;
    const units = tree.unitsOf(event);
    const left = this.#left(event, units);
    away.put(event, tree.soFarOf(event), left);
    for (const { rsc } of units) shown.delete(rsc);
    documents.putAway(event, left.units);
    tree.putAway(event);
    qualification.putAway(event);
    records.putAway(event);
  }

  /** Nobody else needs to look into it: what makes lists or records of other events stays. */
  #canLeave(event: Rsc): boolean {
    const { tree, records, documents } = this.#parts;
    return (
      levelOf(event) === 'event' &&
      documents.stopped.size === 0 &&
      tree.unitsOf(event).every(({ fault, rsc }) => fault === null && !records.isLookedInto(rsc)) &&
      tree.arranged.isByItself(event) &&
      // Whom it names is looked for in every unit.
      tree.ledger(disciplineRsc(event)).all('irm').length === 0
    );
  }

  #left(event: Rsc, units: readonly UnitField[]): Left {
    const { tree, documents } = this.#parts;
    const above = tree.knownOf(event).flatMap((rsc) => tree.knownLedger(rsc) ?? []);
    const sessionOf = (setup: Setup | undefined): string[] =>
      setup?.session === undefined ? [] : [setup.session];
    return {
      units: units.map((unit) => documents.listed(unit)),
      sources: new Set(above.flatMap(({ sources }) => [...sources])),
      sessions: new Set(above.flatMap((ledger) => sessionOf(ledger.whole('setup')?.content))),
    };
  }
}

/** All that was said of it has come to a result that is official. */
const isOver = (units: readonly UnitField[]): boolean =>
  units.some(({ ledger }) => ledger.sources.size > 0) && !units.some(isUnderWay);
