import { type Logger, pino } from 'pino';
import type { LogLevel } from './options.ts';
import { harmless } from './terminal.ts';

/** Logs are JSON lines on stderr, so that stdout stays free for results and addresses. */
export function loggerFor(name: string, level: LogLevel): Logger {
  const lines = pino.destination({ fd: 2, sync: true });
  return pino(
    { name, level, base: { pid: process.pid } },
    { write: (line) => void lines.write(harmless(line)) },
  );
}
