/** Graphics run in what playout systems embed; the oldest in use is Chromium 103 (OBS 30). What that lacks is used nowhere. */
import { describe, expect, test } from 'vitest';
import { importGraph, reachedFrom } from '../support/import-graph.ts';
import { filesUnder } from '../support/source-tree.ts';
import { newerInCode, newerInStyle } from './compat.ts';

const OLDEST = 103;

const code = filesUnder('src', /\.tsx?$/);
const graphics = code.map(({ path }) => path).filter((path) => path.startsWith('src/graphics/'));
const reached = reachedFrom(graphics, importGraph(code));
const loaded = code.filter(({ path }) => reached.has(path));
const styles = filesUnder('src/graphics', /\.css$/);

describe('graphics use nothing that their oldest browser lacks', () => {
  test('in what they load, their own modules and all that these need', () => {
    expect(loaded.length).toBeGreaterThan(graphics.length);
    expect(newerInCode(loaded, OLDEST)).toEqual([]);
  });

  test('in their style sheets', () => {
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.flatMap((file) => newerInStyle(file, OLDEST))).toEqual([]);
  });
});

describe('what is newer is found', () => {
  const inCode = (text: string): string[] => newerInCode([{ path: 'a.ts', text }], OLDEST);
  const inStyle = (text: string): string[] => newerInStyle({ path: 'a.css', text }, OLDEST);

  test.each([
    ['rows.toSorted()', '.toSorted'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['AbortSignal.any([one, other])', 'AbortSignal.any'],
    ['Object.groupBy(rows, keyOf)', 'Object.groupBy'],
    ['element.setHTMLUnsafe(text)', '.setHTMLUnsafe'],
    ['document.startViewTransition(run)', '.startViewTransition'],
    ['new CloseWatcher()', 'CloseWatcher'],
    ["element.addEventListener('scrollend', run)", 'scrollend event'],
  ])('in code: %s', (text, found) => {
    expect(inCode(text).join()).toContain(`a.ts:1 ${found}: since`);
  });

  test.each([
    ['a { translate: 1px }', 'translate:'],
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { height: 100dvh }', 'unit dvh'],
    ['a { text-wrap: balance }', 'text-wrap:'],
    ['a { grid-template-columns: subgrid }', 'grid-template-columns: subgrid'],
    ['a:has(b) { color: red }', ':has'],
    ['a { b { color: red } }', 'a rule in a rule (b)'],
    ['@container (width > 1px) { a { color: red } }', '@container'],
    ['@media (width >= 600px) { a { color: red } }', '@media with < or >'],
    ['a { colour: red }', 'colour:'],
  ])('in a style sheet: %s', (text, found) => {
    expect(inStyle(text).join()).toContain(`a.css:1 ${found}`);
  });

  test.each([
    ['rows.map(String).sort(); element.animate(frames, 400).finished.then(run);'],
    ['class Rows { toSorted(): void {} }\nnew Rows().toSorted();'],
    ['// rows.toSorted()'],
  ])('and nothing else in code: %s', (text) => {
    expect(inCode(text)).toEqual([]);
  });

  test.each([
    [
      '@font-face { font-family: x; src: url(x.woff2) }\n@media (prefers-reduced-motion: reduce) { a { color: red } }',
    ],
    [
      ':host(.wide) .row::before { inset: 0 1px; aspect-ratio: 16 / 9; transform: scale(1.5) } /* a { b { } } */',
    ],
    ['@keyframes in { from { opacity: 0 } 50% { opacity: 1 } }'],
    [
      ':host { --x: rgb(0 0 0 / 28%); gap: calc(2 * var(--x)); background: linear-gradient(90deg, #fff, #000) }',
    ],
  ])('and nothing else in a style sheet: %s', (text) => {
    expect(inStyle(text)).toEqual([]);
  });
});
