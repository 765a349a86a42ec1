#!/usr/bin/env node
// `npx splitsecond` in a clone: installs and builds when that is due, then is the command that was built.
import { giveUp, prepare } from './prepare.mjs';

await prepare(undefined, { withBroker: false }).catch(giveUp);
await import('../../dist/src/cli/splitsecond.js');
