/** Facts of a large file: made when their turn comes, and no earlier. */
import { expect, test } from 'vitest';
import { FeedWriter, inTimeOrder, type Said } from '../../src/venue/import/feed-writer.ts';
import { importIof } from '../../src/venue/import/iof.ts';
import { ImportReport } from '../../src/venue/import/report.ts';

const UNIT = 'ORIMH21---------------FNL-000100--';
const SECOND = 1_000_000;
const BEGIN = Date.UTC(2024, 5, 9) * 1_000;

const note = (text: string, second: number): Said => ({
  at: BEGIN + second * SECOND,
  unit: UNIT,
  said: { note: { id: text, text } },
});
const idOf = (fact: unknown): string => (fact as { note: { id: string } }).note.id;

test('what was added first comes first among what is said at one moment', () => {
  const writer = new FeedWriter('TEST', new ImportReport());
  writer.add(BEGIN, 1, () => [note('a0', 0), note('a2', 2), note('a2-again', 2)]);
  writer.add(BEGIN, 2, () => inTimeOrder([note('b2', 2), note('b1', 1)]));
  writer.add(BEGIN + 2 * SECOND, 3, () => [note('c2', 2)]);
  const facts = [...writer.facts()];
  expect(facts.map(idOf)).toEqual(['a0', 'b1', 'a2', 'a2-again', 'b2', 'c2']);
  expect(facts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('of each race no more than the next fact is there', () => {
  const [races, each] = [50, 200];
  let made = 0;
  const writer = new FeedWriter('TEST', new ImportReport());
  for (let race = 0; race < races; race += 1)
    writer.add(BEGIN, race, function* () {
      for (let second = 0; second < each; second += 1) {
        made += 1;
        yield note(`${race}`, second);
      }
    });
  let given = 0;
  let ahead = 0;
  for (const _fact of writer.facts()) {
    given += 1;
    ahead = Math.max(ahead, made - given);
  }
  expect(given).toBe(races * each);
  expect(ahead).toBeLessThan(races);
});

test('what is said of a race comes in order of time, and of one moment in order of codes', () => {
  const runner = (name: string): string =>
    `<PersonResult><Person><Name><Family>${name}</Family></Name></Person><Result><StartTime>2024-06-22T10:00:00Z</StartTime><Time>900</Time><Status>OK</Status>
    <SplitTime><ControlCode>31</ControlCode><Time>60</Time></SplitTime><SplitTime><ControlCode>32</ControlCode><Time>80</Time></SplitTime></Result></PersonResult>`;
  const file = `<ResultList iofVersion="3.0"><Event><Name>E</Name></Event><ClassResult><Class><Name>H21</Name></Class>${runner('A')}${runner('B')}</ClassResult></ResultList>`;
  const points = [...importIof(file).facts].flatMap((fact) =>
    'passing' in fact ? [fact.passing as { competitor: string; point: string; time: string }] : [],
  );
  expect(points.map(({ competitor, point, time }) => `${competitor} ${point} ${time}`)).toEqual([
    'A- 1-31 60',
    'B- 1-31 60',
    'A- 2-32 80',
    'B- 2-32 80',
    'A- FIN 900',
    'B- FIN 900',
  ]);
});
