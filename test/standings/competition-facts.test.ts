import { expect, test } from 'vitest';
import { GENERAL } from '../../src/model/rsc.ts';
import { Meet } from '../support/meet.ts';

test('the competition is said of GEN; what belongs to a unit is not', () => {
  const meet = new Meet('ATHM100M');
  expect(meet.say(GENERAL, { competition: { code: 'EC2024' } })).toBeNull();
  expect(meet.say(GENERAL, { status: { result: 'OFFICIAL' } })).toBe('NOT_READ');
});

test('of several readings each value is the latest, and a reading of another place is not the race wind', () => {
  const meet = new Meet('ATHM100M');
  const final = meet.rsc('FNL-', '000100');
  meet.startList(final, ['ANNA']);
  const info = () => meet.document('RESULT', final).header.info;
  meet.say(final, { conditions: { wind: '1.1' } });
  meet.say(final, { conditions: { temperature: '21', at: '2024-06-09T20:10:00Z' } });
  meet.say(final, { conditions: { temperature: '20', humidity: '50', at: '2024-06-09T20:00:00Z' } });
  meet.say(final, { conditions: { wind: '5.0', place: 'ROOF' } });
  expect(info()).toMatchObject({ wind: '+1.1', temperature: '21', humidity: '50' });
});
