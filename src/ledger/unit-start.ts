import type { Start } from '../model/fact.ts';
import type { UnitLedger } from './unit-ledger.ts';

/** The gun: the start of the unit as a whole that was not called back; null before it. */
export const unitStart = (ledger: UnitLedger): Start | null =>
  ledger.all('start').find(({ content }) => content.competitor === undefined && content.false !== true)
    ?.content ?? null;
