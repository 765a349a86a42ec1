import { InvalidArgumentError, Option } from 'commander';

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `5s`, `200ms`, `1.5m`, `2h` -> milliseconds. */
export function durationMs(text: string): number {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text);
  if (match === null) throw new InvalidArgumentError('write a duration as 500ms, 5s, 2m or 1h');
  return Math.round(Number(match[1]) * UNITS_MS[match[2]!]!);
}

/** An option that is a duration, with a default as people write it. */
export const durationOption = (flags: string, description: string, usual: string): Option =>
  new Option(flags, description).argParser(durationMs).default(durationMs(usual), usual);

/** `10`, `0.5`, or `max` for "without waiting" (Infinity). */
export function speed(text: string): number {
  if (text === 'max') return Number.POSITIVE_INFINITY;
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0)
    throw new InvalidArgumentError('write a number above 0, or max');
  return value;
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d{1,15}$/.test(text) || value < 1) throw new InvalidArgumentError('write a whole number from 1 on');
  return value;
}

/** 0 means: any free port. */
export function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65_535)
    throw new InvalidArgumentError('write a port from 0 to 65535');
  return value;
}

/** Where the broker listens that is started with a pipeline. */
export const brokerPortOption = (): Option =>
  new Option(
    '--broker-port <port>',
    'where the broker listens, for venues elsewhere; a free one otherwise',
  ).argParser(port);

export const brokerHostOption = (): Option =>
  new Option('--broker-host <address>', 'at which address; whoever reaches it may say facts').default(
    '127.0.0.1',
  );

/** `ATH,SWM` -> `['ATH', 'SWM']`. */
export function disciplines(text: string): readonly string[] {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  for (const code of codes)
    if (!/^[A-Z0-9]{3}$/.test(code)) throw new InvalidArgumentError('write three-letter codes: ATH,SWM');
  return codes;
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
