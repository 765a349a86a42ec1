/** An output as elements: one a layer, driven by the calls that every renderer makes; what was taken last lies on top. */
import type { Cue, Output } from '../../on-air/output.ts';
import type { Answer } from '../calls.ts';
import type { Graphic } from '../graphic.ts';
import { KINDS, tagOf } from '../kinds.ts';
import { type CueCall, callsBetween, callsOfNew, isSameCue } from './cue-calls.ts';

interface Mounted {
  cue: Cue;
  readonly graphic: Graphic;
  /** Calls take effect one after the other. */
  called: Promise<unknown>;
}

export class OutputStage {
  readonly #root: HTMLElement;
  readonly #warn: (line: string) => void;
  readonly #mounted = new Map<string, Mounted>();
  /** Nothing was shown yet. */
  #changedAt: number | null = null;
  /** Each cue that is in has its graphic. */
  #isWhole = true;

  /** `root`: as large as the output; its graphics lie over each other. */
  constructor(root: HTMLElement, warn: (line: string) => void) {
    this.#root = root;
    this.#warn = warn;
  }

  /** A state that is not newer than the one that is shown changes nothing: whoever says it has lost something, or is behind. */
  show({ changedAt, cues }: Output): void {
    const isJoining = this.#changedAt === null;
    this.#changedAt ??= 0;
    if (changedAt <= this.#changedAt) return;
    this.#changedAt = changedAt;
    const layers = new Set(cues.map(({ layer }) => layer));
    for (const layer of this.#mounted.keys()) if (!layers.has(layer)) this.#leave(layer);
    cues.forEach((cue, index) => {
      this.#lead(cue, isJoining);
      const mounted = this.#mounted.get(cue.layer);
      if (mounted !== undefined) mounted.graphic.style.zIndex = String(index);
    });
    this.#isWhole = cues.every(({ state, layer }) => state === 'OUT' || this.#mounted.has(layer));
  }

  /** Which state it shows; 0: none yet. */
  get changedAt(): number {
    return this.#changedAt ?? 0;
  }

  /** It lacks something of that state, or something that it shows is not of now. */
  get isBehind(): boolean {
    return !this.#isWhole || [...this.#mounted.values()].some(({ graphic }) => graphic.isBehind);
  }

  /** The graphic on a layer; undefined where there is none. */
  graphicOn(layer: string): Graphic | undefined {
    return this.#mounted.get(layer)?.graphic;
  }

  /** Everything at once. */
  end(): void {
    for (const { graphic } of this.#mounted.values()) void graphic.dispose().then(() => graphic.remove());
    this.#mounted.clear();
  }

  #lead(cue: Cue, isJoining: boolean): void {
    const there = this.#mounted.get(cue.layer);
    if (there !== undefined && isSameCue(there.cue, cue)) {
      this.#call(there, callsBetween(there.cue, cue));
      there.cue = cue;
      if (cue.state === 'OUT') this.#leave(cue.layer);
      return;
    }
    this.#leave(cue.layer);
    if (cue.state === 'IN') this.#enter(cue, isJoining);
  }

  #enter(cue: Cue, isJoining: boolean): void {
    if (!KINDS.some(({ name }) => name === cue.graphic)) {
      this.#warn(`${cue.layer}: there is no graphic ${cue.graphic}`);
      return;
    }
    const graphic = document.createElement(tagOf({ name: cue.graphic })) as Graphic;
    Object.assign(graphic.style, { position: 'absolute', inset: '0' });
    this.#root.append(graphic);
    const mounted: Mounted = { cue, graphic, called: Promise.resolve() };
    this.#mounted.set(cue.layer, mounted);
    this.#call(mounted, callsOfNew(cue, isJoining));
  }

  /** It goes out, and then away; what comes in its place does not wait for that. */
  #leave(layer: string): void {
    const mounted = this.#mounted.get(layer);
    if (mounted === undefined) return;
    this.#mounted.delete(layer);
    const { graphic } = mounted;
    if (mounted.cue.state === 'IN') this.#call(mounted, [{ call: 'stopAction', with: {} }]);
    void mounted.called.then(() => graphic.dispose()).then(() => graphic.remove());
  }

  #call(mounted: Mounted, calls: readonly CueCall[]): void {
    for (const each of calls)
      mounted.called = mounted.called
        .then(() => answerTo(mounted.graphic, each))
        .then(
          ({ statusCode, statusMessage }) => {
            if (statusCode >= 400) this.#warn(`${mounted.cue.layer}: ${each.call}: ${statusMessage}`);
          },
          (error: unknown) => this.#warn(`${mounted.cue.layer}: ${each.call}: ${String(error)}`),
        );
  }
}

function answerTo(graphic: Graphic, each: CueCall): Promise<Answer> {
  switch (each.call) {
    case 'load':
      return graphic.load(each.with);
    case 'playAction':
      return graphic.playAction(each.with);
    case 'updateAction':
      return graphic.updateAction(each.with);
    case 'customAction':
      return graphic.customAction(each.with);
    case 'stopAction':
      return graphic.stopAction(each.with);
  }
}
