import { expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

const FIRST_OF_EACH = { advance: [{ by: 'place', count: 1, mark: 'Q' }] };

function heats(setup: object): { meet: Meet; first: string; second: string } {
  const meet = new Meet('ATHM100M');
  const [first, second] = [meet.rsc('RND1', '000100'), meet.rsc('RND1', '000200')];
  meet.say(meet.rsc('RND1'), { setup });
  meet.race(first, { ANNA: '10.10', BERT: '10.20' });
  meet.race(second, { CARL: '10.15', DORA: '10.25' });
  return { meet, first, second };
}

test('marks go with the decision: a heat that is opened again has none until it is decided', () => {
  const { meet, first } = heats(FIRST_OF_EACH);
  expect(meet.marks('RND1')).toEqual({ ANNA: 'Q', CARL: 'Q' });
  meet.say(first, { status: { result: 'LIVE' } });
  expect(meet.marks('RND1')).toEqual({ CARL: 'Q' });
  expect(meet.lines('RESULT', first)[0]).toBe('ANNA 1 10.10');
  meet.say(first, { status: { result: 'OFFICIAL' } });
  expect(meet.marks('RND1')).toEqual({ ANNA: 'Q', CARL: 'Q' });
});

test('a progression that is taken back takes every mark with it, in the heats as well', () => {
  const { meet, first } = heats(FIRST_OF_EACH);
  meet.say(meet.rsc('RND1'), { setup: {} });
  expect(meet.marks('RND1')).toEqual({});
  expect(meet.lines('RESULT', first)[0]).toBe('ANNA 1 10.10');
});

test('a place given by the referee is shown whether or not the phase has a progression', () => {
  for (const setup of [{}, FIRST_OF_EACH]) {
    const { meet, second } = heats(setup);
    meet.say(second, { advance: { competitor: 'DORA', mark: 'qR' } });
    expect(meet.marks('RND1').DORA).toBe('qR');
    expect(meet.lines('RESULT', second)[1]).toBe('DORA 2 10.25 qR');
    meet.say(second, { advance: { competitor: 'DORA', mark: null } });
    expect(meet.marks('RND1').DORA).toBeUndefined();
  }
});
