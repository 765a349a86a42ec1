import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** What the core alone is tested with: it keeps no state, so its tests can share their modules. */
const CORE = 'model,ledger,rules,sports,fixture-sports,standings,versions,encode,ingest,properties,on-air';
const core = [
  `test/{${CORE}}/**/*.test.ts`,
  'test/graphics/{content,told,accepted,cue-calls}*.test.ts',
  'sports/**/*.test.ts',
];
/** Parts of the pipeline in one process, each of which the tests end: a file finds the modules loaded that one before it has used. */
const PARTS =
  'catalogue,client,conformance,desk,engine,fanout,http,incidents,outlook,pages,recovery,scoreboard,simulation,trace,venue,verify,wires';
/** Not those that start programs, or measure memory. */
const IN_ONE_PROCESS = '!(*processes|*on-nats|rolled-back|bad-input|package)';
const parts = [`test/{${PARTS}}/**/${IN_ONE_PROCESS}.test.ts`];
/** They share one browser, and the pages are compiled at most once for all of them. */
const inBrowser = ['test/{pages,graphics}/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    // One more than there are cores: much of a test is waiting. Nothing is measured here: a busy machine has its time.
    maxWorkers: 3,
    // A rehearsal takes a program three seconds of a core, and it is tested by itself (`warm-up/`, `warm-start`).
    env: { SPLITSECOND_COLD: '1' },
    testTimeout: 180_000,
    expect: { poll: { timeout: 150_000 } },
    hookTimeout: 240_000,
    projects: [
      { extends: true, test: { name: 'core', root, include: core, isolate: false } },
      {
        extends: true,
        test: {
          name: 'pages',
          root,
          include: inBrowser,
          globalSetup: ['test/pages/browser/set-up.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'parts', root, include: parts, exclude: inBrowser, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          root,
          include: ['test/**/*.test.ts'],
          exclude: [...core, ...parts, ...inBrowser],
        },
      },
    ],
  },
});
