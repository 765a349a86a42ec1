import { cpus, totalmem } from 'node:os';
import { commitOf } from '../../src/setup/commit.ts';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
}

/** What figures are measured on. */
export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** `AMD EPYC, 2 cores, 24 GiB, Node 20.20.2`. */
export function machineText({ cpu, cores, memoryGiB, node }: Machine): string {
  const name = cpu.replace(/\((?:R|TM)\)|CPU/g, '').replaceAll(/\s+/g, ' ');
  return `${name.trim()}, ${cores} cores, ${memoryGiB} GiB, Node ${node.slice(1)}`;
}

/** What is measured; figures that are kept and the text around them do not change it. */
const MEASURED = ['src', 'sports', 'schemas', 'bench', 'package-lock.json', ':!bench/results', ':!*.md'];

/** The commit that is measured, with a `+` when what is measured has been changed since; `unknown` outside of git. */
export const thisCommit = (): string => commitOf(process.cwd(), MEASURED);
