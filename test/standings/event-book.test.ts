import { describe, expect, test } from 'vitest';
import { Meet } from '../support/meet.ts';

const SIX = { ANNA: '60.00', BERT: '60.10', CARL: '60.20', DORA: '60.30', EMIL: '60.40', FRED: '60.50' };

/** Heats of six, a semi-final of four, a final of two. */
function threePhases(final: Readonly<Record<string, string>> = { BERT: '58.00', ANNA: '58.50' }): {
  meet: Meet;
  finalUnit: string;
} {
  const meet = new Meet('SWMM100MFR');
  meet.race(meet.rsc('HEAT', '000100'), SIX);
  meet.race(meet.rsc('SFNL', '000100'), { ANNA: '59.00', BERT: '59.10', CARL: '59.20', DORA: '59.20' });
  const finalUnit = meet.rsc('FNL-', '000100');
  meet.race(finalUnit, final);
  return { meet, finalUnit };
}

/** `code place medal`. */
const medallists = (meet: Meet, type: 'RANKING' | 'MEDALLISTS' = 'MEDALLISTS'): string[] =>
  meet
    .rows(type, meet.rsc())
    .map(({ key, place }) =>
      [key, `${place.rank ?? '-'}${place.rankEqual ? '=' : ''}`, place.medal ?? ''].join(' ').trim(),
    );

describe('the classification of an event', () => {
  test('three phases make one list: finalists, then the semi-final, then the heats', () => {
    const { meet } = threePhases();
    expect(medallists(meet, 'RANKING')).toEqual([
      'BERT 1 GOLD',
      'ANNA 2 SILVER',
      'CARL 3=',
      'DORA 3=',
      'EMIL 5',
      'FRED 6',
    ]);
    expect(meet.rows('RANKING', meet.rsc())[4]!.identity.unit).toBe(meet.rsc('HEAT'));
  });

  test('there is none before the final is decided, and it is empty when the final is opened again', () => {
    const { meet, finalUnit } = threePhases();
    meet.say(finalUnit, { status: { result: 'LIVE' } });
    expect(medallists(meet, 'RANKING')).toEqual([]);
    expect(medallists(meet)).toEqual([]);
    expect(meet.document('RANKING', meet.rsc()).header.status).toBe('LIVE');
    meet.say(finalUnit, { status: { result: 'OFFICIAL' } });
    expect(medallists(meet)).toHaveLength(2);
  });

  test('it is empty, too, when the start list of the final is taken back', () => {
    const { meet, finalUnit } = threePhases();
    meet.say(finalUnit, { startList: { entries: [] } });
    expect(medallists(meet, 'RANKING')).toEqual([]);
    expect(medallists(meet)).toEqual([]);
  });

  test('SW a finalist who does not start keeps the place, without a medal; one who is disqualified loses it', () => {
    for (const irm of ['DNS', 'DNF'])
      expect(medallists(threePhases({ BERT: '58.00', ANNA: irm }).meet, 'RANKING').slice(0, 3)).toEqual([
        'BERT 1 GOLD',
        'ANNA 2',
        'CARL 3=',
      ]);
    const disqualified = medallists(threePhases({ BERT: '58.00', ANNA: 'DSQ' }).meet, 'RANKING');
    expect(disqualified.slice(0, 3)).toEqual(['BERT 1 GOLD', 'CARL 3=', 'DORA 3=']);
    expect(disqualified.at(-1)).toBe('ANNA -');
  });

  test('two who touch together share the gold, and there is no silver', () => {
    const meet = new Meet('SWMM100MFR');
    meet.race(meet.rsc('FNL-', '000100'), { ANNA: '58.00', BERT: '58.00', CARL: '59.00' });
    expect(medallists(meet)).toEqual(['ANNA 1= GOLD', 'BERT 1= GOLD', 'CARL 3 BRONZE']);
  });

  test('C093 a gold shared by ruling: bronze keeps place 3, and nobody has silver', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('FNL-', '000100');
    meet.race(unit, { ANNA: '58.00', BERT: '58.10', CARL: '59.00', DORA: '60.00' });
    meet.say(unit, { rankOverride: { competitor: 'BERT', rank: 1, medal: 'GOLD', reason: 'CAS 2002' } });
    expect(medallists(meet)).toEqual(['ANNA 1= GOLD', 'BERT 1= GOLD', 'CARL 3 BRONZE']);
    const [first, second] = meet.rows('RANKING', meet.rsc());
    expect(first!.place.ruling).toBeUndefined();
    expect(second!.place.ruling).toBe('CAS 2002');
    expect(meet.lines('RESULT', unit)).toEqual([
      'ANNA 1= 58.00',
      'BERT 1= 58.10',
      'CARL 3 59.00',
      'DORA 4 1:00.00',
    ]);
  });

  test('C093 the same ruling about the event instead of the final', () => {
    const meet = new Meet('SWMM100MFR');
    meet.race(meet.rsc('FNL-', '000100'), { ANNA: '58.00', BERT: '58.10', CARL: '59.00' });
    meet.say(meet.rsc(), { rankOverride: { competitor: 'BERT', rank: 1, reason: 'CAS 2002' } });
    expect(medallists(meet)).toEqual(['ANNA 1= GOLD', 'BERT 1= GOLD', 'CARL 3 BRONZE']);
    expect(meet.document('RANKING', meet.rsc()).header.reliability).toEqual({
      ok: true,
      reasons: ['RULING'],
    });
  });

  test('a ruling that takes the place away leaves it empty: nobody moves up', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('FNL-', '000100');
    meet.race(unit, { ANNA: '58.00', BERT: '58.10', CARL: '59.00' });
    meet.say(unit, { rankOverride: { competitor: 'ANNA', rank: null, medal: null, reason: 'doping' } });
    expect(medallists(meet)).toEqual(['BERT 2 SILVER', 'CARL 3 BRONZE']);
  });

  test('a ruling about somebody outside the final moves nobody between phases', () => {
    const { meet } = threePhases();
    meet.say(meet.rsc(), { rankOverride: { competitor: 'FRED', rank: 5, reason: 'jury' } });
    expect(medallists(meet, 'RANKING').slice(4)).toEqual(['EMIL 5=', 'FRED 5=']);
  });
});
