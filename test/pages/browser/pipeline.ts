/** Pages in a browser on the whole pipeline: a venue that says facts, an engine, edges, and no network between them. */
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { type Edge, type EdgeOptions, startEdge } from '../../../src/edge.ts';
import type { WireFact } from '../../../src/ingest/wire.ts';
import type { Rsc } from '../../../src/model/rsc.ts';
import { BrokerModel } from '../../../src/simulation/broker/model.ts';
import { endAll, engineOn, publishedBy } from '../../engine/engines-on-a-network.ts';
import { NO_CHROMIUM } from '../../support/chromium.ts';

export const factsOf = (sport: string, name: string): WireFact[] =>
  factsIn(`sports/${sport}/cases/${name}/feed.ndjson`);

/** Of a competition that comes with the program. */
export const recordingOf = (venue: string): WireFact[] => factsIn(`src/venue/recordings/${venue}.ndjson`);

const factsIn = (path: string): WireFact[] =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as WireFact);

/** Tests in a browser; where this machine has none they are skipped, and say so. */
export function inBrowser(name: string, tests: () => void): void {
  const hasNone = inject('chromium') === '';
  describe.skipIf(hasNone)(hasNone ? NO_CHROMIUM : name, tests);
}

export const connectedBrowser = (): Promise<Browser> => chromium.connect(inject('chromium'));

/** One pipeline for all tests of a file, that has taken these facts; pages end with each test, and none may have complained. */
export function pagesOnOnePipeline(
  facts: () => readonly WireFact[],
  options: Partial<EdgeOptions> = {},
): PagesOnPipeline {
  const pages = new PagesOnPipeline();
  beforeAll(async () => {
    await pages.begin();
    await pages.on(facts(), options);
  });
  afterAll(async () => {
    await pages.off();
    await pages.end();
  });
  afterEach(async () => {
    await pages.closePages();
    expect(pages.complaints.splice(0)).toEqual([]);
  });
  return pages;
}

/** A pipeline begins with `on` and ends with `off`: of a test, or of a file whose tests leave it as it is. */
export class PagesOnPipeline {
  readonly complaints: string[] = [];
  #browser!: Browser;
  #network!: BrokerModel;
  #publish!: (fact: WireFact) => Promise<unknown>;
  readonly #edges: Edge[] = [];
  readonly #pages: Page[] = [];
  #seq = 0;

  async begin(): Promise<void> {
    this.#browser = await connectedBrowser();
  }

  async end(): Promise<void> {
    await this.#browser?.close();
  }

  get edge(): Edge {
    return this.#edges[0]!;
  }

  async on(facts: readonly WireFact[], options: Partial<EdgeOptions> = {}): Promise<void> {
    this.#seq = 0;
    this.complaints.length = 0;
    this.#network = new BrokerModel();
    await engineOn(this.#network);
    this.#publish = publishedBy(this.#network);
    await this.tell(...facts);
    await this.anotherEdge(options);
  }

  async anotherEdge(options: Partial<EdgeOptions> = {}): Promise<Edge> {
    const modulesFolder = inject('pageModules');
    const edge = await startEdge({ broker: this.#network.connect(), modulesFolder, ...options });
    this.#edges.push(edge);
    return edge;
  }

  async tell(...facts: readonly WireFact[]): Promise<void> {
    for (const fact of facts) await this.#publish(fact);
  }

  /** What a venue says next, as another source; gives back the number under which it can be withdrawn. */
  async say(unit: Rsc, said: object): Promise<number> {
    this.#seq += 1;
    await this.tell({ source: 'T2', seq: this.#seq, unit, ...said } as unknown as WireFact);
    return this.#seq;
  }

  async page(address: string, options: BrowserContextOptions = {}, edge = this.edge): Promise<Page> {
    const page = await (await this.#browser.newContext(options)).newPage();
    page.on('console', (text) => text.type() === 'error' && this.complaints.push(text.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    this.#pages.push(page);
    await page.goto(`${edge.httpUrl}${address}`);
    return page;
  }

  async closePages(): Promise<void> {
    for (const page of this.#pages.splice(0)) await page.context().close();
  }

  async off(): Promise<void> {
    await this.closePages();
    for (const edge of this.#edges.splice(0)) await edge.close();
    await endAll();
  }
}
