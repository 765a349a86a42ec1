/** Two people correct the same line at two consoles (`expects`). */
import { afterEach, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { endAll, engineOn, publishedBy, settled } from './engines-on-a-network.ts';
import { rebuilt } from './stored-versions.ts';

afterEach(endAll);

const UNIT = 'ATHM100M--------------FNL-000100--';
const TIMING = { source: 'TIMING', epoch: '1', unit: UNIT };

const entry = {
  competitor: {
    code: '7',
    kind: 'ATHLETE',
    organisation: 'ITA',
    name: { given: 'Marcell', family: 'Jacobs' },
  },
  startOrder: 1,
};
const finish = (time: string) => ({ passing: { competitor: '7', point: 'FIN', time } });

test('of two corrections of one fact the first counts, for an engine that comes later, too', async () => {
  const network = new BrokerModel();
  const [one, two] = [await engineOn(network), await engineOn(network)];
  const publish = publishedBy(network);
  const expects = { source: 'TIMING', epoch: '1', seq: 2 };
  const facts: WireFact[] = [
    { ...TIMING, seq: 1, startList: { entries: [entry] } },
    { ...TIMING, seq: 2, ...finish('10.05') },
    { source: 'CONSOLE-1', epoch: '1', seq: 1, unit: UNIT, expects, ...finish('10.03') },
    { source: 'CONSOLE-2', epoch: '1', seq: 1, unit: UNIT, expects, ...finish('10.02') },
  ];
  for (const fact of facts) await publish(fact);
  await settled(network, one, two);
  const late = await engineOn(network);
  await settled(network, late);
  for (const { engine } of [one, two, late])
    expect([...engine.counts().byCode]).toEqual([['NOT_AS_EXPECTED', 1]]);
  expect(network.rejections.stored.map(({ code, venueStreamSeq }) => [code, venueStreamSeq])).toEqual([
    ['NOT_AS_EXPECTED', 4],
  ]);
  const document = rebuilt(network.results.stored).get(`${UNIT}/RESULT`);
  expect(document?.rows.map(({ mark }) => mark?.result)).toEqual(['10.03']);
});
