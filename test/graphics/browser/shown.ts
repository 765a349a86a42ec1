/** Graphics in a browser that are told their documents: the files of the build and nothing else. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { jsonEncoder } from '../../../src/encode/json.ts';
import type { Said } from '../../../src/graphics/told.ts';
import type { Document } from '../../../src/model/document.ts';

const HOME = 'http://graphics.test';
const EMPTY =
  '<!doctype html><style>html, body { height: 100%; margin: 0; background: #4a6a55; }</style><body></body>';
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** A box on the page, in its pixels. */
export interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class ShownGraphics {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async in(browser: Browser, viewport = { width: 1920, height: 1080 }): Promise<ShownGraphics> {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.route(`${HOME}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: EMPTY });
      const contentType = TYPES[path.split('.').at(-1)!]!;
      return route.fulfill({ contentType, body: await readFile(join(inject('pageModules'), path)) });
    });
    await page.goto(HOME);
    await page.evaluate(`import('/graphics/kinds.js').then(({ defineGraphics }) => defineGraphics())`);
    return new ShownGraphics(page);
  }

  /** On air, at once. Fails where it has nothing to show. */
  async show(name: string, documents: readonly Document[], said: Said = {}): Promise<void> {
    await this.#run(`
      document.body.replaceChildren();
      window.graphic = document.body.appendChild(document.createElement('splitsecond-${name}'));
      const loaded = await graphic.load({ data: ${dataOf(documents, said)}, renderType: 'realtime' });
      if (loaded.statusCode !== 200) throw new Error(JSON.stringify(loaded));
      await graphic.playAction({ skipAnimation: true });
      if (graphic.dataset.state !== 'IN') throw new Error(graphic.dataset.state);`);
  }

  /** The same graphic, told other documents. */
  async update(documents: readonly Document[], said: Said = {}): Promise<void> {
    await this.#run(`await graphic.updateAction({ data: ${dataOf(documents, said)}, skipAnimation: true });`);
  }

  /** Of each that is seen, from the top and from the left. */
  boxes(selector: string): Promise<Box[]> {
    return this.#run(`
      const boxOf = (each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return { text: each.textContent, x, y, width, height };
      };
      return [...graphic.shadowRoot.querySelectorAll(${JSON.stringify(selector)})]
        .filter((each) => each.getClientRects().length > 0)
        .map(boxOf)
        .sort((one, other) => one.y - other.y || one.x - other.x);`);
  }

  /** Lines from the top; of each the texts that its parts show, from the left. */
  lines(selector: string): Promise<string[]> {
    return this.#run(`
      const seen = (each) => each.getClientRects().length > 0 && each.textContent !== '';
      const textsIn = (line) =>
        [line, ...line.querySelectorAll('*')]
          .filter((each) => each.childElementCount === 0 && seen(each))
          .sort((one, other) => one.getBoundingClientRect().x - other.getBoundingClientRect().x)
          .map((each) => each.textContent.trim());
      return [...graphic.shadowRoot.querySelectorAll(${JSON.stringify(selector)})]
        .filter(seen)
        .sort((one, other) => one.getBoundingClientRect().y - other.getBoundingClientRect().y)
        .map((line) => textsIn(line).join(' | '));`);
  }

  /** What is wider than the box that it stands in, as text. */
  overflowing(): Promise<string[]> {
    return this.#run(`
      return [...graphic.shadowRoot.querySelectorAll('.stage *')]
        .filter((each) => each.childElementCount === 0 || each.classList.contains('fitted'))
        .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth)
        .map((each) => each.className + ': ' + each.textContent);`);
  }

  /** What the picture looks like, as a hash. `style`: over that of the theme. */
  async picture(style = ''): Promise<string> {
    await this.#run(`
      graphic.shadowRoot.querySelector('#over')?.remove();
      const sheet = graphic.shadowRoot.appendChild(document.createElement('style'));
      sheet.id = 'over';
      sheet.textContent = ${JSON.stringify(style)};`);
    const picture = await this.page.screenshot({ animations: 'disabled' });
    return createHash('sha1').update(picture).digest('hex');
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }

  #run<Answer>(body: string): Promise<Answer> {
    return this.page.evaluate<Answer>(`(async () => {${body}})()`);
  }
}

const dataOf = (documents: readonly Document[], said: Said): string =>
  JSON.stringify({ ...said, documents: documents.map(asJson) });

const asJson = (document: Document): unknown =>
  JSON.parse(Buffer.from(jsonEncoder.whole(document)).toString('utf8'));
