import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithdrawn } from '../../src/encode/wire/dispatch.ts';
import type { Document } from '../../src/model/document.ts';
import type { ResultStatus } from '../../src/model/result-status.ts';
import { isReached } from '../../src/wires/ladder.ts';
import type { Told } from '../../src/wires/standing.ts';
import { FINAL_100M } from '../fanout/published-documents.ts';
import { desk, documentOf, sightOf, Telling } from './sights.ts';

const RESULT = { ann: '9.91', bo: '9.95', cy: '10.01' };
const DISQUALIFIED = { bo: '9.95', cy: '10.01', ann: 'DQ' };

const said = (told: Told | null): unknown =>
  told === null
    ? null
    : [told.number, told.kind, ...told.changes.map(({ key, was, is }) => `${key}: ${was} -> ${is}`)];

describe('an embargo', () => {
  test('holds until the status is reached, whatever the list says before', () => {
    const telling = new Telling();
    for (const status of [
      'START_LIST',
      'LIVE',
      'INTERMEDIATE',
      'UNCONFIRMED',
      'UNOFFICIAL',
      'PROTESTED',
    ] as const)
      expect(telling.tell(documentOf(RESULT, { status }))).toBeNull();
    expect(said(telling.tell(documentOf(RESULT)))).toEqual([1, 'FIRST']);
  });

  test('is none for start lists, which end with the first result', () => {
    const telling = new Telling(desk({ types: ['START_LIST'] }), `${FINAL_100M}/START_LIST`);
    expect(said(telling.tell(documentOf({ ann: '', bo: '' }, { status: 'START_LIST' })))).toEqual([
      1,
      'FIRST',
    ]);
    expect(said(telling.tell(documentOf({ bo: '', ann: '' }, { status: 'START_LIST' })))).toEqual([
      2,
      'UPDATE',
    ]);
    expect(telling.tell(documentOf(RESULT, { status: 'LIVE' }))).toBeNull();
    expect(telling.tell(documentOf(RESULT))).toBeNull();
  });

  test('a rehearsal is told to nobody who has not asked, and one that turns out to be one is killed', () => {
    expect(new Telling().tell(documentOf(RESULT, { test: true }))).toBeNull();
    expect(said(new Telling(desk({ test: true })).tell(documentOf(RESULT, { test: true })))).toEqual([
      1,
      'FIRST',
    ]);
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    expect(said(telling.tell(documentOf(RESULT, { test: true })))).toEqual([2, 'KILLED']);
    expect(telling.tell(documentOf(DISQUALIFIED, { test: true }))).toBeNull();
  });
});

describe('nothing is replaced in silence', () => {
  test('a disqualification after OFFICIAL is a correction that names who moved', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    expect(said(telling.tell(documentOf(DISQUALIFIED)))).toEqual([
      2,
      'CORRECTION',
      'bo: 2 9.95 -> 1 9.95',
      'cy: 3 10.01 -> 2 10.01',
      'ann: 1 9.91 -> DQ',
    ]);
  });

  test('a medal or a qualification that is added corrects nothing; one that is taken away does', () => {
    const telling = new Telling();
    const withMedal = (medal: boolean): Document => {
      const document = documentOf(RESULT, { info: { wind: medal ? '+0.1' : '+0.2' } });
      const rows = document.rows.map((row, index) =>
        medal && index === 0 ? { ...row, place: { ...row.place!, medal: 'GOLD' as const } } : row,
      );
      return { ...document, rows, hash: `${document.hash}${medal}` };
    };
    telling.tell(withMedal(false));
    expect(said(telling.tell(withMedal(true)))).toEqual([2, 'UPDATE']);
    expect(said(telling.tell(withMedal(false)))).toEqual([3, 'CORRECTION', 'ann: 1 9.91 GOLD -> 1 9.91']);
  });

  test('a version that was passed over takes no correction with it', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    // Nobody delivered the version that disqualified; the one after it only adds a wind.
    expect(said(telling.tell(documentOf(DISQUALIFIED, { info: { wind: '+0.3' } })))).toEqual(
      expect.arrayContaining([2, 'CORRECTION']),
    );
  });

  test('what may have come counts, and what may not have come as well', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    telling.begin(documentOf(DISQUALIFIED));
    // Who has had number 2 must hear that it was wrong; for who has not, nothing was.
    expect(said(telling.begin(documentOf(RESULT, { info: { wind: '+0.3' } })))).toEqual(
      expect.arrayContaining([3, 'CORRECTION']),
    );
    // Held against number 1 alone it would be an update, against number 2 alone as well.
    expect(said(telling.begin(documentOf(DISQUALIFIED, { info: { wind: '+0.3' } })))).toEqual(
      expect.arrayContaining([4, 'CORRECTION']),
    );
  });

  test('a result that is not official any more may not be used until it is, and then says what is other', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    expect(said(telling.tell(documentOf(RESULT, { status: 'PROTESTED' })))).toEqual([2, 'WITHHELD']);
    expect(telling.tell(documentOf(DISQUALIFIED, { status: 'LIVE' }))).toBeNull();
    expect(said(telling.tell(documentOf(DISQUALIFIED)))).toEqual(expect.arrayContaining([3, 'CORRECTION']));
    telling.tell(documentOf(DISQUALIFIED, { status: 'PROTESTED' }));
    expect(said(telling.tell(documentOf(DISQUALIFIED, { info: { wind: '0.0' } })))).toEqual([5, 'UPDATE']);
  });

  test('who is told everything hears that OFFICIAL does not hold any more', () => {
    const telling = new Telling(desk({ from: 'LIVE' }));
    telling.tell(documentOf(RESULT, { status: 'LIVE' }));
    telling.tell(documentOf(RESULT));
    expect(said(telling.tell(documentOf(RESULT, { status: 'LIVE' })))).toEqual([
      3,
      'CORRECTION',
      ': official -> live',
    ]);
  });

  test('a unit that is cancelled is killed, with its start list', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    const empty = documentOf({}, { status: 'START_LIST' });
    expect(said(telling.tell(sightOf(empty, { isCancelled: true })))).toEqual([2, 'KILLED']);
    expect(telling.tell(sightOf(empty, { isCancelled: true }))).toBeNull();
    const starters = new Telling(desk(), `${FINAL_100M}/START_LIST`);
    starters.tell(documentOf({ ann: '' }, { status: 'START_LIST' }));
    expect(said(starters.tell(sightOf(empty, { isCancelled: true })))).toEqual([2, 'KILLED']);
  });

  test('who wants no corrections gets a kill in their place, and nothing after it', () => {
    const telling = new Telling(desk({ corrections: false }));
    telling.tell(documentOf(RESULT));
    expect(said(telling.tell(documentOf(DISQUALIFIED)))).toEqual([2, 'KILLED']);
    expect(telling.tell(documentOf(RESULT))).toBeNull();
  });

  test('a medal table corrects only where somebody has fewer', () => {
    const table = (gold: number, bronze: number): Document => ({
      ...documentOf({}, { type: 'MEDALS', unit: 'GEN'.padEnd(34, '-'), status: 'INTERMEDIATE' }),
      rows: [
        {
          key: 'ITA',
          medals: { gold, silver: 0, bronze, total: gold + bronze, rankTotal: 1 },
          place: { ranked: true, tied: false, qualificationMark: null, decidedBy: null, photoFinish: false },
        },
      ],
      hash: `${gold}-${bronze}`,
    });
    const telling = new Telling(desk({ types: ['MEDALS'] }), `${'GEN'.padEnd(34, '-')}/MEDALS`);
    expect(said(telling.tell(table(1, 0)))).toEqual([1, 'FIRST']);
    expect(said(telling.tell(table(2, 1)))).toEqual([2, 'UPDATE']);
    expect(said(telling.tell(table(1, 2)))).toEqual([3, 'CORRECTION', 'ITA: 2-0-1 -> 1-0-2']);
  });

  test('of a list of thousands that moves fifty are named and the others counted', () => {
    const many = (first: string): Document =>
      documentOf({
        [first]: '9.50',
        ...Object.fromEntries(Array.from({ length: 200 }, (_no, at) => [`r${at}`, `10.${at}`])),
      });
    const telling = new Telling();
    telling.tell(many('ann'));
    const told = telling.tell(
      documentOf(Object.fromEntries(Array.from({ length: 200 }, (_no, at) => [`r${at}`, `10.${at}`]))),
    )!;
    expect([told.kind, told.changes.length, told.furtherChanges]).toEqual(['CORRECTION', 50, 151]);
  });
});

describe('numbers', () => {
  test('go on when versions begin again in a newer epoch, and the same content is not told twice', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    const other = documentOf(RESULT, {}, '000000001-002-b');
    expect(telling.tell({ ...other, version: 1 })).toBeNull();
    expect(said(telling.tell({ ...documentOf(DISQUALIFIED, {}, '000000001-002-b'), version: 2 }))).toEqual(
      expect.arrayContaining([2, 'CORRECTION']),
    );
  });

  test('nothing is taken back because a newer epoch is not yet where the one before was', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    const begun = documentOf({ ann: '' }, { status: 'START_LIST' }, '000000002-001-a');
    expect(telling.next(sightOf(begun, { isSettled: false }))).toBe('UNSETTLED');
    const fewer = documentOf({ ann: '9.91' }, {}, '000000002-001-a');
    expect(telling.next(sightOf(fewer, { isSettled: false }))).toBe('UNSETTLED');
    expect(said(telling.begin(sightOf(begun)))).toEqual([2, 'WITHHELD']);
  });

  test('what was begun and not confirmed is the same number again, with the same words', () => {
    const telling = new Telling();
    telling.tell(documentOf(RESULT));
    const corrected = documentOf(DISQUALIFIED);
    const begun = telling.begin(corrected);
    expect(telling.next(corrected)).toEqual({ told: begun, isRepeat: true });
    telling.standing = { ...telling.standing, dead: { number: 2, why: 'no' } };
    expect(telling.next(corrected)).toBeNull();
    telling.standing = { ...telling.standing, again: true };
    expect(telling.next(corrected)).toEqual({ told: begun, isRepeat: true });
  });

  test('what was delivered is told again only where somebody asks', () => {
    const telling = new Telling();
    const document = documentOf(RESULT);
    const told = telling.tell(document);
    expect(telling.next(document)).toBeNull();
    telling.standing = { ...telling.standing, again: true };
    expect(telling.next(document)).toEqual({ told, isRepeat: true });
  });
});

/** Whatever comes, and whichever of it the recipient got: between two that it got, what was taken back is said to be. */
test('of any history, whatever part of it a recipient got, nothing decided is replaced in silence', () => {
  const anyDocument = fc.record({
    results: fc.constantFrom(RESULT, DISQUALIFIED, { ann: '9.91' }, { cy: '9.90', ann: '9.91', bo: '9.95' }),
    status: fc.constantFrom<ResultStatus>('START_LIST', 'LIVE', 'UNOFFICIAL', 'OFFICIAL', 'PROTESTED'),
    isCancelled: fc.boolean(),
    came: fc.constantFrom('confirmed', 'unknown, came', 'unknown, lost'),
  });
  fc.assert(
    fc.property(
      fc.array(anyDocument, { minLength: 2, maxLength: 12 }),
      fc.constantFrom('LIVE' as const, 'UNOFFICIAL' as const, 'OFFICIAL' as const),
      (history, from) => {
        const telling = new Telling(desk({ from }));
        const got: { told: Told; document: Document }[] = [];
        for (const { results, status, isCancelled, came } of history) {
          const document = documentOf(results, { status });
          const sight = sightOf(document, { isCancelled: isCancelled && status === 'START_LIST' });
          const told = came === 'confirmed' ? telling.tell(sight) : telling.begin(sight);
          if (told === null) continue;
          if (!isWithdrawn(told)) expect(isReached(status, from)).toBe(true);
          if (came !== 'unknown, lost') got.push({ told, document });
        }
        for (const [index, { told }] of got.entries()) {
          const before = got[index - 1]?.told;
          if (before === undefined || before.number === told.number) continue;
          expect(told.number).toBeGreaterThan(before.number);
          const isOther = JSON.stringify(before.rows) !== JSON.stringify(told.rows);
          if (before.isDecided && isOther && !isWithdrawn(told)) expect(told.kind).toBe('CORRECTION');
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
