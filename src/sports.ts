import { athletics } from '../sports/athletics/athletics.ts';
import { gymnastics } from '../sports/gymnastics/gymnastics.ts';
import { orienteering } from '../sports/orienteering/orienteering.ts';
import { swimming } from '../sports/swimming/swimming.ts';
import type { Sport } from './rules/contract.ts';

/** Every sport this build knows. A new one gets its line here. */
export const SPORTS: readonly Sport[] = [athletics, gymnastics, swimming, orienteering];
