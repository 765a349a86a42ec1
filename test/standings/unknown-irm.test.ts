import { expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

test('F6 an IRM that the sport does not have is held until an operator lets it through', () => {
  const meet = new Meet('ATHM100M');
  const heat = meet.rsc('RND1', '000100');
  meet.startList(heat, ['ANNA', 'BEA']);
  expect(meet.say(heat, { irm: { competitor: 'ANNA', code: 'DNF' } })).toBeNull();
  expect(meet.say(heat, { irm: { competitor: 'BEA', code: 'DNFF' } })).toBe('FACT_HELD');
  expect(meet.lines('RESULT', heat)).toEqual(['BEA -', 'ANNA DNF']);
  meet.say(heat, { release: { source: 'TEST', seq: 3, by: 'operator' } });
  expect(meet.lines('RESULT', heat)).toEqual(['ANNA DNF', 'BEA DNFF']);
});
