/** What an import holds of a large file, counted in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/setup/project-root.ts';

const SCRIPT = join(projectRoot(), 'dist/test/venue/import-held.js');
const CLASSES = 50;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-held-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
const clock = (minutes: number): string =>
  `2024-06-22T${String(10 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`;

/** Everybody starts in the same two hours, in whatever class. */
function iofFile(each: number): string {
  const runner = (code: string, index: number): string =>
    `<PersonResult><Person><Id>${code}</Id><Name><Family>Family ${code}</Family><Given>Given ${code}</Given></Name></Person>
<Result><StartTime>${clock(index % 120)}</StartTime><Time>${1_800 + index}</Time><Status>OK</Status>
${repeat(4, (at) => `<SplitTime><ControlCode>${31 + at}</ControlCode><Time>${300 * (at + 1) + index}</Time></SplitTime>`)}</Result></PersonResult>\n`;
  const classes = repeat(
    CLASSES,
    (number) =>
      `<ClassResult><Class><Name>H${number}</Name></Class>${repeat(each, (index) => runner(`${number}-${index}`, index))}</ClassResult>`,
  );
  return `<ResultList iofVersion="3.0"><Event><Name>E</Name></Event>${classes}</ResultList>`;
}

/** Everybody swims two races, in heats of eight. */
function lenexFile(each: number): string {
  const events = repeat(
    CLASSES,
    (id) =>
      `<EVENT eventid="${id}" number="${id}" gender="M" round="TIM" order="${id}"><SWIMSTYLE distance="${25 * (id + 1)}" relaycount="1" stroke="FREE"/></EVENT>`,
  );
  const result = (event: number, index: number): string =>
    `<RESULT eventid="${event}" heat="${1 + Math.floor(index / 8)}" lane="${index % 8}" swimtime="00:01:${10 + (index % 50)}.00"><SPLITS><SPLIT distance="20" swimtime="00:00:30.0${index % 8}"/></SPLITS></RESULT>`;
  const athlete = (club: number, index: number): string =>
    `<ATHLETE athleteid="${club}-${index}" lastname="Family ${index}" firstname="Given ${club}" gender="M" birthdate="2001-02-03"><RESULTS>${result(club, index)}${result((club + 1) % CLASSES, each + index)}</RESULTS></ATHLETE>\n`;
  const clubs = repeat(
    CLASSES,
    (club) =>
      `<CLUB name="Club ${club}" code="C${club}"><ATHLETES>${repeat(each, (index) => athlete(club, index))}</ATHLETES></CLUB>`,
  );
  return `<LENEX version="3.0"><MEETS><MEET name="M" course="LCM"><SESSIONS><SESSION date="2024-06-22" daytime="09:00"><EVENTS>${events}</EVENTS></SESSION></SESSIONS><CLUBS>${clubs}</CLUBS></MEET></MEETS></LENEX>`;
}

/** Bytes, when as many facts are made as there are results. */
function heldOf(format: string, file: string): { held: number; results: number } {
  const path = join(folder, `${format}.xml`);
  writeFileSync(path, file);
  const results = file.split(format === 'iof' ? '<PersonResult>' : '<RESULT ').length - 1;
  const said = execFileSync(process.execPath, ['--expose-gc', SCRIPT, format, path, String(results)], {
    encoding: 'utf8',
  });
  const [held, lines] = said.trim().split(' ').map(Number);
  expect(lines).toBe(results);
  return { held: held!, results };
}

/** A code that is of nobody else, and where in the spool the rest is. */
const BYTES_A_RESULT = 300;

test.each([
  ['iof', iofFile],
  ['lenex', lenexFile],
])('of a file ten times as large no more is held than who is in it: %s', (format, fileOf) => {
  const small = heldOf(format, fileOf(16));
  const large = heldOf(format, fileOf(160));
  expect(large.results).toBe(10 * small.results);
  expect((large.held - small.held) / (large.results - small.results)).toBeLessThan(BYTES_A_RESULT);
});
