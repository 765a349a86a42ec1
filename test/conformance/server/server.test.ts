import { expect, test } from 'vitest';
import { exitCode, tableOf } from '../../../src/conformance/report.ts';
import { examineServer } from '../../../src/conformance/server/suite.ts';
import { edgeWithStimulus } from './on-our-edge.ts';

const RULES = Array.from({ length: 20 }, (_none, index) => `SC${index + 1}`);

test('SC1-SC20 an edge of ours shows every rule: none failed, none not shown', async () => {
  const { running, stimulus } = await edgeWithStimulus();
  try {
    const shown = await examineServer(running.edge.streamUrl, stimulus);
    const open = shown.filter(({ outcome }) => outcome !== 'passed');
    expect(open, tableOf(shown)).toEqual([]);
    expect([...new Set(shown.map(({ rule }) => rule))]).toEqual(RULES);
    expect(exitCode(shown)).toBe(0);
  } finally {
    await running.stop();
  }
}, 180_000);
