import { expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

/** A decided final of three. */
function decided(): { meet: Meet; unit: string } {
  const meet = new Meet('SWMM100MFR');
  const unit = meet.rsc('FNL-', '000100');
  meet.race(unit, { ANNA: '58.00', BERT: '58.10', CARL: '59.00' });
  return { meet, unit };
}

test('what changes a decided result says so: whose row is another one, of which version, and why', () => {
  const { meet, unit } = decided();
  const { version } = meet.document('RESULT', unit);
  meet.say(unit, { irm: { competitor: 'ANNA', code: 'DSQ', reason: 'SW 8.2' } });
  expect(meet.document('RESULT', unit).correction).toEqual({
    of: version,
    reason: null,
    moved: ['ANNA'],
  });
});

test('nothing is corrected before it is decided', () => {
  const meet = new Meet('SWMM100MFR');
  const unit = meet.rsc('FNL-', '000100');
  meet.startList(unit, ['ANNA', 'BERT']);
  meet.say(unit, { passing: { competitor: 'ANNA', point: 'FIN', time: '58.00' } });
  meet.say(unit, { passing: { competitor: 'ANNA', point: 'FIN', time: '57.00' } });
  expect(meet.document('RESULT', unit).correction).toBeNull();
});

test('who is taken out of a decided result has moved, although the row is gone', () => {
  const { meet, unit } = decided();
  meet.startList(unit, ['ANNA', 'BERT']);
  expect(meet.document('RESULT', unit).correction?.moved).toEqual(['CARL']);
});

test('a classification that is taken back is a correction for everybody in it', () => {
  const { meet, unit } = decided();
  meet.say(unit, { status: { result: 'LIVE' } });
  expect(meet.document('MEDALLISTS', meet.rsc()).correction?.moved).toEqual(['ANNA', 'BERT', 'CARL']);
});

test('the same said again is no correction, and what was withdrawn leaves none behind', () => {
  const { meet, unit } = decided();
  meet.say(unit, { irm: { competitor: 'ANNA', code: 'DSQ' } });
  meet.say(unit, { irm: { competitor: 'ANNA', code: null } });
  const { version } = meet.document('RESULT', unit);
  meet.say(unit, { status: { result: 'OFFICIAL' } });
  expect(meet.document('RESULT', unit).version).toBe(version);
  expect(meet.lines('RESULT', unit)).toEqual(['ANNA 1 58.00', 'BERT 2 58.10', 'CARL 3 59.00']);
});

test('what is changed step by step until it is announced again is one correction, of what had been announced', () => {
  const { meet, unit } = decided();
  const { version } = meet.document('RESULT', unit);
  meet.say(unit, { status: { result: 'LIVE' } });
  for (const time of ['59.50', '59.40', '59.30'])
    meet.say(unit, { passing: { competitor: 'ANNA', point: 'FIN', time } });
  expect(meet.document('RESULT', unit).correction?.of).toBe(version);
  const told = () =>
    [...meet.document('COMMUNICATION', 'SWM'.padEnd(34, '-')).rows].filter(
      ({ communication }) => communication?.kind === 'CORRECTION' && communication.code === 'RESULT',
    );
  expect(told()).toHaveLength(1);
  meet.say(unit, { status: { result: 'OFFICIAL' } });
  meet.say(unit, { passing: { competitor: 'BERT', point: 'FIN', time: '58.90' } });
  expect(told()).toHaveLength(2);
});
