#!/usr/bin/env node
import { run } from './program.ts';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));

// A command that failed is over, once its words are out: a timer or a connection that it left open must not keep it
// alive while a launcher waits for its end.
if (process.exitCode !== 0)
  process.stdout.write('', () => process.stderr.write('', () => process.exit(process.exitCode)));
