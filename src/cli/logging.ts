import { type Logger, pino } from 'pino';
import type { LogLevel } from './options.ts';

/** Logs are JSON lines on stderr, so that stdout stays free for results and addresses. */
export const loggerFor = (name: string, level: LogLevel): Logger =>
  pino({ name, level, base: { pid: process.pid } }, pino.destination({ fd: 2, sync: true }));
