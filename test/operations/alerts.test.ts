/** The alert rules: that Prometheus takes them, that each fires when it should, and that there is something to do about each. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newCounts } from '../../src/fanout/edge-counts.ts';
import { deskMetrics } from '../../src/http/desk-metrics.ts';
import { edgeMetrics } from '../../src/http/edge-metrics.ts';
import { engineMetrics } from '../../src/http/engine-metrics.ts';
import { wiresMetrics } from '../../src/http/wires-metrics.ts';
import { ensurePromtool, NO_PROMTOOL } from '../support/promtool.ts';
import { ROOT } from '../support/source-tree.ts';

const RULES = join(ROOT, 'schemas', 'alerts.yml');
const PROMTOOL = ensurePromtool();
const rules = readFileSync(RULES, 'utf8');
const alerts = [...rules.matchAll(/^ +- alert: (\w+)$/gm)].map(([, name]) => name!);

describe.skipIf(PROMTOOL === null)(PROMTOOL === null ? NO_PROMTOOL : 'by promtool', () => {
  const promtool = (...words: string[]): string => execFileSync(PROMTOOL!, words, { encoding: 'utf8' });

  test('the rules are rules', () => {
    expect(promtool('check', 'rules', RULES)).toContain(`SUCCESS: ${alerts.length} rules found`);
  });

  test('each fires when it should, and not before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'splitsecond-alerts-'));
    try {
      const cases = readFileSync(join(ROOT, 'test', 'operations', 'alerts.cases.yml'), 'utf8');
      const file = join(folder, 'cases.yml');
      writeFileSync(file, cases.replace('RULES', RULES));
      for (const alert of alerts) {
        const named = cases.split(`alertname: ${alert}\n`).length - 1;
        expect(named, `${alert} fires in a case`).toBeGreaterThan(0);
      }
      expect(promtool('test', 'rules', file)).toContain('SUCCESS');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('every number that a rule reads is told by engines, edges, desks or gateways', async () => {
  const [none, nothing] = [{} as never, () => ({}) as never];
  const edge = edgeMetrics(newCounts(), none, none, nothing, nothing);
  const desk = deskMetrics(nothing);
  const told = [edge, engineMetrics(() => null), desk, wiresMetrics(() => null)].flatMap((registry) =>
    registry.getMetricsAsArray().map(({ name }) => name),
  );
  const read = new Set([...rules.matchAll(/\bsplitsecond_\w+/g)].map(([name]) => name));
  expect([...read].filter((name) => !told.includes(name))).toEqual([]);
  expect(read.size).toBeGreaterThan(10);
});

test('for every alert there is a section that says what to do', () => {
  const page = readFileSync(join(ROOT, 'src', 'OPERATIONS.md'), 'utf8');
  expect(alerts.filter((alert) => !page.includes(`\n### ${alert}\n`))).toEqual([]);
});
