import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dispatch } from '../../../src/encode/wire/dispatch.ts';
import { FORM_NAMES, FORMS, type FormName } from '../../../src/encode/wire/forms.ts';
import type { Document } from '../../../src/model/document.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { xmllintComplaints } from '../../support/xmllint.ts';
import {
  correctionOf,
  dispatchOf,
  killedOf,
  NITF,
  recorded,
  SETTINGS,
  SPORTSML,
  withheldOf,
} from './told.ts';

const RECORDINGS = ['rio', 'barcelona', 'tokyo', 'rome', 'amsterdam', 'paris', 'felixstowe'];
const documents = [
  ...RECORDINGS.flatMap((name) => [...recorded(`src/venue/recordings/${name}.ndjson`).documents()]),
  ...recorded('sports/diving/cases/beijing-2017-womens-3m-final/feed.ndjson').documents(),
  ...recorded('sports/orienteering/cases/mass-start/feed.ndjson').documents(),
  ...recorded('sports/athletics/cases/c013-decathlon-9018/feed.ndjson').documents(),
  ...recorded('sports/athletics/cases/c097-4x100m-later-disqualified/feed.ndjson').documents(),
];

const inAllKinds = (document: Document): Dispatch[] => [
  dispatchOf(document),
  dispatchOf(document, { kind: 'UPDATE', number: 2 }),
  correctionOf(document),
  withheldOf(document),
  killedOf(document),
];

const final = documents.find(
  ({ header }) => header.type === 'RESULT' && header.unit === 'ATHM100M--------------FNL-000100--',
)!;

/** All that the form has a place for. */
function written(form: FormName, from: readonly Document[]): Buffer[] {
  const fitting = from.filter(({ header }) => FORMS[form].has(header.type));
  expect(fitting.length).toBeGreaterThan(0);
  return fitting.flatMap(inAllKinds).map((dispatch) => Buffer.from(FORMS[form].bytes(dispatch, SETTINGS)));
}

describe('whatever is told, in whichever kind', () => {
  const invented = fc.sample(arbitraryDocument(6), { seed: 20241129, numRuns: 300 });

  test.each([
    ['sportsml', SPORTSML],
    ['nitf', NITF],
  ] as const)(
    '%s of recorded and of invented documents is valid by the schema of the IPTC',
    (form, schema) => {
      expect(xmllintComplaints(written(form, documents), schema)).toBe('');
      expect(xmllintComplaints(written(form, invented), schema)).toBe('');
    },
  );

  test.each(FORM_NAMES)('%s says the same in the same bytes, and has no half characters', (form) => {
    const once = written(form, documents);
    expect(Buffer.concat(written(form, documents)).equals(Buffer.concat(once))).toBe(true);
    for (const bytes of once) expect(bytes.toString()).not.toContain('\ufffd');
  });

  test('agate keeps what it is set with for itself: a name cannot begin a heading, a row or a footnote', () => {
    for (const bytes of written('agate', invented)) {
      const lines = bytes.toString().split('\n');
      for (const line of lines) expect(line.slice(2)).not.toMatch(/\p{Cc}/u);
      // Headline, rehearsal, correction and status; the other notes come as footnotes behind.
      expect(lines.filter((line) => line.startsWith('^')).length).toBeLessThanOrEqual(4);
    }
  });
});

describe('what is withdrawn', () => {
  test.each(FORM_NAMES)('%s does not say it once more', (form) => {
    for (const dispatch of [withheldOf(final), killedOf(final)]) {
      const text = Buffer.from(FORMS[form].bytes(dispatch, SETTINGS)).toString();
      expect(text).not.toContain('9.81');
      expect(text).not.toMatch(/bolt/i);
    }
  });

  test.each(['sportsml', 'nitf', 'agate', 'text', 'json', 'csv', 'rows'] as const)(
    '%s says that it is',
    (form) => {
      const killed = Buffer.from(FORMS[form].bytes(killedOf(final), SETTINGS)).toString();
      expect(killed).toContain('KILL: what was sent does not count');
      const withheld = Buffer.from(FORMS[form].bytes(withheldOf(final), SETTINGS)).toString();
      expect(withheld).toContain('WITHHELD: what was sent may not be used');
    },
  );

  test('NewsML and NITF have the status by which a desk withdraws', () => {
    const textOf = (form: FormName, dispatch: Dispatch): string =>
      Buffer.from(FORMS[form].bytes(dispatch, SETTINGS)).toString();
    expect(textOf('sportsml', killedOf(final))).toContain('<pubStatus qcode="stat:canceled"/>');
    expect(textOf('sportsml', withheldOf(final))).toContain('<pubStatus qcode="stat:withheld"/>');
    expect(textOf('nitf', killedOf(final))).toContain('management-status="canceled"');
    expect(textOf('nitf', withheldOf(final))).toContain('management-status="withheld"');
  });
});

test('a correction is the same item with a higher version, says what was wrong, and why', () => {
  const textOf = (dispatch: Dispatch): string =>
    Buffer.from(FORMS.sportsml.bytes(dispatch, SETTINGS)).toString();
  const [first, corrected] = [textOf(dispatchOf(final)), textOf(correctionOf(final))];
  const guid = /guid="[^"]+" version="\d+"/;
  expect(guid.exec(first)![0]).toBe(
    'guid="tag:results.example,2024:OG2016:ATHM100M--------------FNL-000100--%2FRESULT" version="1"',
  );
  expect(guid.exec(corrected)![0]).toBe(
    'guid="tag:results.example,2024:OG2016:ATHM100M--------------FNL-000100--%2FRESULT" version="3"',
  );
  expect(corrected).toContain('<signal qcode="sig:correction"/>');
  expect(corrected).toContain('<edNote>Ada Berg: was 1 9.91, is DQ.</edNote>');
  expect(corrected).toContain('<edNote>Bo &lt;Ek&gt; &amp; Co: was not in the list, is 8 10.20.</edNote>');
  expect(corrected).toContain('<edNote>Reason: TR16.8.</edNote>');
});

test('a rehearsal says so before everything else, in every form that has notes', () => {
  const rehearsal = { ...final, header: { ...final.header, test: true } };
  for (const form of ['sportsml', 'nitf', 'agate', 'text', 'json'] as const)
    expect(Buffer.from(FORMS[form].bytes(dispatchOf(rehearsal), SETTINGS)).toString()).toContain(
      'TEST: a rehearsal, not for use.',
    );
});
