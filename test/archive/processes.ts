/** Programs beside an archive, as an operator starts them. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type PartProcess, PROGRAM, startPart } from '../support/part-process.ts';
import { stops } from './games.ts';

const run = promisify(execFile);

export const splitsecond = (natsUrl: string, ...args: readonly string[]) =>
  run(process.execPath, [PROGRAM, ...args], { env: { ...process.env, NATS_URL: natsUrl } });

export const engineAt = (natsUrl: string, ...more: readonly string[]): Promise<PartProcess> =>
  startPart(['engine', ...more], { natsUrl, started: (end) => void stops.push(() => end('SIGKILL')) });
