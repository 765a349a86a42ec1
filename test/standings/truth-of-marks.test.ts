/** Each way in which a mark about a phase or event could be forgotten, or do too much, and that it does not. */
import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';
import { ALL_SWAM, FINAL, medals, ranking, swum } from './told.ts';

describe('a disqualification of phase or event', () => {
  test('of the event: no place and no medal, in any round, until it is withdrawn', () => {
    const { meet, heat, final } = swum(ALL_SWAM);
    const hashes = () =>
      [
        meet.document('RANKING', meet.rsc()),
        meet.document('RESULT', final),
        meet.document('RESULT', heat),
        meet.document('MEDALLISTS', meet.rsc()),
      ].map(({ hash }) => hash);
    const before = hashes();
    meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DSQ', reason: 'DC 9.9' } });
    expect(ranking(meet)).toEqual(['BERT 1 GOLD', 'CARL 2 SILVER', 'DORA 3 BRONZE', 'EMIL 5', 'ANNA DSQ']);
    expect(meet.lines('RESULT', heat).at(-1)).toBe('ANNA DSQ');
    expect(meet.lines('PHASE_RESULT', meet.rsc('FNL-')).at(-1)).toBe('ANNA DSQ');
    expect(medals(meet)).toEqual(['BER 1-0-0', 'CAR 0-1-0', 'DOR 0-0-1']);
    expect(meet.document('MEDALLISTS', meet.rsc()).correction?.moved).toContain('ANNA');
    meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: null } });
    expect(hashes()).toEqual(before);
  });

  test('of one phase: the other rounds stand', () => {
    const { meet, heat, final } = swum(ALL_SWAM);
    meet.say(meet.rsc('FNL-'), { irm: { competitor: 'ANNA', code: 'DSQ' } });
    expect(meet.lines('RESULT', final).at(-1)).toBe('ANNA DSQ');
    expect(meet.lines('RESULT', heat)[0]).toBe('ANNA 1 51.00');
    expect(ranking(meet)).toEqual(['BERT 1 GOLD', 'CARL 2 SILVER', 'DORA 3 BRONZE', 'EMIL 5', 'ANNA DSQ']);
  });

  test('of the whole meet: in every event', () => {
    const { meet, heat } = swum(ALL_SWAM);
    meet.say('SWM'.padEnd(34, '-'), { irm: { competitor: 'ANNA', code: 'DSQ' } });
    expect(meet.lines('RESULT', heat).at(-1)).toBe('ANNA DSQ');
    expect(ranking(meet)[0]).toBe('BERT 1 GOLD');
  });

  test('gives nobody a place in a round whose next one has been drawn up, and one in a round that has none', () => {
    const meet = new Meet('SWMM100MFR');
    meet.say(meet.rsc('HEAT'), { setup: { advance: [{ by: 'best', count: 1, mark: 'Q' }] } });
    meet.race(meet.rsc('HEAT', '000100'), { ANNA: '51.00', BERT: '51.10' });
    meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DSQ' } });
    expect(meet.marks('HEAT')).toEqual({ BERT: 'Q' });
    meet.startList(meet.rsc('FNL-', FINAL), ['ANNA']);
    expect(meet.marks('HEAT')).toEqual({});
  });

  test('said before the start lists: it counts as soon as one names the competitor', () => {
    const meet = new Meet('SWMM100MFR');
    meet.race(meet.rsc('HEAT', '000100'), { BERT: '51.10' });
    expect(meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DSQ' } })).toBe('NOT_ON_START_LIST');
    meet.race(meet.rsc('HEAT', '000200'), { ANNA: '51.00' });
    expect(meet.lines('PHASE_RESULT', meet.rsc('HEAT'))).toEqual(['BERT 1 51.10', 'ANNA DSQ']);
  });

  test('in a decathlon it is no part with nothing scored: the sum has no place', () => {
    const meet = new Meet('ATHMDECATH');
    meet.race(meet.rsc('100-', '000100'), { ANNA: '10.90', BERT: '11.00' });
    meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DQ', reason: 'ADR' } });
    const [first, second] = meet.rows('CUMULATIVE_RESULT', meet.rsc());
    expect([first!.key, first!.place.rank]).toEqual(['BERT', 1]);
    expect(second).toMatchObject({
      key: 'ANNA',
      mark: { result: null, irm: 'DQ', irmReason: 'ADR' },
      place: { rank: null },
    });
    expect(meet.lines('RESULT', meet.rsc('100-', '000100'))).toEqual(['BERT 1 11.00', 'ANNA DQ']);
  });

  test('on an apparatus: in the list over subdivisions that have no event', () => {
    const meet = new Meet('GARW1APBB');
    const subdivision = `${'GARW'.padEnd(22, '-')}QUAL000100--`;
    meet.say(meet.rsc('QUAL'), { setup: {} });
    meet.startList(subdivision, ['ANNA', 'BERT']);
    for (const [competitor, value] of [
      ['ANNA', '8'],
      ['BERT', '7'],
    ] as const)
      for (const component of ['D', 'E'])
        meet.say(subdivision, { score: { competitor, element: 'BB', component, value } });
    meet.say(subdivision, { status: { result: 'OFFICIAL' } });
    const phase = meet.rsc('QUAL');
    expect(meet.lines('PHASE_RESULT', phase)[0]).toBe('ANNA 1 16.000');
    meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DSQ' } });
    expect(meet.lines('PHASE_RESULT', phase)).toEqual(['BERT 1 14.000', 'ANNA DSQ']);
    expect(meet.lines('RESULT', subdivision)[0]).toBe('ANNA - 16.000');
  });
});

describe('other marks of phase or event', () => {
  test('not starting in the event acts where nothing was done yet', () => {
    const { meet, heat } = swum({ BERT: '50.10' });
    meet.startList(meet.rsc('FNL-', FINAL), ['ANNA', 'BERT']);
    meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DNS' } });
    expect(meet.lines('RESULT', heat)[0]).toBe('ANNA 1 51.00');
    expect(meet.lines('RESULT', meet.rsc('FNL-', FINAL))).toEqual(['BERT 1 50.10', 'ANNA DNS']);
  });

  test('what says nothing of a phase is held, and not forgotten in silence', () => {
    const { meet } = swum(ALL_SWAM);
    expect(meet.say(meet.rsc('FNL-'), { irm: { competitor: 'ANNA', code: 'DNF' } })).toBe('FACT_HELD');
    expect(meet.say(meet.rsc(), { irm: { competitor: 'ANNA', code: 'DQ' } })).toBe('FACT_HELD');
    expect(ranking(meet)[0]).toBe('ANNA 1 GOLD');
    expect(meet.document('RANKING', meet.rsc()).header.reliability.ok).toBe(false);
  });
});
