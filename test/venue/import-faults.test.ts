/** Files as meets have them, each with one thing that is easily got wrong (`import-files/`, invented): what is right, by name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/model/instant.ts';
import { projectRoot } from '../../src/setup/project-root.ts';
import { importIof } from '../../src/venue/import/iof.ts';
import { importLenex } from '../../src/venue/import/lenex.ts';
import { type ImportReport, REMARKS } from '../../src/venue/import/report.ts';
import { Feed } from '../support/feed.ts';
import { type Imported, rowsOf, statusesOf } from './imported.ts';

const path = (name: string): string => join(projectRoot(), 'test/venue/import-files', name);
const iof = (name: string): Imported => importIof({ path: path(name) });
const lenex = (name: string): Imported => importLenex({ path: path(name) }, { timeZone: 'Europe/Zurich' });

const textOf = (name: string): string => readFileSync(path(name), 'utf8');

const told = (report: ImportReport): string[] => report.remarks.map(({ code, line }) => `${code} ${line}`);

describe('IOF', () => {
  test('a sprint is placed to the tenth that the file gives', () => {
    expect(rowsOf(iof('iof-tenths.xml'))).toEqual({ M21: ['1 1 13:21.0', '2 2 13:21.8'] });
  });

  test('a list of changes is no list', () => {
    expect(() => iof('iof-delta.xml')).toThrow(expect.objectContaining({ code: 'IOF_DELTA' }));
  });

  test('a class with scores is not ranked by time', () => {
    const { report, facts } = iof('iof-score.xml');
    expect([...facts]).toEqual([]);
    expect(told(report)).toEqual(['RANKED_BY_POINTS 4']);
    expect(report.results).toEqual([{ reason: expect.stringMatching(/^RANKED_BY_POINTS/), lines: 2 }]);
  });

  test('who has not started has no start, and nothing is official while somebody is out', () => {
    const list = iof('iof-inactive.xml');
    const starts = [...list.facts].flatMap((fact) => ('start' in fact ? fact.start : []));
    expect(starts.map((start) => (start as { competitor: string }).competitor)).toEqual(['1', '3', '4']);
    expect(statusesOf(list)).toEqual({ M21: 'LIVE' });
  });

  test('a time that nobody has checked keeps a race from being official', () => {
    const checked = (name: string): string =>
      name.replace(/<PersonResult>(?:(?!<\/PersonResult>).)*(?:Ina|A)ctive.*?<\/PersonResult>/gs, '');
    const xml = checked(textOf('iof-inactive.xml'));
    expect(statusesOf(importIof(xml))).toEqual({ M21: 'UNOFFICIAL' });
    expect(statusesOf(importIof(xml.replace('Finished', 'OK')))).toEqual({ M21: 'OFFICIAL' });
    const snapshot = xml.replace('Finished', 'OK').replace('iofVersion', 'status="Snapshot" iofVersion');
    expect(statusesOf(importIof(snapshot))).toEqual({ M21: 'UNOFFICIAL' });
  });

  test('two classes are two, whatever codes are made of their names', () => {
    expect(rowsOf(iof('iof-class-collision2.xml'))).toEqual({ C2: ['2 1 10:10'], Ж: ['1 1 10:00'] });
  });

  test('numbers are read as XML writes them, and a time that is none is told', () => {
    const list = iof('iof-time-decimals.xml');
    expect(rowsOf(list).M21).toEqual([
      '1 1 10:00.123',
      '2 2 10:01.000',
      '4 3 10:03.000',
      '5 4 10:04.000',
      '3  ',
    ]);
    expect(told(list.report)).toEqual(['TIME_UNREADABLE 7']);
    expect(statusesOf(list)).toEqual({ M21: 'PARTIAL' });
  });

  test('bytes that are not in the encoding of the file are a fault of it, by line', () => {
    expect(() => iof('iof-cp1252-undeclared.xml')).toThrow(
      expect.objectContaining({ code: 'IOF_ENCODING', message: expect.stringMatching(/^line 4: .* utf-8/) }),
    );
  });

  test('a byte order mark says what the bytes are, and characters beyond the first plane stay whole', () => {
    const utf16 = [...iof('iof-utf16le-bom.xml').facts].map((fact) => JSON.stringify(fact)).join('');
    expect(utf16).toContain('"given":"Zoë","family":"Øst"');
    const astral = [...iof('iof-astral-name.xml').facts].map((fact) => JSON.stringify(fact)).join('');
    expect(astral).toContain('"given":"𣘺","family":"𠮷田"');
  });

  test('a night race goes over midnight', () => {
    const list = importIof({ path: path('iof2-night.xml') }, { timeZone: 'Europe/Oslo' });
    expect(rowsOf(list)).toEqual({ M21: ['1 1 20:00', '2 2 30:00', '3 3 40:00'] });
    const starts = [...list.facts].flatMap((fact) => ('start' in fact ? fact.start : []));
    expect(starts.map((start) => (start as { at: string }).at)).toEqual([
      '2024-06-01T21:50:00.000Z',
      '2024-06-01T21:55:00.000Z',
      '2024-06-01T22:05:00.000Z',
    ]);
  });

  test('a runner of whom there is a code alone is called by it', () => {
    const list = iof('iof2-personid.xml');
    expect(rowsOf(list)).toEqual({ M21: ['4711 1 10:00'] });
    expect(JSON.stringify([...list.facts])).toContain('"name":{"family":"4711"}');
  });

  test('clubs and who runs for none are not nations that have their code', () => {
    const club = textOf('iof-tenths.xml')
      .replace('<Name>Club</Name>', '<Name>BER</Name>')
      .replace('<Name>Club</Name>', '<Name></Name>');
    const facts = JSON.stringify([...importIof(club).facts]);
    expect(facts).toContain('"organisations":[{"code":"BER","names":{"en":"BER"},"flag":"UNA"}]');
    expect(facts).toContain('"organisation":"UNA"');
  });

  test('a day that no competition is on makes no feed that is wrong', () => {
    const list = importIof(textOf('iof-tenths.xml').replaceAll('2024-06-01T', '9999-12-31T'));
    expect(told(list.report)).toEqual(['VALUE_UNREADABLE 5', 'VALUE_UNREADABLE 6']);
    for (const { sentAt } of list.facts) expect(parseInstant(String(sentAt))).not.toBeNull();
  });
});

describe('LENEX', () => {
  test('a group of several classes of handicap is not ranked by time', () => {
    const { report, facts } = lenex('lenex-para-points.lef');
    expect([...facts]).toEqual([]);
    expect(told(report)).toEqual(['RANKED_BY_POINTS 2']);
    const one = textOf('lenex-para-points.lef').replace(/handicap="[^"]*"/, 'handicap="5"');
    expect(rowsOf(importLenex(one))).toEqual({ 'SWMM50MFR FNL': ['2 1 40.00', '1 2 59.00'] });
  });

  test('a round under another number that nothing links is an event of its own', () => {
    expect(rowsOf(lenex('lenex-foreign-round.lef'))).toEqual({
      'SWMM4X50MBA-E9 FNL': ['CA-M1 1 3:21.00', 'CB-M1 2 3:40.00'],
      'SWMM4X50MBA-E109 FNL': ['CC-M1 1 3:01.00'],
    });
  });

  test('the same round twice under one number is two events', () => {
    expect(rowsOf(lenex('lenex-same-number.lef'))).toEqual({
      'SWMM50MFR-E7 FNL': ['1 1 30.00'],
      'SWMM50MFR-E7B FNL': ['2 1 29.00'],
    });
  });

  test('heats and a final are one event by the programme, where links lead nowhere', () => {
    const xml = textOf('lenex-b-final-after-dsq.lef').replace(
      'number="1" gender="M" round="FIN" preveventid="1"',
      'number="101" gender="M" round="FIN" preveventid="-123"',
    );
    expect(Object.keys(rowsOf(importLenex(xml)))).toEqual(['SWMM50MFR HEAT', 'SWMM50MFR FNL']);
  });

  test('a B-final begins behind all places of the A-final, when that loses one', () => {
    expect(rowsOf(lenex('lenex-b-final-after-dsq.lef'))['SWMM50MFR FNL']).toEqual([
      '1 1 31.00',
      '2 2 32.00',
      '3 DSQ ',
      '4 4 34.00',
      '5 5 35.00',
      '6 6 36.00',
    ]);
  });

  test('who has a status that only a federation knows has no place', () => {
    const meet = lenex('lenex-national-status.lef');
    expect(rowsOf(meet)['SWMM50MFR FNL']).toEqual(['1 1 1:00.00', '3 2 1:07.00', '2  ']);
    expect(told(meet.report)).toEqual(['STATUS_UNKNOWN 4']);
    expect(statusesOf(meet)['SWMM50MFR FNL']).toBe('INTERMEDIATE');
  });

  test('a heat that is seeded and not swum is a start list', () => {
    const meet = lenex('lenex-not-swum-yet.lef');
    expect(statusesOf(meet)).toEqual({ 'SWMM50MFR FNL': 'OFFICIAL', 'SWMM100MFR FNL': 'START_LIST' });
    expect([...meet.facts].filter((fact) => 'start' in fact)).toHaveLength(1);
    const unsaid = textOf('lenex-not-swum-yet.lef').replaceAll(/ status="(?:SEEDED|OFFICIAL)"/g, '');
    expect(statusesOf(importLenex(unsaid))).toEqual(statusesOf(meet));
  });

  test('of two meets the first is read, the second told, and either can be chosen', () => {
    const first = lenex('lenex-two-meets.lef');
    expect(told(first.report)).toEqual(['MEET_LEFT_OUT 6']);
    expect(first.lines).toBe(2);
    const second = importLenex({ path: path('lenex-two-meets.lef') }, { meet: 2 });
    expect(rowsOf(second)).toEqual({ 'SWMM50MFR FNL': ['2 1 29.00'] });
  });

  test('a time that cannot be read is told, and the heat gives no place to go on and no medal', () => {
    const meet = lenex('lenex-comma.lef');
    expect(told(meet.report)).toEqual(['TIME_UNREADABLE 3']);
    expect(statusesOf(meet)['SWMM50MFR FNL']).toBe('INTERMEDIATE');
    expect(new Feed([...meet.facts] as never).has('MEDALLISTS', 'SWMM50MFR')).toBe(false);
  });

  test('swimmers of two clubs with one id are two', () => {
    const meet = lenex('lenex-same-athleteid-two-clubs.lef');
    expect(rowsOf(meet)['SWMM50MFR FNL']).toEqual(['1-2 1 29.00', '1 2 30.00']);
    expect(told(meet.report)).toEqual(['CODE_MADE 5']);
  });

  test('a day that there is not is that of the session before, and told', () => {
    const meet = importLenex(textOf('lenex-comma.lef').replace('2024-06-01', '2024-13-45'));
    expect(told(meet.report)).toContain('DATE_ASSUMED 2');
    expect(String([...meet.facts][0]!.sentAt)).toMatch(/^2000-01-01/);
  });

  test('clocks in the hall are those of its time zone, in summer and in winter', () => {
    const planned = (xml: string): unknown =>
      [...importLenex(xml, { timeZone: 'Europe/Madrid' }).facts].flatMap((fact) =>
        'setup' in fact ? (fact.setup as { scheduledStart?: string }).scheduledStart : [],
      )[0];
    const xml = textOf('lenex-comma.lef');
    expect(planned(xml)).toBe('2024-06-01T08:00:00.000Z');
    expect(planned(xml.replace('2024-06-01', '2024-12-01'))).toBe('2024-12-01T09:00:00.000Z');
    expect(JSON.stringify([...importLenex(xml, { timeZone: 'Europe/Madrid' }).facts][0])).toContain(
      '"timeZone":"Europe/Madrid","utcOffset":"+02:00"',
    );
  });

  test('a club without a code is called by its name, and has the flag that it says', () => {
    const xml = textOf('lenex-comma.lef').replace('name="Club" code="C"', 'name="Berner SC" nation="SUI"');
    const facts = JSON.stringify([...importLenex(xml).facts]);
    expect(facts).toContain('"organisations":[{"code":"Berner SC","names":{"en":"Berner SC"},"flag":"SUI"}]');
    expect(facts).not.toContain('"organisation":"SUI"');
  });
});

test('the page of the importers has each code with its weight and reason', () => {
  const page = readFileSync(join(projectRoot(), 'src/venue/import/README.md'), 'utf8');
  const rows = Object.entries(REMARKS).map(([code, [weight, why]]) => `| \`${code}\` | ${weight} | ${why} |`);
  expect(rows.filter((row) => !page.includes(`${row}\n`))).toEqual([]);
});
