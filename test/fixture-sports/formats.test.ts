/** Every version of both competitions goes through every format, whole and as deltas, and is valid there. */
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/encode/format.ts';
import { expectDeltasToLead, expectSameContent, expectValid, newestOf } from '../support/format-proof.ts';
import { drawnEvent, runningMatch, wholeEvent, wholeSeries } from './feeds.ts';
import { Standings } from './standings.ts';

const versions = [wholeEvent, drawnEvent, runningMatch, wholeSeries].flatMap(
  (feed) => new Standings(feed().facts).versions,
);
const documents = versions.map(({ document }) => document);

test('all documents of contests and series are among them', () => {
  const types = new Set(documents.map(({ header }) => header.type));
  for (const type of [
    'RESULT',
    'POOL_STANDING',
    'CUMULATIVE_RESULT',
    'BRACKETS',
    'PLAY_BY_PLAY',
    'CURRENT',
    'RANKING',
    'MEDALLISTS',
  ])
    expect(types, type).toContain(type);
});

test.each(FORMATS)('as %s each version decodes to the same content and hash', (format) => {
  expectSameContent(format, documents);
});

describe.each(['json', 'protobuf'] as const)('deltas as %s', (format) => {
  test('lead a screen from the first version to the last', () => {
    expectDeltasToLead(format, versions);
  });
});

test('the XML is valid by the XSD, the JSON by its schema, and CSV has a line for each row', () => {
  expectValid(newestOf(versions));
});
