/**
 * Import of IOF result lists, the exchange format of orienteering: `splitsecond import iof FILE`.
 * Each class is an event, each race of it a unit. Positions of the file are left out of the facts.
 */
import { formatDecimal, type Micro, ONE } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { formatInstant } from '../../model/instant.ts';
import { formatRsc, type Rsc } from '../../model/rsc.ts';
import { type FeedFact, FeedWriter } from './feed-writer.ts';
import { grouped } from './grouped.ts';
import {
  IOF,
  type IofClass,
  type IofControl,
  type IofResultList,
  type IofRunner,
  readIof,
} from './iof-results.ts';
import type { LeftOut } from './left-out.ts';
import { readBounded } from './xml-tree.ts';

export interface IofImport {
  readonly name: string;
  readonly facts: Iterable<FeedFact>;
  readonly races: readonly PublishedRace[];
  /** Results that the file has. */
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

/** The positions that the file publishes for one race of one class. */
export interface PublishedRace {
  readonly unit: Rsc;
  readonly rows: readonly {
    /** Number of the result in the file. */
    readonly line: number;
    readonly competitor: string;
    readonly name: string;
    readonly position: number | null;
    readonly irm: string | null;
  }[];
}

/** Reads the file's text or bytes. Throws an ImportError with a code; see `readIof`. */
export function importIof(file: Uint8Array | string): IofImport {
  const list = readIof(file);
  const races = racesOf(list);
  return {
    name: list.name,
    facts: factsOf(list, races),
    races: races.map(({ unit, runners }) => ({ unit, rows: runners.map(publishedRow) })),
    lines: list.lines,
    leftOut: list.leftOut,
  };
}

export const importIofFile = (path: string): IofImport => importIof(readBounded(path, IOF));

const publishedRow = ({
  line,
  code,
  given,
  family,
  position,
  status,
}: IofRunner): PublishedRace['rows'][number] => ({
  line,
  competitor: code,
  name: `${family} ${given}`.trim(),
  position,
  irm: irmOf(status),
});

interface Race {
  readonly unit: Rsc;
  readonly className: string;
  readonly runners: readonly IofRunner[];
}

function racesOf({ classes }: IofResultList): Race[] {
  const used = new Set<string>();
  return classes.flatMap((each, index) => {
    if (each.runners.length === 0) return [];
    const event = eventCode(each, index, used);
    return [...grouped(each.runners, ({ race }) => race)].map(([race, runners]) => ({
      unit: formatRsc({ discipline: 'ORI', gender: each.gender, event, phase: 'FNL-', unit: unitCode(race) }),
      className: each.name,
      runners,
    }));
  });
}

const unitCode = (race: number): string => `${String(Math.min(race, 9999)).padStart(4, '0')}00--`;

/** `Catégorie-3` -> `CATEGORIE3`. Two classes of one code are told apart by their number in the file. */
function eventCode({ name }: IofClass, index: number, used: Set<string>): string {
  const plain = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 14);
  const code =
    plain === '' || used.has(plain) ? `${plain.slice(0, 12)}-${index + 1}`.replace(/^-/, 'C') : plain;
  used.add(code);
  return code;
}

const IRM_BY_STATUS: Readonly<Record<string, string>> = {
  MissingPunch: 'MP',
  DidNotFinish: 'DNF',
  SportingWithdrawal: 'DNF',
  OverTime: 'OVT',
  NotCompeting: 'NC',
  DidNotStart: 'DNS',
  DidNotEnter: 'DNS',
  Cancelled: 'DNS',
  Disqualified: 'DSQ',
};

/** Statuses of IOF XML as marks of orienteering; null for those that say nothing about the result. */
const irmOf = (status: string): string | null => IRM_BY_STATUS[status] ?? null;

// Facts

const MINUTE = 60 * ONE;
const LISTS_BEFORE_START = 30 * MINUTE;
/** Where a file has no starts at all. */
const NO_START: Instant = Date.UTC(2000, 0, 1, 10) * 1000;

function* factsOf(list: IofResultList, races: readonly Race[]): Generator<FeedFact> {
  const writer = new FeedWriter(`IOF-${list.name}`);
  for (const race of races) writeRace(writer, race);
  yield* writer.facts();
}

function writeRace(writer: FeedWriter, { unit, className, runners }: Race): void {
  const starts = runners.flatMap(({ start }) => start ?? []);
  const first = starts.length === 0 ? NO_START : Math.min(...starts);
  const last = Math.max(...runners.map((runner) => (runner.start ?? first) + lastTime(runner)));
  const scheduledStart = formatInstant(first);
  const announced = first - LISTS_BEFORE_START;
  writer.add(announced, unit, {
    setup: { rule: 'ORI.INDIVIDUAL@2024', event: className, scheduledStart, points: pointsOf(runners) },
  });
  writer.add(announced, unit, { schedule: { status: 'SCHEDULED', start: scheduledStart } });
  writer.add(announced, unit, { startList: { entries: entriesOf(runners, first) } });
  writer.add(first, unit, { schedule: { status: 'RUNNING' } });
  writer.add(first, unit, { status: { result: 'LIVE' } });
  const inCodeOrder = [...runners].sort((one, other) => (one.code < other.code ? -1 : 1));
  for (const runner of inCodeOrder) writeRun(writer, unit, runner, runner.start ?? first);
  writer.add(last + MINUTE, unit, { schedule: { status: 'FINISHED' } });
  writer.add(last + MINUTE, unit, { status: { result: 'UNOFFICIAL' } });
  writer.add(last + 5 * MINUTE, unit, { status: { result: 'OFFICIAL' } });
}

const lastTime = ({ time, controls }: IofRunner): Micro => time ?? controls.at(-1)?.time ?? 0;

/** A control can be visited twice, so a point is its number on the course with the control's code. */
const pointOf = ({ number, code }: IofControl): string => `${number}-${code}`;

function pointsOf(runners: readonly IofRunner[]): FeedFact[] {
  const controls = new Map(
    runners.flatMap((runner) => runner.controls.map((control) => [pointOf(control), control])),
  );
  const inOrder = [...controls.values()].sort((one, other) => one.number - other.number);
  return [...inOrder.map((control) => ({ code: pointOf(control) })), { code: 'FIN' }];
}

function entriesOf(runners: readonly IofRunner[], first: Instant): FeedFact[] {
  const startOf = ({ start }: IofRunner): Instant => start ?? first;
  return (
    [...runners]
      // The file is in order of the result, which must not give itself away.
      .sort((one, other) => startOf(one) - startOf(other) || (one.code < other.code ? -1 : 1))
      .map((runner, index) => ({
        competitor: {
          code: runner.code,
          kind: 'ATHLETE',
          organisation: runner.organisation,
          name: { ...(runner.given === '' ? {} : { given: runner.given }), family: runner.family },
        },
        startOrder: index + 1,
        ...(runner.bib === null ? {} : { bib: runner.bib }),
        startOffset: formatDecimal(startOf(runner) - first),
      }))
  );
}

function writeRun(writer: FeedWriter, unit: Rsc, runner: IofRunner, start: Instant): void {
  const { code: competitor, controls, time, status } = runner;
  const irm = irmOf(status);
  if (irm !== 'DNS') writer.add(start, unit, { start: { competitor, at: formatInstant(start) } });
  for (const control of controls) {
    const passing = { competitor, point: pointOf(control), time: formatDecimal(control.time) };
    writer.add(start + control.time, unit, { passing });
  }
  if (time !== null && irm !== 'DNF' && irm !== 'DNS') {
    writer.add(start + time, unit, { passing: { competitor, point: 'FIN', time: formatDecimal(time) } });
  }
  if (irm !== null) writer.add(start + lastTime(runner) + 20 * ONE, unit, { irm: { competitor, code: irm } });
}
