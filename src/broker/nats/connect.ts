/** One connection to a NATS server, from an address as people write it. */
import { readFileSync } from 'node:fs';
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
} from '@nats-io/transport-node';
import { BrokerError } from '../errors.ts';
import { brokerErrorFrom } from './error-mapping.ts';

export interface NatsAddress {
  /**
   * `nats://host:4222`, several with commas between them; `tls://` asks for TLS;
   * `nats://user:password@host` or `nats://token@host` log in.
   */
  readonly url: string;
  /** A `.creds` file (JWT and NKey seed). */
  readonly credentialsFile?: string;
  /** PEM files. */
  readonly tls?: { readonly caFile?: string; readonly certFile?: string; readonly keyFile?: string };
  /** Shown in the server's list of connections. */
  readonly name?: string;
}

const RECONNECT_WAIT_MS = 250;
const CONNECT_TIMEOUT_MS = 5000;

export async function connectNats(address: NatsAddress): Promise<NatsConnection> {
  try {
    return await connect(optionsOf(address));
  } catch (error) {
    const failure = brokerErrorFrom(error, `connect to ${withoutSecrets(address.url)}`);
    throw new BrokerError(failure.code, `${failure.message}${hintFor(failure)}`, { cause: error });
  }
}

function optionsOf({ url, credentialsFile, tls, name }: NatsAddress): ConnectionOptions {
  const addresses = url.split(',').map((text) => parsed(text.trim()));
  const login = addresses.find(({ username }) => username !== '');
  const wantsTls = tls !== undefined || addresses.some(({ protocol }) => protocol === 'tls:');
  return {
    servers: addresses.map(({ host }) => host),
    ...(name === undefined ? {} : { name }),
    ...(login === undefined ? {} : loginOf(login)),
    ...(credentialsFile === undefined ? {} : { authenticator: credsAuthenticator(bytesOf(credentialsFile)) }),
    ...(wantsTls ? { tls: { ...tls } } : {}),
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_WAIT_MS,
    reconnectJitter: 100,
    timeout: CONNECT_TIMEOUT_MS,
    pingInterval: 5000,
    maxPingOut: 2,
    // A stack for each request, in case it fails, costs more than the request; our errors say what was asked.
    noAsyncTraces: true,
    // A server that restarts with its users loaded late refuses once; that is no reason to give up.
    ignoreAuthErrorAbort: true,
  };
}

function parsed(text: string): URL {
  try {
    const address = new URL(/^[a-z]+:\/\//i.test(text) ? text : `nats://${text}`);
    if (address.host === '') throw new TypeError('no host');
    return address;
  } catch (error) {
    throw new BrokerError(
      'BROKER_UNREACHABLE',
      `not an address of a NATS server: "${withoutSecrets(text)}"`,
      {
        cause: error,
      },
    );
  }
}

function loginOf({ username, password }: URL): ConnectionOptions {
  const user = decodeURIComponent(username);
  return password === '' ? { token: user } : { user, pass: decodeURIComponent(password) };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BrokerError('BROKER_REFUSED_LOGIN', `cannot read the credentials file ${file}`, {
      cause: error,
    });
  }
}

export const withoutSecrets = (url: string): string => url.replace(/\/\/[^@/,]*@/g, '//***@');

function hintFor({ code }: BrokerError): string {
  if (code === 'BROKER_UNREACHABLE') return '. Is a NATS server running there?';
  if (code === 'BROKER_REFUSED_LOGIN')
    return '. Give the login in the address (nats://user:password@host) or a credentials file';
  return '';
}
