/** Graphics as playout systems show them: what CasparCG, OBS, SPX and renderers of OGraf do with a page or a module. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edge } from '../../../src/edge.ts';
import { PROGRAM } from '../../cli/launched.ts';
import { factsOf, inBrowser, pagesOnOnePipeline } from '../../pages/browser/pipeline.ts';
import { answerComplaints, METHODS } from '../ograf-rules.ts';

const CHANNEL = 'ATHM100M--------------FNL-000100--/RESULT';
const LOWER_THIRD = `/graphics/lower-third?channel=${CHANNEL}`;

/** Files of an exported folder, wherever it was copied. */
class ElsewhereServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'exported-'));
  #server!: Server;
  async start(): Promise<string> {
    this.#server = createServer(({ url = '' }, response) => {
      const { pathname } = new URL(url, 'http://x');
      const type = { js: 'text/javascript', css: 'text/css', html: 'text/html' }[pathname.split('.').at(-1)!];
      const path = join(this.folder, pathname);
      if (existsSync(path) && statSync(path).isFile())
        response.setHeader('content-type', type ?? 'application/json').end(readFileSync(path));
      // An empty page at its root, and no picture for it.
      else response.writeHead(pathname === '/' ? 200 : pathname === '/favicon.ico' ? 204 : 404).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.#server.once('listening', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  stop(): void {
    this.#server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

inBrowser('graphics in playout systems', () => {
  const pages = pagesOnOnePipeline(() => factsOf('athletics', 'c007-100m-thousandths'));
  const elsewhere = new ElsewhereServer();
  let origin = '';
  /** One that pages of that server and of the first edge may ask. */
  let open: Edge;
  beforeAll(async () => {
    origin = await elsewhere.start();
    open = await pages.anotherEdge({ allowOrigins: [origin, pages.edge.httpUrl] });
  });
  afterAll(() => elsewhere.stop());

  const stateOf = (page: Page): Promise<string | null> =>
    page.locator('splitsecond-lower-third, .ograf').getAttribute('data-state');
  const hasState = (page: Page, state: string): Promise<void> => expect.poll(() => stateOf(page)).toBe(state);
  const STAGE = `document.querySelector('[data-state]')?.shadowRoot?.querySelector('.stage')`;
  const textOf = (page: Page): Promise<string> => page.evaluate<string>(`${STAGE}?.textContent ?? ''`);

  /** An empty page in whose window something is there before anything of a page runs. */
  async function pageWith(prepared: string): Promise<Page> {
    const page = await pages.page('/healthz');
    await page.addInitScript(prepared);
    return page;
  }
  const shows = (page: Page, address: string): Promise<unknown> =>
    page.goto(`${pages.edge.httpUrl}${address}`);

  /** As the server makes a call of data (CasparCG/server, `html_cg_proxy.cpp`). */
  const updateCall = (handed: string): string => {
    const escaped = handed
      .replace(/^[ "]+|[ "]+$/g, '')
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('\n', '\\n');
    return `update("${escaped}")`;
  };
  test('a plain address plays at once, and says nothing that was not asked for', async () => {
    const page = await pages.page(LOWER_THIRD);
    await hasState(page, 'IN');
    expect(await textOf(page)).not.toBe('');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgba(0, 0, 0, 0)');
  });

  test('an address can name another edge, and a theme that lies elsewhere', async () => {
    const page = await pages.page('/healthz');
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    const theme = `${open.httpUrl}/graphics/modules/graphics/themes/light.css`;
    await shows(page, `${LOWER_THIRD}&server=${open.httpUrl}&theme=${encodeURIComponent(theme)}`);
    await hasState(page, 'IN');
    expect(sockets).toEqual([open.streamUrl]);
    const ground = `getComputedStyle(document.querySelector('[data-state]')).getPropertyValue('--ground')`;
    const light = await page.evaluate(ground);
    await shows(page, `${LOWER_THIRD}&theme=light`);
    await hasState(page, 'IN');
    expect(await page.evaluate(ground)).toBe(light);
    await shows(page, LOWER_THIRD);
    await hasState(page, 'IN');
    expect(await page.evaluate(ground)).not.toBe(light);
  });

  test('a page that was told a wrong server first follows the right one when it is told', async () => {
    const page = await pages.page(`${LOWER_THIRD}&server=nowhere&play=call`);
    await page.evaluate(updateCall(JSON.stringify({ server: pages.edge.httpUrl })));
    await page.evaluate('play()');
    await hasState(page, 'IN');
    expect(await textOf(page)).not.toBe('');
  });

  test('an address can say that it waits', async () => {
    const page = await pages.page(`${LOWER_THIRD}&play=call`);
    await hasState(page, 'OUT');
    await page.evaluate('play()');
    await hasState(page, 'IN');
  });

  const CASPARCG = 'window.removed = 0; window.remove = () => { window.removed += 1; };';

  test('CasparCG adds, updates, plays, goes on, stops and removes it', async () => {
    const page = await pageWith(CASPARCG);
    const notes: string[] = [];
    page.on('console', (said) => said.type() === 'warning' && notes.push(said.text()));
    await shows(page, '/graphics/lower-third');
    await page.evaluate(updateCall(JSON.stringify({ channel: CHANNEL })));
    await hasState(page, 'OUT');
    await page.evaluate('play()');
    await hasState(page, 'IN');
    const first = await textOf(page);

    for (const nothing of ['', '[1]', 'stored-data']) await page.evaluate(updateCall(nothing));
    await page.evaluate(updateCall('{"rows": "many"}'));
    await expect.poll(() => notes.length).toBe(3);
    expect(notes[2]).toContain('BAD_FIELD: rows');
    expect(await textOf(page)).toBe(first);

    const second = await keyOfLine(pages.edge, 2);
    await page.evaluate(
      updateCall(
        `<templateData><componentData id="competitor"><data id="text" value="${second}"/></componentData></templateData>`,
      ),
    );
    await expect.poll(() => textOf(page)).not.toBe(first);

    await page.evaluate('next()');
    await hasState(page, 'OUT');
    await page.evaluate('play()');
    await hasState(page, 'IN');
    expect(await page.evaluate('removed')).toBe(0);
    await page.evaluate('remove()');
    await hasState(page, 'OUT');
    await expect.poll(() => page.evaluate('removed')).toBe(1);
  });

  test('what CasparCG calls before it is ready takes effect then', async () => {
    const page = await pageWith(CASPARCG);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.css', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${pages.edge.httpUrl}/graphics/lower-third`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(updateCall(JSON.stringify({ channel: CHANNEL })));
    await page.evaluate('play()');
    expect(await stateOf(page)).not.toBe('IN');
    release();
    await hasState(page, 'IN');
  });

  test('in OBS it goes when it is hidden, and comes in anew when it is on air', async () => {
    const page = await pageWith('window.obsstudio = {};');
    await shows(page, LOWER_THIRD);
    await hasState(page, 'IN');
    await page.evaluate('obsstudio.onVisibilityChange(false)');
    await hasState(page, 'OUT');
    await page.evaluate('obsstudio.onVisibilityChange(true)');
    await hasState(page, 'IN');
    await page.evaluate(`
      window.states = [];
      new MutationObserver(() => states.push(document.querySelector('[data-state]').dataset.state))
        .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-state'] });
      obsstudio.onActiveChange(true);
    `);
    await expect.poll(() => page.evaluate('states.at(-1)')).toBe('IN');
    await page.evaluate('obsstudio.onActiveChange(false)');
    await hasState(page, 'IN');
  });

  /** What a renderer of OGraf does with a main module: it makes an element of it, and calls that. */
  const makeElement = (main: string, tag: string): string => `
    import(${JSON.stringify(main)}).then(({ default: Graphic }) => {
      customElements.define('${tag}', Graphic);
      window.element = document.createElement('${tag}');
      element.className = 'ograf';
      document.body.append(element);
    })`;

  /** In a page of another origin. */
  async function rendered(query = ''): Promise<Page> {
    const page = await pages.page('/healthz');
    await page.goto(origin);
    await page.evaluate(
      makeElement(`${open.httpUrl}/graphics/ograf/lower-third.js${query}`, 'graphic-component0'),
    );
    return page;
  }
  type Answer = Record<string, unknown> | undefined;
  const called = (page: Page, method: string, ...given: unknown[]): Promise<Answer> =>
    page.evaluate<Answer>(`element.${method}(...${JSON.stringify(given)})`);

  test('a renderer of OGraf on another host takes it through its life', async () => {
    const page = await rendered('?componentId=0');
    const kinds = await page.evaluate(`${JSON.stringify(METHODS)}.map((name) => typeof element[name])`);
    expect(kinds).toEqual(METHODS.map(() => 'function'));

    // As the developers' tool loads it: without data.
    expect(answerComplaints(await called(page, 'load', { renderType: 'realtime' }))).toEqual([]);
    expect(answerComplaints(await called(page, 'updateAction', { data: { channel: CHANNEL } }))).toEqual([]);
    const played = await called(page, 'playAction', {});
    expect(answerComplaints(played, true)).toEqual([]);
    expect(played).toMatchObject({ statusCode: 200, currentStep: 0 });
    await hasState(page, 'IN');

    expect(await called(page, 'playAction', { goto: 7 })).not.toHaveProperty(
      'currentStep',
      expect.anything(),
    );
    await hasState(page, 'OUT');
    // As SPX goes on: without anything.
    expect(await called(page, 'playAction')).toMatchObject({ currentStep: 0 });
    expect(await called(page, 'playAction', { delta: -3, skipAnimation: true })).toMatchObject({
      currentStep: 0,
    });
    await hasState(page, 'IN');
    expect(await called(page, 'customAction', { id: 'none', payload: {} })).toMatchObject({
      statusCode: 400,
    });
    expect(answerComplaints(await called(page, 'stopAction', { skipAnimation: true }))).toEqual([]);
    await hasState(page, 'OUT');
    expect(answerComplaints(await called(page, 'dispose', {}))).toEqual([]);
    expect(await called(page, 'playAction', {})).toMatchObject({ statusCode: 409 });
  });

  test('it answers where it has no place in a page, as the developers’ tool of OGraf asks it', async () => {
    const page = await rendered();
    await page.evaluate('element.remove()');
    const data = { channel: CHANNEL, documents: '' };
    expect(answerComplaints(await called(page, 'load', { renderType: 'realtime' }))).toEqual([]);
    expect(answerComplaints(await called(page, 'updateAction', { data }))).toEqual([]);
    expect(await called(page, 'playAction', {})).toEqual({ statusCode: 200, currentStep: 0 });
    expect(answerComplaints(await called(page, 'stopAction', {}))).toEqual([]);
    expect(answerComplaints(await called(page, 'dispose', { renderType: 'realtime' }))).toEqual([]);
    // It is told nothing to follow, so nothing may wait for a document.
    await page.evaluate('window.setTimeout = () => 0');
    expect(answerComplaints(await called(page, 'load', { renderType: 'non-realtime' }))).toEqual([]);
    const schedule = [
      { timestamp: 0, action: { type: 'updateAction', params: { data: { documents: '' } } } },
      { timestamp: 1_000, action: { type: 'playAction', params: {} } },
      { timestamp: 7_000, action: { type: 'stopAction', params: {} } },
    ];
    expect(answerComplaints(await called(page, 'setActionsSchedule', { schedule }))).toEqual([]);
    expect(answerComplaints(await called(page, 'goToTime', { timestamp: 5_000 }))).toEqual([]);
  });

  test('calls that overlap all take effect, in turn', async () => {
    const page = await rendered();
    await called(page, 'load', { data: { channel: CHANNEL }, renderType: 'realtime' });
    const answers = await page.evaluate(`Promise.all([
      element.playAction({}),
      element.stopAction({}),
      element.playAction({}),
      element.updateAction({ data: { rows: 4 } }),
      element.playAction({ delta: 1 }),
      element.playAction({}),
    ])`);
    expect(answers).toMatchObject([
      { currentStep: 0 },
      { statusCode: 200 },
      { currentStep: 0 },
      { statusCode: 200 },
      { statusCode: 200 },
      { currentStep: 0 },
    ]);
    await hasState(page, 'IN');
  });

  test('without a clock of its own it is as it was planned, whatever frame is asked for', async () => {
    const page = await rendered();
    const document = await (await fetch(`${open.httpUrl}/v1/documents/${CHANNEL}.json`)).text();
    await called(page, 'load', { data: { documents: `[${document}]` }, renderType: 'non-realtime' });
    const schedule = [
      { timestamp: 1_000, action: { type: 'playAction', params: {} } },
      { timestamp: 3_000, action: { type: 'stopAction', params: {} } },
    ];
    expect(answerComplaints(await called(page, 'setActionsSchedule', { schedule }))).toEqual([]);
    const opacityAt = async (timestamp: number): Promise<number> => {
      expect(answerComplaints(await called(page, 'goToTime', { timestamp }))).toEqual([]);
      return page.evaluate<number>(`Number(getComputedStyle(${STAGE}).opacity)`);
    };
    const there = await opacityAt(2_000);
    const half = await opacityAt(1_200);
    expect(there).toBe(1);
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1);
    expect(await opacityAt(500)).toBe(0);
    expect(await opacityAt(9_000)).toBe(0);
    expect(await opacityAt(1_200)).toBe(half);
  });

  test.each([
    ['ograf', 'lower-third.js'],
    ['spx', 'lower-third.html'],
  ] as const)(
    'packed for %s it works where it is copied, and follows the edge that it was given',
    async (form, file) => {
      const words = ['graphics', 'export', elsewhere.folder, '--form', form, '--server', open.httpUrl];
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const page = await pages.page('/healthz');
      await page.goto(form === 'spx' ? `${origin}/${file}` : origin);
      if (form === 'spx') {
        const template = readFileSync(join(elsewhere.folder, file), 'utf8');
        const fields = [...template.matchAll(/"field": "(\w+)",\s+"title": "[^"]*",\s+"value": "([^"]*)"/g)];
        const said = {
          ...Object.fromEntries(fields.map(([, field, value]) => [field, value])),
          channel: CHANNEL,
        };
        expect(said).toHaveProperty('server', open.httpUrl);
        await page.evaluate(`update(${JSON.stringify(JSON.stringify(said))}); play();`);
      } else {
        const manifest = JSON.parse(
          readFileSync(join(elsewhere.folder, 'lower-third.ograf.json'), 'utf8'),
        ) as {
          main: string;
          schema: { properties: Record<string, { default: unknown }> };
        };
        expect(manifest.main).toBe(file);
        const defaults = Object.entries(manifest.schema.properties).map(([name, each]) => [
          name,
          each.default,
        ]);
        const data = { ...Object.fromEntries(defaults), channel: CHANNEL };
        await page.evaluate(makeElement(`${origin}/${file}`, 'splitsecond-lower-third-v0.1.0'));
        await called(page, 'load', { renderType: 'realtime', data });
        await called(page, 'playAction', {});
      }
      await hasState(page, 'IN');
      expect(await textOf(page)).not.toBe('');
    },
  );
});

/** Key of a row of the document. */
async function keyOfLine(edge: Edge, line: number): Promise<string> {
  return (await fetch(`${edge.httpUrl}/v1/value/${CHANNEL}/${line}/competitor`)).text();
}
