/** Pages in a browser on the whole pipeline: a venue that says facts, an engine, an edge, and no network between them. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Edge, type EdgeOptions, startEdge } from '../../src/edge.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { endAll, engineOn, publishedBy } from '../engine/engines-on-a-network.ts';
import { compiledModules, openBrowser } from '../http/page-browser.ts';

export const factsOf = (sport: string, name: string): WireFact[] =>
  readFileSync(new URL(`../../sports/${sport}/cases/${name}/feed.ndjson`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as WireFact);

/** One browser for the tests of a file; each test begins with `on` and ends with `endTest`. */
export class PagesOnPipeline {
  readonly complaints: string[] = [];
  #browser!: Browser;
  #modulesFolder!: string;
  #edge!: Edge;
  #publish!: (fact: WireFact) => Promise<unknown>;
  readonly #pages: Page[] = [];
  #seq = 0;

  async begin(chromium: string): Promise<void> {
    this.#modulesFolder = await compiledModules();
    this.#browser = await openBrowser(chromium);
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await rm(this.#modulesFolder, { recursive: true, force: true });
  }

  get edge(): Edge {
    return this.#edge;
  }

  async on(facts: readonly WireFact[], options: Partial<EdgeOptions> = {}): Promise<void> {
    this.#seq = 0;
    this.complaints.length = 0;
    const network = new BrokerModel();
    await engineOn(network);
    this.#publish = publishedBy(network);
    await this.tell(...facts);
    this.#edge = await startEdge({
      broker: network.connect(),
      modulesFolder: this.#modulesFolder,
      ...options,
    });
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

  async page(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.#browser.newContext(options)).newPage();
    page.on('console', (text) => text.type() === 'error' && this.complaints.push(text.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    this.#pages.push(page);
    await page.goto(`${this.#edge.httpUrl}${address}`);
    return page;
  }

  async endTest(): Promise<void> {
    for (const page of this.#pages.splice(0)) await page.context().close();
    await this.#edge.close();
    await endAll();
  }
}
