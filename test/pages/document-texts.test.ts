/** What pages say of documents, beside their rows. */
import { describe, expect, test } from 'vitest';
import { dayText, durationText, MINUTE, venueTime } from '../../src/client/venue-time.ts';
import type { Header } from '../../src/model/document.ts';
import { NO_PLACE, type Row, type StoredRow } from '../../src/model/row.ts';
import { announcementsOf } from '../../src/pages/view/announcements.ts';
import { labelled } from '../../src/pages/view/column-labels.ts';
import { concernsOf, correctionText, movedNames } from '../../src/pages/view/document-head.ts';
import { phaseColumns } from '../../src/pages/view/phase-columns.ts';
import { remarksOf } from '../../src/pages/view/remarks.ts';
import type { Speech } from '../../src/pages/view/speech.ts';
import { PAGE_WORDS } from '../../src/pages/words/page-words.ts';
import { FINAL_100M, header, sprinters } from '../fanout/published-documents.ts';

const said = PAGE_WORDS.en!;
const speech: Speech = {
  language: 'en',
  said,
  words: () => ({
    language: 'en',
    discipline: '',
    irm: { DQ: 'disqualified' },
    criteria: { FAILURES_AT_BEST: 'fewer failures' },
  }),
  word: (_section, code) => code.toLowerCase(),
};

describe('times', () => {
  test('are those of clocks at the venue, as the language writes them', () => {
    expect(venueTime('2016-08-16T23:20:00.000Z', 'en', '-03:00')).toBe('16 Aug 2016, 20:20');
    expect(venueTime('2016-08-16T23:20:00.000Z', 'fr', '-03:00')).toBe('16 août 2016, 20:20');
    expect(venueTime('2016-08-16T20:20:00-03:00', 'en', '-03:00', MINUTE)).toBe('20:20');
  });

  test('are in UTC, and say so, where nobody knows the clocks of the venue; what is no time stays', () => {
    expect(venueTime('2016-08-16T23:20:00.000Z', 'en')).toBe('16 Aug 2016, 23:20 UTC');
    expect(venueTime('', 'en')).toBe('');
    expect(venueTime('soon', 'en', '+01:00')).toBe('soon');
  });

  test('a day is written as the language writes it, and a year alone is a year', () => {
    expect(['1998-05-04', '1998', ''].map((text) => dayText(text, 'en'))).toEqual(['4 May 1998', '1998', '']);
    expect(dayText('1998-05-04', 'fr')).toBe('4 mai 1998');
  });

  test('how long ago something was is said in the unit that fits', () => {
    expect([0, 999, 59_999, 75_000, 3_600_000, 200_000_000].map(durationText)).toEqual([
      '0 s',
      '0 s',
      '59 s',
      '1:15 min',
      '1 h',
      '2 d',
    ]);
  });
});

test('the public is told of a protest at once, and not alarmed by a number that has not come yet', () => {
  const told = (reasons: Header['reliability']['reasons']) =>
    concernsOf({ ...header(FINAL_100M), reliability: { ok: false, reasons } }, speech);
  expect(told(['SEQUENCE_GAP'])).toEqual({ loud: '', isProvisional: true });
  expect(told(['UNDER_PROTEST', 'SEQUENCE_GAP'])).toEqual({ loud: 'under_protest', isProvisional: true });
  expect(told(['HELD', 'STOPPED'])).toEqual({ loud: 'held, stopped', isProvisional: false });
});

test('a correction says which version, why, and who stands elsewhere', () => {
  const rows = sprinters();
  const correction = { of: 4, reason: 'lane infringement', moved: [rows[2]!.key] };
  expect(correctionText({ correction }, speech)).toBe('Corrects version 4: lane infringement');
  expect(movedNames({ correction, rows })).toEqual([rows[2]!.identity.name]);
  expect(correctionText({ correction: null }, speech)).toBe('');
});

describe('remarks', () => {
  test('give the reason of a disqualification, and what decided between equal marks only', () => {
    const [first, second, third, last] = sprinters(4);
    const decidedBy = { criterion: 'FAILURES_AT_BEST', clause: 'TR 26.8.1' };
    const rows: Row[] = [
      first!,
      {
        ...second!,
        mark: { ...second!.mark, result: first!.mark.result },
        place: { ...second!.place, decidedBy },
      },
      { ...third!, place: { ...third!.place, decidedBy } },
      { ...last!, mark: { ...last!.mark, result: null, irm: 'DQ', irmReason: 'TR 17.2' }, place: NO_PLACE },
    ];
    expect(
      remarksOf({ header: header(FINAL_100M), rows }, speech).map(({ key, text }) => [key, text]),
    ).toEqual([
      [second!.key, `behind ${first!.identity.name}: fewer failures (TR 26.8.1)`],
      [last!.key, 'DQ: disqualified (TR 17.2)'],
    ]);
  });
});

test('clubs are not called national committees', () => {
  const column = {
    code: 'ORGANISATION',
    label: 'NOC',
    source: 'organisation',
    align: 'left',
    width: 5,
  } as const;
  const rows = sprinters(3);
  const [first, second] = rows.map((row) => ({
    ...row,
    identity: { ...row.identity, organisation: 'KENT AC' },
  }));
  const labelOf = (shown: readonly StoredRow[]) =>
    labelled([column], shown, speech.words(''), said)[0]!.label;
  expect(labelOf(rows)).toBe('NOC');
  expect(labelOf([first!, second!, rows[2]!])).toBe('Team');
  // One code among others that no committee has: a swimmer of nowhere is no club.
  expect(labelOf([first!, ...rows.slice(1)])).toBe('NOC');
});

test('a list over several heats says the heat and its wind', () => {
  const heats = ['ATHM100M--------------HEAT000100--', 'ATHM100M--------------HEAT000200--'];
  const rows = sprinters(2).map((row, index) => ({
    ...row,
    identity: { ...row.identity, unit: heats[index]! },
  }));
  const ofPhase = { header: header(FINAL_100M, 'PHASE_RESULT'), rows };
  const unitHeader = (unit: string): Header | null =>
    unit === heats[1]
      ? null
      : { ...header(unit), names: { discipline: 'Athletics', unit: 'Heat 1' }, info: { wind: '+1.3' } };
  const columns = phaseColumns(ofPhase, unitHeader, speech);
  expect(columns.map(({ column }) => column.label)).toEqual(['Heat', 'Wind']);
  expect(columns.map(({ textOf }) => rows.map(textOf))).toEqual([
    ['Heat 1', ''],
    ['+1.3', ''],
  ]);
  expect(phaseColumns({ ...ofPhase, rows: rows.slice(0, 1) }, unitHeader, speech)).toEqual([]);
});

test('an announcement says by name whom it is about, three at most, and why', () => {
  const of = (...competitors: readonly string[]): string => {
    const about = {
      kind: 'DISQUALIFICATION',
      at: '2016-08-16T23:20:00.000Z',
      unit: FINAL_100M,
      reason: 'TR 17.2',
    };
    const rows = [{ key: '1', communication: { ...about, competitors, texts: {} } }];
    const naming = {
      nameOf: () => "Men's 100m",
      whoIs: (code: string) => (code === 'A' ? 'BERG Ada' : undefined),
    };
    const [said] = announcementsOf(
      { header: header(FINAL_100M, 'COMMUNICATION'), rows } as never,
      speech,
      naming,
    );
    return said!.text;
  };
  expect(of('A')).toBe("Men's 100m · BERG Ada · TR 17.2");
  expect(of('A', 'B', 'C', 'D', 'E')).toBe("Men's 100m · BERG Ada, B, C and 2 more · TR 17.2");
});
