import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Option } from 'commander';
import { projectRoot } from '../setup/project-root.ts';
import { usageFailure } from './failure.ts';

export const streamOption = (): Option =>
  new Option('--url <url>', 'the stream, ws://HOST:PORT/v1/stream').env('SPLITSECOND_URL');

/** As given, or that of the edge that this installation started last. */
export function streamUrl(given: string | undefined): string {
  const url = given ?? remembered();
  if (url === null) {
    throw usageFailure('where is the stream?', 'give --url ws://HOST:PORT/v1/stream as npm start prints it');
  }
  if (!/^wss?:\/\//.test(url))
    throw usageFailure(`${url} is not the address of a stream`, 'it starts with ws:// or wss://');
  return url;
}

/** Wherever commands are called from, it is in one place. */
const FILE = join(projectRoot(), '.splitsecond', 'stream-url');

function remembered(): string | null {
  return existsSync(FILE) ? readFileSync(FILE, 'utf8').trim() : null;
}

/** For whoever gives no address. Gives back what forgets it. */
export function rememberStream(url: string): () => void {
  try {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, url);
  } catch {
    // Only a convenience: a folder that cannot be written to is no reason not to start.
  }
  return () => {
    if (remembered() === url) rmSync(FILE, { force: true });
  };
}
