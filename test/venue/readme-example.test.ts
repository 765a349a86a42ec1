/** The facts that the README has a venue send, as they would travel. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OfflineCompetition } from '../../src/offline-competition.ts';

test('the venue of the README names its starters before it times them, and none of its facts is refused', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const example = readme.split('```js').find((block) => block.includes("from 'splitsecond/venue'"))!;
  const lines = example.split('```')[0]!.split('\n');
  const said = lines.filter((line) => /^(const starter|await venue\.send)/.test(line)).join('\n');
  const sent: { unit: string; content: object }[] = [];
  const venue = { send: (unit: string, content: object) => sent.push({ unit, content }) };
  new Function('venue', said.replaceAll('await ', ''))(venue);
  const competition = new OfflineCompetition();
  const complaints = sent.map(({ unit, content }, at) =>
    competition.takeWire({ source: 'STA-TIMING-1', seq: at + 1, unit, ...content }),
  );
  expect(sent.length).toBeGreaterThan(1);
  expect(complaints).toEqual(sent.map(() => null));
});
