import { isBrokerError } from '../broker/errors.ts';
import type { OnAirRefusalCode } from '../on-air/commands.ts';

/** Why a desk does not do what it was asked. */
export type DeskRefusalCode =
  | OnAirRefusalCode
  /** The fact has no effect for another reason, or counts by now. */
  | 'NOT_HELD'
  /** It has cleared, or was never there. */
  | 'NOT_ACTIVE'
  /** It has begun anew since it was seen. */
  | 'OTHER_OCCURRENCE'
  /** The broker did not take it. */
  | 'NOT_STORED';

export class DeskRefusal extends Error {
  readonly code: DeskRefusalCode;

  constructor(code: DeskRefusalCode, message: string) {
    super(message);
    this.name = 'DeskRefusal';
    this.code = code;
  }
}

/** A failure of the broker as a refusal. */
export async function stored<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (isBrokerError(error))
      throw new DeskRefusal('NOT_STORED', `the broker did not take it: ${error.message}`);
    throw error;
  }
}
