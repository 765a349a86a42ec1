import type { Micro } from '../../model/decimal.ts';
import { officialWind } from '../../model/wind-text.ts';

/**
 * More wind from behind than a record may have, by the reading as it is published. Without a reading, or
 * without a limit, nothing speaks against it.
 */
export const isTooWindy = (wind: Micro | null | undefined, legal: Micro | undefined): boolean =>
  wind != null && legal !== undefined && officialWind(wind) > legal;
