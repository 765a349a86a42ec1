import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { EXIT, Failure } from './failure.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond bench                           which questions there are
  $ npx splitsecond bench --list                    their names alone
  $ npx splitsecond bench venue-to-screen
  $ npx splitsecond bench update-cost --json        figures and limits for a program to read
  $ npx splitsecond bench table                     the newest answers that were kept`;

export const benchCommand = (): Command =>
  new Command('bench')
    .description('measure this machine: one benchmark for each question')
    .argument('[name]', 'which one; without it the list')
    .option('--list', 'print the names, one a line')
    .option('--json', 'print one JSON object')
    .option('--smoke', 'a small run that shows that it works; not kept')
    .option('--no-keep', 'write nothing; else a real run is kept in bench/results')
    .addHelpText('after', EXAMPLES)
    .action(bench);

interface BenchOptions {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly smoke?: boolean;
  readonly keep: boolean;
}

async function bench(name: string | undefined, { list, json, smoke, keep }: BenchOptions): Promise<void> {
  const script = fileURLToPath(new URL('../../bench/run.js', import.meta.url));
  if (!existsSync(script)) throw new Failure('the benchmarks are not built', 'npm run build');
  const args = [
    ...(name === undefined ? [] : [name]),
    ...(list === true ? ['--list'] : []),
    ...(json === true ? ['--json'] : []),
    ...(smoke === true ? ['--smoke'] : []),
    ...(keep ? [] : ['--no-keep']),
  ];
  const code = await ended(script, args);
  if (code === EXIT.usage) throw new Failure('no such benchmark', 'choose one of the list above', EXIT.usage);
  if (code !== 0)
    throw new Failure(
      `the benchmark ended with code ${code}`,
      'a limit does not hold, or see its message above',
    );
}

const ended = (script: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? EXIT.failed));
  });
