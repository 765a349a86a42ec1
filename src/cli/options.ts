import { InvalidArgumentError, Option } from 'commander';

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** A timer of Node that is asked to wait for more than 2^31 ms does not wait at all. */
const LONGEST_MS = 590 * 3_600_000;

/** `5s`, `200ms`, `1.5m`, `2h` -> milliseconds. */
export function durationMs(text: string): number {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text);
  if (match === null) throw new InvalidArgumentError('write a duration as 500ms, 5s, 2m or 1h');
  const ms = Math.round(Number(match[1]) * UNITS_MS[match[2]!]!);
  if (ms > LONGEST_MS) throw new InvalidArgumentError('write at most 590h: no timer waits longer');
  return ms;
}

/** An option that is a duration, with a default and the least as people write them. */
export const durationOption = (flags: string, description: string, usual: string, least = '0s'): Option =>
  new Option(flags, description)
    .argParser((text: string) => {
      const ms = durationMs(text);
      if (ms < durationMs(least)) throw new InvalidArgumentError(`write at least ${least}`);
      return ms;
    })
    .default(durationMs(usual), usual);

/** `10`, `0.5`, or `max` for "without waiting" (Infinity). */
export function speed(text: string): number {
  if (text === 'max') return Number.POSITIVE_INFINITY;
  const value = Number(text);
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text) || value <= 0)
    throw new InvalidArgumentError('write a number above 0, or max');
  return value;
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d{1,15}$/.test(text) || value < 1) throw new InvalidArgumentError('write a whole number from 1 on');
  return value;
}

/** The same with an end, for what costs something each: a process, a thread, a second of waiting. */
export const upTo =
  (most: number) =>
  (text: string): number => {
    const value = positiveInteger(text);
    if (value > most) throw new InvalidArgumentError(`write at most ${most}`);
    return value;
  };

/** More of a kind on one machine are a slip of the hand. */
export const processes = upTo(64);

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

/** `https://screens.example,http://127.0.0.1:3000` -> as browsers say them. `*` is every page, `null` one without an origin. */
export function origins(text: string): readonly string[] {
  return text.split(',').map((each) => {
    const origin = each.trim();
    if (origin === '*' || origin === 'null') return origin;
    const url = URL.canParse(origin) ? new URL(origin) : null;
    if (url === null || url.origin === 'null' || !['', '/'].includes(url.pathname + url.search + url.hash))
      throw new InvalidArgumentError('write origins as https://screens.example,http://10.0.0.7:3000');
    return url.origin;
  });
}

/** `results.example,edge` -> names by which an edge goes. */
export function hostNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  for (const name of names)
    if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name))
      throw new InvalidArgumentError('write names without scheme and port: results.example,edge');
  return names;
}

/** Which browsers an edge answers, beside those that show its own pages (`../fanout/connections/visitors.ts`). */
export const allowOriginOption = (): Option =>
  new Option('--allow-origin <origins>', 'pages of these may ask, too; * for all').argParser(origins);

export const allowHostOption = (): Option =>
  new Option('--allow-host <names>', 'by which the edge is asked, beside addresses and localhost').argParser(
    hostNames,
  );

/** `ATH,SWM` -> `['ATH', 'SWM']`. */
export function disciplines(text: string): readonly string[] {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  for (const code of codes)
    if (!/^[A-Z0-9]{3}$/.test(code)) throw new InvalidArgumentError('write three-letter codes: ATH,SWM');
  return codes;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const logLevelOption = (usual: LogLevel = 'info'): Option =>
  new Option('--log-level <level>', 'logs on stderr, as JSON').choices(LOG_LEVELS).default(usual);
