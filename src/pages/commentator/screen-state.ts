/** What a commentator screen knows: its layout, the documents of one sport, the units that are shown, own notes. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type FeedState, feedState } from '../../client/feed-state.ts';
import { unitNow } from '../../client/unit-now.ts';
import type { Document, DocumentOf } from '../../model/document.ts';
import { disciplineOf, disciplineRsc, type Rsc } from '../../model/rsc.ts';
import type { Picking } from '../parts/picked-name.tsx';
import { documentList } from '../stream/document-list.ts';
import { Documents } from '../stream/documents.ts';
import { type Feed, openFeed } from '../stream/feed.ts';
import type { Naming } from '../view/announcements.ts';
import { titleOf } from '../view/document-head.ts';
import { isMoving } from '../view/document-list.ts';
import { addressOf, backToNow, type Layout, layoutFrom, withUnit } from '../view/layout.ts';
import { type OwnNotes, ownMark } from '../view/own-notes.ts';
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
  /** Of every name on this screen: its card is a touch away, and who is marked is so everywhere. */
  readonly picking: Picking = {
    pick: (competitor) => this.showCompetitor(competitor),
    markOf: (competitor, organisation) => ownMark(this.own.value, competitor, organisation),
  };
  readonly disciplines: ReadonlySignal<readonly string[]>;
  readonly discipline: ReadonlySignal<string>;
  /** Every document of the sport and of those of the units beside it, and the medal table. */
  readonly all: ReadonlySignal<readonly Document[]>;
  readonly panes: ReadonlySignal<readonly UnitPane[]>;
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
    const followed = computed(() => {
      const beside = this.layout.value.units.map(disciplineOf);
      return [...new Set([this.discipline.value, ...beside])].filter((code) => code !== '').join(' ');
    });
    this.all = computed(() => this.#documentsOf(`${followed.value} GEN`.split(' ')));
    this.panes = this.#keepPanes();
    effect(() => this.documents.delay(this.layout.value.delayS * 1000));
    effect(() => {
      const codes = followed.value === '' ? [] : followed.value.split(' ');
      if (codes.length > 0) this.documents.followOnly([...codes.map((code) => `${code}*/*`), 'GEN*/MEDALS']);
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
    batch(() => {
      this.lookedUp.value = null;
      this.isHelpOpen.value = false;
      if (this.#isAnyHeld()) this.toggleHold();
      this.lay(backToNow(this.layout.peek()));
    });
  }

  /** In Now; `isBeside`: with those that are shown already, whether somebody chose them or not. */
  show(unit: Rsc, isBeside: boolean): void {
    const units = this.panes.peek().map((pane) => pane.unit);
    this.lay({ ...withUnit({ ...this.layout.peek(), units }, unit, isBeside), view: 'now' });
  }

  /** Units that were chosen stay while somebody looks for one to stand beside them: it can be of another sport. */
  chooseDiscipline(discipline: string): void {
    const { view, units } = this.layout.peek();
    this.lay({ discipline, units: view === 'overview' ? units : [], competitor: '' });
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

  /** What units and people of the sport of a unit are called, as far as a document says it. */
  naming(unit: Rsc): Naming {
    const participants = this.documents.typed(disciplineRsc(unit), 'PARTICIPANTS');
    return {
      nameOf: (named) => {
        const found = this.all.value.find(({ header }) => header.unit === named);
        return found === undefined ? '' : titleOf(found.header, this.speech);
      },
      whoIs: (competitor) => participants?.rows.find(({ key }) => key === competitor)?.identity.name,
    };
  }

  /** What was told in the sport of a unit. */
  communicationsIn(unit: Rsc): DocumentOf<'COMMUNICATION'> | null {
    return this.documents.typed(disciplineRsc(unit), 'COMMUNICATION');
  }

  #documentsOf(disciplines: readonly string[]): readonly Document[] {
    return this.documents.channels.value
      .filter((channel) => disciplines.includes(disciplineOf(channel)))
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
