/**
 * `npm run schemas`: the schemas of documents from their declaration, and code from the schemas of the venue feed. Tests compare
 * both with what is committed. Static code needs no schema at run time and no `eval`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pbjs from 'protobufjs-cli/pbjs.js';
import pbts from 'protobufjs-cli/pbts.js';
import { FACT_TYPES_TARGET, generateFactTypes } from './generate-fact-types.mjs';
import { generateValidator, VALIDATOR_TARGET } from './generate-validator.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `root` keeps the generated modules apart from each other inside protobufjs. */
export const GENERATED = [
  {
    schema: 'schemas/venue-feed/venue-feed.proto',
    target: 'src/ingest/generated/venue-feed',
    root: 'splitsecond-venue-feed',
  },
];

const OPTIONS = [
  '--es6',
  '--no-create',
  '--no-verify',
  '--no-convert',
  '--no-delimited',
  '--no-typeurl',
  '--no-service',
];

const run = (tool, args) =>
  new Promise((resolve, reject) => {
    tool.main(args, (error, output) => (error ? reject(error) : resolve(output)));
  });

/** The texts of `<target>.js` and `<target>.d.ts`. */
export async function generate(entry) {
  const schema = join(root, entry.schema);
  const code = (...more) =>
    run(pbjs, ['-t', 'static-module', '-w', 'es6', '-r', entry.root, ...OPTIONS, ...more, schema]);
  const folder = await mkdtemp(join(tmpdir(), 'splitsecond-generate-'));
  try {
    const documented = join(folder, 'documented.js');
    await writeFile(documented, await code());
    return { js: await code('--no-comments'), types: await run(pbts, [documented]) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is made of the declarations in `src/model/shape`; they are TypeScript, so they come from the build. */
async function writeDeclared() {
  const { MADE_FILES, madeFiles } = await import('../../dist/src/setup/schemas/made-files.js');
  const now = {};
  for (const file of MADE_FILES) now[file] = await readFile(join(root, file), 'utf8');
  for (const [file, text] of Object.entries(madeFiles(now))) await writeFile(join(root, file), text);
  console.log(`src/model/shape -> ${MADE_FILES.join(', ')}`);
}

async function main() {
  await writeDeclared();
  for (const entry of GENERATED) {
    const { js, types } = await generate(entry);
    await writeFile(join(root, `${entry.target}.js`), js);
    await writeFile(join(root, `${entry.target}.d.ts`), types);
    console.log(
      `${entry.schema} -> ${entry.target}.js, ${(await readFile(join(root, `${entry.target}.js`))).length} bytes`,
    );
  }
  const { js, types } = await generateValidator();
  await writeFile(join(root, `${VALIDATOR_TARGET}.js`), js);
  await writeFile(join(root, `${VALIDATOR_TARGET}.d.ts`), types);
  await writeFile(join(root, FACT_TYPES_TARGET), await generateFactTypes());
  console.log(`schemas/venue-feed/*.schema.json -> ${VALIDATOR_TARGET}.js, ${FACT_TYPES_TARGET}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
