import type { Micro } from '../../model/decimal.ts';

/** More wind from behind than a record may have. Without a reading, or without a limit, nothing speaks against it. */
export const isTooWindy = (wind: Micro | undefined, legal: Micro | undefined): boolean =>
  wind !== undefined && legal !== undefined && wind > legal;
