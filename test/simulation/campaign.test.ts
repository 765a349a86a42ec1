/** A campaign over several threads and several sittings. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Failure } from '../../src/simulation/campaign.ts';
import { campaign } from '../../src/simulation/campaign.ts';
import { CampaignFile, type CampaignLine, leftOf, totalOf } from '../../src/simulation/campaign-file.ts';
import { ROOT } from '../support/source-tree.ts';
import { summaryOf } from './report.ts';

let directory: string;
const path = (): string => join(directory, 'campaign.ndjson');

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'splitsecond-campaign-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const failure = (seed: number): Failure => ({
  scenario: { seed, facts: 60, faults: [] },
  violations: [{ at: 1, rule: 'BACK', where: 'somewhere' }],
});

const line = (from: number, runs: number, build: string, failed: readonly number[] = []): CampaignLine => ({
  commit: `commit of ${build}`,
  build,
  from,
  runs,
  facts: 60 * runs,
  versions: 90 * runs,
  superseded: 0,
  cut: 0,
  restored: 0,
  faults: { upgrade: runs },
  failures: failed.map(failure),
});

test('what is left is what no line has, in pieces, and what failed in another build', () => {
  const lines = [line(1, 20, 'old', [3]), line(41, 20, 'new', [50])];
  expect(leftOf({ from: 1, seeds: 70 }, lines, 'new', 15)).toEqual([
    { from: 3, seeds: 1 },
    { from: 21, seeds: 15 },
    { from: 36, seeds: 5 },
    { from: 61, seeds: 10 },
  ]);
  expect(leftOf({ from: 1, seeds: 20 }, lines, 'old', 15)).toEqual([]);
});

test('of a seed that was run again the later run says whether it fails', () => {
  const total = totalOf([line(1, 20, 'old', [3, 4]), line(3, 1, 'new'), line(4, 1, 'new', [4])]);
  expect(total).toMatchObject({ runs: 22, facts: 22 * 60, faults: { upgrade: 22 } });
  expect(total.commits).toEqual({ 'commit of old': 20, 'commit of new': 2 });
  expect(total.failures.map(({ scenario }) => scenario.seed)).toEqual([4]);
});

test('what is reported counts by what a broken rule means to who watches', () => {
  const again = summaryOf(totalOf([line(1, 2_000, 'old', [3, 4]), line(3, 1, 'new')]));
  expect(again).toContain('pass in the one in which they were run again: 3.\n');
  const summary = summaryOf(totalOf([line(1, 2_000, 'old', [3]), line(3, 1, 'new', [3])]));
  expect(summary).not.toContain('run again');
  expect(summary).toContain(
    '**2,001 runs, 120,060 facts, 180,090 versions: 0 lost, 1 doubled, 0 wrong, 0 misleading.**',
  );
  expect(summary).toContain('commit of new (1), commit of old (2,000)');
  expect(summary).toContain('| `upgrade` | 2,001 |');
  expect(summary).toContain('- seed 3: BACK');
});

test('a line that the end of a program has cut off does not count, and the next one stands alone', () => {
  new CampaignFile(path()).append(line(1, 20, 'a'));
  appendFileSync(path(), JSON.stringify(line(21, 20, 'a')).slice(0, 30));
  const file = new CampaignFile(path());
  expect(file.lines).toEqual([line(1, 20, 'a')]);
  file.append(line(21, 20, 'b'));
  expect(new CampaignFile(path()).lines).toEqual([line(1, 20, 'a'), line(21, 20, 'b')]);
});

test('threads run what one program runs, and the next sitting goes on where the file ends', async () => {
  const simulate = (seeds: number): CampaignLine[] => {
    const args = ['simulate', '--seeds', String(seeds), '--workers', '2', '--out', path()];
    execFileSync(process.execPath, [join(ROOT, 'dist/src/cli/splitsecond.js'), ...args], { stdio: 'ignore' });
    return readFileSync(path(), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as CampaignLine);
  };
  const first = simulate(2);
  expect(first.map(({ from, runs }) => [from, runs]).toSorted()).toEqual([
    [1, 1],
    [2, 1],
  ]);
  const both = simulate(3);
  expect(both.slice(0, 2)).toEqual(first);
  const { commits: _commits, mended, ...total } = totalOf(both);
  expect(mended).toEqual([]);
  expect(total).toEqual(await campaign({ from: 1, seeds: 3 }));
}, 300_000);
