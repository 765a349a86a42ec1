import { describe, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { listRows } from '../../src/model/document.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';
import { ImportError } from '../../src/venue/import/import-error.ts';
import { importIof } from '../../src/venue/import/iof.ts';

const runner = (family: string, start: string, time: string, status: string, more = ''): string =>
  `<PersonResult><Person><Id>${family}</Id><Name><Family>${family}</Family><Given>X</Given></Name></Person><Organisation><Name>OK Test</Name></Organisation>
  <Result><StartTime>2024-06-22T${start}</StartTime>${time}<Status>${status}</Status>${more}</Result></PersonResult>`;
const control = (code: string, time: string, status = ''): string =>
  `<SplitTime${status}><ControlCode>${code}</ControlCode><Time>${time}</Time></SplitTime>`;

const IOF_3 = `<?xml version="1.0"?><ResultList xmlns="http://www.orienteering.org/datastandard/3.0" iofVersion="3.0">
<Event><Name>Sprint</Name><StartTime><Date>2024-06-22</Date></StartTime></Event>
<ClassResult><Class sex="F"><Name>Élite Dames</Name></Class>
${runner('A', '10:00:00', '<Time>905.4</Time><Position>2</Position>', 'OK', control('31', '60') + control('32', '80') + control('31', '200'))}
${runner('B', '10:02:00+00:00', '<Time>900.0</Time><Position>1</Position>', 'OK', control('31', '59'))}
${runner('C', '10:04:00', '<Time>905.9</Time><Position>2</Position>', 'OK')}
${runner('D', '10:06:00', '<Time>800.0</Time>', 'MissingPunch', control('31', '50') + control('99', '55', ' status="Additional"'))}
${runner('E', '10:08:00', '', 'DidNotStart')}
</ClassResult><ClassResult><Class><Name>Empty</Name></Class></ClassResult></ResultList>`;

const IOF_2 = `<?xml version="1.0"?><!DOCTYPE ResultList SYSTEM "iofData.dtd"><ResultList><IOFVersion version="2.0.3"/>
<ClassResult><ClassShortName>H21</ClassShortName><PersonResult><Person><PersonName><Family>A</Family><Given>B</Given></PersonName><PersonId/></Person>
<Result><CCardId>777</CCardId><StartTime><Clock clockFormat="HH:MM:SS">18:00:00</Clock></StartTime><FinishTime><Clock>18:10:05</Clock></FinishTime>
<CompetitorStatus value="OK"/><SplitTime sequence="1"><ControlCode>31</ControlCode><Time timeFormat="HH:MM:SS">00:01:05</Time></SplitTime></Result></PersonResult></ClassResult></ResultList>`;

function standings(file: string): string[] {
  const competition = new OfflineCompetition();
  for (const fact of importIof(file).facts)
    expect(competition.takeWire(fact as unknown as WireFact)).toBeNull();
  const [result] = [...competition.documents()].filter(({ header }) => header.type === 'RESULT');
  return listRows(result!).map(({ key, mark, place }) =>
    `${key} ${place.rank ?? mark.irm} ${mark.result ?? ''}`.trim(),
  );
}

describe('what an IOF result list becomes', () => {
  test('tenths that the file gives separate; a missing control has no place', () => {
    expect(standings(IOF_3)).toEqual(['B 1 15:00.0', 'A 2 15:05.4', 'C 3 15:05.9', 'D MP', 'E DNS']);
  });

  test('equal seconds share the place; a fraction that is zero in the whole file is none', () => {
    const seconds = IOF_3.replaceAll(/\.[49]<\/Time>/g, '.0</Time>');
    expect(standings(seconds)).toEqual(['B 1 15:00', 'A 2 15:05', 'C 2 15:05', 'D MP', 'E DNS']);
  });

  test('positions of the file are kept apart from the facts', () => {
    const { facts, races } = importIof(IOF_3);
    expect(JSON.stringify([...facts])).not.toMatch(/"position"|"rank"/i);
    expect(races.map(({ unit }) => unit)).toEqual(['ORIWELITEDAMES--------FNL-000100--']);
    expect(races[0]!.rows.map(({ position, irm }) => position ?? irm)).toEqual([2, 1, 2, 'MP', 'DNS']);
  });

  test('a control that is visited twice is two points; an additional one is none', () => {
    const facts = [...importIof(IOF_3).facts];
    const points = facts.flatMap((fact) =>
      'passing' in fact ? [fact.passing as { competitor: string; point: string }] : [],
    );
    expect(points.filter(({ competitor }) => competitor === 'A').map(({ point }) => point)).toEqual([
      '1-31',
      '2-32',
      '3-31',
      'FIN',
    ]);
    expect(points.filter(({ competitor }) => competitor === 'D').map(({ point }) => point)).toEqual([
      '1-31',
      'FIN',
    ]);
  });

  test('version 2.0.3 is read in spite of the DOCTYPE that it always has', () => {
    expect(standings(IOF_2)).toEqual(['777 1 10:05']);
  });
});

describe('files that cannot be imported', () => {
  test.each([
    ['another format', '<LENEX/>', 'NOT_IOF'],
    [
      'a DOCTYPE with a subset',
      IOF_2.replace('"iofData.dtd"', '"iofData.dtd" [<!ENTITY a "b">]'),
      'IOF_DOCTYPE',
    ],
    [
      'a second DOCTYPE',
      IOF_2.replace('<ResultList>', '<!DOCTYPE ResultList SYSTEM "x"><ResultList>'),
      'IOF_DOCTYPE',
    ],
    ['a file that was cut off', IOF_3.slice(0, 400), 'IOF_MALFORMED'],
  ])('%s has its code', (_, file, code) => {
    expect(() => importIof(file)).toThrow(ImportError);
    expect(() => importIof(file)).toThrow(expect.objectContaining({ code }));
  });
});
