/**
 * How open a unit still is, as far as its list says it. Who can still win what follows from the rules, and is not guessed at here: PROJECTION says
 * it, where the venue asks for one and it is known; else a unit under way is `OPEN`.
 */
import type { Document, Outlook } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import type { ListRow } from '../../model/row.ts';

export type Openness =
  | 'NOT_STARTED'
  | 'NOT_ALL_STARTED'
  | 'OPEN'
  | 'LEAD_OPEN'
  | 'PODIUM_OPEN'
  | 'UNDER_PROTEST'
  | 'DECIDED';

export interface UnitOpenness {
  readonly openness: Openness;
  /** Who has something to do, as the projection says; else who has neither a mark nor a reason to have none. */
  readonly stillOut: number;
}

/** Officials stand by it, or have to decide it again. */
const STANDS = ['OFFICIAL', 'UNOFFICIAL'];

export function opennessOf(
  result: Pick<Document, 'header' | 'rows'>,
  projection: Pick<Document, 'header'> | null = null,
): UnitOpenness {
  const { status, reliability } = result.header;
  const rows = listRows(result);
  const stillOut = rows.filter(({ mark }) => mark.result === null && mark.irm === null).length;
  const openness = opennessBy(status, rows, reliability.reasons.includes('UNDER_PROTEST'));
  const outlook = projection?.header.outlook;
  if (outlook?.lead === undefined || (openness !== 'OPEN' && openness !== 'NOT_ALL_STARTED'))
    return { openness, stillOut };
  return { openness: projectedOpenness(outlook), stillOut: outlook.stillOut };
}

function projectedOpenness({ lead, podium, notStarted }: Outlook): Openness {
  if (lead === 'OPEN') return notStarted > 0 ? 'NOT_ALL_STARTED' : 'LEAD_OPEN';
  return podium === 'OPEN' ? 'PODIUM_OPEN' : 'DECIDED';
}

function opennessBy(status: string, rows: readonly ListRow[], isProtested: boolean): Openness {
  if (status === 'PROTESTED' || isProtested) return 'UNDER_PROTEST';
  if (STANDS.includes(status)) return 'DECIDED';
  const begun = rows.filter(hasBegun).length;
  if (begun === 0) return 'NOT_STARTED';
  return begun < rows.length ? 'NOT_ALL_STARTED' : 'OPEN';
}

/** Anything is known of what somebody did. */
const hasBegun = ({ mark }: ListRow): boolean =>
  mark.result !== null || mark.irm !== null || Object.keys(mark.details).length > 0;

/** A shape beside the word, so that colour is not needed. */
export const OPENNESS_SHAPES: Readonly<Record<Openness, string>> = {
  NOT_STARTED: '○',
  NOT_ALL_STARTED: '◔',
  OPEN: '◑',
  LEAD_OPEN: '◑',
  PODIUM_OPEN: '◕',
  UNDER_PROTEST: '⚠',
  DECIDED: '●',
};
