/**
 * Every way in which a broker can fail its caller. The codes are stable: they appear in logs, in
 * exit messages and in tests. What a venue or a sport does wrong is not here but in a rejection.
 */
export type BrokerErrorCode =
  /** Nobody listens at the address, or nobody did within the time allowed. */
  | 'BROKER_UNREACHABLE'
  /** User, password, token or credentials were not accepted. */
  | 'BROKER_REFUSED_LOGIN'
  /** The login is good but may not do this (publish to this subject, make this stream). */
  | 'BROKER_NOT_PERMITTED'
  /** A NATS server without JetStream: there is no memory to store facts in. */
  | 'JETSTREAM_NOT_ENABLED'
  /** The broker did not answer in time; what was asked may or may not have happened. */
  | 'BROKER_TIMEOUT'
  /** This end of the connection has been closed. */
  | 'BROKER_CLOSED'
  /** Another message of the channel has been stored since the one behind which this one was to be stored. */
  | 'NOT_NEXT'
  /** More bytes in one publish than the broker takes (`max_payload`). */
  | 'PAYLOAD_TOO_LARGE'
  /** The broker has no room left, or fewer servers than the replicas asked for. */
  | 'BROKER_OUT_OF_RESOURCES'
  /** The broker said no for another reason; the message carries its words. */
  | 'BROKER_REFUSED'
  /** There is no nats-server program on this machine. */
  | 'NATS_SERVER_MISSING'
  /** The nats-server program did not start; the message carries its last words. */
  | 'NATS_SERVER_FAILED';

export class BrokerError extends Error {
  readonly code: BrokerErrorCode;

  constructor(code: BrokerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BrokerError';
    this.code = code;
  }
}

export const isBrokerError = (error: unknown, code?: BrokerErrorCode): error is BrokerError =>
  error instanceof BrokerError && (code === undefined || error.code === code);

/** After one of these a publish can be repeated as it is: the message id makes a second copy vanish. */
export const isWorthRetrying = (error: unknown): boolean =>
  isBrokerError(error, 'BROKER_TIMEOUT') ||
  isBrokerError(error, 'BROKER_UNREACHABLE') ||
  isBrokerError(error, 'BROKER_OUT_OF_RESOURCES');
