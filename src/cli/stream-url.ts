import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { usageFailure } from './failure.ts';

/** A running edge on this machine may leave its stream's address here. */
const ADDRESS_FILE = '.splitsecond/stream-url';

export const streamOption = (): Option =>
  new Option('--url <url>', 'the stream, ws://HOST:PORT/v1/stream').env('SPLITSECOND_URL');

/** As given, or that of the edge that was started last from this folder. */
export function streamUrl(given: string | undefined): string {
  const url = given ?? addressOnFile();
  if (url === null) {
    throw usageFailure('where is the stream?', 'give --url ws://HOST:PORT/v1/stream as npm start prints it');
  }
  if (!/^wss?:\/\//.test(url))
    throw usageFailure(`${url} is not the address of a stream`, 'it starts with ws:// or wss://');
  return url;
}

function addressOnFile(): string | null {
  try {
    return readFileSync(ADDRESS_FILE, 'utf8').trim();
  } catch {
    return null;
  }
}
