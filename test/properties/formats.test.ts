/** What real competitions publish says the same in every format, and every delta leads to the same. */
import { describe, expect, test } from 'vitest';
import { decodeDocument } from '../../src/encode/decode.ts';
import { encoderOf, FORMATS } from '../../src/encode/format.ts';
import { type Channel, channelOf, type Document } from '../../src/model/document.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import { VersionedDocument } from '../../src/versions/versioned.ts';
import { xmllintComplaints } from '../support/xmllint.ts';
import { competitionAfter, feedAt } from './end-state.ts';

const RECORDINGS = ['barcelona', 'felixstowe', 'paris', 'rio', 'tokyo'];
/** Of several thousand versions so many are looked at: evenly spread, and the last of every channel. */
const SAMPLE = 120;

const hashOf = ({ header, rows }: Pick<Document, 'header' | 'rows'>): string =>
  new ContentHash(header, rows).text;

describe.each(RECORDINGS)('versions of the %s recording', (name) => {
  const { competition, versions } = competitionAfter(feedAt(`src/venue/recordings/${name}.ndjson`));
  const step = Math.ceil(versions.length / SAMPLE);
  const last = [...competition.documents.values()].map(({ current }) => current);
  const sample = [
    ...versions.filter((_version, index) => index % step === 0).map(({ document }) => document),
    ...last,
  ];

  test('rebuild to their hash from XML, protobuf and JSON', () => {
    for (const document of sample) {
      for (const format of FORMATS) {
        const decoded = decodeDocument(format, encoderOf(format).whole(document));
        expect(hashOf(decoded), `${channelOf(document.header)} ${document.version} ${format}`).toBe(
          document.hash,
        );
      }
    }
  });

  test('are valid against the schema as XML', () => {
    expect(xmllintComplaints(sample.map((document) => encoderOf('odf').whole(document)))).toBe('');
  });

  test('are reached from every older version by one delta', () => {
    const older = new Map<Channel, Document[]>();
    for (const { document } of versions) {
      const channel = channelOf(document.header);
      const known = older.get(channel) ?? [];
      older.set(channel, known);
      known.push(document);
    }
    for (const [channel, now] of competition.documents) {
      for (const document of older.get(channel)!.slice(0, -1)) {
        const copy = new VersionedDocument(document);
        const delta = now.deltaSince(document.version);
        expect(delta !== null && copy.apply(delta), `${channel} from ${document.version}`).toBe(true);
        expect(copy.current.rows.length).toBe(now.current.rows.length);
        expect(copy.current.hash).toBe(now.current.hash);
      }
    }
  });
});
