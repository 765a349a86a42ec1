import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { edgeWithStimulus } from './server/on-our-edge.ts';

let out = '';
beforeEach(() => {
  out = '';
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
});
afterEach(() => void vi.restoreAllMocks());

const outcomes = (): string[] =>
  (JSON.parse(out) as { checks: { outcome: string }[] }).checks.map(({ outcome }) => outcome);

test('the command ends with 0 when all was shown, and with 3 when something had no occasion', async () => {
  const { running, stimulus } = await edgeWithStimulus({}, 20);
  const about = ['conformance', running.edge.streamUrl, '--channel', stimulus.channel, '--json'];
  try {
    expect(await run([...about, '--only', 'SC1'])).toBe(0);
    expect(new Set(outcomes())).toEqual(new Set(['passed']));
    out = '';
    expect(await run([...about, '--only', 'SC16'])).toBe(3);
    expect(outcomes()).toContain('not shown');
  } finally {
    await running.stop();
  }
}, 60_000);

test('a client that does not come has failed', async () => {
  expect(await run(['conformance', '--client', '--wait', '1', '--only', 'SC1', '--json'])).toBe(1);
  expect(outcomes()).toContain('failed');
}, 60_000);
