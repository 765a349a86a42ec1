/** The part of a pino log that programs use. */
export interface ProgramLog {
  /** For whoever follows a fact: a line for each version. */
  debug?(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}
