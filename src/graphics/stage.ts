/** Where a graphic is painted: 1920 by 1080 of its own, as large as the output; it comes and goes as a whole. */
import type { GraphicKind, Painter } from './kind.ts';
import { element } from './parts/dom.ts';
import type { Timeline } from './timeline.ts';
import type { Told } from './told.ts';

const WIDTH = 1_920;
const ENTRANCE_MS = 400;
const ENTRANCE = [
  { opacity: 0, transform: 'translateY(24px)' },
  { opacity: 1, transform: 'none' },
];

export class Stage {
  readonly #timeline: Timeline;
  readonly #painter: Painter<unknown>;
  readonly #entrance: Animation;
  readonly #sizes: ResizeObserver;
  readonly #output: HTMLElement;
  #isShown = false;

  constructor(root: ShadowRoot, kind: GraphicKind, timeline: Timeline, told: Told) {
    this.#timeline = timeline;
    const stage = element('div', 'stage');
    this.#output = element('div', `output ${kind.name}`, stage);
    root.append(this.#output);
    this.#painter = kind.painter(stage, timeline, told);
    this.#entrance = stage.animate(ENTRANCE, { duration: ENTRANCE_MS, easing: 'ease-out', fill: 'both' });
    this.#entrance.pause();
    this.#sizes = new ResizeObserver(([output]) => {
      this.#output.style.setProperty('--scale', String((output?.contentRect.width ?? WIDTH) / WIDTH));
    });
    this.#sizes.observe(root.host);
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Null: there is nothing to show, so it goes. Resolves when it stands as it should, or something else was asked of it. */
  async show(content: unknown, told: Told, atOnce: boolean): Promise<void> {
    if (content !== null) this.#painter.paint(content, { told, atOnce: atOnce || !this.#isShown });
    await this.#move(content !== null, atOnce);
  }

  async hide(atOnce: boolean): Promise<void> {
    await this.#move(false, atOnce);
  }

  tick(now: number, isLive: boolean): void {
    if (this.#isShown) this.#painter.tick?.(now, isLive);
  }

  end(): void {
    this.#sizes.disconnect();
    this.#entrance.cancel();
    this.#output.remove();
  }

  async #move(isShown: boolean, atOnce: boolean): Promise<void> {
    if (isShown !== this.#isShown) {
      this.#isShown = isShown;
      const moved = this.#timeline.run(this.#entrance, isShown ? 1 : -1);
      if (atOnce) this.#timeline.finish(this.#entrance);
      await moved;
    }
  }
}
