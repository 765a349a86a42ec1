import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { Failure, usageFailure } from './failure.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond bench                           which questions there are
  $ npx splitsecond bench venue-to-screen
  $ npx splitsecond bench update-cost --json        figures and limits for a program to read`;

export const benchCommand = (): Command =>
  new Command('bench')
    .description('measure this machine: one benchmark for each question')
    .argument('[name]', 'which one; without it the list')
    .argument('[options...]', 'passed on to the benchmark')
    .option('--json', 'print one JSON object')
    .allowUnknownOption()
    .addHelpText('after', EXAMPLES)
    .action(bench);

async function bench(
  name: string | undefined,
  rest: readonly string[],
  options: { json?: boolean },
): Promise<void> {
  const folder = fileURLToPath(new URL('../../bench/', import.meta.url));
  const names = namesIn(folder);
  if (name === undefined) {
    process.stdout.write(`${names.join('\n')}\n`);
    return;
  }
  if (!names.includes(name))
    throw usageFailure(`there is no benchmark "${name}"`, `there are: ${names.join(', ')}`);
  const code = await runBenchmark(`${folder}${name}.js`, [
    ...rest,
    ...(options.json === true ? ['--json'] : []),
  ]);
  if (code !== 0)
    throw new Failure(`${name} ended with code ${code}`, 'a limit does not hold, or see its message above');
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) throw new Failure('the benchmarks are not built', 'npm run build');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
    .sort();
}

const runBenchmark = (script: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
