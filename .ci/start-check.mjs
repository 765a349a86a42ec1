// Starts the main job once for real (`npm start`), asks it what a newcomer would ask, presses Ctrl-C, and
// looks for processes that stayed. Exit code 0: all of it worked.
//   node .ci/start-check.mjs [COMMAND...]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVING_MS = 600_000;
const LEAVING_MS = 60_000;
const FRAME_MS = 120_000;
/** Inherited by everything that is started, so that what stays can be found whoever its parent is. */
const MARK = `SPLITSECOND_CHECK=${randomUUID()}`;

const [program = 'npm', ...args] = process.argv.length > 2 ? process.argv.slice(2) : ['npm', 'start'];
const [name, value] = MARK.split('=');
const started = spawn(program, args, {
  cwd: ROOT,
  // A process group of its own, as a terminal makes one: Ctrl-C goes to all of it.
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
  env: { ...process.env, [name]: value },
});
let said = '';
const listen = (chunk) => {
  said += chunk;
};
started.stdout.on('data', listen);
started.stderr.on('data', listen);
const ended = new Promise((resolve) => {
  started.once('exit', (code, signal) => resolve(signal ?? code));
  started.once('error', (error) => resolve(error.message));
});
let isOver = false;
void ended.then(() => {
  isOver = true;
});

const say = (line) => process.stdout.write(`  ${line}\n`);

async function main() {
  try {
    const url = await waitFor(
      'an address was printed',
      SERVING_MS,
      () => /https?:\/\/[\d.]+:\d+/.exec(said)?.[0] ?? null,
    );
    const channel = await waitFor('a document had rows', SERVING_MS, () => channelWithRows(url));
    const response = await fetch(`${url}/v1/documents/${channel}.json`);
    const { rows } = await response.json();
    if (!Array.isArray(rows) || rows.length === 0)
      throw new Error(`${url}/v1/documents/${channel}.json has no rows`);
    say(`${url}/v1/documents/${channel} serves ${rows.length} rows`);
    await frameWithRows(`${url.replace(/^http/, 'ws')}/v1/stream`);
    say('the stream gave a document with rows');
  } finally {
    await leave();
  }
}

async function leave() {
  if (!isOver) process.kill(-started.pid, 'SIGINT');
  const outcome = await Promise.race([ended, pause(LEAVING_MS, 'late', { ref: false })]);
  if (outcome === 'late') {
    process.kill(-started.pid, 'SIGKILL');
    throw new Error(`Ctrl-C did not end it within ${LEAVING_MS / 1000} s`);
  }
  await waitFor(
    'nothing of it was left running',
    LEAVING_MS,
    () => (leftovers().length === 0 ? true : null),
    leftovers,
  );
  say(`Ctrl-C ended it (${outcome}) and nothing stayed`);
}

async function channelWithRows(url) {
  if (isOver) throw new Error('it ended by itself');
  const response = await fetch(`${url}/v1/documents?type=RESULT`).catch(() => null);
  const { documents = [] } = response?.ok ? await response.json() : {};
  return documents.find(({ rows }) => rows > 0)?.channel ?? null;
}

async function frameWithRows(url) {
  // What is started installs the packages, so there are some by now.
  const { WebSocket } = await import('ws');
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, ['splitsecond.json']);
    const timer = setTimeout(
      () => finish(new Error(`${url} gave no rows within ${FRAME_MS / 1000} s`)),
      FRAME_MS,
    );
    const finish = (error) => {
      clearTimeout(timer);
      socket.terminate();
      if (error === undefined) resolve();
      else reject(error);
    };
    socket.on('open', () => socket.send(JSON.stringify({ subscribe: { id: 1, channel: '*/RESULT' } })));
    socket.on('message', (frame) => {
      if (/"rows":\s*\[\s*\{/.test(String(frame))) finish();
    });
    socket.on('error', finish);
  });
}

async function waitFor(what, milliseconds, look, describe = () => '') {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== null) return found;
    if (isOver && what.startsWith('a')) throw new Error(`it ended before ${what}`);
    await pause(200);
  }
  throw new Error(`waited ${milliseconds / 1000} s in vain until ${what} ${describe()}`);
}

/** Linux only; elsewhere nothing is found. */
function leftovers() {
  const pids =
    process.platform === 'linux' ? readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)) : [];
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(MARK);
    } catch {
      return false;
    }
  });
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stdout.write(`  ${error.message}\n${said.trim().split('\n').slice(-20).join('\n')}\n`);
    process.exit(1);
  },
);
