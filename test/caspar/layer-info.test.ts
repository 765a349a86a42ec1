/** Whether a template is on its layer, as a server says it. */
import { expect, test } from 'vitest';
import { isOnLayer } from '../../src/caspar/layer-info.ts';

const infoOf = (foreground: unknown, layer = 20) => ({
  channel: {
    framerate: 50,
    mixer: { audio: { volumes: [0] } },
    layers: [{ layer, background: '', foreground }],
  },
});
const page = (path: string) => ({ producer: ['html'], file: [{ path: [path] }] });
const ADDRESS = 'http://10.0.0.5:8080/graphics/lower-third?channel=A/RESULT';

test.each([
  ['house/lower-third', 'file:///srv/templates/house/lower-third.html'],
  ['HOUSE/LOWER-THIRD', 'file://C:\\casparcg\\template\\house\\lower-third.html'],
  [ADDRESS, ADDRESS],
])('%s is there as %s', (template, path) => {
  expect(isOnLayer(template, 20, infoOf(page(path)))).toBe(true);
});

test.each([
  ['another template', infoOf(page('file:///srv/templates/house/upper-third.html'))],
  ['one whose name only ends so', infoOf(page('file:///srv/templates/our-house/lower-third.html'))],
  ['another layer', infoOf(page('file:///srv/templates/house/lower-third.html'), 10)],
  ['nothing', infoOf('')],
  ['what has no address', infoOf({ producer: ['empty'] })],
  ['an answer that is none', undefined],
])('it is not there where there is %s', (_what, info) => {
  expect(isOnLayer('house/lower-third', 20, info)).toBe(false);
});
