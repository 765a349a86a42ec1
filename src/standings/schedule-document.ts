import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Session } from '../model/competition-content.ts';
import { defined } from '../model/defined.ts';
import type { Header, Names } from '../model/document.ts';
import type { Setup } from '../model/fact.ts';
import { parseInstant } from '../model/instant.ts';
import type { ResultStatus, ScheduleStatus } from '../model/result-status.ts';
import type { Medal, RowOf, Scheduled } from '../model/row.ts';
import type { RowList } from '../model/row-list.ts';
import { disciplineRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Sport } from '../rules/contract.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { ceremonyNames, scheduledNames } from './scheduled-names.ts';
import { SortedRows } from './sorted-rows.ts';
import type { UnitField } from './unit-field.ts';

/** A unit is on the schedule once something of these is said of it; a stray fact makes no line. */
const PLANNING_KINDS = ['setup', 'startList', 'schedule', 'status'] as const;

export interface ScheduleSources {
  readonly sport: Sport;
  unit(rsc: Rsc): UnitField | null;
  /** What was said of units that are no competition: ceremonies, training, meetings. */
  readonly others: ReadonlyMap<Rsc, UnitLedger>;
  readonly said: CompetitionSaid;
  ledgerOf(rsc: Rsc): UnitLedger;
  names(rsc: Rsc): Names;
  /** The best medal that is decided in a unit, where its setup does not say. */
  medalIn(unit: Rsc): Medal | undefined;
}

/** Of which units something else may be said than last time. */
export interface TouchedUnits {
  readonly units: Iterable<Rsc>;
  /** Units of which no more than the medal may be another one, because others came to their event. */
  readonly beside: Iterable<Rsc>;
}

/** All units of a discipline: when, where, in which state. One row per unit, by planned start. */
export class ScheduleDocument {
  readonly #rows = new SortedRows<ScheduleRow>(byStart);
  /** Gold medals that are decided in each session. */
  readonly #gold = new Map<string, number>();

  document(
    from: ScheduleSources,
    { units, beside }: TouchedUnits,
    test: boolean,
  ): { header: Header; rows: RowList<ScheduleRow> } {
    const touched = new Set(units);
    for (const rsc of beside) if (this.#hasAnotherMedal(rsc, from)) touched.add(rsc);
    for (const rsc of touched) this.#renew(rsc, from);
    const sessions = sessionsOf(from, (session) => this.#gold.get(session) ?? 0);
    const header: Header = {
      type: 'SCHEDULE',
      unit: disciplineRsc(from.sport.discipline),
      subcode: null,
      status: 'LIVE',
      test,
      rule: null,
      names: { discipline: from.sport.name },
      reliability: { ok: true, reasons: [] },
      columns: rowsOf('SCHEDULE').columns,
      info: {},
      ...(sessions.length === 0 ? {} : { sessions }),
    };
    return { header, rows: this.#rows.rows };
  }

  /** The line of a unit as it stands; null for none. */
  rowOf(unit: Rsc): ScheduleRow | null {
    return this.#rows.get(unit) ?? null;
  }

  /** Lines of units that are not in memory. */
  takeUp(rows: Iterable<ScheduleRow | null>): void {
    for (const row of rows) {
      if (row === null) continue;
      this.#rows.set(row.key, row);
      this.#count(row, 1);
    }
  }

  #hasAnotherMedal(rsc: Rsc, from: ScheduleSources): boolean {
    const row = this.#rows.get(rsc);
    const unit = from.unit(rsc);
    return row !== undefined && unit !== null && row.scheduled.medal !== medalOf(unit, from);
  }

  #renew(rsc: Rsc, from: ScheduleSources): void {
    const row = rowOf(rsc, from);
    const changed = this.#rows.set(rsc, row);
    if (changed === undefined) return;
    this.#count(changed.before, -1);
    this.#count(row, 1);
  }

  #count(row: ScheduleRow | null | undefined, count: 1 | -1): void {
    const { session, medal } = row?.scheduled ?? {};
    if (session !== undefined && medal === 'GOLD')
      this.#gold.set(session, (this.#gold.get(session) ?? 0) + count);
  }
}

const isPlanned = (ledger: UnitLedger): boolean => PLANNING_KINDS.some((kind) => ledger.whole(kind) !== null);

/** Units without a start, and those whose start is no time, come last. */
function byStart(one: ScheduleRow, other: ScheduleRow): number {
  return (
    timeOf(one.scheduled) - timeOf(other.scheduled) ||
    (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
  );
}

const timeOf = ({ start }: { readonly start?: string }): number =>
  (start === undefined ? null : parseInstant(start)) ?? Number.MAX_SAFE_INTEGER;

export type ScheduleRow = RowOf<'SCHEDULE'>;

/** Null for a unit of which nothing is planned. */
function rowOf(rsc: Rsc, from: ScheduleSources): ScheduleRow | null {
  const unit = from.unit(rsc);
  if (unit !== null) return isPlanned(unit.ledger) ? competitionRow(unit, from) : null;
  const other = from.others.get(rsc);
  return other !== undefined && isPlanned(other) ? otherRow(rsc, other, from) : null;
}

function competitionRow(unit: UnitField, from: ScheduleSources): ScheduleRow {
  const { rsc, ledger, status } = unit;
  const scheduled = scheduledOf(rsc, ledger, from.names(rsc), medalOf(unit, from), from);
  return { key: rsc, scheduled, state: { status: stateOf(unit, from), resultStatus: status } };
}

/** As the venue says it, else as the plan does. */
function medalOf({ rsc, ledger }: UnitField, from: ScheduleSources): Medal | undefined {
  const medals = ledger.whole('setup')?.content.medals;
  return medals === undefined ? from.medalIn(rsc) : bestOf(medals);
}

function otherRow(rsc: Rsc, ledger: UnitLedger, from: ScheduleSources): ScheduleRow {
  const names = ceremonyNames(rsc, from.names(rsc), ledger.whole('setup')?.content.name, from.sport);
  const status = plannedOf(rsc, ledger, from)?.status ?? 'SCHEDULED';
  return { key: rsc, scheduled: scheduledOf(rsc, ledger, names, undefined, from), state: { status } };
}

function scheduledOf(
  rsc: Rsc,
  ledger: UnitLedger,
  names: Names,
  medal: Medal | undefined,
  from: ScheduleSources,
): Scheduled {
  const { said } = from;
  const setup = setupOf(rsc, ledger, from);
  const planned = plannedOf(rsc, ledger, from);
  const { venue, location, session } = setup;
  const local = (time: string | undefined): string | undefined => said.localTime(time, venue);
  const venueName = said.text(said.venueNames(venue));
  const locationName = said.text(said.locationNames(venue, location));
  return defined<Scheduled>({
    ...scheduledNames(rsc, names, setup.names, from.sport),
    start: local(planned?.start ?? setup.scheduledStart),
    end: local(planned?.end),
    actualStart: local(planned?.actualStart),
    actualEnd: local(planned?.actualEnd),
    venue,
    venueName: venueName === venue ? undefined : venueName,
    location,
    locationName: locationName === location ? undefined : locationName,
    session,
    medal,
  });
}

/** Where a unit is not said to be elsewhere, it is where its phase is. */
function setupOf(rsc: Rsc, ledger: UnitLedger, { ledgerOf }: ScheduleSources): Setup {
  const above = ledgerOf(phaseRsc(rsc)).whole('setup')?.content ?? {};
  const { venue, location, session, scheduledStart } = above;
  return { ...defined({ venue, location, session, scheduledStart }), ...ledger.whole('setup')?.content };
}

const plannedOf = (rsc: Rsc, ledger: UnitLedger, { ledgerOf }: ScheduleSources) =>
  ledger.whole('schedule')?.content ?? ledgerOf(phaseRsc(rsc)).whole('schedule')?.content;

const bestOf = (places: readonly number[]): Medal | undefined =>
  places.includes(1)
    ? 'GOLD'
    : places.includes(2)
      ? 'SILVER'
      : places.some((place) => place > 0)
        ? 'BRONZE'
        : undefined;

function stateOf({ rsc, ledger, status, decided }: UnitField, from: ScheduleSources): ScheduleStatus {
  return plannedOf(rsc, ledger, from)?.status ?? scheduleStatusOf(status, decided);
}

/** What the state of the result says of the unit, when the venue sends no schedule. */
function scheduleStatusOf(status: ResultStatus, decided: boolean): ScheduleStatus {
  if (decided || status === 'UNCONFIRMED') return 'FINISHED';
  return status === 'START_LIST' ? 'SCHEDULED' : 'RUNNING';
}

type ShownSession = NonNullable<Header['sessions']>[number];

/** Sessions of the discipline as they were said, by start, each with the gold medals that are decided in it. */
function sessionsOf(
  { sport, said, ledgerOf }: ScheduleSources,
  goldIn: (session: string) => number,
): ShownSession[] {
  const sessions = ledgerOf(disciplineRsc(sport.discipline))
    .all('session')
    .map(({ content }) => sessionOf(content, goldIn(content.code), said));
  return sessions.sort((one, other) => timeOf(one) - timeOf(other) || (one.code < other.code ? -1 : 1));
}

function sessionOf(session: Session, medals: number, said: CompetitionSaid): ShownSession {
  const { code, names, start, end, venue, type, status } = session;
  const name = said.text(names) ?? code;
  const others = Object.entries(names ?? {}).filter(([, text]) => text !== name);
  const venueName = said.text(said.venueNames(venue));
  return defined<ShownSession>({
    code,
    name,
    names: others.length === 0 ? undefined : Object.fromEntries(others),
    start: said.localTime(start, venue),
    end: said.localTime(end, venue),
    venue,
    venueName: venueName === venue ? undefined : venueName,
    type,
    status,
    medals: medals === 0 ? undefined : medals,
  });
}
