import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { program, run } from '../../src/cli/program.ts';
import { ROOT } from '../support/source-tree.ts';

const UNIT = 'ATHW100M--------------FNL-000100--';
const folder = mkdtempSync(join(tmpdir(), 'splitsecond-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const athlete = (code: string, family: string, startOrder: number) => ({
  competitor: { code, kind: 'ATHLETE', organisation: 'ITA', name: { family } },
  startOrder,
});
const passing = (competitor: string, time: string) => ({ passing: { competitor, point: 'FIN', time } });

const FINAL = [
  { startList: { entries: [athlete('1', 'Rossi', 1), athlete('2', 'Bianchi', 2)] } },
  passing('1', '11.21'),
  passing('2', '11.02'),
  { status: { result: 'OFFICIAL' } },
];

function feedFile(name: string, facts: readonly object[], more = ''): string {
  const path = join(folder, name);
  const lines = facts.map((fact, index) =>
    JSON.stringify({ source: 'T', seq: index + 1, unit: UNIT, ...fact }),
  );
  writeFileSync(path, `${lines.join('\n')}\n${more}`);
  return path;
}

let out = '';
let err = '';
const captured = (add: (text: string) => void) => (chunk: unknown) => {
  add(
    Buffer.isBuffer(chunk) || chunk instanceof Uint8Array
      ? Buffer.from(chunk).toString('utf8')
      : String(chunk),
  );
  return true;
};

beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(captured((text) => (out += text)));
  vi.spyOn(process.stderr, 'write').mockImplementation(captured((text) => (err += text)));
});
afterEach(() => void vi.restoreAllMocks());

describe('the command line', () => {
  test('explains itself without arguments, with examples', async () => {
    expect(await run([])).toBe(0);
    expect(out).toContain('npx splitsecond demo');
  });

  test('every command has an example in its help', async () => {
    const lines = (text: string): number =>
      text.split('\n').filter((line) => line.trim().startsWith('$ ')).length;
    const without = (await program()).commands.filter((command) => {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) });
      command.outputHelp();
      return lines(help) === 0;
    });
    expect(without.map((command) => command.name())).toEqual([]);
  });

  test('every command is found by its name, when it is the only one that is loaded', async () => {
    for (const command of (await program()).commands)
      expect([command.name(), await run([command.name(), '--help'])]).toEqual([command.name(), 0]);
  });

  test('every number of every command is held to what it can be', async () => {
    const within = (command: Command): Command[] => [command, ...command.commands.flatMap(within)];
    const options = within(await program()).flatMap((command) =>
      command.options
        .filter(({ flags }) => /<(?:n|seed|version|factor|seconds|port|duration)>/.test(flags))
        .map(({ flags, parseArg }) => ({ name: `${command.name()} ${flags}`, parseArg })),
    );
    expect(options.length).toBeGreaterThan(20);
    const digits = '9'.repeat(400);
    const wrong = [
      '',
      ' ',
      'x',
      'NaN',
      'Infinity',
      '-1',
      '-1s',
      '1e3',
      '1e3s',
      '0x10',
      '1,5',
      digits,
      `${digits}h`,
    ];
    for (const { name, parseArg } of options)
      for (const text of wrong)
        expect(() => parseArg!(text, undefined), `${name}: ${text}`).toThrow(InvalidArgumentError);
  });

  test('help of an import has examples of that format only', async () => {
    expect(await run(['import', 'lenex', '--help'])).toBe(0);
    expect(out).toContain('import lenex meet.lef');
    expect(out).not.toContain('import iof');
    out = '';
    expect(await run(['import', 'iof', '--help'])).toBe(0);
    expect(out).toContain('import iof results.xml');
    expect(out).not.toContain('import lenex');
  });

  test('help of watch says what it follows without an address', async () => {
    await run(['watch', '--help']);
    expect(out).toContain('Without --url it follows the stream that demo or up started last.');
  });

  test('a wrong command line ends with 2', async () => {
    expect(await run(['fly'])).toBe(2);
    expect(await run(['rank'])).toBe(2);
    expect(await run(['rank', 'x', '--format', 'pdf'])).toBe(2);
    expect(await run(['replay', 'x', '--speed', 'fast'])).toBe(2);
    expect(err).toContain('write a number above 0, or max');
  });

  test('a file that is not there ends with 1, in one line', async () => {
    expect(await run(['rank', join(folder, 'nowhere.ndjson')])).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('there is no such file');
  });

  test('replay without a broker says how to get one', async () => {
    vi.stubEnv('NATS_URL', undefined);
    expect(await run(['replay', feedFile('final.ndjson', FINAL)])).toBe(2);
    expect(err).toContain('splitsecond up');
    vi.unstubAllEnvs();
  });
});

const published = (code: string, time: string, position: number): string =>
  `<PersonResult><Person><Id>${code}</Id><Name><Family>${code}</Family></Name></Person><Organisation><Name>OK</Name></Organisation>
  <Result><Time>${time}</Time><Position>${position}</Position><Status>OK</Status></Result></PersonResult>`;
const RACE = `<ResultList xmlns="http://www.orienteering.org/datastandard/3.0" iofVersion="3.0"><Event><Name>Sprint</Name></Event>
<ClassResult><Class sex="F"><Name>W21</Name></Class>${published('A', '905', 2)}${published('B', '900', 1)}</ClassResult></ResultList>`;

test('the catalogue is one object for a program', async () => {
  expect(await run(['catalogue', '--json'])).toBe(0);
  const { disciplines } = JSON.parse(out) as { disciplines: object[] };
  expect(Object.keys(disciplines[0]!)).toEqual([
    'code',
    'name',
    'families',
    'editions',
    'documents',
    'events',
    'cases',
    'verified',
    'missing',
  ]);
  out = '';
  expect(await run(['catalogue'])).toBe(0);
  expect(out).toMatch(/^ATH Athletics\n {2}families/);
});

describe('codes of a feed', () => {
  const about = (unit: string): string => {
    const path = join(folder, 'codes.ndjson');
    writeFileSync(path, `${JSON.stringify({ source: 'T', seq: 1, unit, status: { result: 'LIVE' } })}\n`);
    return path;
  };

  test.each([
    ['ATHM100M--------------HEAT000100--', 'UNKNOWN_PHASE HEAT'],
    ['ATHM100YD-------------FNL-000100--', 'UNKNOWN_EVENT 100YD'],
    ['ATHM100M--------------FNL-A00100--', 'UNKNOWN_UNIT A00100'],
    ['SWMM100MFR------------RND1000100--', 'UNKNOWN_PHASE RND1'],
    ['GARW1APPH-------------FNL-000100--', 'UNKNOWN_EVENT 1APPH'],
    ['XYZM------------------FNL-000100--', 'UNKNOWN_DISCIPLINE XYZ'],
  ])('%s is well formed and unknown, which is a warning', async (unit, warning) => {
    expect(await run(['validate', about(unit)])).toBe(0);
    expect(out).toContain(`:1: warning ${warning}`);
  });

  test.each([
    'ATHMDECATH------------LJ--A00100--',
    'SWMW4X100MMD----------HEAT0001RR--',
    'GARW------------------QUAL000001--',
    'ORIOCATEGORIE3--------FNL-000100--',
  ])('%s is known', async (unit) => {
    expect(await run(['validate', about(unit)])).toBe(0);
    expect(out).toContain('all right');
  });
});

describe('import', () => {
  const list = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const whole = (): string => list('whole.xml', RACE);
  const unread = (): string => list('unread.xml', RACE.replace('<Time>900', '\n<Time>9,00'));

  test('all that was taken ends with 0', async () => {
    expect(await run(['import', 'iof', whole(), '-o', join(folder, 'whole.ndjson')])).toBe(0);
    expect(await run(['import', 'iof', whole(), '-o', join(folder, 'whole.ndjson'), '--strict'])).toBe(0);
  });

  test('what is left out is told by line and code, and ends with 3', async () => {
    const path = unread();
    expect(await run(['import', 'iof', path, '-o', join(folder, 'rest.ndjson')])).toBe(3);
    expect(err).toContain(`${path}:4: TIME_UNREADABLE B: time "9,00"\n`);
    expect(err).toMatch(/left out: 1 TIME_UNREADABLE; results in no fact: 0 - the feed has all the rest\n$/);
    expect(readFileSync(join(folder, 'rest.ndjson'), 'utf8')).toContain('"status":{"result":"PARTIAL"}');
  });

  test('with --strict it is a failure, and no feed is written', async () => {
    const feed = join(folder, 'strict.ndjson');
    expect(await run(['import', 'iof', unread(), '-o', feed, '--strict'])).toBe(1);
    expect(err).toContain('TIME_UNREADABLE');
    expect(existsSync(feed)).toBe(false);
  });

  test('what a file says is shown, and nothing that a terminal obeys', async () => {
    await run([
      'import',
      'iof',
      list('odd.xml', RACE.replace('900', '\u009b2J')),
      '-o',
      join(folder, 'odd.ndjson'),
    ]);
    expect(err).toContain('\\u009b2J');
  });

  test('a time zone is one that there is', async () => {
    expect(await run(['import', 'iof', whole(), '--time-zone', 'Atlantis/Capital'])).toBe(2);
    expect(err).toContain('there is no time zone Atlantis/Capital');
  });
});

describe('verify and conformance', () => {
  test('a folder is asked for, and one without published results is not verified', async () => {
    expect(await run(['verify', feedFile('final.ndjson', FINAL)])).toBe(2);
    expect(await run(['verify', mkdtempSync(join(folder, 'empty-'))])).toBe(1);
    expect(err).toContain('no file in a format that a converter knows');
  });

  test('published results are compared, and the outcome is one object for a program', async () => {
    const results = mkdtempSync(join(folder, 'published-'));
    writeFileSync(join(results, 'race.xml'), RACE);
    expect(await run(['verify', results, '--json']), err).toBe(0);
    expect(JSON.parse(out).sets).toMatchObject([
      { rows: 2, compared: 2, equal: 2, different: 0, leftOut: 0 },
    ]);
  });

  test('a server or a client is examined, not both and not neither', async () => {
    expect(await run(['conformance'])).toBe(2);
    expect(await run(['conformance', 'ws://127.0.0.1:1/v1/stream', '--client'])).toBe(2);
    expect(await run(['conformance', '127.0.0.1:1'])).toBe(2);
  });
});

describe('rank', () => {
  test('prints the standings as a sheet', async () => {
    expect(await run(['rank', feedFile('final.ndjson', FINAL), '--type', 'RESULT'])).toBe(0);
    expect(out).toMatch(/OFFICIAL[\s\S]*1 +BIANCHI[\s\S]*2 +ROSSI/);
  });

  test('prints them as they stood after the first facts', async () => {
    await run(['rank', feedFile('final.ndjson', FINAL), '--type', 'RESULT', '--at', '2', '--format', 'json']);
    const [row] = (JSON.parse(out) as { rows: { name: string; rank: number }[] }).rows;
    expect(row).toMatchObject({ name: 'ROSSI', rank: 1 });
  });

  test('writes ODF-style XML of the one document that is chosen, and asks to choose among several', async () => {
    const path = feedFile('final.ndjson', FINAL);
    expect(await run(['rank', path, '--unit', UNIT, '--type', 'RESULT', '--format', 'odf'])).toBe(0);
    expect(out).toContain('<OdfBody');
    expect(await run(['rank', path, '--format', 'odf'])).toBe(2);
    expect(err).toContain('--out');
  });

  test('writes every document into a folder, each of which is valid', async () => {
    const results = join(folder, 'results');
    expect(await run(['rank', feedFile('final.ndjson', FINAL), '--format', 'json', '--out', results])).toBe(
      0,
    );
    const files = readdirSync(results);
    expect(files).toContain(`${UNIT}.RESULT.json`);
    for (const file of files) expect(await run(['validate', join(results, file)]), err).toBe(0);
  });

  const refusedLines = (count: number): string =>
    Array.from(
      { length: count },
      (_none, index) => `{"source":"T","seq":${index + 5},"unit":"${UNIT}","guess":{}}\n`,
    ).join('');

  test('names each refused fact, ranks the others, and ends with 1', async () => {
    const path = feedFile('strange.ndjson', FINAL, refusedLines(7));
    expect(await run(['rank', path, '--type', 'RESULT'])).toBe(1);
    expect(out).toMatch(/1 +BIANCHI/);
    for (const line of [5, 8, 11]) expect(err).toContain(`strange.ndjson:${line}: UNKNOWN_FACT`);
    expect(err).toContain('7 facts refused');
  });

  test('counts refused facts beyond the first hundred', async () => {
    await run(['rank', feedFile('very-strange.ndjson', FINAL, refusedLines(103))]);
    expect(err.split('\n').filter((line) => line.includes('UNKNOWN_FACT'))).toHaveLength(100);
    expect(err).toContain('... and 3 more facts refused or held');
  });

  test('names a fact that is held, which is no failure', async () => {
    const path = feedFile('held.ndjson', [...FINAL, { irm: { competitor: '1', code: 'XYZ' } }]);
    expect(await run(['rank', path, '--type', 'RESULT'])).toBe(0);
    expect(err).toContain('held.ndjson:5: FACT_HELD UNKNOWN_IRM');
  });

  test('refuses who is not on the start list', async () => {
    expect(await run(['rank', feedFile('stranger.ndjson', [...FINAL, passing('9', '11.30')])])).toBe(1);
    expect(err).toContain('stranger.ndjson:5: NOT_ON_START_LIST');
  });
});

describe('validate', () => {
  test('is content with a good feed', async () => {
    expect(await run(['validate', feedFile('final.ndjson', FINAL)])).toBe(0);
    expect(out).toContain('4 facts, all right');
  });

  test('names the line and the code of what is wrong, and ends with 1', async () => {
    expect(await run(['validate', feedFile('wrong.ndjson', [...FINAL, passing('1', '11,02')])])).toBe(1);
    expect(out).toContain('wrong.ndjson:5: WRONG_DECIMAL');
  });

  test('sees holes in the numbering', async () => {
    const more = JSON.stringify({ source: 'T', seq: 9, unit: UNIT, ...passing('1', '11.20') });
    expect(await run(['validate', feedFile('holes.ndjson', FINAL, `${more}\n`)])).toBe(1);
    expect(out).toContain('SEQUENCE_GAP T:1 5 to 8 missing');
  });

  test('checks a fact over several lines as one fact', async () => {
    const samples = join(ROOT, 'schemas', 'venue-feed', 'samples', 'startList');
    expect(await run(['validate', join(samples, 'valid-athletes.json')])).toBe(0);
    expect(out).toContain('one fact (startList), all right');
    expect(await run(['validate', join(samples, 'invalid-MISSING_FIELD-no-name.json')])).toBe(1);
    expect(err).toContain('no-name.json: MISSING_FIELD');
  });

  test('says that a text is neither a feed nor a document', async () => {
    const texts = { 'places.csv': 'rank,name\n1,BIANCHI\n', 'broken.json': '{\n  "source": "T",\n}\n' };
    for (const [name, text] of Object.entries(texts)) {
      err = '';
      writeFileSync(join(folder, name), text);
      expect(await run(['validate', join(folder, name)])).toBe(1);
      expect(err).toContain(`${name} is neither a feed (one JSON fact a line) nor a document`);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });

  test('names the first line of a feed when it is the one that is broken', async () => {
    const path = join(folder, 'broken-first.txt');
    writeFileSync(path, `{"source":\n${readFileSync(feedFile('final.ndjson', FINAL), 'utf8')}`);
    expect(await run(['validate', path])).toBe(1);
    expect(out).toContain('broken-first.txt:1: NOT_JSON');
  });

  test('sees that a document was changed after it was published', async () => {
    await run([
      'rank',
      feedFile('final.ndjson', FINAL),
      '--unit',
      UNIT,
      '--type',
      'RESULT',
      '--format',
      'json',
    ]);
    const path = join(folder, 'changed.json');
    writeFileSync(path, out.replace('11.02', '10.02'));
    expect(await run(['validate', path])).toBe(1);
    expect(err).toContain('BAD_HASH');
    expect(readFileSync(path, 'utf8')).toContain('10.02');
  });
});
