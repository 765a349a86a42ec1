import { open, readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { decodeDocument } from '../encode/decode.ts';
import type { Format } from '../encode/encoder.ts';
import { isRejection } from '../ingest/rejection.ts';
import { channelOf } from '../model/document.ts';
import { disciplineOf, type Rsc } from '../model/rsc.ts';
import { unknownCode } from '../rules/codes.ts';
import { SPORTS } from '../sports.ts';
import { FILE_LIMITS, factOfLine, readLines, validateFeed } from '../venue/feed-file.ts';
import { ContentHash } from '../versions/content-hash.ts';
import { Failure } from './failure.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond validate evening.ndjson            a feed file: every line against the schemas
  $ npx splitsecond validate fact.json                 one fact, over as many lines as it likes
  $ npx splitsecond validate RESULT.xml                a document: can be read, and has the hash it claims

The kind of file is recognised by its content. Exit code 1 when anything is wrong; each fault has a
stable code, explained in schemas/README.md. Event, phase and unit codes that the sport does not know are warnings.`;

export const validateCommand = (): Command =>
  new Command('validate')
    .description('check a feed file, a fact, or a document as JSON, XML or protobuf')
    .argument('<file>', 'feed file, fact or document')
    .addHelpText('after', EXAMPLES)
    .action(validate);

type Content = 'feed' | 'fact' | Format;

async function validate(path: string): Promise<void> {
  const content = await contentOf(path);
  if (content === 'feed') await validateFacts(path);
  else if (content === 'fact') checkFact(await readFile(path), path);
  else if (content === 'json') await validateDocumentLines(path);
  else checkDocument(content, await readFile(path), path);
}

/** XML starts with `<`, JSON with `{`; a document says its hash near the beginning, a fact never does. */
async function contentOf(path: string): Promise<Content> {
  const bytes = await headOf(path);
  const head = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (head === '') throw new Failure(`${path} is empty`, 'nothing to check');
  if (head.startsWith('<')) return 'odf';
  if (!head.startsWith('{')) return path.endsWith(FEED_ENDING) || isText(bytes) ? 'feed' : 'protobuf';
  if (/"hash"\s*:\s*"[0-9a-f]{16}"/.test(head)) return 'json';
  return (await isOneOverLines(path, head)) ? 'fact' : 'feed';
}

const FEED_ENDING = '.ndjson';

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Protobuf is full of field tags, which are control characters. */
const isText = (bytes: Buffer): boolean => bytes.every((byte) => byte >= 0x20 || isBlank(byte));
const isBlank = (byte: number): boolean => byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** A line of a feed is JSON of its own; of a fact over several lines only the whole file is. */
async function isOneOverLines(path: string, head: string): Promise<boolean> {
  const end = head.indexOf('\n');
  if (end < 0 || isJson(head.slice(0, end))) return false;
  return (await stat(path)).size <= FILE_LIMITS.bytes && isJson(await readFile(path, 'utf8'));
}

function checkFact(bytes: Uint8Array, path: string): void {
  const outcome = factOfLine(bytes, 1);
  if (isRejection(outcome)) throw new Failure(`${path}: ${outcome.code} ${outcome.message}`);
  print(`${path}: one fact (${outcome.kind}), all right\n`);
}

async function validateFacts(path: string): Promise<void> {
  const { lines, facts, duplicates, rejected, byCode, faults, gaps, units } = await validateFeed(path);
  if (byCode.get('NOT_JSON') === lines && !path.endsWith(FEED_ENDING))
    throw new Failure(
      `${path} is neither a feed (one JSON fact a line) nor a document`,
      'facts are JSON; documents are JSON, XML or protobuf',
    );
  for (const { lineNumber, code, message } of faults) print(`${path}:${lineNumber}: ${code} ${message}\n`);
  const warnings = warningsAbout(units);
  for (const { lineNumber, text } of warnings) print(`${path}:${lineNumber}: warning ${text}\n`);
  if (rejected > faults.length) print(`... ${rejected} lines are wrong in all\n`);
  for (const { source, epoch, from, to } of gaps)
    print(`${path}: SEQUENCE_GAP ${source}:${epoch} ${from === to ? from : `${from} to ${to}`} missing\n`);
  const again = duplicates === 0 ? '' : `, ${duplicates} of them twice`;
  if (rejected > 0 || gaps.length > 0)
    throw new Failure(
      `${path}: ${rejected} of ${lines} lines are wrong, ${gaps.length} holes in the numbering`,
    );
  if (facts === 0) throw new Failure(`${path} holds no fact`, 'a feed file has one fact a line, as JSON');
  const warned = warnings.length === 0 ? 'all right' : `${warnings.length} warnings`;
  print(`${path}: ${facts} facts${again}, ${warned}\n`);
}

/** Codes that are well formed and that the sport does not know. */
function warningsAbout(units: ReadonlyMap<Rsc, number>): { lineNumber: number; text: string }[] {
  return [...units].flatMap(([rsc, lineNumber]) => {
    // A heartbeat is about no unit.
    if (rsc === '') return [];
    const sport = SPORTS.find(({ discipline }) => discipline === disciplineOf(rsc));
    if (sport === undefined)
      return [{ lineNumber, text: `UNKNOWN_DISCIPLINE ${disciplineOf(rsc)}: no sport is known for it` }];
    const unknown = sport.codes === undefined ? null : unknownCode(sport.codes, rsc);
    if (unknown === null) return [];
    const { code, said, known } = unknown;
    return [{ lineNumber, text: `${code} ${said} in ${rsc}: ${sport.name} knows ${known.join(', ')}` }];
  });
}

/** One document, or several with one on each line as `rank --format json` writes them. */
async function validateDocumentLines(path: string): Promise<void> {
  const whole = await readFile(path, 'utf8');
  if (isJson(whole)) return checkDocument('json', Buffer.from(whole), path);
  for await (const { lineNumber, bytes } of readLines(path, FILE_LIMITS.bytes)) {
    if (bytes === null) throw new Failure(`${path}:${lineNumber}: the line is too long`);
    checkDocument('json', bytes, `${path}:${lineNumber}`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function checkDocument(format: Format, bytes: Uint8Array, where: string): void {
  let document: ReturnType<typeof decodeDocument>;
  try {
    document = decodeDocument(format, bytes);
  } catch (error) {
    throw new Failure(`${where}: BAD_DOCUMENT ${(error as Error).message}`);
  }
  const { header, rows, hash, version } = document;
  const computed = new ContentHash(header, rows).text;
  if (computed !== hash)
    throw new Failure(
      `${where}: BAD_HASH ${channelOf(header)} says ${hash}, its content has ${computed}`,
      'it was changed after it was published',
    );
  print(`${where}: ${channelOf(header)} version ${version}, ${rows.length} rows, all right\n`);
}
