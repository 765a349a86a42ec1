import { describe, expect, test } from 'vitest';
import { decodeDocument } from '../../src/encode/decode.ts';
import { odfEncoder } from '../../src/encode/odf/encoder.ts';
import type { Document } from '../../src/model/document.ts';
import type { Details, StoredRow } from '../../src/model/row.ts';
import { documentOf, SPRINT, sprinter } from '../support/small-documents.ts';
import { xmllintComplaints } from '../support/xmllint.ts';

const xmlOf = (document: Document): string => Buffer.from(odfEncoder.whole(document)).toString();

const withDetails = (details: Details, unit = SPRINT.header.unit): Document => {
  const row = sprinter(1);
  const document = documentOf([{ ...row, mark: { ...row.mark, details } }]);
  return { ...document, header: { ...document.header, unit } };
};

const ranked = (number: number, rank: number | null, rankEqual: boolean): StoredRow => {
  const row = sprinter(number);
  const isTied = rankEqual && rank !== number;
  return { ...row, place: { ...row.place, ranked: rank !== null, tied: isTied } };
};

describe('ODF-style XML', () => {
  test('RankEqual stands on every row of a tie and nowhere else', () => {
    const xml = xmlOf(
      documentOf([ranked(1, 1, true), ranked(2, 1, true), ranked(3, 3, false), ranked(4, null, false)]),
    );
    const heads = [...xml.matchAll(/<Result SortOrder="(\d)"([^>]*)>/g)].map(
      ([, , attributes]) => attributes,
    );
    expect(heads.map((attributes) => /RankEqual="Y"/.test(attributes!))).toEqual([true, true, false, false]);
    expect(heads[3]).not.toContain('Rank=');
  });

  test('ATH: attempts are INTERMEDIATE with Pos, wind and rank after the attempt', () => {
    const attempts = [
      { attempt: 1, mark: '8.02', wind: '+0.3', rankAfter: 2 },
      { attempt: 2, mark: 'x' },
    ];
    expect(xmlOf(withDetails({ bestOf: { attempts, bestAttempt: 1 } }))).toContain(
      '<ExtendedResult Type="ER" Code="BEST_ATTEMPT_NUM" Value="1"/>' +
        '<ExtendedResult Type="ER" Code="INTERMEDIATE" Pos="1" Value="8.02">' +
        '<Extension Code="WIND_SPEED" Value="+0.3"/><Extension Code="AFTER_ATTEMPT_RANK" Value="2"/></ExtendedResult>' +
        '<ExtendedResult Type="ER" Code="INTERMEDIATE" Pos="2" Value="x"/>',
    );
  });

  test('ATH: heights are INTERMEDIATE with the trials as value', () => {
    const xml = xmlOf(withDetails({ countback: { heights: [{ height: '2.20', trials: 'xo' }] } }));
    expect(xml).toContain('Code="INTERMEDIATE" Pos="1" Value="xo"><Extension Code="HEIGHT" Value="2.20"/>');
  });

  test('ATH: the parts of a combined event are ResultItems with points and the running total', () => {
    const part = {
      unit: 'ATHMDECATH------------LJ----------',
      name: 'Long Jump',
      result: '7.80',
      points: '1010',
    };
    const xml = xmlOf(withDetails({ combined: { parts: [{ ...part, total: '1968', totalRank: 2 }] } }));
    expect(xml).toContain(
      `<ResultItems><ResultItem Unit="${part.unit}" Order="1"><Result Result="7.80" ResultPoints="1010">`,
    );
    expect(xml).toContain('<ExtendedResult Type="ER" Code="TOTAL_PTS" Value="1968" Rank="2"/>');
  });

  test('GAR: scores are APPARATUS with D_SCORE, E_SCORE and PEN, a team score with its athlete', () => {
    const row = sprinter(1);
    const members = [
      { competitor: '77', name: 'BILES Simone', organisation: 'USA', pronunciation: 'SIH-mone BYLZ' },
    ];
    const components = { D: '6.4', E: '8.733', ND: '0.1', J1: '8.7' };
    const part = { part: 'VT', athlete: '77', score: '15.033', counts: true, components };
    const team: StoredRow = {
      key: row.key,
      identity: { ...row.identity, kind: 'TEAM', name: 'United States', members },
      mark: { ...row.mark, details: { judged: { parts: [part] } } },
      place: row.place,
    };
    const document = documentOf([team]);
    const unit = 'GARWTEAM--------------FNL-000100--';
    const gymnastics = { ...document, header: { ...document.header, unit } };
    const xml = xmlOf(gymnastics);
    expect(xml).toMatch(
      /<Athlete Code="77" Order="1">.*<ExtendedResults>.*Code="APPARATUS" Pos="1" Value="15.033">/,
    );
    expect(xml).toContain('<Extension Code="D_SCORE" Value="6.4"/><Extension Code="E_SCORE" Value="8.733"/>');
    expect(xml).toContain('<Extension Code="COMPONENT" Pos="J1" Value="8.7"/>');
    expect(decodeDocument('odf', xml).rows.at(0)).toMatchObject({
      mark: { details: team.mark.details },
      identity: { members },
    });
    expect(xmllintComplaints([Buffer.from(xml)])).toBe('');
  });

  test('relay legs stand with their athletes, and come back in order', () => {
    const row = sprinter(1);
    const members = ['1', '2'].map((competitor) => ({
      competitor,
      name: `A ${competitor}`,
      organisation: 'ITA',
    }));
    const legs = [
      { competitor: '2', order: 1, split: '10.5' },
      { competitor: '1', order: 2, split: '9.9', reaction: '0.1' },
      { competitor: 'unknown', order: 3 },
    ];
    const relay: StoredRow = {
      key: row.key,
      identity: { ...row.identity, kind: 'TEAM', name: 'Italy', members },
      mark: { ...row.mark, details: { timedRace: { passings: [], legs } } },
      place: row.place,
    };
    const xml = xmlOf(documentOf([relay]));
    expect(xml).toMatch(/<Athlete Code="2".*?Code="LEG_SPLIT" Pos="1" Value="10.5"/);
    expect(decodeDocument('odf', xml).rows.at(0)?.mark?.details).toEqual(relay.mark.details);
  });

  test('characters that XML cannot hold become U+FFFD; the document stays valid', () => {
    const row = sprinter(1);
    const name = 'A\u0000B\u001bC\ud800D\ufffeE\tF';
    const document = documentOf([{ ...row, identity: { ...row.identity, name, lane: '\u0007' } }]);
    const bytes = odfEncoder.whole(document);
    expect(xmllintComplaints([bytes])).toBe('');
    expect(decodeDocument('odf', bytes).rows.at(0)?.identity?.name).toBe('A\ufffdB\ufffdC\ufffdD\ufffdE\tF');
  });

  test('MEDALLISTS: who shares a medal stands under one Medal', () => {
    const medallist = (number: number, medal: 'GOLD' | 'BRONZE'): StoredRow => {
      const row = ranked(number, medal === 'GOLD' ? 1 : 3, medal === 'GOLD');
      return { ...row, place: { ...row.place, medal } };
    };
    const document = documentOf([medallist(1, 'GOLD'), medallist(2, 'GOLD'), medallist(3, 'BRONZE')]);
    const xml = xmlOf({ ...document, header: { ...document.header, type: 'MEDALLISTS' } });
    const medals = [...xml.matchAll(/<Medal Code="(\w+)" Date="2024-06-09"[^>]*>(.*?)<\/Medal>/g)];
    expect(medals.map(([, code, body]) => [code, body!.split('<Competitor ').length - 1])).toEqual([
      ['ME_GOLD', 2],
      ['ME_BRONZE', 1],
    ]);
    expect(xml).not.toContain('ME_SILVER');
  });

  test('Date and Time are those of the newest fact, LogicalDate is the day the unit was planned for', () => {
    const { header } = SPRINT;
    const info = { scheduledStart: '2024-06-08T23:55:00+02:00', venue: 'STA' };
    const xml = xmlOf({ ...SPRINT, header: { ...header, info } });
    expect(xml).toContain('Date="2024-06-09" Time="205311104" LogicalDate="2024-06-08" Source="STAATH1"');
  });
});
