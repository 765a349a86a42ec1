/** The runner as a person uses it, and what it has kept. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/source-tree.ts';

const bench = (...args: string[]): string =>
  execFileSync(process.execPath, [join(ROOT, 'dist', 'bench', 'run.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const results = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(ROOT, 'bench', 'results')).map((name) => [
      name,
      readFileSync(join(ROOT, 'bench', 'results', name), 'utf8'),
    ]),
  );

const kept = Object.entries(results()).filter(([name]) => name.endsWith('.jsonl'));

describe('kept answers', () => {
  test('the answers in the README and beside them are what the command prints from them', () => {
    const between = (page: string): string =>
      /<!-- bench:begin -->\n([\s\S]*?)<!-- bench:end -->/.exec(readFileSync(join(ROOT, page), 'utf8'))![1]!;
    const [readme, beside] = [between('README.md'), between('bench/results/README.md')];
    expect(readme + beside).toBe(bench('table'));
    for (const [name] of kept) {
      expect(readme).toContain(`[\`${name.replace('.jsonl', '')}\`]`);
      expect(beside).toContain(`## ${name.replace('.jsonl', '')}\n`);
    }
  });

  test('are of benchmarks that there are, each line with when, what, where and how it came out', () => {
    const names = bench('--list').trim().split('\n');
    expect(kept.length).toBeGreaterThan(0);
    for (const [name, text] of kept) {
      expect(names).toContain(name.replace('.jsonl', ''));
      for (const line of text.trimEnd().split('\n')) {
        const run = JSON.parse(line);
        expect(Object.keys(run).sort()).toEqual(['at', 'bars', 'commit', 'figures', 'machine', 'question']);
        expect(run.figures.length).toBeGreaterThan(0);
        expect(new Date(run.at).toISOString()).toBe(run.at);
      }
    }
  });

  test('a smoke run prints one JSON object and keeps nothing', () => {
    const before = results();
    const run = JSON.parse(bench('bytes', '--smoke', '--json'));
    expect(run.figures.length).toBeGreaterThan(0);
    expect(results()).toEqual(before);
  });
});
