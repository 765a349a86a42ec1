import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { Session } from '../model/competition-content.ts';
import { defined } from '../model/defined.ts';
import type { Header, Names } from '../model/document.ts';
import type { Setup } from '../model/fact.ts';
import { parseInstant } from '../model/instant.ts';
import type { ResultStatus, ScheduleStatus } from '../model/result-status.ts';
import type { Medal, Row, RowOf, Scheduled } from '../model/row.ts';
import { disciplineRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Sport } from '../rules/contract.ts';
import type { CompetitionSaid } from './competition-said.ts';
import { ceremonyNames, scheduledNames } from './scheduled-names.ts';
import type { UnitField } from './unit-field.ts';

/** A unit is on the schedule once something of these is said of it; a stray fact makes no line. */
const PLANNING_KINDS = ['setup', 'startList', 'schedule', 'status'] as const;

export interface ScheduleSources {
  readonly sport: Sport;
  readonly units: readonly UnitField[];
  /** What was said of units that are no competition: ceremonies, training, meetings. */
  readonly others: ReadonlyMap<Rsc, UnitLedger>;
  readonly said: CompetitionSaid;
  ledgerOf(rsc: Rsc): UnitLedger;
  names(rsc: Rsc): Names;
  /** The best medal that is decided in a unit, where its setup does not say. */
  medalIn(unit: Rsc): Medal | undefined;
}

/** All units of a discipline: when, where, in which state. One row per unit, by planned start. */
export class ScheduleDocument {
  readonly #rows = new Map<Rsc, ScheduleRow>();

  /** `touched`: the units of which something else may be said than last time; null: all. */
  document(from: ScheduleSources, touched: Iterable<Rsc> | null): { header: Header; rows: readonly Row[] } {
    if (touched === null) this.#rows.clear();
    else for (const rsc of touched) this.#rows.delete(rsc);
    for (const unit of from.units)
      if (isPlanned(unit.ledger)) this.#keep(unit.rsc, () => competitionRow(unit, from));
    for (const [rsc, ledger] of from.others)
      if (isPlanned(ledger)) this.#keep(rsc, () => otherRow(rsc, ledger, from));
    const rows = byStart([...this.#rows.values()]);
    const sessions = sessionsOf(rows, from);
    const header: Header = {
      type: 'SCHEDULE',
      unit: disciplineRsc(from.sport.discipline),
      subcode: null,
      status: 'LIVE',
      test: from.units.some((unit) => unit.test),
      rule: null,
      names: { discipline: from.sport.name },
      reliability: { ok: true, reasons: [] },
      columns: rowsOf('SCHEDULE').columns,
      info: {},
      ...(sessions.length === 0 ? {} : { sessions }),
    };
    return { header, rows };
  }

  #keep(rsc: Rsc, row: () => ScheduleRow): void {
    if (!this.#rows.has(rsc)) this.#rows.set(rsc, row());
  }
}

const isPlanned = (ledger: UnitLedger): boolean => PLANNING_KINDS.some((kind) => ledger.whole(kind) !== null);

/** Units without a start, and those whose start is no time, come last. */
function byStart(rows: readonly ScheduleRow[]): readonly ScheduleRow[] {
  const timed = rows.map((row) => ({ row, at: timeOf(row.scheduled) }));
  timed.sort((one, other) => one.at - other.at || (one.row.key < other.row.key ? -1 : 1));
  return timed.map(({ row }) => row);
}

const timeOf = ({ start }: { readonly start?: string }): number =>
  (start === undefined ? null : parseInstant(start)) ?? Number.MAX_SAFE_INTEGER;

type ScheduleRow = RowOf<'SCHEDULE'>;

function competitionRow(unit: UnitField, from: ScheduleSources): ScheduleRow {
  const { rsc, ledger, status } = unit;
  const medals = ledger.whole('setup')?.content.medals;
  const scheduled = scheduledOf(
    rsc,
    ledger,
    from.names(rsc),
    medals === undefined ? from.medalIn(rsc) : bestOf(medals),
    from,
  );
  return { key: rsc, scheduled, state: { status: stateOf(unit, from), resultStatus: status } };
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
  rows: readonly ScheduleRow[],
  { sport, said, ledgerOf }: ScheduleSources,
): ShownSession[] {
  const sessions = ledgerOf(disciplineRsc(sport.discipline))
    .all('session')
    .map(({ content }) => sessionOf(content, goldIn(content.code, rows), said));
  return sessions.sort((one, other) => timeOf(one) - timeOf(other) || (one.code < other.code ? -1 : 1));
}

const goldIn = (session: string, rows: readonly ScheduleRow[]): number =>
  rows.filter(({ scheduled }) => scheduled.session === session && scheduled.medal === 'GOLD').length;

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
