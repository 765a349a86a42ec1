/** Teams of a relay in an IOF list (version 3.0): legs, take-overs, and the time of the whole. */
import type { Micro } from '../../model/decimal.ts';
import type { IofClocks } from './iof-clocks.ts';
import { type IofPersons, type IofRun, positionOf } from './iof-persons.ts';
import type { IofPerson, IofPoint, RawStarter } from './iof-starters.ts';
import { irmOf, statusOf, timeOf } from './iof-values.ts';
import type { ImportReport } from './report.ts';
import { codeText, lineText } from './texts.ts';
import { child, type XmlElement } from './xml-tree.ts';

interface Leg {
  readonly number: number;
  /** Among those who run the same leg. */
  readonly order: number;
  readonly person: IofPerson;
  readonly result: XmlElement;
}

/** Points of one leg come before those of the next. */
const LEG_STEP = 100_000;

/** `number`: of the result in the file. Null for a team without name or legs. */
export function teamOf(
  element: XmlElement,
  number: number,
  persons: IofPersons,
  clocks: IofClocks,
  report: ImportReport,
  listedIn: string,
): RawStarter | null {
  const name = lineText(child(element, 'Name')?.text ?? '');
  const legs = legsOf(element, persons);
  const first = legs[0];
  if (name === '' || first === undefined) return null;
  const organisation = persons.organisationOf(element);
  const bib = codeText(child(element, 'BibNumber')?.text ?? '') || null;
  const code = persons.teamCode(
    child(element, 'EntryId')?.text || name,
    `${name}|${organisation}|${bib ?? ''}`,
    element.line,
  );
  const isResult = element.name === 'TeamResult';
  const run = isResult ? runOf(legs, code, persons, clocks, report) : NOT_RUN;
  return {
    code,
    name: { team: name },
    organisation,
    line: element.line,
    number,
    members: persons.inNoOtherTeam(
      legs.map(({ person }) => person),
      listedIn,
      element.line,
    ),
    bib,
    race: 1,
    start: clocks.read(child(first.result, 'StartTime')),
    ...run,
    position: isResult ? positionOf(child(legs.at(-1)!.result, 'OverallResult')) : null,
  };
}

const NOT_RUN = {
  time: null,
  status: { name: 'Inactive', stage: 'WAITING' },
  lost: false,
  points: [],
} as const;

/** `TeamMemberResult/Result`, `TeamMemberStart/Start`, `TeamEntryPerson`. */
function legsOf(element: XmlElement, persons: IofPersons): Leg[] {
  const legs = element.children.flatMap((member) => {
    if (!/^Team(?:MemberResult|MemberStart|EntryPerson)$/.test(member.name)) return [];
    const result = child(member, 'Result') ?? child(member, 'Start') ?? member;
    const person = persons.personOf(member, result);
    if (person === null) return [];
    const number = Number(child(result, 'Leg')?.text);
    return [{ number, order: Number(child(result, 'LegOrder')?.text) || 1, person, result }];
  });
  return legs
    .map((leg, index) => ({ ...leg, number: leg.number || index + 1 }))
    .sort((one, other) => one.number - other.number || one.order - other.order);
}

/**
 * The overall result after the last leg, as the file gives it; without it the sum of the legs, and the first mark that a leg has.
 */
function runOf(
  legs: readonly Leg[],
  code: string,
  persons: IofPersons,
  clocks: IofClocks,
  report: ImportReport,
): IofRun & { readonly points: readonly IofPoint[] } {
  const points: IofPoint[] = [];
  const runs: IofRun[] = [];
  const parallel = new Set(legs.map(({ number }) => number)).size < legs.length;
  let before: Micro | null = 0;
  let decimals = 0;
  for (const [index, leg] of legs.entries()) {
    const own = persons.runOf(leg.result, clocks.read(child(leg.result, 'StartTime')), leg.person.code);
    const overall = overallOf(leg.result);
    if (before !== null) points.push(...controlsOn(leg, before, persons));
    decimals = Math.max(decimals, overall.time?.decimals ?? own.time?.decimals ?? 0);
    before =
      overall.time?.time ??
      (before === null || own.time === null || parallel ? null : before + own.time.time);
    const status = overall.status ?? own.status;
    runs.push({ time: before === null ? null : { time: before, decimals }, status, lost: own.lost });
    const isLast = index === legs.length - 1;
    if (before !== null && !isLast && legs[index + 1]!.number !== leg.number)
      points.push({ code: `LEG${leg.number}`, order: leg.number * LEG_STEP + LEG_STEP - 1, time: before });
  }
  const status = statusOfTeam(runs);
  const { time } = runs.at(-1)!;
  const must = status.stage === 'FINISHED' || (status.stage === 'DONE' && irmOf(status.name) === null);
  const lost = status.stage === null || (must && time === null) || runs.some((run) => run.lost);
  if (must && time === null && !runs.some((run) => run.lost))
    report.add('TIME_UNREADABLE', legs.at(-1)!.result.line, `${code}: no time of the team`);
  return { time: lost ? null : time, status, lost, points };
}

function overallOf(result: XmlElement): Partial<Pick<IofRun, 'time' | 'status'>> {
  const overall = child(result, 'OverallResult');
  const status = child(overall, 'Status')?.text;
  const time = timeOf(child(overall, 'Time')?.text ?? '');
  return { time, ...(status === undefined ? {} : { status: statusOf(status) }) };
}

/** A leg that is not right makes the team so, then one that is still to be run. */
function statusOfTeam(runs: readonly IofRun[]): IofRun['status'] {
  const statuses = runs.map(({ status }) => status);
  const wrong = statuses.find(({ stage, name }) => stage === null || irmOf(name) !== null);
  if (wrong !== undefined) return wrong;
  const waiting = statuses.filter(({ stage }) => stage === 'WAITING');
  if (waiting.length === statuses.length) return waiting[0]!;
  if (waiting.length > 0 || statuses.some(({ stage }) => stage === 'OUT'))
    return { name: 'Active', stage: 'OUT' };
  return statuses.find(({ stage }) => stage === 'FINISHED') ?? statuses.at(-1)!;
}

/** Several who run one leg have controls of their own: those of the first are told. */
const controlsOn = ({ number, order, result }: Leg, before: Micro, persons: IofPersons): IofPoint[] =>
  order > 1
    ? []
    : persons.controlsOf(result).map((control) => ({
        code: `${number}-${control.code}`,
        order: number * LEG_STEP + control.order,
        time: before + control.time,
      }));
