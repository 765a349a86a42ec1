/** Documents, recipients and what they may have had, for tests of what is told next. */
import { DEFAULT_SETTINGS, type Story } from '../../src/encode/wire/dispatch.ts';
import type { Document, Header } from '../../src/model/document.ts';
import type { StoredRow } from '../../src/model/row.ts';
import { ContentHash } from '../../src/versions/content-hash.ts';
import type { Recipient } from '../../src/wires/recipient.ts';
import { newStanding, type Standing, type Told } from '../../src/wires/standing.ts';
import { type Next, nextOf, type Sight } from '../../src/wires/telling.ts';
import { FINAL_100M, header, row } from '../fanout/published-documents.ts';

export const STORY: Story = `${FINAL_100M}/RESULT`;

export const desk = (wants: Partial<Recipient> = {}): Recipient => ({
  name: 'desk',
  disciplines: null,
  types: ['RESULT'],
  from: 'OFFICIAL',
  corrections: true,
  test: false,
  form: 'json',
  settings: DEFAULT_SETTINGS,
  way: { file: { folder: '/nowhere' } },
  attempts: 5,
  ...wants,
});

/** `{ ann: '9.91', bo: 'DQ' }` in the order of the list. */
export function rowsOf(results: Readonly<Record<string, string>>): StoredRow[] {
  return Object.entries(results).map(([code, result]) => {
    const said = row(code, result, 1);
    if (/^\d/.test(result)) return said;
    return {
      ...said,
      mark: { ...said.mark, result: null, irm: result },
      place: { ...said.place, ranked: false },
    };
  });
}

let versions = 0;

export function documentOf(
  results: Readonly<Record<string, string>>,
  changed: Partial<Header> = {},
  epoch = '000000001-001-a',
): Document {
  versions += 1;
  const said = { ...header(FINAL_100M), status: 'OFFICIAL' as const, ...changed };
  const rows = rowsOf(results);
  return {
    epoch,
    version: versions,
    hash: new ContentHash(said, rows).text,
    asOf: '2024-06-09T19:00:00.000Z',
    correction: null,
    header: said,
    rows,
  };
}

export const sightOf = (document: Document, more: Partial<Sight> = {}): Sight => ({
  document,
  isCancelled: false,
  isSettled: true,
  now: 0,
  ...more,
});

/** A story as it is told, one document after the other; each is confirmed unless a test says otherwise. */
export class Telling {
  standing: Standing = newStanding('s');
  readonly #recipient: Recipient;
  readonly #story: Story;

  constructor(recipient = desk(), story = STORY) {
    this.#recipient = recipient;
    this.#story = story;
  }

  next(sight: Sight | Document): Next {
    return nextOf(this.#story, this.standing, 'document' in sight ? sight : sightOf(sight), this.#recipient);
  }

  /** Begun, and nobody knows whether it came. */
  begin(sight: Sight | Document): Told | null {
    const next = this.next(sight);
    if (next === null || next === 'UNSETTLED') return null;
    if (!next.isRepeat)
      this.standing = { ...this.standing, open: [...this.standing.open, next.told], again: false };
    return next.told;
  }

  tell(sight: Sight | Document): Told | null {
    const told = this.begin(sight);
    if (told !== null)
      this.standing = { ...this.standing, confirmed: told, open: [], dead: null, again: false };
    return told;
  }
}
