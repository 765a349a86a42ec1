import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { logLogPlot } from '../../bench/support/plot.ts';

const plotOf = (points: readonly (readonly [number, number])[]): string =>
  logLogPlot({
    title: 'Cost & <size>',
    xLabel: 'rows',
    yLabel: 'ms',
    curves: [{ label: 'edge', points }],
  });

/** Where the points of the curve are drawn. */
const placesIn = (svg: string): number[][] =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the plot', () => {
  test('is well-formed XML, whatever its words', () => {
    const document = XmlDocument.fromString(plotOf([[1, 0.1]]));
    expect(document.root.name).toBe('svg');
    document.dispose();
  });

  test('draws equal factors as equal distances, larger values further right and further up', () => {
    const svg = plotOf([
      [1, 0.01],
      [10, 0.1],
      [1_000, 10],
    ]);
    const [first, second, third] = placesIn(svg) as [number[], number[], number[]];
    const [x, y] = [second[0]! - first[0]!, second[1]! - first[1]!];
    expect(x).toBeGreaterThan(0);
    expect(y).toBeLessThan(0);
    expect(third[0]! - second[0]!).toBeCloseTo(2 * x, 0);
    expect(third[1]! - second[1]!).toBeCloseTo(2 * y, 0);
  });

  test('names the powers of ten from below the least value to above the largest', () => {
    const svg = plotOf([
      [3, 0.2],
      [70, 40],
    ]);
    const labels = [...svg.matchAll(/text-anchor="(?:middle|end)">([\d.,]+)</g)].map(([, label]) => label);
    expect(labels).toEqual(['1', '10', '100', '0.1', '1', '10', '100']);
  });

  test('refuses values that have no logarithm', () => {
    expect(() => plotOf([[0, 1]])).toThrow(RangeError);
    expect(() => plotOf([[1, Number.NaN]])).toThrow(RangeError);
  });
});
