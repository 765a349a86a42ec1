/** What an edge serves of graphics, and to whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTED } from '../../src/graphics/listed.ts';
import { type RunningEdge, runningEdge } from '../fanout/running-edge.ts';
import { manifestComplaints } from '../graphics/ograf-rules.ts';

const RENDERER = 'http://renderer.example:5656';
let running: RunningEdge;
beforeAll(async () => {
  running = await runningEdge({ allowOrigins: [RENDERER] });
});
afterAll(() => running.stop());

const answer = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${running.edge.httpUrl}/graphics/${path}`, { headers });

describe('graphics over HTTP', () => {
  test.each(LISTED.map(({ name }) => [name]))(
    '%s is a page in which only scripts of the edge run',
    async (name) => {
      const page = await answer(`${name}?channel=x`);
      expect(page.status).toBe(200);
      const policy = page.headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      // A renderer may show it in a frame.
      expect(policy).not.toContain('frame-ancestors');
      expect(await page.text()).toContain('src="modules/graphics/shells/page.js"');
    },
  );

  test.each([
    ['none'],
    ['ograf/none.ograf.json'],
    ['modules/cli/splitsecond.js'],
    ['modules/http/files.js'],
    ['modules/graphics/../http/files.js'],
    ['modules/graphics/%2e%2e/http/files.js'],
    ['modules/graphics/README.md'],
    ['modules/graphics/kinds.d.ts'],
  ])('nothing else is: %s', async (path) => {
    expect((await answer(path)).status).toBe(404);
  });

  test('its manifest says where its main module is, and both say where modules are', async () => {
    for (const { name } of LISTED) {
      const file = `${name}.ograf.json`;
      const manifest = (await (await answer(`ograf/${file}`)).json()) as { main: string };
      expect(manifestComplaints(file, manifest)).toEqual([]);
      const main = await answer(`ograf/${manifest.main}`);
      expect(main.headers.get('content-type')).toContain('text/javascript');
      expect(await main.text()).toContain('"../modules/graphics/shells/ograf.js"');
    }
  });

  test.each([
    ['ograf/lower-third.ograf.json'],
    ['ograf/lower-third.js'],
    ['modules/graphics/shells/ograf.js'],
    ['modules/graphics/themes/dark.css'],
  ])('a renderer of an admitted origin loads %s, and no other one', async (path) => {
    const admitted = await answer(path, { origin: RENDERER });
    expect(admitted.status).toBe(200);
    expect(admitted.headers.get('access-control-allow-origin')).toBe(RENDERER);
    expect((await answer(path, { origin: 'http://other.example' })).status).toBe(403);
  });
});
