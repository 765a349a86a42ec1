/** Every story of an archive in every form of media wires, with an index that proves them. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { FORM_NAMES, FORMS } from '../../src/encode/wire/forms.ts';
import { GENERAL } from '../../src/model/rsc.ts';
import { wireFeedAt } from '../properties/end-state.ts';
import { ROOT } from '../support/source-tree.ts';
import { archived, connected, engineOn, sayAll, server, temporary } from './games.ts';

/** An evening with heats, finals, a relay and medals. */
const RECORDING = 'src/venue/recordings/rio.ndjson';
const FEED = join(ROOT, RECORDING);
const FINAL = 'ATHM100M--------------FNL-000100--';

let err = '';
beforeEach(() => {
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += String(chunk);
    return true;
  });
});
afterEach(() => void vi.restoreAllMocks());

const TYPES = [
  'START_LIST',
  'RESULT',
  'PHASE_RESULT',
  'RANKING',
  'MEDALLISTS',
  'MEDALS',
  'SCHEDULE',
  'PARTICIPANTS',
];

interface Index {
  readonly stories: readonly {
    readonly story: string;
    readonly hash: string;
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  }[];
}

const indexIn = (folder: string): Index =>
  JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index;
const forms = (...words: readonly string[]): Promise<number> => run(['archive', 'forms', ...words]);

test('an archive gives every story in every form, as its feed does, with start lists that results have gone on from and the medal table; the index has the hash of each file', async () => {
  const broker = await connected((await server()).url);
  await engineOn(broker);
  await sayAll(broker, wireFeedAt(RECORDING));
  const path = temporary();
  await archived(broker, path);
  const [out, ofFeed] = [join(dirname(path), 'forms'), join(dirname(path), 'of-feed')];
  expect(await forms(path, out)).toBe(0);
  expect(await forms(FEED, ofFeed)).toBe(0);
  const { stories } = indexIn(out);
  const all = stories.map(({ story }) => story);
  expect(all).toEqual(indexIn(ofFeed).stories.map(({ story }) => story));
  expect([...new Set(all.map((story) => story.split('/')[1]))]).toEqual(expect.arrayContaining(TYPES));
  for (const story of [`${FINAL}/RESULT`, `${FINAL}/START_LIST`, `${GENERAL}/MEDALS`]) {
    const { files } = stories.find((each) => each.story === story)!;
    expect(files.map(({ path: each }) => each.split('/')[0])).toEqual([...FORM_NAMES]);
  }
  for (const { path: file, sha256 } of stories.flatMap(({ files }) => files)) {
    const bytes = readFileSync(join(out, file));
    expect([file, createHash('sha256').update(bytes).digest('hex')]).toEqual([file, sha256]);
  }
  // What has no epoch is the same, byte by byte.
  const texts = readdirSync(join(out, 'text'));
  expect(texts.length).toBeGreaterThan(3);
  for (const name of texts)
    expect(readFileSync(join(out, 'text', name), 'utf8')).toBe(
      readFileSync(join(ofFeed, 'text', name), 'utf8'),
    );
  expect(await forms(path, out, '--check')).toBe(0);
}, 120_000);

test('the check finds what is missing, what was changed and what is too much', async () => {
  const out = join(dirname(temporary()), 'forms');
  expect(await forms(FEED, out)).toBe(0);
  expect(await forms(FEED, out, '--check')).toBe(0);
  rmSync(join(out, 'text', `${FINAL}.RESULT.txt`));
  appendFileSync(join(out, 'agate', `${FINAL}.RESULT.agt`), 'x');
  mkdirSync(join(out, 'more'));
  writeFileSync(join(out, 'more', 'x.txt'), 'x');
  err = '';
  expect(await forms(FEED, out, '--check')).toBe(1);
  expect(err).toContain(`text/${FINAL}.RESULT.txt is missing`);
  expect(err).toContain(`agate/${FINAL}.RESULT.agt is another one`);
  expect(err).toContain('more/x.txt is not of this source');
});

test('records are stories as well', async () => {
  const out = join(dirname(temporary()), 'forms');
  expect(await forms(join(ROOT, 'sports/swimming/cases/lead-off-record/feed.ndjson'), out)).toBe(0);
  const records = indexIn(out).stories.filter(({ story }) => story.endsWith('/RECORDS'));
  expect(records.map(({ files }) => files.map(({ path }) => path.split('/')[0]))).toContainEqual(
    FORM_NAMES.filter((form) => FORMS[form].has('RECORDS')),
  );
});

test('provider and language are those of a file of recipients', async () => {
  const folder = dirname(temporary());
  const [out, settings] = [join(folder, 'forms'), join(folder, 'wires.json')];
  writeFileSync(settings, JSON.stringify({ language: 'fr', recipients: [] }));
  expect(await forms(FEED, out, '--settings', settings)).toBe(0);
  expect(readFileSync(join(out, 'text', `${FINAL}.RESULT.txt`), 'utf8')).toContain('Athlétisme');
});
