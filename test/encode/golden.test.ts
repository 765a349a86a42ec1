import { expect, test } from 'vitest';
import { csvOf } from '../../src/encode/csv.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import type { Delta } from '../../src/model/delta.ts';
import { SPRINT } from '../support/small-documents.ts';

const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes!).toString();

const delta: Delta = {
  base: 16,
  version: 17,
  hash: SPRINT.hash,
  asOf: SPRINT.asOf,
  correction: { of: 16, reason: 'photo finish', moved: ['1234567'] },
  header: null,
  rows: [{ key: '1234567', sortOrder: 1, place: SPRINT.rows.at(0)!.place! }],
  removed: ['9'],
};

test('JSON: a document frame has header and rows flat', () => {
  expect(textOf(encoderOf('json').frame(SPRINT))).toMatchInlineSnapshot(
    `"{"document":{"epoch":"k3f9","version":17,"hash":"9b1f03c2a7745e10","asOf":"2024-06-09T20:53:11.104Z","correction":null,"type":"RESULT","unit":"ATHM100M--------------FNL-000100--","subcode":null,"status":"UNOFFICIAL","test":false,"rule":"ATH.100M@2024","names":{"discipline":"Athletics","event":"Men's 100m","phase":"Final","unit":"Final"},"reliability":{"ok":true,"reasons":[]},"columns":[{"label":"Rank","source":"rank","align":"right","width":4}],"info":{"wind":"+0.7","started":"2024-06-09T22:53:00+02:00"},"rows":[{"competitor":"1234567","kind":"ATHLETE","name":"JACOBS Marcell","given":"Marcell","family":"Jacobs","organisation":"ITA","gender":"M","bib":"321","startOrder":5,"lane":"5","bests":{"PB":"9.80"},"result":"10.02","resultType":"TIME","irm":null,"records":["WL"],"details":{"timedRace":{"reaction":"0.158","passings":[]}},"ranked":true,"tied":false,"qualificationMark":null,"decidedBy":null,"photoFinish":false,"rank":1,"rankEqual":false,"diff":null,"sortOrder":1},{"competitor":"7654321","kind":"ATHLETE","name":"O’NEIL","family":"O’Neil","organisation":"IRL","result":null,"resultType":"IRM","irm":"DQ","irmReason":"TR16.8","records":[],"details":{},"ranked":false,"tied":false,"qualificationMark":null,"decidedBy":null,"photoFinish":false,"rank":null,"rankEqual":false,"diff":null,"sortOrder":2}]}}"`,
  );
});

test('JSON: a delta frame has each changed part whole', () => {
  expect(textOf(encoderOf('json').deltaFrame('C/RESULT', 'k3f9', delta))).toMatchInlineSnapshot(
    `"{"delta":{"channel":"C/RESULT","epoch":"k3f9","base":16,"version":17,"hash":"9b1f03c2a7745e10","asOf":"2024-06-09T20:53:11.104Z","correction":{"of":16,"reason":"photo finish","moved":["1234567"]},"rows":[{"competitor":"1234567","ranked":true,"tied":false,"qualificationMark":null,"decidedBy":null,"photoFinish":false,"sortOrder":1}],"removed":["9"]}}"`,
  );
});

test('protobuf: a document frame, byte for byte', () => {
  expect(Buffer.from(encoderOf('protobuf').frame(SPRINT)).toString('hex')).toMatchInlineSnapshot(
    `"0aaa030a046b33663910111a10396231663033633261373734356531302218323032342d30362d30395432303a35333a31312e3130345a32ac010a06524553554c5412224154484d3130304d2d2d2d2d2d2d2d2d2d2d2d2d2d2d464e4c2d3030303130302d2d220a554e4f4646494349414c320d4154482e3130304d40323032343a250a094174686c6574696373120a4d656e2773203130306d1a0546696e616c220546696e616c420208014a150a0452616e6b120472616e6b1a057269676874200452212219323032342d30362d30395432323a35333a30302b30323a303032042b302e373a7b0a07313233343536371a4812074154484c4554451a0e4a41434f4253204d617263656c6c22074d617263656c6c2a064a61636f627332034954413a014d4a0333323150055a01357a0a0a0250421204392e3830221c0a0531302e3032120454494d453a02574c42090a070a05302e3135382a0648010801100010013a480a07373635343332311a2212074154484c4554451a084fe280994e45494c2a084fe280994e65696c320349524c2213120349524d1a0244512206545231362e3842002a0210001002"`,
  );
});

test('protobuf: a delta frame, byte for byte', () => {
  const bytes = encoderOf('protobuf').deltaFrame('C/RESULT', 'k3f9', delta);
  expect(Buffer.from(bytes!).toString('hex')).toMatchInlineSnapshot(
    `"126f0a08432f524553554c5412046b336639181020112a10396231663033633261373734356531303218323032342d30362d30395432303a35333a31312e3130345a3a190810120c70686f746f2066696e6973681a07313233343536375201394a0f0a073132333435363710012a024801"`,
  );
});

test('ODF-style XML: a frame is a line with the position and the message', () => {
  expect(textOf(encoderOf('odf').frame(SPRINT)).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "{"channel":"ATHM100M--------------FNL-000100--/RESULT","epoch":"k3f9","version":17,"hash":"9b1f03c2a7745e10","type":"RESULT"}
    <?xml version="1.0" encoding="UTF-8"?>
    <OdfBody CompetitionCode="SPLITSECOND" DocumentCode="ATHM100M--------------FNL-000100--" DocumentType="DT_RESULT" ResultStatus="UNOFFICIAL" Version="17" FeedFlag="P" Date="2024-06-09" Time="205311104" LogicalDate="2024-06-09" Source="SPSATH1">
    <Competition Gen="SPLITSECOND-GEN-1" Sport="SPLITSECOND-ATH-1" Codes="SPLITSECOND-CODES-1">
    <ExtendedInfos>
    <UnitDateTime StartDate="2024-06-09T22:53:00+02:00"/>
    <ExtendedInfo Type="UI" Code="WIND_SPEED" Value="+0.7"/>
    <ExtendedInfo Type="SS" Code="POSITION" Value="k3f9">
    <Extension Code="HASH" Value="9b1f03c2a7745e10"/>
    </ExtendedInfo>
    <ExtendedInfo Type="SS" Code="RULE" Value="ATH.100M@2024"/>
    <ExtendedInfo Type="SS" Code="RELIABILITY" Value="Y"/>
    <ExtendedInfo Type="SS" Code="PHASE_NAME" Value="Final"/>
    <ExtendedInfo Type="SS" Code="COLUMN" Pos="1" Value="rank">
    <Extension Code="LABEL" Value="Rank"/>
    <Extension Code="ALIGN" Value="right"/>
    <Extension Code="WIDTH" Value="4"/>
    </ExtendedInfo>
    <SportDescription DisciplineName="Athletics" EventName="Men's 100m" SubEventName="Final" Gender="M"/>
    </ExtendedInfos>
    <Result SortOrder="1" Rank="1" ResultType="TIME" Result="10.02" StartOrder="5" StartSortOrder="5">
    <ExtendedResults>
    <ExtendedResult Type="SS" Code="FAMILY" Value="timedRace"/>
    <ExtendedResult Type="ER" Code="REACT_TIME" Value="0.158"/>
    </ExtendedResults>
    <RecordIndicators>
    <RecordIndicator Order="1" Code="ATHM100M------" RecordType="WL"/>
    </RecordIndicators>
    <Competitor Code="1234567" Type="A" Bib="321" Organisation="ITA">
    <Composition>
    <Athlete Code="1234567" Order="1" Bib="321">
    <Description GivenName="Marcell" FamilyName="Jacobs" Gender="M" Organisation="ITA"/>
    <EventUnitEntry Type="EUE" Code="PB" Value="9.80"/>
    <EventUnitEntry Type="SS" Code="LANE" Value="5"/>
    </Athlete>
    </Composition>
    </Competitor>
    </Result>
    <Result SortOrder="2" ResultType="IRM" IRM="DQ">
    <ExtendedResults>
    <ExtendedResult Type="ER" Code="RULE" Value="TR16.8"/>
    </ExtendedResults>
    <Competitor Code="7654321" Type="A" Organisation="IRL">
    <Composition>
    <Athlete Code="7654321" Order="1">
    <Description FamilyName="O’Neil" Gender="" Organisation="IRL"/>
    </Athlete>
    </Composition>
    </Competitor>
    </Result>
    </Competition>
    </OdfBody>
    "
  `);
});

test('CSV: without columns of its own a document has the basic ones', () => {
  const plain = { ...SPRINT, header: { ...SPRINT.header, columns: [] } };
  expect(csvOf(plain)).toMatchInlineSnapshot(`
    "Rank,Bib,Name,NOC,Result,IRM
    1,321,JACOBS Marcell,ITA,10.02,
    ,,O’NEIL,IRL,,DQ
    "
  `);
});

test('text formats travel as text frames, protobuf as binary', () => {
  expect(FORMATS.map((format) => [format, encoderOf(format).binary])).toEqual([
    ['json', false],
    ['protobuf', true],
    ['odf', false],
  ]);
});
