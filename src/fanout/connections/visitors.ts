import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Who may ask this edge from a browser, beside its own pages. */
export interface Admitted {
  /** Origins of pages, `https://screens.example`; `*` is all, `null` pages without one (a file, a sandbox). */
  readonly origins: readonly string[];
  /** Names by which it may be asked, beside addresses and `localhost`; in small letters. */
  readonly hosts: readonly string[];
}

export interface RefusedVisitor {
  readonly status: 403 | 421;
  readonly code: 'ORIGIN_REFUSED' | 'HOST_REFUSED';
  readonly message: string;
}

type Asking = Pick<IncomingHttpHeaders, 'origin' | 'host'>;

/**
 * Whether a request is answered, whichever way it comes: the one decision for WebSockets, events and HTTP. Programs that are no
 * browser say no `Origin` and may all ask. A page may ask the edge that it came from, and others where they admit it. A name that is
 * not known here may be one that a stranger has pointed at this machine, so that his page seems to be ours (DNS rebinding).
 */
export function refusedVisitor({ origin, host }: Asking, admitted: Admitted): RefusedVisitor | null {
  if (host !== undefined && !isOwnName(nameOf(host), admitted.hosts)) {
    const message = `this edge does not go by the name ${nameOf(host)}; it is started with --allow-host where it should`;
    return { status: 421, code: 'HOST_REFUSED', message };
  }
  if (origin === undefined || isSame(origin, host) || isListed(origin, admitted.origins)) return null;
  const message =
    'pages of this origin may not ask; the edge is started with --allow-origin where they should';
  return { status: 403, code: 'ORIGIN_REFUSED', message };
}

/** By which a browser lets an admitted page of another origin read the answer; nothing for everybody else. */
export function headersFor({ origin, host }: Asking): Readonly<Record<string, string>> {
  if (origin === undefined || isSame(origin, host)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'ETag, Splitsecond-Position, Splitsecond-Behind, Retry-After',
  };
}

const nameOf = (host: string): string =>
  host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();

/** An address cannot be pointed elsewhere, and `localhost` is this machine to every browser. */
const isOwnName = (name: string, hosts: readonly string[]): boolean =>
  isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || hosts.includes(name);

/** The scheme is that of whoever speaks TLS before us, so host and port decide. */
function isSame(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  const own = `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === from;
}

const isListed = (origin: string, origins: readonly string[]): boolean =>
  origins.includes('*') || origins.includes(origin.toLowerCase());
