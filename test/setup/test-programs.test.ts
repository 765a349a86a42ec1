/** The programs that tests borrow from the machine, and what stands in for them where they are missing. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { odfEncoder } from '../../src/encode/odf/encoder.ts';
import { findChromium } from '../support/chromium.ts';
import { SPRINT } from '../support/small-documents.ts';
import { complaintsOfLibrary, complaintsOfProgram } from '../support/xmllint.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'splitsecond-programs-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function putProgram(place: string, text: string): Promise<string> {
  const path = join(root, place);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await chmod(path, 0o755);
  return path;
}

describe('XML held to the schema', () => {
  const valid = Buffer.from(odfEncoder.whole(SPRINT));
  const invalid = Buffer.from(
    valid.toString().replace('<Competition ', '<Contest ').replace('</Competition>', '</Contest>'),
  );
  const broken = valid.subarray(0, valid.length - 5);

  test('the library accepts what is valid, and names what is not by document', () => {
    expect(complaintsOfLibrary([valid])).toBe('');
    expect(complaintsOfLibrary([valid, invalid])).toMatch(/^2\.xml:\d+: Element 'Contest'/);
    expect(complaintsOfLibrary([broken])).toMatch(/^1\.xml:\d+: /);
  });

  test('the program is used as it answers, and its absence is told from its approval', async () => {
    const strict = await putProgram('strict', '#!/bin/sh\necho "1.xml:1: no" >&2\nexit 3\n');
    const content = await putProgram('content', '#!/bin/sh\necho "1.xml validates" >&2\n');
    expect(complaintsOfProgram([valid], { program: strict })).toBe('1.xml:1: no');
    expect(complaintsOfProgram([valid], { program: content })).toBe('');
    expect(complaintsOfProgram([valid], { program: join(root, 'nobody') })).toBeNull();
  });
});

describe('the browser', () => {
  test('is the one that CHROMIUM names, else the first on PATH', async () => {
    const onPath = await putProgram('bin/google-chrome', '');
    const named = await putProgram('elsewhere/browser', '');
    expect(findChromium({ PATH: dirname(onPath) })).toBe(onPath);
    expect(findChromium({ PATH: dirname(onPath), CHROMIUM: named })).toBe(named);
  });

  test('that CHROMIUM names and that is not there is an error, not a skipped test', () => {
    expect(() => findChromium({ CHROMIUM: join(root, 'nobody') })).toThrow('is no program');
  });
});
