/** What the graphics desk knows: what the broker says is on air, what is prepared, who works here. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { KINDS } from '../../graphics/kinds.ts';
import { followOnAir } from '../../graphics/shells/on-air-feed.ts';
import type { Document } from '../../model/document.ts';
import { filled } from '../../model/words.ts';
import {
  type Cue,
  type CueVersion,
  MAIN_OUTPUT,
  NEVER_TAKEN,
  type OnAirAnswer,
} from '../../on-air/output.ts';
import { askDesk, type DeskRefused } from '../stream/ask-desk.ts';
import { documentList } from '../stream/document-list.ts';
import { Documents } from '../stream/documents.ts';
import { openFeed } from '../stream/feed.ts';
import { keptOperator, namedOperator } from '../stream/operator.ts';
import type { Listed } from '../view/document-list.ts';
import {
  type Draft,
  draftOf,
  fits,
  layerOf,
  type OnAirFeed,
  type Options,
  onAirFeed,
  type Subject,
  toldOf,
} from '../view/graphics-draft.ts';
import type { Speech } from '../view/speech.ts';
import { GRAPHICS_DESK_WORDS, type GraphicsDeskWords } from './graphics-desk-words.ts';

const CLOCK_MS = 500;

type OutputAnswer = OnAirAnswer['outputs'][number];

/** What a graphic on a monitor says of itself. */
export interface GraphicSeen {
  readonly state: string;
  readonly steps: number;
  /** The version that it shows; null: nothing has come. */
  readonly shown: CueVersion | null;
  /** The newer one that is not shown before it is accepted; null: none waits. */
  readonly waiting: CueVersion | null;
}

export class DeskState {
  readonly speech: Speech;
  readonly said: GraphicsDeskWords;
  readonly answer: Signal<OnAirAnswer | null> = signal(null);
  readonly feed: ReadonlySignal<OnAirFeed>;
  /** What proves to the desk that this page is its own; null: it can only look. */
  readonly token: ReadonlySignal<string | null>;
  readonly operator: Signal<string> = keptOperator();
  readonly outputName: Signal<string> = signal(
    new URLSearchParams(location.search).get('output') ?? MAIN_OUTPUT,
  );
  readonly output: ReadonlySignal<OutputAnswer>;
  /** Those that are on air, the uppermost first. */
  readonly cues: ReadonlySignal<readonly Cue[]>;
  readonly listed: ReadonlySignal<readonly Listed[] | null>;
  readonly filter = signal('');
  readonly subject: Signal<Subject | null> = signal(null);
  readonly graphic: Signal<string> = signal('');
  readonly competitor = signal('');
  readonly options: Signal<Options> = signal({});
  readonly layer = signal('');
  readonly draft: ReadonlySignal<Draft | null>;
  /** What is on air where the draft would be. */
  readonly cue: ReadonlySignal<Cue | null>;
  /** Of the graphics of the programme, by layer. */
  readonly seen: Signal<ReadonlyMap<string, GraphicSeen>> = signal(new Map());
  /** The version that the preview shows now; null: nothing has come. */
  previewed: () => CueVersion | null = () => null;
  readonly waiting: ReadonlySignal<readonly Cue[]>;
  /** Why the last thing that was asked was not done; empty: it was. */
  readonly refusal = signal('');
  /** Something was asked that nobody has confirmed yet. */
  readonly isAsked = signal(false);
  readonly isClearAsked = signal(false);
  readonly isHelpOpen = signal(false);
  readonly #documents = new Documents(openFeed().subscriber);
  readonly #clock = signal(performance.now());
  readonly #heardAt: Signal<number | null> = signal(null);

  constructor(speech: Speech) {
    this.speech = speech;
    this.said = GRAPHICS_DESK_WORDS[speech.language]!;
    this.listed = documentList();
    this.output = computed(() => {
      const name = this.outputName.value;
      const known = this.answer.value?.outputs;
      return (
        known?.find((each) => each.name === name) ?? {
          name,
          ...NEVER_TAKEN,
          isConfirmed: known?.[0]?.isConfirmed ?? false,
          shownBy: known?.[0]?.shownBy == null ? null : { pages: 0, behind: 0 },
        }
      );
    });
    this.token = computed(() => this.answer.value?.token ?? null);
    this.cues = computed(() => this.output.value.cues.filter(({ state }) => state === 'IN').toReversed());
    this.feed = computed(() => {
      const heardAt = this.#heardAt.value;
      const heardAgoMs = heardAt === null ? null : Math.max(0, this.#clock.value - heardAt);
      return onAirFeed(heardAgoMs, this.output.value.isConfirmed);
    });
    this.draft = computed(() => {
      const [subject, graphic] = [this.subject.value, this.graphic.value];
      if (subject === null || graphic === '') return null;
      return {
        subject,
        graphic,
        competitor: this.competitor.value,
        options: this.options.value,
        layer: this.layer.value,
      };
    });
    this.cue = computed(() => {
      const [graphic, layer] = [this.graphic.value, this.layer.value];
      return this.cues.value.find((cue) => cue.layer === layerOf({ graphic, layer })) ?? null;
    });
    this.waiting = computed(() =>
      this.cues.value.filter(({ layer }) => this.seen.value.get(layer)?.waiting != null),
    );
    effect(() => {
      document.title = `${this.waiting.value.length > 0 ? '▲ ' : ''}${this.said.title}`;
    });
    effect(() => {
      const subject = this.subject.value;
      this.#documents.followOnly(subject !== null && 'channel' in subject ? [subject.channel] : []);
    });
    setInterval(() => {
      this.#clock.value = performance.now();
    }, CLOCK_MS);
    followOnAir<OnAirAnswer>('/v1/on-air', (answer) => this.#heard(answer));
  }

  /** The document that the draft is about; null while it has not come, and for whatever is live. */
  get document(): Document | null {
    const subject = this.subject.value;
    return subject !== null && 'channel' in subject ? this.#documents.of(subject.channel).value : null;
  }

  /** Another subject keeps the graphic where it can be about that. */
  choose(subject: Subject): void {
    batch(() => {
      this.subject.value = subject;
      this.competitor.value = '';
      const kind = KINDS.find(({ name }) => name === this.graphic.peek());
      if (kind !== undefined && !fits(kind, subject)) this.graphic.value = '';
    });
  }

  chooseGraphic(name: string): void {
    batch(() => {
      this.graphic.value = name;
      this.layer.value = '';
    });
  }

  /** What is on air comes into the preview, to be changed. */
  edit(cue: Cue): void {
    const draft = draftOf(cue);
    if (draft === null) return;
    batch(() => {
      this.subject.value = draft.subject;
      this.graphic.value = draft.graphic;
      this.competitor.value = draft.competitor;
      this.options.value = draft.options;
      this.layer.value = draft.layer;
    });
  }

  graphicName(name: string): string {
    const words: Readonly<Record<string, string>> = this.said;
    return words[`kind-${name}`] ?? KINDS.find((kind) => kind.name === name)?.title ?? name;
  }

  async take(): Promise<void> {
    const draft = this.draft.peek();
    if (draft === null) return;
    const { graphic } = draft;
    const accepted = this.previewed();
    await this.#ask('take', { layer: layerOf(draft), graphic, told: toldOf(draft), accepted });
  }

  async change(): Promise<void> {
    const [draft, cue] = [this.draft.peek(), this.cue.peek()];
    if (draft !== null && cue?.graphic === draft.graphic)
      await this.#about(cue, 'change', { told: toldOf(draft) });
  }

  async next(cue: Cue): Promise<void> {
    if (!this.isLastPage(cue)) await this.#about(cue, 'next', { step: cue.step });
  }

  async out(cue: Cue): Promise<void> {
    await this.#about(cue, 'out', {});
  }

  async accept(cue: Cue): Promise<void> {
    const version = this.seen.peek().get(cue.layer)?.waiting;
    if (version != null) await this.#about(cue, 'accept', { version });
  }

  async clear(): Promise<void> {
    this.isClearAsked.value = false;
    await this.#ask('clear', {});
  }

  /** Behind it there is none that could be shown. */
  isLastPage(cue: Cue): boolean {
    return cue.step + 1 >= (this.seen.value.get(cue.layer)?.steps ?? 1);
  }

  #about({ layer, takenAt }: Cue, action: string, more: object): Promise<void> {
    return this.#ask(action, { layer, takenAt, ...more });
  }

  async #ask(action: string, said: object): Promise<void> {
    const token = this.token.peek();
    if (token === null) return;
    const by = namedOperator(this.operator);
    if (by === null) {
      this.refusal.value = this.said.operatorMissing;
      return;
    }
    this.isAsked.value = true;
    const refused = await askDesk(action, token, { output: this.outputName.peek(), ...said, by });
    this.refusal.value = refused === null ? '' : filled(this.said.refused, { reason: this.#reason(refused) });
    this.isAsked.value = false;
  }

  #reason({ code, message }: DeskRefused): string {
    const words: Readonly<Record<string, string>> = this.said;
    return code === '' ? this.said.refusalNOBODY : (words[`refusal${code}`] ?? message);
  }

  #heard(answer: OnAirAnswer): void {
    batch(() => {
      this.#heardAt.value = performance.now();
      this.#clock.value = performance.now();
      this.answer.value = answer;
    });
  }
}
