/** The part of a pino logger that an edge uses. */
export interface EdgeLog {
  /** For whoever follows a fact: a line for each version. */
  debug?(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
