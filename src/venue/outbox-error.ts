export class OutboxError extends Error {
  /**
   * `OUTBOX_NOT_WRITTEN`: the disk did not take a line (full, a limit, an error of the device); nothing of it is in the file, the
   * fact has no number and was not sent. `OUTBOX_DAMAGED`: a line in the middle cannot be read. `OUTBOX_OF_ANOTHER_SOURCE`: as it says.
   * `OUTBOX_SHARED`: another program writes to the file; nothing is said until this one is started again.
   */
  readonly code: 'OUTBOX_NOT_WRITTEN' | 'OUTBOX_DAMAGED' | 'OUTBOX_OF_ANOTHER_SOURCE' | 'OUTBOX_SHARED';

  constructor(code: OutboxError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboxError';
    this.code = code;
  }
}
