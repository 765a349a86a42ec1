/**
 * How open a unit still is, as far as its list says it. Who can still win what follows from the rules, and is not guessed at here: PROJECTION says
 * it, where the venue asks for one and it is known; else a unit under way is `OPEN` or not all have started, and only officials decide it.
 */
import type { Document, Outlook } from '../../model/document.ts';
import { listRows } from '../../model/document.ts';
import { isDecided } from '../../model/result-status.ts';
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
  /** Who has something to do, as the projection says; else who has neither a mark nor a reason to have none. Of the sides of a match nobody. */
  readonly stillOut: number;
}

export function opennessOf(
  result: Pick<Document, 'header' | 'rows'>,
  projection: Pick<Document, 'header'> | null = null,
): UnitOpenness {
  const rows = listRows(result);
  const openness = opennessBy(result.header, rows);
  const stillOut = openness === 'DECIDED' ? 0 : rows.filter(isStillOut).length;
  const outlook = projection?.header.outlook;
  if (outlook?.lead === undefined || (openness !== 'OPEN' && openness !== 'NOT_ALL_STARTED'))
    return { openness, stillOut };
  return { openness: projectedOpenness(outlook), stillOut: outlook.stillOut };
}

function projectedOpenness({ lead, podium, notStarted }: Outlook): Openness {
  if (lead === 'OPEN') return notStarted > 0 ? 'NOT_ALL_STARTED' : 'LEAD_OPEN';
  return podium === 'OPEN' ? 'PODIUM_OPEN' : 'DECIDED';
}

function opennessBy({ status, reliability, info }: Document['header'], rows: readonly ListRow[]): Openness {
  if (status === 'PROTESTED' || reliability.reasons.includes('UNDER_PROTEST')) return 'UNDER_PROTEST';
  if (isDecided(status)) return 'DECIDED';
  if (status === 'START_LIST') return 'NOT_STARTED';
  // A gun starts all of a race, and a match both sides.
  const isTogether = rows.some(
    ({ mark: { details } }) =>
      details.match !== undefined || (details.timedRace !== undefined && info.started !== undefined),
  );
  return isTogether || rows.every(hasBegun) ? 'OPEN' : 'NOT_ALL_STARTED';
}

const isStillOut = ({ mark: { result, irm, details } }: ListRow): boolean =>
  result === null && irm === null && details.match === undefined;

/** Anything is known of what somebody did: the details of a race are there before it. */
function hasBegun({ mark: { result, irm, details } }: ListRow): boolean {
  const { timedRace, ...others } = details;
  return (
    result !== null ||
    irm !== null ||
    Object.keys(others).length > 0 ||
    timedRace?.reaction !== undefined ||
    (timedRace?.passings.length ?? 0) > 0
  );
}

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
