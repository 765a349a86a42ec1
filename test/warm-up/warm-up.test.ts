import { afterEach, describe, expect, test } from 'vitest';
import { type Edge, startEdge } from '../../src/edge.ts';
import { disciplineOf } from '../../src/model/rsc.ts';
import { BrokerModel } from '../../src/simulation/broker/model.ts';
import { SPORTS } from '../../src/sports.ts';
import { warmUpEdge } from '../../src/warm-up/edge-warm-up.ts';
import { warmUpEngine } from '../../src/warm-up/engine-warm-up.ts';
import { rehearsedFacts } from '../../src/warm-up/rehearsal.ts';

let edge: Edge | null = null;

afterEach(async () => {
  await edge?.close();
  edge = null;
});

describe('S10 code has run before a program says that it is ready', () => {
  test('a rehearsed engine ranks and publishes what each recording is about', async () => {
    const facts = rehearsedFacts(40);
    const versions = await warmUpEngine(facts);
    const disciplines = new Set(versions.map(({ channel }) => disciplineOf(channel)));
    const known = [...SPORTS].map(({ discipline }) => discipline);
    expect([...new Set(facts.map(({ unit }) => disciplineOf(unit)))].sort()).toEqual([...disciplines].sort());
    expect(known).toEqual(expect.arrayContaining([...disciplines]));
    for (const discipline of disciplines) {
      const mine = versions.filter(({ channel }) => channel.startsWith(discipline));
      expect(mine.some(({ form }) => form === 'whole')).toBe(true);
      expect(mine.some(({ form }) => form === 'delta')).toBe(true);
    }
  });

  test('a rehearsed edge shows and counts nothing of it', async () => {
    await warmUpEdge();
    const network = new BrokerModel();
    edge = await startEdge({ broker: network.connect() });
    expect(edge.shelf.size).toBe(0);
    const metrics = await (await fetch(`${edge.httpUrl}/metrics`)).text();
    for (const name of [
      'versions_total',
      'messages_total',
      'bytes_total',
      'screens_total',
      'screens',
      'troubles_total',
    ])
      expect(metrics).toMatch(new RegExp(`^splitsecond_${name} 0$`, 'm'));
    expect(network.results.stored).toEqual([]);
    expect(network.facts.stored).toEqual([]);
  });
});
