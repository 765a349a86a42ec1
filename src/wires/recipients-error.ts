import type { FieldFault } from '../settings-fields.ts';

export type RecipientsErrorCode =
  | FieldFault
  /** Two recipients have one name: their deliveries would stand in one place. */
  | 'NAME_TWICE'
  /** Two recipients would write the same files. */
  | 'FOLDER_TWICE'
  /** The form has no place for documents of this type. */
  | 'FORM_HAS_NOT_TYPE'
  /** With this threshold nothing of the type would ever be sent. */
  | 'NEVER_SENT'
  /** The environment has no such variable. */
  | 'SECRET_MISSING';

/** What is wrong with a file of recipients: `path` names the field, `recipients[1].way.http.url`. */
export class RecipientsError extends Error {
  readonly code: RecipientsErrorCode;
  readonly path: string;

  constructor(code: RecipientsErrorCode, path: string, message: string) {
    super(path === '' ? message : `${path}: ${message}`);
    this.name = 'RecipientsError';
    this.code = code;
    this.path = path;
  }
}
