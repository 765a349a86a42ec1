/** What a list says of somebody who has not done anything in it. */
import { NO_DETAILS } from '../model/row.ts';
import type { MarkOf, Standing } from './contract.ts';

export const WAITING: Standing = { stage: 'WAITING', irm: null };
export const NOTHING_SHOWN: MarkOf = { result: null, resultType: null, details: NO_DETAILS };
