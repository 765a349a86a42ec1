import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Header, Names } from '../model/document.ts';
import type { ScheduleStatus } from '../model/result-status.ts';
import type { Row, RowOf } from '../model/row.ts';
import { disciplineRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import { unitTitle } from '../model/title.ts';
import type { Sport } from '../rules/contract.ts';
import type { UnitField } from './unit-field.ts';

/** A unit is on the schedule once something of these is said of it; a stray fact makes no line. */
const PLANNING_KINDS = ['setup', 'startList', 'schedule', 'status'] as const;

/** All units of a discipline: when, where, in which state. One row per unit, by planned start. */
export function scheduleDocument(from: {
  sport: Sport;
  units: readonly UnitField[];
  ledgerOf(rsc: Rsc): UnitLedger;
  names(rsc: Rsc): Names;
}): { header: Header; rows: readonly Row[] } {
  const { sport, units } = from;
  const planned = units.filter(({ ledger }) => PLANNING_KINDS.some((kind) => ledger.whole(kind) !== null));
  const rows = planned.map((unit) => rowOf(unit, from.names(unit.rsc), from.ledgerOf(phaseRsc(unit.rsc))));
  rows.sort(
    (one, other) =>
      compareText(one.scheduled.start ?? '~', other.scheduled.start ?? '~') ||
      compareText(one.key, other.key),
  );
  const header: Header = {
    type: 'SCHEDULE',
    unit: disciplineRsc(sport.discipline),
    subcode: null,
    status: 'LIVE',
    test: units.some((unit) => unit.test),
    rule: null,
    names: { discipline: sport.name },
    reliability: { ok: true, reasons: [] },
    columns: rowsOf('SCHEDULE').columns,
    info: {},
  };
  return { header, rows };
}

function rowOf(unit: UnitField, names: Names, phase: UnitLedger): RowOf<'SCHEDULE'> {
  const { rsc, ledger, status } = unit;
  const setup = ledger.whole('setup')?.content ?? {};
  const above = phase.whole('setup')?.content ?? {};
  const planned = ledger.whole('schedule')?.content ?? phase.whole('schedule')?.content;
  const start = planned?.start ?? setup.scheduledStart ?? above.scheduledStart;
  const scheduled = {
    name: unitTitle(names),
    ...(names.event === undefined ? {} : { event: names.event }),
    ...(names.phase === undefined ? {} : { phase: names.phase }),
    ...(start === undefined ? {} : { start }),
    ...(planned?.end === undefined ? {} : { end: planned.end }),
    ...(setup.venue === undefined ? {} : { venue: setup.venue }),
    ...(setup.location === undefined ? {} : { location: setup.location }),
    ...(setup.medals === undefined ? {} : { medal: setup.medals.some((place) => place > 0) }),
  };
  const state = { status: planned?.status ?? scheduleStatusOf(unit), resultStatus: status };
  return { key: rsc, scheduled, state };
}

/** What the state of the result says of the unit, when the venue sends no schedule. */
function scheduleStatusOf({ status, decided }: UnitField): ScheduleStatus {
  if (decided || status === 'UNCONFIRMED') return 'FINISHED';
  return status === 'START_LIST' ? 'SCHEDULED' : 'RUNNING';
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
