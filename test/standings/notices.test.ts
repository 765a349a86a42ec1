import { describe, expect, test } from 'vitest';
import type { Communication, Reading } from '../../src/model/row.ts';
import { disciplineRsc } from '../../src/model/rsc.ts';
import { COMMUNICATIONS_KEPT } from '../../src/standings/communications.ts';
import { Meet } from '../support/meet.ts';

const ATHLETICS = 'ATH'.padEnd(34, '-');
const FINAL = 'ATHM100M--------------FNL-000100--';

const told = (meet: Meet, discipline = ATHLETICS): readonly Communication[] =>
  meet.document('COMMUNICATION', discipline).rows.map(({ communication }) => communication!);

const ofKind = (meet: Meet, kind: Communication['kind'], discipline = ATHLETICS): readonly Communication[] =>
  told(meet, discipline).filter((each) => each.kind === kind);

function decided(): Meet {
  const meet = new Meet('ATHM100M');
  meet.race(FINAL, { ANNA: '10.02', BERT: '10.05' });
  return meet;
}

describe('COMMUNICATION tells what just happened in a discipline', () => {
  test('that a result, and with it the ranking of the event, became official', () => {
    expect(ofKind(decided(), 'OFFICIAL').map(({ unit, code }) => [unit, code])).toEqual([
      ['ATHM100M'.padEnd(34, '-'), 'RANKING'],
      [FINAL, 'RESULT'],
    ]);
  });

  test('a disqualification after OFFICIAL, and the correction with whom it moved and why', () => {
    const meet = decided();
    meet.say(FINAL, { irm: { competitor: 'ANNA', code: 'DQ', reason: 'TR 17.2.3' } });
    expect(ofKind(meet, 'DISQUALIFICATION')).toMatchObject([
      { unit: FINAL, competitors: ['ANNA'], code: 'DQ', reason: 'TR 17.2.3' },
    ]);
    const [correction] = ofKind(meet, 'CORRECTION').filter(({ code }) => code === 'RESULT');
    expect(correction).toMatchObject({ unit: FINAL, version: meet.document('RESULT', FINAL).version });
    expect([...correction!.competitors].sort()).toEqual(['ANNA', 'BERT']);
  });

  test.each([
    ['ATHM100M', 'FNL-', 'DQB', {}],
    ['SWMM100MFR', 'FNL-', 'DSQ', {}],
    ['SWMM100MFR', 'FNL-', 'pd', {}],
    ['SALMOPEN', 'PREL', 'DNE', {}],
    ['SALMOPEN', 'PREL', 'DGM', { rule: 'SAL.RACE@2013' }],
  ])('%s %s: %s is one, too', (event, phase, code, setup) => {
    const meet = new Meet(event);
    const unit = meet.rsc(phase, '000100');
    meet.say(unit, { setup });
    meet.race(unit, { ANNA: '610.02', BERT: '610.05' });
    meet.say(unit, { irm: { competitor: 'ANNA', code } });
    expect(ofKind(meet, 'DISQUALIFICATION', disciplineRsc(event))).toMatchObject([
      { unit, competitors: ['ANNA'], code },
    ]);
  });

  test('a disqualification before the result is official is no news of its own', () => {
    const meet = new Meet('ATHM100M');
    meet.race(FINAL, { ANNA: '10.02', BERT: 'DQ' });
    expect(ofKind(meet, 'DISQUALIFICATION')).toEqual([]);
  });

  test('a protest with its reason', () => {
    const meet = decided();
    meet.say(FINAL, { status: { result: 'PROTESTED', reason: 'lane infringement' } });
    expect(ofKind(meet, 'PROTEST')[0]).toMatchObject({ unit: FINAL, reason: 'lane infringement' });
  });

  test('a record that was set; it goes when the mark goes', () => {
    const meet = new Meet('ATHM100M');
    meet.say(meet.rsc(), { setup: { records: [{ type: 'WR', result: '9.58' }] } });
    meet.race(FINAL, { ANNA: '9.50' });
    expect(ofKind(meet, 'RECORD')).toMatchObject([
      { unit: FINAL, competitors: ['ANNA'], code: 'WR', reason: '9.50' },
    ]);
    meet.say(FINAL, { passing: { competitor: 'ANNA', point: 'FIN', time: '9.70' } });
    expect(ofKind(meet, 'RECORD')).toEqual([]);
  });

  test('a note in all languages in which it was said, until it is withdrawn', () => {
    const meet = decided();
    meet.say(FINAL, { note: { id: 'n1', text: 'The start is put off.', about: 'start' } });
    meet.say(FINAL, { note: { id: 'n1', text: 'Le départ est reporté.', language: 'fr' } });
    expect(ofKind(meet, 'NOTE')).toMatchObject([
      { unit: FINAL, texts: { en: 'The start is put off.', fr: 'Le départ est reporté.' } },
    ]);
    for (const seq of [5, 6, 7]) meet.say(FINAL, { void: { seq } });
    expect(ofKind(meet, 'NOTE')).toEqual([]);
  });

  test('a note about a phase, an event or the discipline', () => {
    const meet = decided();
    for (const rsc of [meet.rsc('FNL-'), meet.rsc(), ATHLETICS])
      meet.say(rsc, { note: { id: 'n', text: 'x' } });
    expect(ofKind(meet, 'NOTE').map(({ unit }) => unit)).toEqual([ATHLETICS, meet.rsc(), meet.rsc('FNL-')]);
  });

  test('no more than a bounded number is kept: the newest; those before it do not come back with the next one', () => {
    const meet = decided();
    const say = (unit: string, note: number): unknown =>
      meet.say(unit, {
        sentAt: new Date(Date.UTC(2024, 5, 9, 20, 0, note)).toISOString(),
        note: { id: String(note), text: 'x' },
      });
    for (let note = 1; note <= 30; note += 1) say(ATHLETICS, note);
    for (let note = 31; note <= COMMUNICATIONS_KEPT + 20; note += 1) say(FINAL, note);
    say(ATHLETICS, COMMUNICATIONS_KEPT + 21);
    const { rows } = meet.document('COMMUNICATION', ATHLETICS);
    const ids = [...rows].map(({ key }) => Number(key.split(':')[2]));
    expect(ids).toEqual(
      Array.from({ length: COMMUNICATIONS_KEPT }, (_none, index) => COMMUNICATIONS_KEPT + 21 - index),
    );
  }, 60_000);
});

describe('CONDITIONS', () => {
  const readings = (meet: Meet): readonly Reading[] =>
    meet.document('CONDITIONS', ATHLETICS).rows.map(({ reading }) => reading!);

  test('readings by place and time, the newest first, of units and of the discipline', () => {
    const meet = new Meet('ATHM100M');
    meet.say(FINAL, { setup: { venue: 'STA', location: 'TRK' } });
    meet.say(FINAL, { conditions: { wind: '1.1', at: '2024-06-09T20:06:00Z' } });
    meet.say(ATHLETICS, { conditions: { temperature: '21.5', place: 'GEN', at: '2024-06-09T20:00:00Z' } });
    meet.say(ATHLETICS, { conditions: { temperature: '20.5', place: 'GEN', at: '2024-06-09T20:30:00Z' } });
    expect(readings(meet)).toEqual([
      { at: '2024-06-09T20:30:00.000Z', location: 'GEN', temperature: '20.5' },
      { at: '2024-06-09T20:06:00.000Z', location: 'TRK', wind: '1.1' },
      { at: '2024-06-09T20:00:00.000Z', location: 'GEN', temperature: '21.5' },
    ]);
  });

  test('the wind of one jump is in the result and not here', () => {
    const meet = decided();
    meet.say(FINAL, { conditions: { competitor: 'ANNA', wind: '1.1' } });
    expect(() => meet.document('CONDITIONS', ATHLETICS)).toThrow();
  });
});
