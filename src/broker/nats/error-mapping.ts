import { JetStreamApiError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import { BrokerError, type BrokerErrorCode } from '../errors.ts';

/** NATS API error codes (server source, `errors.json`) that mean "no room" or "not enough servers". */
const OUT_OF_RESOURCES: ReadonlySet<number> = new Set([10002, 10005, 10023, 10028, 10047, 10074, 10077]);
/** 10039: not enabled for the account; 10076: not enabled at all. */
const NOT_ENABLED: ReadonlySet<number> = new Set([10039, 10076]);
/** 10008: JetStream temporarily unavailable (starting, no leader). */
const NOT_READY: ReadonlySet<number> = new Set([10008]);
/** Somebody else wrote since we looked. */
export const WRONG_LAST_SEQUENCE = 10071;
export const STREAM_NOT_FOUND = 10059;

/** Too few servers, said by a cluster. A server that is alone says 10074, and stays alone. */
const TOO_FEW_SERVERS: ReadonlySet<number> = new Set([10005, 10023]);

export const isApiError = (error: unknown, code: number): boolean =>
  error instanceof JetStreamApiError && error.code === code;

/** Whether a cluster that is forming, or choosing a leader, can have said this: a little later it may not. */
export const isPassing = (error: unknown): boolean =>
  error instanceof errors.TimeoutError ||
  (error instanceof JetStreamApiError && (NOT_READY.has(error.code) || TOO_FEW_SERVERS.has(error.code)));

/** Says in our words what the NATS library reports; `doing` opens the message ("publish a fact"). */
export function brokerErrorFrom(error: unknown, doing: string): BrokerError {
  if (error instanceof BrokerError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new BrokerError(codeOf(cause), `cannot ${doing}: ${cause.message}`, { cause });
}

function codeOf(error: Error): BrokerErrorCode {
  if (error.name === 'JetStreamNotEnabled') return 'JETSTREAM_NOT_ENABLED';
  if (error instanceof JetStreamApiError) return apiCodeOf(error.code);
  if (error instanceof errors.TimeoutError) return 'BROKER_TIMEOUT';
  if (error instanceof errors.ClosedConnectionError) return 'BROKER_CLOSED';
  if (error instanceof errors.DrainingConnectionError) return 'BROKER_CLOSED';
  if (error instanceof errors.PermissionViolationError) return 'BROKER_NOT_PERMITTED';
  if (error instanceof errors.AuthorizationError) return 'BROKER_REFUSED_LOGIN';
  if (error instanceof errors.UserAuthenticationExpiredError) return 'BROKER_REFUSED_LOGIN';
  if (error instanceof errors.NoRespondersError) return 'BROKER_UNREACHABLE';
  if (error instanceof errors.ConnectionError) return 'BROKER_UNREACHABLE';
  if (error.cause instanceof Error && error.cause !== error) return codeOf(error.cause);
  return codeOfText(error);
}

function apiCodeOf(code: number): BrokerErrorCode {
  if (NOT_ENABLED.has(code)) return 'JETSTREAM_NOT_ENABLED';
  if (code === WRONG_LAST_SEQUENCE) return 'NOT_NEXT';
  if (NOT_READY.has(code)) return 'BROKER_UNREACHABLE';
  return OUT_OF_RESOURCES.has(code) ? 'BROKER_OUT_OF_RESOURCES' : 'BROKER_REFUSED';
}

function codeOfText(error: Error): BrokerErrorCode {
  if (/max_payload/i.test(error.message)) return 'PAYLOAD_TOO_LARGE';
  if (
    /ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EAI_AGAIN/.test(
      `${(error as { code?: string }).code} ${error.message}`,
    )
  )
    return 'BROKER_UNREACHABLE';
  return 'BROKER_REFUSED';
}
