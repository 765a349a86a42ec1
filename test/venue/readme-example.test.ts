/** The venue of the README, run as it stands there, against a real broker and an engine. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NatsBroker } from '../../src/broker/nats/broker.ts';
import { decodeResult } from '../../src/encode/result-codec.ts';
import { startEngine } from '../../src/engine.ts';
import { listRows } from '../../src/model/document.ts';
import { openBroker } from '../../src/setup/open-broker.ts';
import { VenueClient } from '../../src/venue/venue-client.ts';
import { startTestServer, until } from '../broker/nearby-server.ts';

const CHANNEL = 'ATHM100M--------------FNL-000100--/RESULT';
const SILENT = { info() {}, warn() {}, error() {} };

/** Between the imports and the end of the block; the outbox in a folder of the test. */
function exampleOf(directory: string): (...named: unknown[]) => Promise<void> {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const block = readme
    .split('```js')
    .find((each) => each.includes("from 'splitsecond/venue'"))!
    .split('```')[0]!;
  const imported = [...block.matchAll(/^import \{ (\w+) \} from '([^']+)';$/gm)].map(([, name]) => name!);
  expect(imported).toEqual(['openBroker', 'VenueClient']);
  const body = block.replaceAll(/^import .*$/gm, '').replace("'outbox'", JSON.stringify(directory));
  const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => () => Promise<void>;
  return new AsyncFunction(...imported, 'process', 'console', body);
}

test('the venue of the README names its starters before it times them: all of it is shown, and nothing refused', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'splitsecond-example-'));
  const server = await startTestServer();
  const broker = await NatsBroker.open({ url: server.url });
  const engine = await startEngine({ broker, log: SILENT });
  const complaints: unknown[] = [];
  try {
    const program = { env: { NATS_URL: server.url } };
    await exampleOf(directory)(openBroker, VenueClient, program, {
      error: (line: string) => complaints.push(line),
    });
    let shown: readonly (string | null)[] = [];
    await until('the standings are kept', () => {
      void broker.keptDocument(CHANNEL).then((kept) => {
        const [first] = kept === null ? [] : decodeResult(kept.data);
        if (first !== undefined && 'document' in first)
          shown = listRows(first.document).map(({ identity, mark }) => `${identity.name} ${mark.result}`);
      });
      return shown.length > 0;
    });
    expect(shown).toEqual(['BERG Ada 10.02']);
    expect(engine.counts()).toMatchObject({ facts: 2, rejected: 0 });
    expect(complaints).toEqual([]);
  } finally {
    await engine.close();
    await broker.close();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
});
