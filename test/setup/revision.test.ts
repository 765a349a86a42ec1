import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownRevision, revisionOf } from '../../src/setup/revision.ts';

const FOLDERS = ['rules', 'sports'];

describe('the revision of rules and documents', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'splitsecond-revision-'));
    for (const folder of ['rules/families', 'sports/athletics/cases'])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'rules/rank.ts'), 'export const ONE = 1;\n');
    writeFileSync(join(root, 'rules/families/best-of.ts'), 'export const TWO = 2;\n');
    writeFileSync(join(root, 'sports/athletics/sport.ts'), 'export const THREE = 3;\n');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const revision = (): string => revisionOf(root, FOLDERS);

  test('is the same for the same content, wherever it lies', () => {
    const before = revision();
    const elsewhere = mkdtempSync(join(tmpdir(), 'splitsecond-revision-'));
    cpSync(root, elsewhere, { recursive: true });
    expect(revisionOf(elsewhere, FOLDERS)).toBe(before);
    rmSync(elsewhere, { recursive: true });
    expect(before).toMatch(/^[0-9a-z]{7}$/);
  });

  test('is another one when a module changes, moves, comes or goes', () => {
    const seen = [revision()];
    writeFileSync(join(root, 'rules/families/best-of.ts'), 'export const TWO = 22;\n');
    seen.push(revision());
    writeFileSync(join(root, 'rules/families/new.ts'), '');
    seen.push(revision());
    rmSync(join(root, 'rules/rank.ts'));
    seen.push(revision());
    writeFileSync(join(root, 'rules/ranks.ts'), 'export const ONE = 1;\n');
    seen.push(revision());
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('does not depend on what an installed package leaves out, nor on line endings', () => {
    const before = revision();
    writeFileSync(join(root, 'rules/rank.test.ts'), 'a test');
    writeFileSync(join(root, 'rules/rank.d.ts'), 'a declaration');
    writeFileSync(join(root, 'rules/README.md'), 'a page');
    writeFileSync(join(root, 'sports/athletics/cases/feed.ndjson'), '{}');
    writeFileSync(join(root, 'rules/rank.ts'), 'export const ONE = 1;\r\n');
    expect(revision()).toBe(before);
  });

  test('of this program is made of modules that are there', () => {
    expect(ownRevision()).toMatch(/^[0-9a-z]{7}$/);
  });
});
