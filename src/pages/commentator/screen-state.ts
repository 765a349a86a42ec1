/** What a commentator screen knows: its layout, the documents of one sport, the units that are shown, own notes. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type FeedState, feedState } from '../../client/feed-state.ts';
import { unitNow } from '../../client/unit-now.ts';
import { type Document, type DocumentOf, isOfType } from '../../model/document.ts';
import { disciplineOf } from '../../model/rsc.ts';
import { documentList } from '../stream/document-list.ts';
import { Documents } from '../stream/documents.ts';
import { type Feed, openFeed } from '../stream/feed.ts';
import { titleOf } from '../view/document-head.ts';
import { isMoving } from '../view/document-list.ts';
import { addressOf, FIRST_LAYOUT, type Layout, layoutFrom } from '../view/layout.ts';
import type { OwnNotes } from '../view/own-notes.ts';
import type { Speech } from '../view/speech.ts';
import { ownNotes } from './notes-on-device.ts';
import { UnitPane } from './unit-pane.ts';

export class ScreenState {
  readonly speech: Speech;
  readonly feed: Feed = openFeed();
  readonly layout: Signal<Layout> = signal(layoutFrom(location.hash));
  readonly own: Signal<OwnNotes> = ownNotes();
  /** Milliseconds since 1970, once a second. */
  readonly clock = signal(Date.now());
  /** Everything is heard, from the venue to here. */
  readonly isLive: ReadonlySignal<boolean> = computed(() => this.feedState.value === 'LIVE');
  readonly feedState: ReadonlySignal<FeedState> = computed(() =>
    feedState(this.feed.connection.value, this.feed.heard.value, this.clock.value),
  );
  /** What is typed to look somebody up; null: nobody is. */
  readonly lookedUp = signal<string | null>(null);
  readonly isHelpOpen = signal(false);
  readonly disciplines: ReadonlySignal<readonly string[]>;
  readonly discipline: ReadonlySignal<string>;
  /** Every document of the sport, and the medal table. */
  readonly all: ReadonlySignal<readonly Document[]>;
  readonly panes: ReadonlySignal<readonly UnitPane[]>;
  readonly communications: ReadonlySignal<DocumentOf<'COMMUNICATION'> | null>;
  readonly documents: Documents;

  constructor(speech: Speech) {
    this.speech = speech;
    this.documents = new Documents(this.feed.subscriber);
    const listed = documentList();
    this.disciplines = computed(() => {
      const found = (listed.value ?? []).map(({ unit }) => disciplineOf(unit));
      return [...new Set(found)].filter((code) => code !== 'GEN').sort();
    });
    const firstSeen = signal('');
    this.discipline = computed(() => this.layout.value.discipline || firstSeen.value);
    effect(() => {
      if (firstSeen.peek() !== '') return;
      firstSeen.value =
        disciplineOf((listed.value ?? []).find(isMoving)?.unit ?? '') || (this.disciplines.value[0] ?? '');
    });
    this.all = computed(() => this.#documentsOf(this.discipline.value));
    this.communications = computed(
      () => this.all.value.find((document) => isOfType(document, 'COMMUNICATION')) ?? null,
    );
    this.panes = this.#keepPanes();
    effect(() => this.documents.delay(this.layout.value.delayS * 1000));
    effect(() => {
      const code = this.discipline.value;
      if (code !== '') this.documents.followOnly([`${code}*/*`, 'GEN*/MEDALS']);
    });
    setInterval(() => {
      this.clock.value = Date.now();
    }, 1_000);
    addEventListener('hashchange', () => {
      this.layout.value = layoutFrom(location.hash);
    });
  }

  /** The address says it, too, so that it can be handed on. */
  lay(changed: Partial<Layout>): void {
    const layout = { ...this.layout.peek(), ...changed };
    history.replaceState(null, '', addressOf(layout));
    this.layout.value = layout;
  }

  /** One key, one touch, from wherever somebody is lost. */
  backToNow(): void {
    const { discipline, delayS, isMirrored } = this.layout.peek();
    batch(() => {
      this.lookedUp.value = null;
      this.isHelpOpen.value = false;
      if (this.#isAnyHeld()) this.toggleHold();
      this.lay({ ...FIRST_LAYOUT, discipline, delayS, isMirrored });
    });
  }

  /** All units that are shown are held, or none: where one is, all go back to the newest. */
  toggleHold(): void {
    const isAnyHeld = this.#isAnyHeld();
    for (const pane of this.panes.peek()) if (!isAnyHeld || pane.kept.peek().kept !== null) pane.toggleHold();
  }

  #isAnyHeld(): boolean {
    return this.panes.peek().some(({ kept }) => kept.peek().kept !== null);
  }

  showCompetitor(competitor: string): void {
    this.lookedUp.value = null;
    this.lay({ view: 'athlete', competitor });
  }

  /** What a unit, phase or event is called; empty where no document says it. */
  nameOf(unit: string): string {
    const found = this.all.value.find(({ header }) => header.unit === unit);
    return found === undefined ? '' : titleOf(found.header, this.speech);
  }

  #documentsOf(discipline: string): readonly Document[] {
    return this.documents.channels.value
      .filter((channel) => channel.startsWith(discipline) || channel.startsWith('GEN'))
      .map((channel) => this.documents.of(channel).value)
      .filter((document) => document !== null);
  }

  /** A unit that nobody has chosen stays while it is under way: two at the same time do not take turns. */
  #keepPanes(): ReadonlySignal<readonly UnitPane[]> {
    const panes = signal<readonly UnitPane[]>([]);
    let before: string | null = null;
    const units = computed(() => {
      const { units: chosen } = this.layout.value;
      if (chosen.length > 0) return chosen.join(',');
      before = unitNow(this.all.value, before);
      return before ?? '';
    });
    effect(() => {
      const wanted = units.value === '' ? [] : units.value.split(',');
      const known = new Map(panes.peek().map((pane) => [pane.unit, pane]));
      panes.value = wanted.map(
        (unit) => known.get(unit) ?? new UnitPane(unit, this.documents, this.speech, this.own),
      );
      for (const [unit, pane] of known) if (!wanted.includes(unit)) pane.end();
    });
    return panes;
  }
}
