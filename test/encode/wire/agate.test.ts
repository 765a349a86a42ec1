/** Agate of each kind of list of every sport, from its recorded and worked cases: a file of a sport in `golden/agate/`, to be looked at. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storyOf } from '../../../src/encode/wire/dispatch.ts';
import { FORMS } from '../../../src/encode/wire/forms.ts';
import { type Document, isListOfStarters, listRows } from '../../../src/model/document.ts';
import { isListType } from '../../../src/model/row.ts';
import { SPORTS } from '../../../src/sports.ts';
import { ROOT } from '../../support/source-tree.ts';
import { dispatchOf, recorded, SETTINGS } from './told.ts';

const LINES_SHOWN = 12;
/** Of a feed: the long ones have no other kinds of lists. */
const BYTES_MOST = 20_000;

function documentsOf(sport: string): Document[] {
  const feeds = readdirSync(join(ROOT, 'sports', sport, 'cases'))
    .sort()
    .map((name) => `sports/${sport}/cases/${name}/feed.ndjson`);
  return feeds
    .filter((path) => statSync(join(ROOT, path)).size < BYTES_MOST)
    .flatMap((path) => [...recorded(path).documents()]);
}

/** What its lines hang on: of each kind one is looked at. */
function kindOf(document: Document): string {
  const rows = listRows(document);
  const of = (what: (row: (typeof rows)[number]) => string): string =>
    [...new Set(rows.map(what))].sort().join();
  return [
    isListOfStarters(document) ? 'START_LIST' : document.header.type,
    of(({ mark }) => Object.keys(mark.details).join()),
    of(({ identity }) => identity.kind),
    of(({ mark }) => mark.details.match?.decision ?? ''),
    rows.some(({ mark }) => mark.irm !== null) ? 'IRM' : '',
    rows.some(({ place }) => place.rankEqual) ? 'tie' : '',
    rows.some(({ mark }) => mark.records.length > 0) ? 'record' : '',
  ].join(' ');
}

const isShown = ({ header, rows }: Document): boolean =>
  rows.length > 0 && (isListType(header.type) || header.type === 'RECORDS');

function agateOf(document: Document): string {
  const { unit } = document.header;
  const said = isListOfStarters(document) ? { story: storyOf(unit, 'START_LIST', null) } : {};
  const text = Buffer.from(FORMS.agate.bytes(dispatchOf(document, said), SETTINGS)).toString();
  return text.split('\n').slice(0, LINES_SHOWN).join('\n').trimEnd();
}

describe.each(SPORTS.map(({ folder }) => folder!))('%s', (sport) => {
  const kinds = new Map<string, Document>();
  for (const document of documentsOf(sport))
    if (isShown(document) && !kinds.has(kindOf(document))) kinds.set(kindOf(document), document);
  const texts = [...kinds.values()].map(agateOf);

  test('has agate for each kind of its lists, as it was', async () => {
    await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`./golden/agate/${sport}.agt`);
  });

  test('has no line with an empty place, brackets around nothing or a template in it', () => {
    const lines = texts.flatMap((text) => text.split('\n').slice(1));
    const isOdd = (line: string): boolean =>
      /[{}]|\(\)|\[|,\s*[,.]|^[.,\s]*\.|\s{2}|undefined|null/.test(line);
    expect(lines.filter((line) => !line.startsWith('\u0008') && isOdd(line))).toEqual([]);
  });
});
