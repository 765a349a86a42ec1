import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { encoderOf } from '../../src/encode/format.ts';
import { arbitraryDocument } from '../support/arbitrary-document.ts';
import { SPRINT } from '../support/small-documents.ts';

const plainOf = (document: typeof SPRINT): string =>
  Buffer.from(encoderOf('odf-plain').whole(document)).toString();

test('without extras the XML is ODF-style and nothing else', () => {
  expect(plainOf(SPRINT).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <OdfBody CompetitionCode="SPLITSECOND" DocumentCode="ATHM100M--------------FNL-000100--" DocumentType="DT_RESULT" ResultStatus="UNOFFICIAL" Version="17" FeedFlag="P" Date="2024-06-09" Time="205311104" LogicalDate="2024-06-09" Source="SPSATH1">
    <Competition Gen="SPLITSECOND-GEN-1" Sport="SPLITSECOND-ATH-1" Codes="SPLITSECOND-CODES-1">
    <ExtendedInfos>
    <UnitDateTime StartDate="2024-06-09T22:53:00+02:00"/>
    <ExtendedInfo Type="UI" Code="WIND_SPEED" Value="+0.7"/>
    <SportDescription DisciplineName="Athletics" EventName="Men's 100m" SubEventName="Final" Gender="M"/>
    </ExtendedInfos>
    <Result SortOrder="1" Rank="1" ResultType="TIME" Result="10.02" StartOrder="5" StartSortOrder="5">
    <ExtendedResults>
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

test('nothing of Type SS is left in any document, no container is empty, and it is well-formed', () => {
  for (const document of fc.sample(arbitraryDocument(8), { seed: 20240611, numRuns: 200 })) {
    const xml = plainOf(document);
    expect(xml).not.toContain('Type="SS"');
    expect(xml).not.toMatch(/<(\w+)><\/\1>/);
    expect(XMLValidator.validate(xml)).toBe(true);
  }
});

test('in the stream the line before it still says the position', () => {
  const [line] = Buffer.from(encoderOf('odf-plain').frame(SPRINT)).toString().split('\n');
  expect(JSON.parse(line!)).toMatchObject({ version: 17, hash: SPRINT.hash });
});
