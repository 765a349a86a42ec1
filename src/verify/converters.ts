import { athleticsConverters } from './converters/athletics.ts';
import type { Converter } from './converters/conversion.ts';
import { divingConverters } from './converters/diving.ts';
import { footballConverters } from './converters/football.ts';
import { gymnasticsConverters } from './converters/gymnastics.ts';
import { judoConverters } from './converters/judo.ts';
import { orienteeringConverters } from './converters/orienteering.ts';
import { rowingConverters } from './converters/rowing.ts';
import { sailingConverters } from './converters/sailing.ts';
import { swimmingConverters } from './converters/swimming.ts';
import { tennisConverters } from './converters/tennis.ts';

/** Every format of published results that can be verified. */
export const CONVERTERS: readonly Converter[] = [
  ...athleticsConverters,
  ...gymnasticsConverters,
  ...swimmingConverters,
  ...orienteeringConverters,
  ...footballConverters,
  ...tennisConverters,
  ...rowingConverters,
  ...divingConverters,
  ...judoConverters,
  ...sailingConverters,
];
