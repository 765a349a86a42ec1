/** Races of orienteering by the way in which they start. */
import { expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

function ran(event: string, finishes: Readonly<Record<string, object>>, setup: object = {}): string[] {
  const meet = new Meet(event);
  const unit = meet.rsc('FNL-', '000100');
  meet.say(unit, { setup });
  const entries = Object.keys(finishes).map((code, index) => ({
    competitor: { code, kind: 'ATHLETE', organisation: code, name: { family: code } },
    startOrder: index + 1,
    startOffset: String(index * 60),
  }));
  meet.say(unit, { startList: { entries } });
  meet.say(unit, { start: { at: '2024-06-09T10:00:00Z' } });
  for (const [competitor, finish] of Object.entries(finishes))
    meet.say(unit, { passing: { competitor, point: 'FIN', ...finish } });
  return meet.lines('RESULT', unit);
}

test('start intervals: the time runs from the own start, whole seconds that are equal share the place', () => {
  const at = { A: { at: '2024-06-09T10:20:00.900Z' }, B: { at: '2024-06-09T10:21:00.100Z' } };
  expect(ran('ORIM', at)).toEqual(['A 1= 20:00', 'B 1= 20:00']);
});

test('a chasing start: the offset counts, and who is first at the line has won', () => {
  const times = { A: { time: '1200', order: 2 }, B: { time: '1140', order: 1 }, C: { time: '1000' } };
  expect(ran('ORIMCHASE', times)).toEqual(['C 1 18:40', 'B 2 20:00', 'A 3 20:00']);
});

test.each(['MASS', 'KNOCKOUT'])('%s: equal seconds are placed by order of finish', (event) => {
  const times = { A: { time: '1200', order: 2 }, B: { time: '1200', order: 1 }, C: { time: '1201' } };
  expect(ran(`ORIM${event}`, times)).toEqual(['B 1 20:00', 'A 2 20:00', 'C 3 20:01']);
});

test('tenths where the race is timed in them', () => {
  const times = { A: { time: '1200.19' }, B: { time: '1200.14' }, C: { time: '1200.20' } };
  expect(ran('ORIM', times, { timing: { precision: '0.1' } })).toEqual([
    'A 1= 20:00.1',
    'B 1= 20:00.1',
    'C 3 20:00.2',
  ]);
});
