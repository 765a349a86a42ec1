/** Waiting for a condition of something that tells when it has changed: no sleeping and hoping. */
export class News {
  #waiting: (() => void)[] = [];

  tell(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }

  /** True as soon as the condition holds; false after `ms` in which it did not. */
  async holds(condition: () => boolean, ms: number): Promise<boolean> {
    const deadline = performance.now() + ms;
    while (!condition()) {
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await this.#next(left);
    }
    return true;
  }

  #next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
