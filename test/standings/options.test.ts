import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

describe('S7 options belong to the sport', () => {
  const sprint = () => new Meet('ATHM100M');

  test('one that the sport does not declare is refused, in a unit, a phase or an event', () => {
    const meet = sprint();
    const setup = { setup: { options: { boats: 4 } } };
    expect(meet.say(meet.rsc('FNL-', '000100'), setup)).toBe('UNKNOWN_OPTION');
    expect(meet.say(meet.rsc('SFNL'), setup)).toBe('UNKNOWN_OPTION');
    expect(meet.say(meet.rsc(), setup)).toBe('UNKNOWN_OPTION');
    expect(new Meet('SWMM100MFR').say('SWMM100MFR------------FNL-000100--', setup)).toBe('UNKNOWN_OPTION');
  });

  test('a value that is not one of those declared is refused; null says nothing', () => {
    const meet = sprint();
    const say = (overfull: unknown) => meet.say(meet.rsc('SFNL'), { setup: { options: { overfull } } });
    expect(say('MAYBE')).toBe('WRONG_OPTION');
    expect(say('toString')).toBe('WRONG_OPTION');
    expect(say('OPEN')).toBeNull();
    expect(say(null)).toBeNull();
    const vault = new Meet('GARW1APVT');
    const panel = (judges: number, drop: number) =>
      vault.say(vault.rsc('FNL-', '000100'), { setup: { options: { panel: { judges, drop } } } });
    expect(panel(4, 2)).toBe('WRONG_OPTION');
    expect(panel(5, 1)).toBeNull();
  });

  test('a setup that is refused leaves the one before as it is', () => {
    const meet = sprint();
    const final = meet.rsc('FNL-', '000100');
    meet.say(final, { setup: { name: 'Final' } });
    meet.race(final, { ANNA: '10.00' });
    meet.say(final, { setup: { name: 'Another', options: { boats: 4 } } });
    expect(meet.document('RESULT', final).header.names.unit).toBe('Final');
  });

  test('what the core reads is a field: a list made afterwards says so', () => {
    const meet = sprint();
    const final = meet.rsc('FNL-', '000100');
    meet.say(final, { setup: { reconstructed: true } });
    expect(meet.document('RESULT', final).header.reliability.reasons).toEqual(['RECONSTRUCTED']);
  });
});
