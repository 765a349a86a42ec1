import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codesPage } from '../../src/catalogue/codes-page.ts';
import { SPORTS } from '../../src/sports.ts';
import { ROOT } from '../support/source-tree.ts';

test.each(SPORTS.map((sport) => [sport.name, sport] as const))(
  'the page of codes of %s is what its tables say (UPDATE_GOLDEN=1 writes it)',
  (_name, sport) => {
    const path = join(ROOT, 'sports', sport.folder!, 'codes.md');
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, codesPage(sport));
    expect(readFileSync(path, 'utf8')).toBe(codesPage(sport));
  },
);
