import { expect, test } from 'vitest';
import { massRace } from '../../bench/support/mass-race.ts';
import { decodeDocument } from '../../src/encode/decode.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { xmllintComplaints } from '../support/xmllint.ts';

test('what a competition publishes rebuilds to one hash from XML, protobuf and JSON, and the XML is valid', () => {
  const competition = new Competition({ epoch: 'k3f9', sports: SPORTS });
  const race = massRace(30, 120);
  for (const fact of [...race.opening, ...race.passings]) competition.take(fact);
  const documents = [...competition.documents.values()].map(({ current }) => current);
  expect(documents.map(({ header }) => header.type)).toContain('RESULT');
  for (const document of documents) {
    for (const format of FORMATS) {
      const { header, rows } = decodeDocument(format, encoderOf(format).whole(document));
      expect([header.type, format, new ContentHash(header, rows).text]).toEqual([
        header.type,
        format,
        document.hash,
      ]);
    }
  }
  expect(xmllintComplaints(documents.map((document) => encoderOf('odf').whole(document)))).toBe('');
});
