/** A few runs of the campaign on real processes (`campaign/`), and that it would see what is wrong. */
import { describe, expect, test } from 'vitest';
import { complaintsOf, isTold, withoutRepeats } from './campaign/judged.ts';
import type { Got } from './campaign/pickup.ts';
import { runOf } from './campaign/run.ts';
import { HAS_SSHD, NO_SSHD } from './sftp-server.ts';
import { documentOf } from './sights.ts';

const newest = documentOf({ ann: 'DQ', bo: '9.95' });

const got = (number: number, kind: string, hash: string, result: string): Got => ({
  dispatch: { story: `${newest.header.unit}/RESULT`, number, kind },
  document: { hash, status: 'OFFICIAL', rows: [{ competitor: 'ann', result }] },
});
const FIRST = got(1, 'FIRST', 'other', '9.91');
const CORRECTION = got(2, 'CORRECTION', newest.hash, 'DQ');

describe('the campaign sees', () => {
  test('nothing where all is well', () => {
    expect(complaintsOf([FIRST, CORRECTION], newest)).toEqual([]);
  });

  test.each([
    ['what was lost', [FIRST], 'the newest did not come'],
    ['what came out of order', [CORRECTION, FIRST, CORRECTION], 'number 1 came behind 2'],
    ['what came twice', [FIRST, CORRECTION, CORRECTION], 'number 2 came behind 2'],
    [
      'what was replaced in silence',
      [FIRST, got(2, 'UPDATE', newest.hash, 'DQ')],
      'number 2 replaces a result and is no correction',
    ],
  ])('%s', (_what, all, complaint) => {
    expect(complaintsOf(all, newest)).toContain(complaint);
  });

  test('a result that is withheld only where that was told', () => {
    const protested = { ...newest, header: { ...newest.header, status: 'PROTESTED' as const } };
    expect(isTold([FIRST], protested)).toBe(false);
    expect(isTold([FIRST, { ...got(2, 'WITHHELD', '', ''), document: null }], protested)).toBe(true);
  });

  test('a repeat with other bytes', () => {
    const request = (body: object) => ({
      method: 'POST',
      headers: { 'webhook-id': 'a:s:1' },
      body: Buffer.from(JSON.stringify(body)),
    });
    expect(withoutRepeats([request(FIRST), request(FIRST)])).toMatchObject({
      repeats: 1,
      complaints: [],
      got: [FIRST],
    });
    expect(withoutRepeats([request(FIRST), request(CORRECTION)]).complaints).toEqual([
      'a:s:1 came again with other bytes',
    ]);
  });
});

describe.skipIf(!HAS_SSHD)(HAS_SSHD ? 'gateways and desks that are killed' : NO_SSHD, () => {
  test.each([1, 2])(
    'seed %i: nothing is lost, nothing comes twice but under its key, nothing is replaced in silence',
    async (seed) => {
      const { complaints, requests, files } = await runOf(seed);
      expect(complaints).toEqual([]);
      expect(Math.min(requests, files)).toBeGreaterThan(0);
    },
    180_000,
  );
});
