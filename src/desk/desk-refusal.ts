/** Why a desk does not do what it was asked. */
export type DeskRefusalCode =
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
