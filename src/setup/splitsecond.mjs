#!/usr/bin/env node
// `npx splitsecond` in a clone: installs and builds when that is due, then is the command that was built. Where the
// package is installed it is built already, and the sources are not there.
import { existsSync } from 'node:fs';

if (existsSync(new URL('../../tsconfig.json', import.meta.url))) {
  const { giveUp, prepare } = await import('./prepare.mjs');
  await prepare(undefined, { withBroker: false }).catch(giveUp);
}
await import('../../dist/src/cli/splitsecond.js');
