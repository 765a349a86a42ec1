/** The control room in a browser, on the whole pipeline: venue, engines, an edge, desks, and no network between them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { type Desk, type DeskOptions, startDesk } from '../../../src/desk.ts';
import { type Edge, startEdge } from '../../../src/edge.ts';
import type { WireFact } from '../../../src/ingest/wire.ts';
import { BrokerModel } from '../../../src/simulation/broker/model.ts';
import { endAll, engineOn, publishedBy, type RunningEngine } from '../../engine/engines-on-a-network.ts';
import { connectedBrowser } from './pipeline.ts';

export const RACE = 'ATHM100M--------------FNL-000100--';

const ENTRIES = ['Ada Berg', 'Bea Carlsen'].map((name, index) => {
  const [given, family] = name.split(' ');
  const competitor = { code: family!, kind: 'ATHLETE', organisation: 'NOR', name: { given, family } };
  return { competitor, startOrder: index + 1 };
});

/** One browser for the tests of a file; each test begins with `begin` and ends with `endTest`. */
export class OperationsRoom {
  readonly complaints: string[] = [];
  network!: BrokerModel;
  edge!: Edge;
  #browser!: Browser;
  readonly #modulesFolder = inject('pageModules');
  #publish!: (fact: WireFact) => Promise<unknown>;
  readonly #desks: Desk[] = [];
  readonly #pages: Page[] = [];
  #seq = 0;

  async open(): Promise<void> {
    this.#browser = await connectedBrowser();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async begin(engines = 1): Promise<RunningEngine[]> {
    this.#seq = 0;
    this.complaints.length = 0;
    this.network = new BrokerModel({ now: () => Date.now() * 1_000 });
    this.#publish = publishedBy(this.network);
    const running: RunningEngine[] = [];
    for (let index = 0; index < engines; index += 1) running.push(await engineOn(this.network));
    this.edge = await startEdge({ broker: this.network.connect(), modulesFolder: this.#modulesFolder });
    return running;
  }

  async desk(options: Partial<DeskOptions> = {}): Promise<Desk> {
    const name = `d${this.#desks.length}`;
    const broker = this.network.connect();
    const desk = await startDesk({ broker, name, modulesFolder: this.#modulesFolder, ...options });
    this.#desks.push(desk);
    return desk;
  }

  async say(said: object, unit: string = RACE): Promise<void> {
    this.#seq += 1;
    const about = unit === '' ? {} : { unit };
    await this.#publish({ source: 'STA-TIMING', seq: this.#seq, ...about, ...said } as unknown as WireFact);
  }

  /** A race with a time that nobody runs, which is held. */
  async race(): Promise<void> {
    await this.say({ setup: { rule: 'ATH.100M@2024', name: "Men's 100m, Final" } });
    await this.say({ startList: { entries: ENTRIES } });
    await this.say({ passing: { competitor: 'Berg', point: 'FIN', time: '10.98' } });
    await this.say({ passing: { competitor: 'Carlsen', point: 'FIN', time: '4.21' } });
  }

  /** The page of an edge or of a desk. */
  async page(at: Edge, options: BrowserContextOptions & { readonly address?: string } = {}): Promise<Page> {
    const { address = '/operations', ...context } = options;
    const page = await (
      await this.#browser.newContext({ viewport: { width: 1280, height: 720 }, ...context })
    ).newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    this.#pages.push(page);
    await page.goto(`${at.httpUrl}${address}`);
    return page;
  }

  async endTest(): Promise<void> {
    for (const page of this.#pages.splice(0)) await page.context().close();
    for (const desk of this.#desks.splice(0)) await desk.close();
    await this.edge.close();
    await endAll();
  }
}
