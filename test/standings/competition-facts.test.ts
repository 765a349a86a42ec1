import { describe, expect, test } from 'vitest';
import { odfEncoder } from '../../src/encode/odf/encoder.ts';
import type { Document } from '../../src/model/document.ts';
import { GENERAL } from '../../src/model/rsc.ts';
import { Meet } from '../support/meet.ts';

const ATHLETICS = 'ATH'.padEnd(34, '-');

const CHAMPIONSHIPS = {
  competition: {
    code: 'EC2024',
    names: { fr: "Championnats d'Europe", en: 'European Championships' },
    utcOffset: '+02:00',
    languages: ['en', 'fr'],
    venues: [
      {
        code: 'STA',
        names: { en: 'Olympic Stadium', fr: 'Stade olympique' },
        locations: [{ code: 'TRK', names: { en: 'Track' } }],
      },
      { code: 'TAH', utcOffset: '-10:00' },
    ],
    organisations: [{ code: 'NEU', names: { en: 'Neutral Athletes' }, flag: 'NONE' }],
  },
};

const EVENING = {
  session: {
    code: 'ATH04',
    names: { en: 'Sunday evening', fr: 'Dimanche soir' },
    start: '2024-06-09T17:00:00Z',
    end: '2024-06-09T20:30:00Z',
    venue: 'STA',
    type: 'EVE',
  },
};

const xmlOf = (document: Document): string => Buffer.from(odfEncoder.whole(document)).toString();

/** A 100 m final that begins after midnight of the venue's clocks. */
function evening(order: 'before' | 'after' = 'before'): { meet: Meet; final: string } {
  const meet = new Meet('ATHM100M');
  const final = meet.rsc('FNL-', '000100');
  const sayAround = (): void => {
    meet.say(GENERAL, CHAMPIONSHIPS);
    meet.say(ATHLETICS, EVENING);
  };
  if (order === 'before') sayAround();
  meet.say(final, {
    setup: { venue: 'STA', location: 'TRK', session: 'ATH04', scheduledStart: '2024-06-09T22:05:00Z' },
  });
  meet.race(final, { NEU1: '10.01' });
  meet.say(final, { start: { at: '2024-06-09T22:06:01.250Z' } });
  if (order === 'after') sayAround();
  return { meet, final };
}

test('the competition is said of GEN; what belongs to a unit is not', () => {
  const meet = new Meet('ATHM100M');
  expect(meet.say(GENERAL, CHAMPIONSHIPS)).toBeNull();
  expect(meet.say(GENERAL, { status: { result: 'OFFICIAL' } })).toBe('NOT_READ');
});

test('a discipline can be a competition of its own, which goes before that of GEN, and back', () => {
  const meet = new Meet('ATHM100M');
  const final = meet.rsc('FNL-', '000100');
  meet.say(GENERAL, CHAMPIONSHIPS);
  meet.race(final, { ITA1: '10.01' });
  const named = () => meet.document('RESULT', final).header.competition;
  const before = meet.document('RESULT', final).hash;
  expect(named()?.code).toBe('EC2024');
  const own = { code: 'DL2024', names: { en: 'A meeting' }, utcOffset: '+01:00' };
  const seq = meet.next;
  expect(meet.say(ATHLETICS, { competition: own })).toBeNull();
  expect(named()).toEqual({ code: 'DL2024', name: 'A meeting', utcOffset: '+01:00' });
  for (const type of ['SCHEDULE', 'PARTICIPANTS'] as const)
    expect(meet.document(type, ATHLETICS).header.competition?.code).toBe('DL2024');
  meet.say(GENERAL, { competition: { ...CHAMPIONSHIPS.competition, code: 'EC2028' } });
  expect(named()?.code).toBe('DL2024');
  meet.say(GENERAL, CHAMPIONSHIPS);
  meet.say(ATHLETICS, { void: { seq } });
  expect(named()?.code).toBe('EC2024');
  expect(meet.document('RESULT', final).hash).toBe(before);
});

describe('what is said of the competition', () => {
  test('is in every header: code, local times, names of venue and location, the day of the session', () => {
    const { meet, final } = evening();
    const { competition, info } = meet.document('RESULT', final).header;
    expect(competition).toEqual({ code: 'EC2024', name: 'European Championships', utcOffset: '+02:00' });
    expect(info).toMatchObject({
      venueName: 'Olympic Stadium',
      locationName: 'Track',
      scheduledStart: '2024-06-10T00:05:00+02:00',
      started: '2024-06-10T00:06:01.250+02:00',
      day: '2024-06-09',
    });
  });

  test('D4 comes to the same before and after everything else', () => {
    const [one, other] = [evening('before'), evening('after')];
    for (const [type, unit] of [
      ['RESULT', one.final],
      ['RANKING', one.meet.rsc()],
      ['SCHEDULE', ATHLETICS],
      ['PARTICIPANTS', ATHLETICS],
    ] as const)
      expect(other.meet.document(type, unit).hash, type).toBe(one.meet.document(type, unit).hash);
  });

  test('renews each document once; the same said again, and other facts, do not', () => {
    const { meet, final } = evening('after');
    const before = meet.document('RESULT', final);
    meet.say(GENERAL, CHAMPIONSHIPS);
    expect(meet.document('RESULT', final)).toBe(before);
    meet.say(GENERAL, { competition: { ...CHAMPIONSHIPS.competition, code: 'EC2026' } });
    expect(meet.document('RESULT', final).version).toBe(before.version + 1);
  });

  test('names organisations and flags: said, else by rule', () => {
    const { meet, final } = evening();
    expect(meet.document('RESULT', final).rows.at(0)).toMatchObject({
      identity: {
        tvName: 'NEU1',
        shortName: 'NEU1',
        organisationNames: { en: 'Neutral Athletes' },
        flag: 'NONE',
      },
    });
    const other = new Meet('ATHM100M');
    other.race(final, { ITA1: '10.01' });
    expect(other.document('RESULT', final).rows.at(0)).toMatchObject({
      identity: { organisationNames: { en: 'Italy', fr: 'Italie' }, flag: 'ITA' },
    });
  });

  test('says how names are said, of an athlete and of a member, where the start list has it', () => {
    const meet = new Meet('ATHM100M');
    const final = meet.rsc('FNL-', '000100');
    const person = { code: 'A', kind: 'ATHLETE', organisation: 'ITA' };
    const name = { family: 'Jacobs', pronunciation: 'YAH-kobs' };
    const competitor = { ...person, kind: 'TEAM', name, members: [{ ...person, code: 'B', name }] };
    meet.say(final, { startList: { entries: [{ competitor, startOrder: 1 }] } });
    const said = { pronunciation: 'YAH-kobs', members: [{ pronunciation: 'YAH-kobs' }] };
    expect(meet.document('RESULT', final).rows.at(0)).toMatchObject({ identity: said });
    expect(meet.document('PARTICIPANTS', ATHLETICS).rows.at(0)).toMatchObject({ identity: said });
  });

  test('a venue with clocks of its own shows its own time', () => {
    const meet = new Meet('ATHM100M');
    const final = meet.rsc('FNL-', '000100');
    meet.say(GENERAL, CHAMPIONSHIPS);
    meet.say(final, { setup: { venue: 'TAH', scheduledStart: '2024-06-09T22:05:00Z' } });
    const { info, competition } = meet.document('RESULT', final).header;
    expect(info.scheduledStart).toBe('2024-06-09T12:05:00-10:00');
    expect(competition?.utcOffset).toBe('-10:00');
  });
});

describe('the schedule', () => {
  test('has sessions with their gold medals, names in two languages, places, actual times and ceremonies', () => {
    const { meet, final } = evening();
    meet.say(final, { setup: { venue: 'STA', session: 'ATH04', names: { fr: '100 m hommes, finale' } } });
    meet.say(final, {
      schedule: { status: 'FINISHED', start: '2024-06-09T22:05:00Z', actualEnd: '2024-06-09T22:06:12Z' },
    });
    const ceremony = meet.rsc('VICT', 'MEDAL');
    expect(
      meet.say(ceremony, {
        setup: { venue: 'STA', session: 'ATH04', scheduledStart: '2024-06-09T22:30:00Z' },
      }),
    ).toBeNull();
    const { header, rows } = meet.document('SCHEDULE', ATHLETICS);
    expect(header.sessions).toEqual([
      {
        code: 'ATH04',
        name: 'Sunday evening',
        names: { fr: 'Dimanche soir' },
        start: '2024-06-09T19:00:00+02:00',
        end: '2024-06-09T22:30:00+02:00',
        venue: 'STA',
        venueName: 'Olympic Stadium',
        type: 'EVE',
        medals: 1,
      },
    ]);
    expect([...rows]).toMatchObject([
      {
        key: final,
        scheduled: {
          names: { fr: '100 m hommes, finale' },
          start: '2024-06-10T00:05:00+02:00',
          actualEnd: '2024-06-10T00:06:12+02:00',
          venueName: 'Olympic Stadium',
          session: 'ATH04',
          medal: 'GOLD',
        },
        state: { status: 'FINISHED', resultStatus: 'OFFICIAL' },
      },
      { key: ceremony, scheduled: { session: 'ATH04' }, state: { status: 'SCHEDULED' } },
    ]);
    expect(rows.at(1)!.scheduled!.name).toContain('Victory Ceremony');
  });

  test('names of the schedule have codes and a French title, and what the venue named has neither', () => {
    const meet = new Meet('ATHW100M');
    const [semi, own, ceremony] = [
      meet.rsc('SFNL', '000200'),
      meet.rsc('RND1', '000100'),
      meet.rsc('VICT', 'MEDAL'),
    ];
    meet.say(semi, { setup: {} });
    meet.say(own, { setup: { event: 'The Dash', phase: 'First go', name: 'Race of friends' } });
    meet.say(ceremony, { setup: {} });
    const { rows } = meet.document('SCHEDULE', ATHLETICS);
    const of = (unit: string) => rows.find(({ key }) => key === unit)!.scheduled!;
    expect(of(semi)).toMatchObject({
      name: "Women's 100m, Semi-Final 2",
      names: { fr: '100 m femmes, Demi-finale 2' },
      codes: { event: '100M', phase: 'SFNL', unit: 'SEMI_FINAL', number: '2' },
    });
    expect(of(own).name).toBe('The Dash, First go, Race of friends');
    expect([of(own).names, of(own).codes]).toEqual([undefined, undefined]);
    expect(of(ceremony)).toMatchObject({
      name: "Women's 100m, Victory Ceremony",
      names: { fr: '100 m femmes, Cérémonie de remise des médailles' },
      codes: { event: '100M', phase: 'VICT' },
    });
    expect(xmlOf(meet.document('SCHEDULE', ATHLETICS))).toContain(
      '<ItemName Language="FRA" Value="100 m femmes, Demi-finale 2"/>',
    );
  });

  test('a ceremony is no competition: nobody starts in it, and no list is made of it', () => {
    const { meet } = evening();
    const ceremony = meet.rsc('VICT', 'MEDAL');
    meet.say(ceremony, { setup: {} });
    expect(meet.say(ceremony, { startList: { entries: [] } })).toBe('NOT_READ');
    expect(() => meet.document('RESULT', ceremony)).toThrow();
  });

  test('medals that the setup names go before the rule: a contest for bronze', () => {
    const { meet } = evening();
    const third = meet.rsc('FNL-', '000200');
    meet.say(third, { setup: { medals: [3] } });
    const row = meet.document('SCHEDULE', ATHLETICS).rows.find(({ key }) => key === third);
    expect(row!.scheduled!.medal).toBe('BRONZE');
  });
});

describe('ODF-style XML says what real messages say', () => {
  test('the code of the competition, local date and time, and the day of the session', () => {
    const { meet, final } = evening();
    const xml = xmlOf(meet.document('RESULT', final));
    expect(xml).toContain('CompetitionCode="EC2024"');
    expect(xml).toContain('LogicalDate="2024-06-09"');
    expect(xml).toContain('StartDate="2024-06-10T00:06:01.250+02:00"');
    expect(xml).toContain(
      '<VenueDescription Venue="STA" VenueName="Olympic Stadium" Location="TRK" LocationName="Track"/>',
    );
  });

  test('sessions before units, English before French, medal and ceremony codes', () => {
    const { meet, final } = evening();
    meet.say(final, { setup: { venue: 'STA', session: 'ATH04', names: { fr: '100 m hommes, finale' } } });
    meet.say(meet.rsc('VICT', 'MEDAL'), { setup: { session: 'ATH04' } });
    const xml = xmlOf(meet.document('SCHEDULE', ATHLETICS));
    expect(xml.indexOf('<Session ')).toBeLessThan(xml.indexOf('<Unit '));
    expect(xml).toMatch(/<SessionName Language="ENG"[^>]*\/><SessionName Language="FRA"/);
    expect(xml).toMatch(/<Unit [^>]*PhaseType="3"[^>]* Medal="1"[^>]* SessionCode="ATH04"/);
    expect(xml).toMatch(
      /<ItemName Language="ENG"[^>]*\/><ItemName Language="FRA" Value="100 m hommes, finale"\/>/,
    );
    expect(xml).toContain('PhaseType="6"');
  });
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
