/** A unit on a commentator screen: its newest result, what of it is kept while it is read out, what was seen of it. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { heardClock, type RunningClock } from '../../client/running-clock.ts';
import { splitPoints } from '../../client/split-points.ts';
import { type Document, type DocumentOf, listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';
import { eventRsc, phaseRsc } from '../../model/rsc.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import type { Documents } from '../stream/documents.ts';
import { type ShownTable, shownTable } from '../stream/shown-table.ts';
import { type Kept, nothingKept, shownOf, toggled } from '../view/hold.ts';
import type { OwnNotes } from '../view/own-notes.ts';
import { type CardGroup, performanceCard } from '../view/performance-card.ts';
import type { Speech } from '../view/speech.ts';
import { type Change, whatChanged } from '../view/what-changed.ts';
import { screenColumns } from './screen-columns.ts';

const LISTS = ['CUMULATIVE_RESULT', 'POOL_STANDING', 'PHASE_RESULT'] as const;

/** What is projected of a table, a series or a sum, beside it. */
interface ProjectedList {
  readonly projection: DocumentOf<'PROJECTION'>;
  readonly list: Document;
}

export class UnitPane {
  readonly unit: string;
  readonly newest: ReadonlySignal<Document | null>;
  readonly kept: Signal<Kept<Document>> = signal(nothingKept());
  /** What is read: what is kept, else the newest. */
  readonly document: ReadonlySignal<Document | null>;
  readonly changes: ReadonlySignal<readonly Change[]>;
  readonly shown: ShownTable;
  /** Of the venue, as it was heard last; null while none is told. It is not kept: the rest goes on. */
  readonly clock: ReadonlySignal<RunningClock | null>;
  readonly #speech: Speech;
  readonly #seen = signal<Document | null>(null);
  /** What could still come of what is kept, as it was said then. */
  #keptProjection: DocumentOf<'PROJECTION'> | null = null;
  #keptLists: readonly ProjectedList[] = [];
  readonly #documents: Documents;
  readonly #endSeeing: () => void;

  constructor(unit: string, documents: Documents, speech: Speech, own: ReadonlySignal<OwnNotes>) {
    this.unit = unit;
    this.#documents = documents;
    this.#speech = speech;
    this.newest = documents.of(`${unit}/RESULT`);
    this.document = computed(() => shownOf(this.kept.value, this.newest.value));
    this.changes = computed(() => {
      const [before, after] = [this.#seen.value, this.document.value];
      return before === null || after === null ? [] : whatChanged(before, after);
    });
    this.shown = shownTable(this.document, {
      speech,
      unitHeader: () => null,
      added: () => screenColumns(this.document.value, this.projection, { own: own.value, speech }),
    });
    let clock: RunningClock | null = null;
    this.clock = computed(() => {
      clock = heardClock(clock, this.beside('CURRENT')?.header.now ?? {}, Date.now());
      return clock;
    });
    // What was there when the unit was opened has been seen.
    this.#endSeeing = effect(() => {
      if (this.#seen.peek() === null) this.#seen.value = this.document.value;
    });
  }

  toggleHold(): void {
    this.#keptProjection = this.beside('PROJECTION');
    this.#keptLists = this.#listsNow();
    this.kept.value = toggled(this.kept.peek(), this.newest.peek(), Date.now());
  }

  see(): void {
    this.#seen.value = this.document.peek();
  }

  /** Of the same unit: CURRENT, PLAY_BY_PLAY. They are not kept: the rest goes on. */
  beside<Type extends DocumentType>(type: Type): DocumentOf<Type> | null {
    return this.#documents.typed(this.unit, type);
  }

  /** Of the moment of what is read: what is needed beside an older list would be needed by nobody. */
  get projection(): DocumentOf<'PROJECTION'> | null {
    return this.kept.value.kept === null ? this.beside('PROJECTION') : this.#keptProjection;
  }

  /** The same of the lists that the unit is part of. */
  get projectedLists(): readonly ProjectedList[] {
    return this.kept.value.kept === null ? this.#listsNow() : this.#keptLists;
  }

  #listsNow(): readonly ProjectedList[] {
    return [phaseRsc(this.unit), eventRsc(this.unit)].flatMap((rsc) => {
      const projection = this.#documents.typed(rsc, 'PROJECTION');
      const lists = LISTS.map((type) => this.#documents.typed(rsc, type));
      const list = lists.find((each) => each !== null && each.rows.length > 0) ?? null;
      return projection === null || list === null ? [] : [{ projection, list }];
    });
  }

  /** What somebody has done in this unit, opened. */
  performanceOf(competitor: string): readonly CardGroup[] {
    const row = this.rowOf(competitor);
    if (row === undefined) return [];
    const words = this.#speech.words(this.unit);
    return performanceCard(row, splitPoints(this.document.value!), { words, said: this.#speech.said });
  }

  /** Somebody in what is read. */
  rowOf(competitor: string): ListRow | undefined {
    const shown = this.document.value;
    return shown === null ? undefined : listRows(shown).find(({ key }) => key === competitor);
  }

  end(): void {
    this.#endSeeing();
    this.shown.end();
  }
}
