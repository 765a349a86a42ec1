/** What HTTP says when it cannot answer: a stable code and one sentence with what to do. */
export type ApiErrorCode =
  | 'NOT_FOUND'
  | 'NO_SUCH_DOCUMENT'
  | 'NO_SUCH_VERSION'
  | 'BAD_CHANNEL'
  | 'BAD_FILTER'
  | 'BAD_AT'
  | 'BAD_EXTRAS'
  | 'BAD_SINCE'
  | 'BAD_COLUMNS'
  | 'BAD_STRETCH'
  | 'NO_SUCH_ROW'
  | 'IS_TEST'
  | 'NO_DELTA_IN_FORMAT'
  | 'NOT_ACCEPTABLE'
  | 'ORIGIN_REFUSED'
  | 'HOST_REFUSED'
  | 'BAD_OPTION'
  | 'BAD_POSITION'
  | 'FULL'
  | 'BUSY'
  | 'DRAINING'
  | 'BAD_REQUEST'
  | 'HANDSHAKE_TIMEOUT'
  | 'HEADERS_TOO_LARGE'
  | 'HISTORY_UNAVAILABLE'
  | 'TOKEN_REFUSED'
  | 'KEY_REFUSED'
  | 'NOT_HELD'
  | 'NOT_ACTIVE'
  | 'OTHER_OCCURRENCE'
  | 'NOT_ON_AIR'
  | 'OTHER_CUE'
  | 'STEP_PASSED'
  | 'TOO_MANY_LAYERS'
  | 'NOT_STORED'
  | 'INTERNAL';

export class ApiError extends Error {
  readonly status: number;
  readonly code: ApiErrorCode;

  constructor(status: number, code: ApiErrorCode, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

export const errorBody = (
  code: ApiErrorCode,
  message: string,
): { error: { code: ApiErrorCode; message: string } } => ({
  error: { code, message },
});
