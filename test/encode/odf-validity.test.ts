import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { odfEncoder } from '../../src/encode/odf/encoder.ts';
import { DOCUMENT_TYPES } from '../../src/model/document.ts';
import { arbitraryDocument } from '../support/arbitrary-document.ts';
import { xmllintComplaints } from '../support/xmllint.ts';

const documents = fc.sample(arbitraryDocument(8), { seed: 20240611, numRuns: 400 });
const emitted = documents.map((document) => Buffer.from(odfEncoder.whole(document)));

describe('ODF-style XML', () => {
  test('every document of every type is valid by the XSD (xmllint)', () => {
    expect(new Set(documents.map(({ header }) => header.type)).size).toBe(DOCUMENT_TYPES.length);
    expect(xmllintComplaints(emitted)).toBe('');
  });

  test('every document is well-formed for an independent parser', () => {
    for (const bytes of emitted) expect(XMLValidator.validate(bytes.toString())).toBe(true);
  });

  test('the XSD refuses children of a Result in another order', () => {
    const ordered = emitted.map(String).find((text) => /<Result [^>]*><ExtendedResults>/.test(text))!;
    const swapped = ordered.replace(
      /(<Result [^>]*>)(<ExtendedResults>.*?<\/ExtendedResults>)(.*?)(<\/Result>)/s,
      '$1$3$2$4',
    );
    expect(swapped).not.toBe(ordered);
    expect(xmllintComplaints([Buffer.from(swapped)])).toContain('ExtendedResults');
  });

  test('no container is empty and no optional attribute is', () => {
    const mayBeEmpty =
      / (FamilyName|Gender|Organisation|Code|Venue|VenueName|LocationName|StartDate|EndDate|TotalEvents|FinishedEvents|Print\w+|TV\w+|Name|TeamName|Rank)=""/g;
    for (const bytes of emitted) {
      const text = bytes.toString();
      expect(text).not.toMatch(
        /<(\w+)><\/\1>|<(ExtendedResults|Composition|ResultItems|RecordIndicators)\/>/,
      );
      expect(text.replaceAll(mayBeEmpty, '')).not.toContain('=""');
    }
  });
});
