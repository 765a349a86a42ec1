/** The time that graphics move in: that of the page, or the one that a renderer says, frame by frame and in any order. */
export interface Timeline {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs it forwards or backwards from where it is; resolves when it is at its end, or something else was made of it. */
  run(animation: Animation, rate: 1 | -1): Promise<void>;
  /** What runs is at its end now. */
  finish(animation: Animation): void;
  end(): void;
}

/** Painted in steps of the output's frames: what is between two of them nobody would see. */
export class LiveTimeline implements Timeline {
  readonly #run: (now: number) => void;
  #frameMs: number;
  #asked: number;
  #painted = 0;

  /** `run`: in each frame. */
  constructor(frameRate: number, run: (now: number) => void) {
    this.#run = run;
    this.#frameMs = 1_000 / frameRate;
    this.#asked = requestAnimationFrame(() => this.#frame());
  }

  set frameRate(perSecond: number) {
    this.#frameMs = 1_000 / perSecond;
  }

  now(): number {
    return performance.timeOrigin + performance.now();
  }

  async run(animation: Animation, rate: 1 | -1): Promise<void> {
    animation.playbackRate = rate;
    // Backwards from its beginning there is no way; a browser would take the one from its end.
    if (rate === -1 && Number(animation.currentTime ?? 0) <= 0) return animation.pause();
    animation.play();
    await animation.finished.catch(() => {});
  }

  finish(animation: Animation): void {
    animation.finish();
  }

  end(): void {
    cancelAnimationFrame(this.#asked);
  }

  #frame(): void {
    this.#asked = requestAnimationFrame(() => this.#frame());
    const now = this.now();
    const step = Math.floor(now / this.#frameMs);
    if (step === this.#painted) return;
    this.#painted = step;
    this.#run(now);
  }
}

interface Running {
  readonly animation: Animation;
  readonly rate: 1 | -1;
  readonly since: number;
  readonly from: number;
}

/** Stands still until it is told a time. It goes forwards only: whoever goes back begins anew. */
export class ToldTimeline implements Timeline {
  readonly #running = new Map<Animation, Running>();
  readonly begins: number;
  #at = 0;

  /** `begins`: milliseconds since 1970 at its time 0. */
  constructor(begins: number) {
    this.begins = begins;
  }

  now(): number {
    return this.begins + this.#at;
  }

  async run(animation: Animation, rate: 1 | -1): Promise<void> {
    animation.pause();
    const from = Number(animation.currentTime ?? 0);
    this.#running.set(animation, { animation, rate, since: this.#at, from });
  }

  finish(animation: Animation): void {
    const running = this.#running.get(animation);
    if (running === undefined) return;
    const from = running.rate === 1 ? lengthOf(animation) : 0;
    this.#running.set(animation, { ...running, from });
    animation.currentTime = from;
  }

  /** Milliseconds from its beginning. */
  goTo(at: number): void {
    this.#at = at;
    for (const { animation, rate, since, from } of this.#running.values()) {
      animation.currentTime = Math.min(lengthOf(animation), Math.max(0, from + rate * (at - since)));
    }
  }

  end(): void {
    this.#running.clear();
  }
}

const lengthOf = (animation: Animation): number => Number(animation.effect?.getComputedTiming().endTime ?? 0);
