/** Facts and documents as files: nothing is left out, nothing is there twice, and nothing can be changed without being found. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArchiveFolder } from '../../src/archive/archive-folder.ts';
import { archivedFacts as missingFacts } from '../../src/archive/archived-facts.ts';
import { archive } from '../../src/archive/archiving.ts';
import type { Segment } from '../../src/archive/segment.ts';
import type { Broker } from '../../src/broker/broker.ts';
import {
  archived,
  archivedFacts,
  checked,
  connected,
  engineOn,
  factsOf,
  pause,
  RULES,
  SEMI_FINALS,
  say,
  sayAll,
  server,
  temporary,
} from './games.ts';

const HEATS = [1, 2, 3].map((heat) => `ATHM200M--------------SFNL000${heat}00--`);
const ends = (fact: (typeof SEMI_FINALS)[number]): boolean => fact.status?.result === 'OFFICIAL';

async function running(): Promise<Broker> {
  const broker = await connected((await server()).url);
  await engineOn(broker);
  return broker;
}

const segmentsOf = async (path: string): Promise<Segment[]> =>
  (await ArchiveFolder.open(path)).chain.map(({ segment }) => segment);

describe('an archive', () => {
  test('has every fact as it is stored, a segment for each unit that became official, and what was published', async () => {
    const broker = await running();
    await sayAll(broker, SEMI_FINALS);
    await broker.publishFact({
      ...{ venue: 'STA', unit: HEATS[0]!, messageId: 'RAW:e:1', contentType: 'application/x-protobuf' },
      data: Buffer.from([0xff, 0x00, 0xc3]),
    });
    const path = temporary();
    await archived(broker, path);
    const stored = await factsOf(broker);
    expect(await archivedFacts(path)).toEqual(
      stored.map((each) => ({ ...each, data: Buffer.from(each.data) })),
    );
    const segments = await segmentsOf(path);
    expect(segments.flatMap(({ finished }) => finished)).toEqual(expect.arrayContaining(HEATS));
    expect(segments.filter(({ finished }) => finished.length > 0).length).toBeGreaterThanOrEqual(
      HEATS.length,
    );
    for (const document of segments.flatMap(({ documents }) => documents))
      expect([document.channel, document.published, document.versionsTo]).toEqual([
        document.channel,
        true,
        document.version,
      ]);
    const report = await checked(path);
    expect(report.problems).toEqual([]);
    expect([report.facts, report.ofOtherRules]).toEqual([stored.length, 0]);
    expect(report.versions).toBeGreaterThan(report.documents);
  });

  test('goes on where it was: nothing new makes no segment, and a fact after the end makes one more of its unit', async () => {
    const broker = await running();
    const first = SEMI_FINALS.findIndex(ends) + 1;
    const path = temporary();
    await sayAll(broker, SEMI_FINALS.slice(0, first));
    await archived(broker, path);
    const before = (await segmentsOf(path)).length;
    expect(await segmentsOf(path)).toHaveLength(before);
    await archived(broker, path);
    expect(await segmentsOf(path)).toHaveLength(before);
    const { unit, source, epoch } = SEMI_FINALS[first - 1]!;
    const [competitor] = SEMI_FINALS.flatMap(({ passing }) =>
      passing === undefined ? [] : [passing.competitor],
    );
    await say(broker, {
      ...{ source, epoch, seq: 9_000, unit, irm: { competitor, code: 'DSQ' } },
    } as unknown as (typeof SEMI_FINALS)[number]);
    await archived(broker, path);
    const late = (await segmentsOf(path))[before]!;
    expect(late.finished).toEqual([unit]);
    expect(late.documents.map(({ channel }) => channel)).toContain(`${unit}/RESULT`);
    await sayAll(broker, SEMI_FINALS.slice(first));
    await archived(broker, path);
    expect((await checked(path)).problems).toEqual([]);
    expect(await archivedFacts(path)).toHaveLength((await factsOf(broker)).length);
  });

  test('follows a competition, and ends with what is there when it is told to', async () => {
    const broker = await running();
    const path = temporary();
    const folder = await ArchiveFolder.open(path);
    const end = new AbortController();
    const following = archive({ broker, folder, ...RULES, wait: pause, until: end.signal });
    await sayAll(broker, SEMI_FINALS);
    while (folder.chain.flatMap(({ segment }) => segment.finished).length < HEATS.length) await pause(20);
    end.abort();
    await following;
    expect((await checked(path)).problems).toEqual([]);
    expect((await archivedFacts(path)).length).toBeGreaterThan(SEMI_FINALS.findLastIndex(ends));
  });

  test('that was kept when archives had no start lists has them behind the next fact', async () => {
    const broker = await running();
    await sayAll(broker, SEMI_FINALS.slice(0, -1));
    const path = temporary();
    await archived(broker, path);
    for (const name of readdirSync(join(path, 'segments'))) {
      rmSync(join(path, 'segments', name, 'start-lists'), { recursive: true, force: true });
      edit(path, `${name}/segment.json`, asKeptBefore);
    }
    chainAnew(path);
    expect((await checked(path)).problems).not.toEqual([]);
    await sayAll(broker, SEMI_FINALS.slice(-1));
    await archived(broker, path);
    expect((await checked(path)).problems).toEqual([]);
  });

  test('is refused where engines are of other rules, or the broker of another history', async () => {
    const broker = await running();
    const path = temporary();
    await sayAll(broker, SEMI_FINALS);
    const folder = await ArchiveFolder.open(path);
    const other = archive({ broker, folder, ...RULES, revision: 'another', wait: pause });
    await expect(other).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
    await archived(broker, path);
    const elsewhere = await running();
    await sayAll(elsewhere, [...SEMI_FINALS].reverse());
    await expect(archived(elsewhere, path)).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
  });

  test('is refused by a broker that has lost the facts and got each of them again, in the same place', async () => {
    const broker = await running();
    const path = temporary();
    await sayAll(broker, SEMI_FINALS);
    await archived(broker, path);
    const again = await running();
    await sayAll(again, SEMI_FINALS);
    const namesIn = async (each: Broker): Promise<string[]> =>
      (await factsOf(each)).map(({ streamSeq, messageId }) => `${streamSeq} ${messageId}`);
    expect(await namesIn(again)).toEqual(await namesIn(broker));
    await expect(archived(again, path)).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
    expect(await missingFacts(again, path)(1)).toBe(null);
    expect(await missingFacts(broker, path)(1)).toHaveProperty('facts');
  });

  test('of which an engine has published something else is refused', async () => {
    const broker = await running();
    await sayAll(broker, SEMI_FINALS);
    const read = broker.readResults.bind(broker);
    broker.readResults = async (...args: Parameters<typeof read>) =>
      (await read(...args)).map((message) => ({ ...message, hash: 'another' }));
    await expect(archived(broker, temporary())).rejects.toMatchObject({ code: 'ARCHIVE_DOES_NOT_FIT' });
  });
});

describe('what is changed in an archive is found', () => {
  let good: string;

  beforeAll(async () => {
    const broker = await running();
    await sayAll(broker, SEMI_FINALS);
    good = mkdtempSync(join(tmpdir(), 'archive-'));
    await archived(broker, good);
  });

  afterAll(() => rmSync(good, { recursive: true, force: true }));

  const damages: Readonly<Record<string, (path: string) => void>> = {
    'a byte of a fact': (path) => edit(path, '000001/facts.ndjson', (text) => text.replace('seq', 'sep')),
    'a document': (path) =>
      edit(path, `000001/documents/${firstDocument(path)}`, (text) =>
        text.replace(/"version":\d+/, '"version":77'),
      ),
    'a version': (path) => edit(path, '000002/versions.ndjson', (text) => text.slice(0, -3)),
    'a segment that is missing': (path) => rmSync(join(path, 'segments', '000002'), { recursive: true }),
    'a file that is missing': (path) => rmSync(join(path, 'segments', '000002', 'facts.ndjson')),
    'a file that nobody named': (path) => writeFileSync(join(path, 'segments', '000001', 'more'), ''),
    'a segment that says nothing': (path) => edit(path, '000001/segment.json', () => 'null'),
    'the index': (path) => writeFileSync(join(path, 'index.json'), '{}'),
    'the last segment, which only the index names': (path) =>
      rmSync(join(path, 'segments', last(path)), { recursive: true }),
    'a fact, with every hash made anew': (path) => {
      edit(path, '000002/facts.ndjson', (text) => text.replace(/(\\"time\\":\\")2/, '$11'));
      chainAnew(path);
    },
    'a document that is missing altogether, with every hash made anew': (path) => {
      const name = firstDocument(path);
      rmSync(join(path, 'segments', '000001', 'documents', name));
      edit(path, '000001/segment.json', (text) => withoutDocument(text, `documents/${name}`));
      chainAnew(path);
    },
    'a start list that is missing altogether, with every hash made anew': (path) => {
      const [name] = readdirSync(join(path, 'segments', '000001', 'start-lists'));
      rmSync(join(path, 'segments', '000001', 'start-lists', name!));
      edit(path, '000001/segment.json', (text) => withoutDocument(text, `start-lists/${name}`));
      chainAnew(path);
    },
    'the units of a segment, with every hash made anew': (path) => {
      edit(path, '000001/segment.json', (text) => text.replace(/"facts": \d+/, '"facts": 99'));
      chainAnew(path);
    },
  };

  for (const [what, damage] of Object.entries(damages))
    test(what, async () => {
      const path = temporary();
      mkdirSync(path, { recursive: true });
      cpSync(good, path, { recursive: true });
      expect((await checked(path)).problems).toEqual([]);
      damage(path);
      expect((await checked(path)).problems).not.toEqual([]);
    });
});

const last = (path: string): string => readdirSync(join(path, 'segments')).sort().at(-1)!;
const firstDocument = (path: string): string =>
  readdirSync(join(path, 'segments', '000001', 'documents'))[0]!;

function withoutDocument(text: string, file: string): string {
  const segment = JSON.parse(text) as Segment;
  const { [file]: _gone, ...files } = segment.files;
  const documents = segment.documents.filter((each) => each.file !== file);
  const startLists = segment.startLists.filter((each) => each.file !== file);
  return `${JSON.stringify({ ...segment, files, documents, startLists }, null, 1)}\n`;
}

function asKeptBefore(text: string): string {
  const { startLists: _lists, lastAt: _time, ...segment } = JSON.parse(text) as Segment;
  const files = Object.entries(segment.files).filter(([name]) => !name.startsWith('start-lists/'));
  return `${JSON.stringify({ ...segment, files: Object.fromEntries(files) }, null, 1)}\n`;
}

function edit(path: string, name: string, change: (text: string) => string): void {
  const file = join(path, 'segments', name);
  const text = readFileSync(file, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
}

/** As somebody would who knows how it is made. */
function chainAnew(path: string): void {
  const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  let before = '';
  const segments: object[] = [];
  for (const name of readdirSync(join(path, 'segments')).sort()) {
    const folder = join(path, 'segments', name);
    const file = join(folder, 'segment.json');
    const segment = JSON.parse(readFileSync(file, 'utf8')) as Segment;
    const files = Object.fromEntries(
      Object.keys(segment.files).map((each) => [each, hashOf(join(folder, each))]),
    );
    writeFileSync(file, `${JSON.stringify({ ...segment, before, files }, null, 1)}\n`);
    before = hashOf(file);
    const { number, from, to, finished } = segment;
    segments.push({ number, hash: before, from, to, finished });
  }
  expect(existsSync(join(path, 'index.json'))).toBe(true);
  writeFileSync(join(path, 'index.json'), `${JSON.stringify({ archive: 1, segments }, null, 1)}\n`);
}
