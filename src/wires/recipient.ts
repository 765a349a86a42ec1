/** Who is sent documents: what it wants, how it is said, by which way. */
import type { StoryType, WireSettings } from '../encode/wire/dispatch.ts';
import type { FormName } from '../encode/wire/forms.ts';

/** From which status on a result is told. */
export const THRESHOLDS = ['LIVE', 'UNOFFICIAL', 'OFFICIAL'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export interface FileDropOptions {
  readonly folder: string;
}

interface ServerDropOptions extends FileDropOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** For an answer. */
  readonly timeoutMs: number;
}

export interface SftpDropOptions extends ServerDropOptions {
  readonly login: { readonly password: string } | { readonly privateKey: string };
  /** `SHA256:...`: of a server that shows another one nothing is sent to. */
  readonly hostKey: string;
}

export interface FtpDropOptions extends ServerDropOptions {
  readonly password: string;
  /** Over TLS. */
  readonly isSecure: boolean;
}

export const HTTP_METHODS = ['POST', 'PUT', 'PATCH'] as const;

export interface HttpPushOptions {
  readonly url: string;
  /** What logs call it: an address may be a secret. */
  readonly shown: string;
  readonly method: (typeof HTTP_METHODS)[number];
  /** Bytes of the key of Standard Webhooks; null: it is not signed. */
  readonly secret: Uint8Array | null;
  /** Further ones, as the recipient asks for them. */
  readonly headers: Readonly<Record<string, string>>;
  /** For an answer. */
  readonly timeoutMs: number;
}

export interface PullOptions {
  readonly key: string;
}

/** Where files or requests go. */
export type WayOptions =
  | { readonly file: FileDropOptions }
  | { readonly sftp: SftpDropOptions }
  | { readonly ftp: FtpDropOptions }
  | { readonly http: HttpPushOptions };

export interface Recipient {
  /** Where its deliveries stand in the broker: another name begins anew. */
  readonly name: string;
  /** Three letters each; null: all, and what is about the whole competition. */
  readonly disciplines: readonly string[] | null;
  readonly types: readonly StoryType[];
  readonly from: Threshold;
  /** False: what turns out to be wrong is killed, and nothing more is told of it. */
  readonly corrections: boolean;
  /** Rehearsals as well. */
  readonly test: boolean;
  readonly form: FormName;
  readonly settings: WireSettings;
  readonly way: WayOptions | { readonly pull: PullOptions };
  /** After so many attempts in vain a dispatch is a dead letter. */
  readonly attempts: number;
}
