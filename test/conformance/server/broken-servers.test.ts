import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../src/conformance/report.ts';
import { examineServer, type SuiteOptions } from '../../../src/conformance/server/suite.ts';
import type { Mangling } from './mangling-proxy.ts';
import { ManglingProxy } from './mangling-proxy.ts';
import { BROKEN_SERVERS } from './manglings.ts';
import { edgeWithStimulus } from './on-our-edge.ts';

const FEW_ROWS = 20;

async function examineThrough(mangling: Mangling, options: SuiteOptions, rows?: number) {
  const { running, stimulus } = await edgeWithStimulus({}, rows);
  const proxy = new ManglingProxy(new URL(running.edge.streamUrl), mangling);
  try {
    return await examineServer(await proxy.open(), stimulus, options);
  } finally {
    proxy.close();
    await running.stop();
  }
}

describe('the suite can fail', () => {
  test('seen through a proxy that changes nothing, an edge of ours passes as it does without', async () => {
    const shown = await examineThrough({}, {});
    expect(
      shown.filter(({ outcome }) => outcome !== 'passed'),
      tableOf(shown),
    ).toEqual([]);
  }, 180_000);

  test('each rule has a server that breaks it', () => {
    const rules = Array.from({ length: 20 }, (_none, index) => `SC${index + 1}`);
    expect(rules.filter((rule) => !BROKEN_SERVERS.some((broken) => broken.rule === rule))).toEqual([]);
  });

  test.each(BROKEN_SERVERS.map((broken) => [broken.rule, broken.name, broken] as const))(
    '%s is seen broken by a server that %s',
    async (rule, _name, broken) => {
      const rows = broken.needsLongDocuments ? undefined : FEW_ROWS;
      const shown = await examineThrough(broken, { only: [rule], patienceMs: 1_500 }, rows);
      const failed = shown.filter((each) => each.rule === rule && each.outcome === 'failed');
      expect(failed.length, tableOf(shown)).toBeGreaterThan(0);
    },
    180_000,
  );
});
