import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { encoderOf } from '../../src/encode/format.ts';
import { arbitraryDocument } from '../support/arbitrary-document.ts';
import { SPRINT } from '../support/small-documents.ts';

const plainOf = (document: typeof SPRINT): string =>
  Buffer.from(encoderOf('odf-plain').whole(document)).toString();

const linesOf = (xml: string): string[] => xml.replaceAll('><', '>\n<').trim().split('\n');

test('without extras the XML is what the golden message has, without the lines of Type SS and what is in them', () => {
  const whole = linesOf(Buffer.from(encoderOf('odf').whole(SPRINT)).toString());
  const plain = linesOf(plainOf(SPRINT));
  const ours = whole.filter((line) => !plain.includes(line));
  expect(plain).toEqual(whole.filter((line) => !ours.includes(line)));
  expect(ours.map((line) => line.replace(/ (Value|Pos)=.*/, ''))).toEqual([
    '<ExtendedInfo Type="SS" Code="POSITION"',
    '<Extension Code="HASH"',
    '</ExtendedInfo>',
    '<ExtendedInfo Type="SS" Code="RULE"',
    '<ExtendedInfo Type="SS" Code="RELIABILITY"',
    '<ExtendedInfo Type="SS" Code="PHASE_NAME"',
    '<ExtendedInfo Type="SS" Code="COLUMN"',
    '<Extension Code="LABEL"',
    '<Extension Code="ALIGN"',
    '<Extension Code="WIDTH"',
    '</ExtendedInfo>',
    '<ExtendedResult Type="SS" Code="FAMILY"',
    '<EventUnitEntry Type="SS" Code="LANE"',
  ]);
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
