/** Documents of recorded competitions as dispatches, for tests of forms. */
import { fileURLToPath } from 'node:url';
import { AGATE } from '../../../src/encode/wire/agate-settings.ts';
import { type Dispatch, storyOf, type WireSettings } from '../../../src/encode/wire/dispatch.ts';
import { ROWS } from '../../../src/encode/wire/rows-settings.ts';
import type { Document } from '../../../src/model/document.ts';
import { Feed } from '../../support/feed.ts';

export const SETTINGS: WireSettings = {
  language: 'en',
  provider: { name: 'Example Results', uri: 'https://results.example/' },
  idPrefix: 'tag:results.example,2024:',
  subjects: { ATH: 'medtop:20000827', FBL: 'medtop:20001065' },
  agate: AGATE,
  rows: { ...ROWS, columns: { Rank: 'rank', Name: 'name', Result: 'result' } },
};

export const SPORTSML = schemaAt('sportsml/sportsml.xsd');
export const NITF = schemaAt('nitf/nitf-3.4.xsd');

function schemaAt(path: string): string {
  return fileURLToPath(new URL(`./iptc/${path}`, import.meta.url));
}

const ROOT = new URL('../../../', import.meta.url);

export const recorded = (path: string): Feed => Feed.of(new URL(path, ROOT));

export function dispatchOf(document: Document, said: Partial<Dispatch> = {}): Dispatch {
  const { unit, type, subcode } = document.header;
  const story = storyOf(unit, type, subcode);
  return { story, number: 1, kind: 'FIRST', document, changes: [], furtherChanges: 0, reasons: [], ...said };
}

export const correctionOf = (document: Document): Dispatch =>
  dispatchOf(document, {
    number: 3,
    kind: 'CORRECTION',
    changes: [
      { key: '7', name: 'Ada Berg', was: '1 9.91', is: 'DQ' },
      { key: '8', name: 'Bo <Ek> & Co', was: null, is: '8 10.20' },
    ],
    reasons: ['TR16.8'],
  });

export const withheldOf = (document: Document): Dispatch =>
  dispatchOf(document, { number: 4, kind: 'WITHHELD' });
export const killedOf = (document: Document): Dispatch => dispatchOf(document, { number: 5, kind: 'KILLED' });
