import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Command } from 'commander';
import { ArchiveError } from '../archive/archive-error.ts';
import { ArchiveFolder } from '../archive/archive-folder.ts';
import { documentsIn } from '../archive/archived-documents.ts';
import { DEFAULT_SETTINGS, type WireSettings } from '../encode/wire/dispatch.ts';
import type { Document } from '../model/document.ts';
import { OfflineCompetition } from '../offline-competition.ts';
import { readFeed } from '../venue/feed-file.ts';
import { wireSettingsIn } from '../wires/recipients-file.ts';
import { type StoryFile, storyFiles } from '../wires/story-files.ts';
import { Failure } from './failure.ts';
import { print, say } from './terminal.ts';

const HELP = `
SOURCE is a folder that "archive write" has filled, or a feed file. FOLDER gets a folder for each form, and index.json with every story, its position, and the SHA-256 of
each of its files. --check makes them all again and holds FOLDER against them: whatever is missing, other or too much ends with code 1.

  $ npx splitsecond archive forms /var/lib/archive /srv/forms --settings wires.json
  $ npx splitsecond archive forms /var/lib/archive /srv/forms --settings wires.json --check`;

interface FormsChoice {
  readonly settings?: string;
  readonly check?: true;
}

export const formsCommand = (): Command =>
  new Command('forms')
    .description('every story in every form of media wires, with an index and hashes')
    .argument('<source>', 'the archive, or a feed file')
    .argument('<folder>', 'where they are written')
    .option('--settings <file>', 'provider, language and others as this file of recipients has them')
    .option('--check', 'holds what is in the folder against what the source gives')
    .addHelpText('after', HELP)
    .action(async (source: string, folder: string, { settings, check }: FormsChoice) => {
      const files = storyFiles(await documentsOf(source), await settingsIn(settings));
      if (check === true) await held(folder, files);
      else await written(folder, files);
    });

const settingsIn = async (path: string | undefined): Promise<WireSettings> =>
  path === undefined ? DEFAULT_SETTINGS : wireSettingsIn(await readFile(path, 'utf8'));

async function documentsOf(source: string): Promise<Document[]> {
  const documents = (await stat(source)).isDirectory() ? await archived(source) : await ranked(source);
  if (documents.length === 0)
    throw new Failure(`there is no document in ${source}`, 'name an archive or a feed file');
  return documents;
}

/** What an archive objects to is for a person to read. */
async function archived(path: string): Promise<Document[]> {
  try {
    return await documentsIn(await ArchiveFolder.open(path));
  } catch (error) {
    throw error instanceof ArchiveError ? new Failure(`${error.code}: ${error.message}`) : error;
  }
}

async function ranked(path: string): Promise<Document[]> {
  const competition = new OfflineCompetition();
  for await (const line of readFeed(path)) if ('fact' in line) competition.take(line.fact);
  return [...competition.documents(), ...competition.startLists()];
}

async function written(folder: string, files: Iterable<StoryFile>): Promise<void> {
  let count = 0;
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
    count += 1;
  }
  say(`${count} files written to ${folder}\n`);
}

const PROBLEMS_SHOWN = 100;

async function held(folder: string, files: Iterable<StoryFile>): Promise<void> {
  const there = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = there.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const extra = new Set(paths.map((path) => relative(folder, path).replaceAll(sep, '/')));
  const problems: string[] = [];
  let count = 0;
  for (const { path, bytes } of files) {
    count += 1;
    if (!extra.delete(path)) problems.push(`${path} is missing`);
    else if (!(await readFile(join(folder, path))).equals(bytes)) problems.push(`${path} is another one`);
  }
  for (const path of extra) problems.push(`${path} is not of this source`);
  say(
    problems
      .slice(0, PROBLEMS_SHOWN)
      .map((problem) => `${problem}\n`)
      .join(''),
  );
  if (problems.length > 0)
    throw new Failure(`${folder}: ${problems.length} problems`, 'write it into an empty folder');
  print(`${folder} is good: ${count} files\n`);
}
