/** What review would otherwise repeat. Each complaint says where, what and what to do instead. */
import { describe, expect, test } from 'vitest';
import { SPORTS } from '../src/sports.ts';
import {
  ANY_ALLOWED,
  BANNED_WORDS,
  CLOCK_AND_CHANCE,
  ENTRIES,
  MAY_IMPORT,
  MAY_NAME_SPORTS,
  NODE_MODULES,
  OFFERED_TO_SPORTS,
  PACKAGES,
  PROCESS_ALLOWED,
  PURE_ROOMS,
  roomOf,
} from './support/house-rules.ts';
import { circlesIn, importGraph, reachedFrom } from './support/import-graph.ts';
import { codeOf, filesUnder, importsOf, placesOf, ROOT, type SourceFile } from './support/source-tree.ts';

const code = filesUnder('src', /\.tsx?$/);
const sports = filesUnder('sports', /\.ts$/).filter(({ path }) => !path.endsWith('.test.ts'));
const tests = [...filesUnder('test', /\.ts$/), ...filesUnder('sports', /\.test\.ts$/)];
const bench = filesUnder('bench', /\.ts$/);
const product = [...code, ...sports];
const everything = [...product, ...tests, ...bench];

/** Runs a check over files; the failure lists every complaint, not the first. */
function noComplaints(files: readonly SourceFile[], check: (file: SourceFile) => readonly string[]): void {
  expect(files.flatMap(check)).toEqual([]);
}

describe('imports point one way', () => {
  test('each room of the pipeline imports only the rooms before it', () => {
    noComplaints(product, (file) => {
      const room = roomOf(file.path);
      const allowed = MAY_IMPORT[room];
      if (allowed === undefined)
        return [`${file.path}: the room "${room}" has no line in test/support/house-rules.ts`];
      if (allowed === 'anything') return [];
      return importsOf(file)
        .filter(({ own, target }) => own && roomOf(target) !== room && !allowed.includes(roomOf(target)))
        .map(
          ({ line, target }) =>
            `${file.path}:${line} imports ${target}, but ${room}/ may see only ${list(allowed)}`,
        );
    });
  });

  test('no file imports itself by way of others, not even for a type', () => {
    expect(circlesIn(importGraph(product))).toEqual([]);
  });

  test('what only tests use is not in src', () => {
    const reached = reachedFrom([...ENTRIES, ...OFFERED_TO_SPORTS], importGraph(product));
    expect(code.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });

  test('a sport sees only the model, the rules and itself', () => {
    noComplaints(sports, (file) => {
      const own = file.path.split('/').slice(0, 2).join('/');
      return importsOf(file)
        .filter(({ target }) => !/^src\/(model|rules)\//.test(target) && !target.startsWith(`${own}/`))
        .map(({ line, asWritten }) => `${file.path}:${line} imports ${asWritten}`);
    });
  });

  test('src names no sport: what is only true of one is in its folder', () => {
    const names = SPORTS.flatMap(({ name, folder }) => [name, folder!]).join('|');
    const codes = SPORTS.map(({ discipline }) => discipline).join('|');
    const named = new RegExp(`\\b(?:${names})\\b`, 'gi');
    // In capitals: a code can be a word otherwise.
    const coded = new RegExp(`['"\`](?:${codes})[-MWXO.'"\`*]`, 'g');
    noComplaints(
      code.filter(({ path }) => !MAY_NAME_SPORTS.test(path)),
      (file) => [
        ...[named, coded]
          .flatMap((pattern) => placesOf(file, codeOf(file), pattern))
          .map(({ place, found }) => `${place} names ${found}`),
        ...importsOf(file)
          .filter(({ target }) => target.startsWith('sports/'))
          .map(({ line, target }) => `${file.path}:${line} imports ${target}`),
      ],
    );
  });

  test('packages stay in the rooms that are named for them, so that each can be replaced in one place', () => {
    noComplaints(product, (file) =>
      importsOf(file)
        .filter(({ own, target }) => !own && !target.startsWith('node:'))
        .filter(({ target }) => !(PACKAGES[packageOf(target)] ?? []).includes(roomOf(file.path)))
        .map(
          ({ line, target }) =>
            `${file.path}:${line} imports ${target}; allowed in ${list(PACKAGES[packageOf(target)])}`,
        ),
    );
  });

  test('files, sockets and processes are opened only by the rooms at the edge', () => {
    noComplaints(product, (file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('node:'))
        .filter(({ target }) => !nodeModuleAllowed(roomOf(file.path), target))
        .map(({ line, target }) => `${file.path}:${line} imports ${target}`),
    );
  });

  test('own files are imported with their ending', () => {
    noComplaints(everything, (file) =>
      importsOf(file)
        .filter(({ own, asWritten }) => own && !/\.(tsx?|js|mjs|json)$/.test(asWritten))
        .map(({ line, asWritten }) => `${file.path}:${line} imports ${asWritten} without ".ts"`),
    );
  });
});

describe('the core is pure', () => {
  const pure = product.filter(({ path }) => PURE_ROOMS.includes(roomOf(path)));

  test('no clock, chance, environment or locale in the rooms where the same facts must give the same bytes', () => {
    noComplaints(pure, (file) =>
      placesOf(file, codeOf(file), CLOCK_AND_CHANCE).map(
        ({ place, found }) => `${place} uses ${found}: what depends on it must come in as a fact`,
      ),
    );
  });

  test('no floating-point parsing or printing in the core: numbers are integers of millionths', () => {
    noComplaints(pure, (file) =>
      placesOf(file, codeOf(file), /\bparseFloat\b|\.toFixed\(|\.toPrecision\(/g).map(
        ({ place, found }) => `${place} uses ${found}: see src/model/decimal.ts`,
      ),
    );
  });

  test('the environment is read only where the pipeline is wired', () => {
    noComplaints(
      product.filter(({ path }) => !PROCESS_ALLOWED.test(path)),
      (file) =>
        placesOf(file, codeOf(file), /\bprocess\.(?:env|argv|exit|std\w+|on|send)\b/g).map(
          ({ place, found }) => `${place} reads ${found}`,
        ),
    );
  });
});

describe('names', () => {
  test('file and folder names are kebab-case', () => {
    noComplaints(everything, ({ path }) =>
      /^[a-z0-9./-]+$/.test(path) ? [] : [`${path}: write it in lower case with hyphens`],
    );
  });

  test('exported names use the words of the field', () => {
    noComplaints([...product, ...bench], (file) => {
      const room = roomOf(file.path);
      return placesOf(file, codeOf(file), EXPORTED).flatMap(({ place, found }) => {
        const name = found.split(/\s+/).at(-1)!;
        return wordsOf(name)
          .filter((word) => BANNED_WORDS[word]?.(room) === true)
          .map((word) => `${place} exports ${name}: "${word}" is not a word of the field here`);
      });
    });
  });

  test('test names are sentences', () => {
    noComplaints(tests, (file) =>
      placesOf(file, codeOf(file), /^\s*(?:test|it)(?:\.\w+)?\(\s*(['"`])(.*?)\1,/gm).flatMap(
        ({ place, found }) => {
          const name = found.replace(/^[^'"`]*['"`]/, '').replace(/['"`],$/, '');
          if (/^should\b/.test(name)) return [`${place} "${name}": say what is, not what should be`];
          return name.split(' ').length < 3 ? [`${place} "${name}" is not a sentence`] : [];
        },
      ),
    );
  });
});

describe('small files, finished work', () => {
  test('no file is longer than 400 lines, no test longer than 500', () => {
    noComplaints(everything, ({ path, text }) => {
      const lines = text.split('\n').length - 1;
      const most = product.some((file) => file.path === path) ? 400 : 500;
      return lines > most ? [`${path} has ${lines} lines: one idea a file`] : [];
    });
  });

  test('no focused or disabled tests', () => {
    noComplaints(tests, (file) =>
      placesOf(file, codeOf(file), /\b(?:test|it|describe)\.(?:only|skip|todo)\b/g).map(
        ({ place, found }) => `${place} ${found}`,
      ),
    );
  });

  test('no work is left as a remark', () => {
    const remark = new RegExp(
      `\\b(?:${['TO', 'FIX', 'HA'].map((half, index) => half + ['DO', 'ME', 'CK'][index]).join('|')})\\b`,
      'g',
    );
    noComplaints(everything, (file) =>
      placesOf(file, file.text, remark).map(({ place, found }) => `${place} ${found}`),
    );
  });

  test('no untyped values outside the places that need them', () => {
    noComplaints(
      product.filter(({ path }) => !ANY_ALLOWED.includes(path)),
      (file) =>
        placesOf(file, codeOf(file), /[:<,|(]\s*any\b(?=\s*[;,)>|=\]{[]|$)|\bas any\b/gm).map(
          ({ place, found }) => `${place} ${found}: use unknown or the real type`,
        ),
    );
  });

  test('every folder of the pipeline is explained', () => {
    const explained = filesUnder('src', /README\.md$/);
    const overview = explained.find(({ path }) => path === 'src/README.md')?.text ?? '';
    const folders = new Set(
      code.map(({ path }) => path.split('/').slice(0, -1).join('/')).filter((path) => path !== 'src'),
    );
    const missing = [...folders].filter((folder) => {
      const room = folder.split('/').slice(0, 2).join('/');
      const has = explained.some(
        ({ path }) => path === `${folder}/README.md` || path === `${room}/README.md`,
      );
      return !has && !overview.includes(`${room.slice(4)}/`);
    });
    expect(missing, `no README.md and no line in src/README.md (under ${ROOT})`).toEqual([]);
  });
});

/** The table of `src/README.md` that shows what something meets on its way, step by step. */
function wayOf(title: string): { text: string; steps: number; missing: string[] } {
  const readme = filesUnder('src', /README\.md$/).find(({ path }) => path === 'src/README.md')!;
  const text = readme.text.split(`## ${title}\n`)[1]!.split('\n## ')[0]!;
  const steps = [...text.matchAll(/^\| \d+ \| \[`(\w+)\.(#?\w+)`\]\(([^)]+)\)/gm)];
  expect(steps.length).toBe(text.match(/^\| \d+ \|/gm)!.length);
  const missing = steps.filter(([, owner, method, path]) => {
    const after = new RegExp(`^export (?:abstract )?(?:class|interface) ${owner}\\b`, 'm');
    const of = textOf(`src/${path}`).split(after)[1] ?? '';
    return !new RegExp(`^  (?:static )?(?:async )?${method}\\(`, 'm').test(of);
  });
  return { text, steps: steps.length, missing: missing.map(([step]) => step) };
}

const textOf = (path: string): string => code.find((file) => file.path === path)?.text ?? '';

describe('what READMEs show of a way is there', () => {
  const way = wayOf("One fact's way to a screen");

  test("one fact's way to a screen has at most fifteen steps, each a method that exists", () => {
    expect(way.steps).toBeLessThanOrEqual(15);
    expect(way.missing).toEqual([]);
  });

  test("one frame's way to the caller of the subscriber library meets at most eight names, each a method that exists", () => {
    const { steps, missing } = wayOf("One frame's way to the caller");
    expect(steps).toBeLessThanOrEqual(8);
    expect(missing).toEqual([]);
  });

  test('a dozen names are enough to change what a screen is sent, and all of them exist', () => {
    const names = [...way.text.matchAll(/^\| \[`(\w+)`\]\(([^)]+)\)/gm)];
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThanOrEqual(12);
    const missing = names.filter(
      ([, name, path]) =>
        !new RegExp(`^export (?:abstract )?(?:class|interface) ${name}\\b`, 'm').test(textOf(`src/${path}`)),
    );
    expect(missing.map(([line]) => line)).toEqual([]);
  });
});

const EXPORTED = /^export (?:abstract |async |default )*(?:const|let|function\*?|class|interface|type) \w+/gm;

const list = (names: readonly string[] | undefined): string =>
  names === undefined || names.length === 0 ? 'nothing' : names.join(', ');

/** `VenueClient` -> venue, client. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .split(' ');

const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

function nodeModuleAllowed(room: string, target: string): boolean {
  const allowed = NODE_MODULES[room] ?? [];
  return allowed === 'any' || allowed.includes(target.slice('node:'.length));
}
