/** A process that says one JSON word a line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Told {
  readonly child: ChildProcess;
  say(word: object): void;
  /** What it complained of. */
  errors(): string;
}

export function toldBy<Word>(command: string, args: readonly string[], heard: (word: Word) => void): Told {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => heard(JSON.parse(line) as Word));
  return {
    child,
    say: (word) => void child.stdin.write(`${JSON.stringify(word)}\n`),
    errors: () => errors,
  };
}
