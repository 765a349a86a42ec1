import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readVerified, rulesRevision, writeVerified } from '../../src/catalogue/verified.ts';
import { SPORTS } from '../../src/sports.ts';
import { ROOT } from '../support/source-tree.ts';

test('what the catalogue says was verified was verified with the rules as they are', () => {
  const verified = readVerified();
  const stale = SPORTS.filter((sport) => {
    const kept = verified[sport.discipline];
    return kept === undefined || kept.revision !== rulesRevision(ROOT, sport);
  });
  expect(
    stale.map(({ name }) => name),
    'the rules have moved on since: npx splitsecond verify DIR --write, with the folder of published results',
  ).toEqual([]);
});

test('what was verified now is kept beside what was verified before', () => {
  const root = mkdtempSync(join(tmpdir(), 'splitsecond-verified-'));
  mkdirSync(join(root, 'sports'));
  const before = { compared: 3, equal: 3, explained: 0, left: 0, revision: 'old' };
  const now = { compared: 9, equal: 8, explained: 1, left: 2, revision: 'new' };
  writeFileSync(join(root, 'sports/verified.json'), JSON.stringify({ SWM: before, ATH: before }));
  const path = writeVerified(root, { ATH: now });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ATH: now, SWM: before });
  rmSync(root, { recursive: true });
});
