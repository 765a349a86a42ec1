/** Bytes of each form for each family of sports, from recorded competitions: a file each in `golden/`, to be looked at. */
import { describe, expect, test } from 'vitest';
import { storyOf } from '../../../src/encode/wire/dispatch.ts';
import { FORMS } from '../../../src/encode/wire/forms.ts';
import type { Document } from '../../../src/model/document.ts';
import { correctionOf, dispatchOf, killedOf, recorded, SETTINGS } from './told.ts';

const RIO = 'src/venue/recordings/rio.ndjson';

/** Name of the file, feed, type and code. */
const SHOWN = [
  ['timed-race', RIO, 'RESULT', 'ATHM100M--------------FNL-000100--'],
  ['relay', RIO, 'RESULT', 'ATHM4X100M------------FNL-000100--'],
  ['phase', RIO, 'PHASE_RESULT', 'ATHM100M--------------SFNL--------'],
  ['countback', RIO, 'RESULT', 'ATHMHIGHJUMP----------FNL-000100--'],
  ['best-of', RIO, 'RESULT', 'ATHMLONGJUMP----------FNL-000100--'],
  ['schedule', RIO, 'SCHEDULE', 'ATH-------------------------------'],
  ['medal-table', RIO, 'MEDALS', 'GEN-------------------------------'],
  ['match', 'src/venue/recordings/rome.ndjson', 'RESULT', 'FBLMTEAM11------------GPA-000500--'],
  ['pool', 'src/venue/recordings/rome.ndjson', 'POOL_STANDING', 'FBLMTEAM11------------GPA---------'],
  [
    'series',
    'src/venue/recordings/felixstowe.ndjson',
    'CUMULATIVE_RESULT',
    'SALOFOIL--------------------------',
  ],
  ['judged', 'sports/diving/cases/beijing-2017-womens-3m-final/feed.ndjson', 'RESULT', null],
  ['combined', 'sports/athletics/cases/c013-decathlon-9018/feed.ndjson', 'CUMULATIVE_RESULT', null],
] as const;

/** Each recording is ranked once. */
const ranked = new Map<string, readonly Document[]>();

function documentsOf(feed: string): readonly Document[] {
  const known = ranked.get(feed) ?? [...recorded(feed).documents()];
  ranked.set(feed, known);
  return known;
}

const documentOf = (feed: string, type: string, unit: string | null): Document =>
  documentsOf(feed).find(({ header }) => header.type === type && (unit === null || header.unit === unit))!;

describe('golden bytes', () => {
  test.each(SHOWN)('of %s are as they were', async (name, feed, type, unit) => {
    const document = documentOf(feed, type, unit);
    for (const form of ['sportsml', 'nitf', 'agate', 'text'] as const)
      await isAsBefore(`${name}.${FORMS[form].ending}`, FORMS[form].bytes(dispatchOf(document), SETTINGS));
  });

  test('of a start list, a correction and a kill are as they were', async () => {
    const document = documentOf(RIO, 'RESULT', 'ATHM100M--------------FNL-000100--');
    const before = { ...document, header: { ...document.header, status: 'START_LIST' as const } };
    const told = {
      'start-list': dispatchOf(before, { story: storyOf(document.header.unit, 'START_LIST', null) }),
      correction: correctionOf(document),
      kill: killedOf(document),
    };
    for (const [name, dispatch] of Object.entries(told))
      for (const form of ['sportsml', 'nitf', 'agate', 'json', 'csv'] as const)
        await isAsBefore(`${name}.${FORMS[form].ending}`, FORMS[form].bytes(dispatch, SETTINGS));
  });

  test('in French, words and names of countries are French', async () => {
    const document = documentOf(RIO, 'MEDALS', null);
    const settings = { ...SETTINGS, language: 'fr' };
    await isAsBefore('medal-table.fr.agt', FORMS.agate.bytes(dispatchOf(document), settings));
    await isAsBefore('correction.fr.txt', FORMS.text.bytes(correctionOf(document), settings));
  });
});

const isAsBefore = (name: string, bytes: Uint8Array): Promise<void> =>
  expect(readable(bytes)).toMatchFileSnapshot(`./golden/${name}`);

/** XML is written without line ends; here each element has a line, so that a change can be read. */
const readable = (bytes: Uint8Array): string => Buffer.from(bytes).toString().replaceAll(/></g, '>\n<');
