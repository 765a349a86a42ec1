import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { csvOf } from '../encode/csv.ts';
import { encoderOf } from '../encode/format.ts';
import { DEFAULT_SETTINGS, firstDispatch } from '../encode/wire/dispatch.ts';
import { FORMS } from '../encode/wire/forms.ts';
import { channelOf, DOCUMENT_TYPES, type Document, type DocumentType } from '../model/document.ts';
import { OfflineCompetition } from '../offline-competition.ts';
import { readFeed } from '../venue/feed-file.ts';
import { Failure, usageFailure } from './failure.ts';
import { positiveInteger } from './options.ts';
import { Progress } from './progress.ts';
import { RefusedFacts } from './refused-facts.ts';
import { resultSheet } from './result-sheet.ts';
import { print, say } from './terminal.ts';

const WIRE_FORMATS = ['sportsml', 'nitf', 'agate', 'text'] as const;
type WireFormat = (typeof WIRE_FORMATS)[number];
const SHEET_FORMATS = ['table', 'json', 'odf', 'protobuf', 'csv', ...WIRE_FORMATS] as const;
type SheetFormat = (typeof SHEET_FORMATS)[number];

interface RankOptions {
  readonly format: SheetFormat;
  readonly unit?: string;
  readonly type?: DocumentType;
  readonly at?: number;
  readonly out?: string;
}

const EXAMPLES = `
Examples:
  $ npx splitsecond rank evening.ndjson
  $ npx splitsecond rank evening.ndjson --unit ATHW100M --type RESULT
  $ npx splitsecond rank evening.ndjson --unit ATHW100M--------------FNL-000100-- --type RESULT --format odf
  $ npx splitsecond rank evening.ndjson --format csv --out results/

json writes one document a line. All others but table write one document: choose it with --unit
and --type, or give a folder with --out to get them all.

Facts that are refused or held are listed on stderr with line, code and reason (the first 100), and the
standings are made without them. Exit code 1 when facts were refused; the documents are written all the same.`;

export const rankCommand = (): Command =>
  new Command('rank')
    .description('the standings of a feed file, without a server')
    .argument('<feed>', 'feed file: one fact a line, as JSON')
    .addOption(new Option('--format <format>', 'how to write it').choices(SHEET_FORMATS).default('table'))
    .option('--unit <rsc>', 'only this unit, phase or event; or the beginning of its code')
    .addOption(new Option('--type <type>', 'only this type of document').choices(DOCUMENT_TYPES))
    .option('--at <n>', 'as it stood after the first n facts of the file', positiveInteger)
    .option('--out <folder>', 'write one file for each document into this folder')
    .addHelpText('after', EXAMPLES)
    .action(rankFeed);

async function rankFeed(path: string, options: RankOptions): Promise<void> {
  const { competition, without } = await competitionOf(path, options.at ?? Number.POSITIVE_INFINITY);
  const chosen = [...competition.documents()]
    .filter((document) => isChosen(document, options) && hasForm(document, options.format))
    .sort(byChannel);
  if (chosen.length === 0)
    throw new Failure('no document fits --unit and --type', `leave them out to see all that ${path} gives`);
  if (options.out !== undefined) await writeAll(chosen, options.format, options.out);
  else write(chosen, options.format);
  if (without.refused > 0)
    throw new Failure(`${path}: ${without.summary()}`, 'the standings are made without them; see each above');
}

interface Read {
  readonly competition: OfflineCompetition;
  /** The facts that count for nothing. */
  readonly without: RefusedFacts;
}

/** All facts of the file up to a place; what is refused or held is told on stderr and left out. */
async function competitionOf(path: string, factsMax: number): Promise<Read> {
  const competition = new OfflineCompetition();
  const progress = new Progress('facts read', null);
  const without = new RefusedFacts(path);
  let facts = 0;
  for await (const line of readFeed(path)) {
    if (facts === factsMax) break;
    progress.step();
    if ('rejection' in line) {
      without.add(line.lineNumber, line.rejection);
      continue;
    }
    facts += 1;
    for (const refusal of competition.refusalsAfter(line.fact)) without.add(refusal.fact.streamSeq, refusal);
  }
  progress.done();
  say(without.text());
  if (facts === 0)
    throw new Failure(`${path} holds no fact`, `splitsecond validate ${path} says what is wrong with it`);
  return { competition, without };
}

/** What media wires have no form for is left out. */
const hasForm = ({ header }: Document, format: SheetFormat): boolean =>
  !isWireFormat(format) || FORMS[format].has(header.type);

const isWireFormat = (format: SheetFormat): format is WireFormat =>
  (WIRE_FORMATS as readonly SheetFormat[]).includes(format);

/** A whole RSC is that one; anything shorter is the beginning of many. */
function isChosen({ header }: Document, { unit, type, format, out }: RankOptions): boolean {
  if (type !== undefined) {
    if (header.type !== type) return false;
  } else if (format === 'table' && out === undefined && LISTINGS.has(header.type)) return false;
  if (unit === undefined) return true;
  return unit.length === 34 ? header.unit === unit : header.unit.startsWith(unit.replace(/\*$/, ''));
}

/** Not standings: shown as a table only when asked for. */
const LISTINGS: ReadonlySet<DocumentType> = new Set(['SCHEDULE', 'PARTICIPANTS', 'MEDALS', 'CURRENT']);

const byChannel = (one: Document, other: Document): number =>
  channelOf(one.header) < channelOf(other.header) ? -1 : 1;

function write(documents: readonly Document[], format: SheetFormat): void {
  if (format === 'table') print(documents.map(resultSheet).join('\n'));
  else if (format === 'json') for (const document of documents) print(`${textOf(document, 'json')}\n`);
  else if (documents.length === 1) process.stdout.write(bytesOf(documents[0]!, format));
  else
    throw usageFailure(
      `${documents.length} documents fit, and ${format} holds one`,
      'choose one with --unit and --type, or write them all into a folder with --out',
    );
}

const ENDINGS: Readonly<Record<SheetFormat, string>> = {
  table: 'txt',
  json: 'json',
  odf: 'xml',
  protobuf: 'pb',
  csv: 'csv',
  sportsml: FORMS.sportsml.ending,
  nitf: FORMS.nitf.ending,
  agate: FORMS.agate.ending,
  text: FORMS.text.ending,
};

async function writeAll(documents: readonly Document[], format: SheetFormat, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const document of documents) {
    const name = `${channelOf(document.header).replaceAll('/', '.')}.${ENDINGS[format]}`;
    await writeFile(join(folder, name), bytesOf(document, format));
  }
  say(`${documents.length} documents written to ${folder}\n`);
}

function bytesOf(document: Document, format: SheetFormat): Uint8Array {
  if (format === 'table') return Buffer.from(resultSheet(document));
  if (format === 'csv') return Buffer.from(csvOf(document));
  if (isWireFormat(format)) return FORMS[format].bytes(firstDispatch(document), DEFAULT_SETTINGS);
  return encoderOf(format).whole(document);
}

const textOf = (document: Document, format: SheetFormat): string =>
  Buffer.from(bytesOf(document, format)).toString('utf8');
