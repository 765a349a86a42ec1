/** What looks at a page from inside: which row said what once it was painted, and how many frames there were. */
import type { CDPSession, Page } from 'playwright-core';

/** A row as it stands painted; `at` by the clock of this process, in milliseconds since 1970. */
export interface Painted {
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/** The task that a message brings runs after the frame in which the row was changed. */
const SCRIPT = `(() => {
  const seen = [];
  let frames = 0;
  const frame = () => { frames += 1; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  const rowOf = (target) => (target.closest ? target : target.parentElement)?.closest('tr[data-key]');
  const look = (records) => {
    const rows = [...new Set(records.map(({ target }) => rowOf(target)).filter(Boolean))];
    const texts = rows.map((row) => [row.dataset.key, row.textContent]);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const at = performance.timeOrigin + performance.now();
      for (const [key, text] of texts) seen.push({ key, text, at });
    };
    port2.postMessage(0);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  window.probe = { take: () => seen.splice(0), frames: () => frames };
})()`;

export const wallMs = (): number => performance.timeOrigin + performance.now();

export class Probe {
  readonly #page: Page;
  readonly #session: CDPSession;
  /** What the page's clock is ahead of this process. */
  readonly #aheadMs: number;

  private constructor(page: Page, session: CDPSession, aheadMs: number) {
    this.#page = page;
    this.#session = session;
    this.#aheadMs = aheadMs;
  }

  static async in(page: Page): Promise<Probe> {
    await page.evaluate(SCRIPT);
    const session = await page.context().newCDPSession(page);
    // Time that the thread had a core, however busy the machine is.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Probe(page, session, await aheadOf(page));
  }

  async take(): Promise<readonly Painted[]> {
    const taken = await this.#page.evaluate<Painted[]>('probe.take()');
    return taken.map(({ key, text, at }) => ({ key, text, at: at - this.#aheadMs }));
  }

  frames(): Promise<number> {
    return this.#page.evaluate('probe.frames()');
  }

  /** Seconds that the main thread worked since the page began, and bytes of its heap. */
  async metrics(): Promise<Readonly<Record<string, number>>> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** What is left when everything that nobody holds has gone. */
  async heapBytes(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    return (await this.metrics()).JSHeapUsedSize!;
  }
}

const TRIES = 20;

/** By the answer that took the least time. */
async function aheadOf(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const before = wallMs();
    const there = await page.evaluate<number>('performance.timeOrigin + performance.now()');
    const took = wallMs() - before;
    if (took < best.took) best = { took, ahead: there - (before + took / 2) };
  }
  return best.ahead;
}
