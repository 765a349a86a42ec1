import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredVenueMessage } from '../broker/broker.ts';
import { projectRoot } from '../setup/project-root.ts';

const STORED_AT = Date.UTC(2024, 0, 1) * 1_000;

/** So many facts of each recording that comes with the program, from its beginning, as a broker would deliver them. */
export function rehearsedFacts(ofEach: number): StoredVenueMessage[] {
  const folder = join(projectRoot(), 'src', 'venue', 'recordings');
  const recordings = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  const lines = recordings.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .slice(0, ofEach),
  );
  return lines.map((line, index) => ({
    venue: 'WARM-UP',
    unit: (JSON.parse(line) as { unit?: string }).unit ?? '',
    messageId: '',
    contentType: 'application/json',
    data: Buffer.from(line),
    streamSeq: index + 1,
    storedAt: STORED_AT + index,
  }));
}
