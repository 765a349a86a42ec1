// Stands between us and nats-server, so that the server never outlives us: our end of the pipe to this
// process's standard input closes when we end, however we end (crash and SIGKILL included).
//   node guard.mjs FOLDER PROGRAM ARGUMENTS...
// FOLDER is temporary and goes with us, unless the last word on standard input is "keep".
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const KILL_AFTER_MS = 5000;
const [folder, program, ...args] = process.argv.slice(2);

const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
let stopping = false;
let lastWord = '';

function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), KILL_AFTER_MS);
}

function finish(code) {
  if (stopping && lastWord !== 'keep') rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

// Whoever read our output may be gone; that must not disturb the server's farewell.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
server.stdout.on('data', (chunk) => process.stdout.write(chunk));
server.stderr.on('data', (chunk) => process.stderr.write(chunk));
server.on('error', (error) => {
  process.stderr.write(`cannot run ${program}: ${error.message}\n`);
  finish(127);
});
server.on('exit', (code) => finish(code ?? 1));
process.stdin.on('data', (chunk) => {
  lastWord = String(chunk);
});
process.stdin.on('end', stop).on('close', stop).on('error', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
if (server.pid !== undefined) process.stdout.write(`pid ${server.pid}\n`);
