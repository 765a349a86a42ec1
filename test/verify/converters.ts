import type { Converter } from '../converters/conversion.ts';

/** Every format of published results that can be verified. */
export const CONVERTERS: readonly Converter[] = [];
