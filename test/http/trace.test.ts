import { afterEach, expect, test } from 'vitest';
import { type Edge, startEdge } from '../../src/edge.ts';
import { type Engine, startEngine } from '../../src/engine.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { publishedBy } from '../engine/engines-on-a-network.ts';

const UNIT = 'ATHM100M--------------FNL-000100--';
const CHANNEL = `${UNIT}/RESULT`;
const TIMING = { source: 'STA-TIMING-1', epoch: '2024-06-09', unit: UNIT };

const running: (Edge | Engine)[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.close();
});

const entry = {
  competitor: {
    code: '7',
    kind: 'ATHLETE',
    organisation: 'ITA',
    name: { given: 'Marcell', family: 'Jacobs' },
  },
  startOrder: 1,
};

test('S11 a fact has one id from the venue to the screen: in the logs of both, and in the trace of a version', async () => {
  const network = new BrokerModel();
  const lines: { text: string; fields: object }[] = [];
  const log = {
    debug: (fields: object, text: string) => void lines.push({ text, fields }),
    info: () => {},
    warn: (fields: object, text: string) => void lines.push({ text, fields }),
    error: () => {},
  };
  const engine = await startEngine({ broker: network.connect(), log });
  const edge = await startEdge({ broker: network.connect(), log });
  running.push(engine, edge);
  const publish = publishedBy(network);
  const facts: WireFact[] = [
    { ...TIMING, seq: 1, startList: { entries: [entry] } },
    { ...TIMING, seq: 2, passing: { competitor: '7', point: 'FIN', time: '10.02' } },
    { ...TIMING, seq: 3, passing: { competitor: '8', point: 'FIN', time: '10.05' } },
  ];
  for (const fact of facts) await publish(fact);
  const trace = async (more = ''): Promise<Response> => fetch(`${edge.httpUrl}/v1/trace/${CHANNEL}${more}`);
  await expect.poll(async () => (await trace()).json()).toMatchObject({ version: 2 });
  const fact = 'STA-TIMING-1:2024-06-09:2';
  const { epoch } = engine;
  expect(await (await trace()).json()).toEqual({ channel: CHANNEL, epoch, version: 2, fact });
  expect(await (await trace('?version=1')).json()).toMatchObject({ fact: 'STA-TIMING-1:2024-06-09:1' });
  expect((await trace('?version=3')).status).toBe(404);
  expect((await trace('?version=x')).status).toBe(400);
  const about = { fact, channel: CHANNEL, version: 2 };
  expect(lines).toContainEqual({ text: 'published', fields: about });
  expect(lines).toContainEqual({ text: 'shown', fields: about });
  expect(lines.map(({ fields }) => fields)).toContainEqual(
    expect.objectContaining({ code: 'NOT_ON_START_LIST', fact: 'STA-TIMING-1:2024-06-09:3' }),
  );
});
