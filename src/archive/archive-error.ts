export type ArchiveErrorCode =
  /** A file is missing, or another one than was written. */
  | 'ARCHIVE_DAMAGED'
  /** Another program writes into the same folder. */
  | 'ARCHIVE_OF_ANOTHER'
  /** It is of other facts than the broker has, or of another revision of rules and documents than the engines. */
  | 'ARCHIVE_DOES_NOT_FIT'
  /** The broker lacks facts that no archive has. */
  | 'FACTS_MISSING'
  /** No engine has published what the facts lead to. */
  | 'NOT_PUBLISHED';

/** What keeps an archive from being written, read or used; the message says it to a person. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string) {
    super(message);
    this.name = 'ArchiveError';
    this.code = code;
  }
}
