/** Bytes that are not a document or delta of the format they claim to be. */
export class DecodeError extends Error {
  readonly code = 'BAD_DOCUMENT';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DecodeError';
  }
}
