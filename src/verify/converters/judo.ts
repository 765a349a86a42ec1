/**
 * Contests of judo as the federation's results service gives them (JSON): scores and penalties of both sides, and who won. Facts
 * are the draw and what the referee called; who meets whom after the first round follows from the plan, and is compared.
 */
import { readFileSync } from 'node:fs';
import { REPECHAGE, ROUNDS } from '../../../sports/judo/events.ts';
import { channelOf } from '../../model/document.ts';
import { formatRsc, type Rsc } from '../../model/rsc.ts';
import { unitOf } from '../../rules/plan.ts';
import type { LeftOut } from '../../venue/import/left-out.ts';
import type { Conversion, Converter, OfficialList, OfficialRow } from './conversion.ts';
import { drawOf } from './judo-draw.ts';
import { type Contest, groupedByCategory, readContests, SIDES, type Side } from './judo-source.ts';

export const judoConverters: readonly Converter[] = [
  {
    name: 'judo, contests of the federation (JSON)',
    recognises: (_path, head) => /"contests"\s*:/.test(head) && /"id_person_white"/.test(head),
    convert: (path) => readContests(readFileSync(path, 'utf8')).flatMap(conversionsOf),
  },
];

function conversionsOf(contests: readonly Contest[]): Conversion[] {
  return [...groupedByCategory(contests).values()].map((category) => {
    const [{ competition, gender, event }] = category as [Contest, ...Contest[]];
    const played = category.filter(({ left }) => left === null).sort(inOrder);
    const rsc = formatRsc({ discipline: 'JUD', gender, event });
    return {
      set: `Judo: ${competition}, ${gender} ${event}`,
      facts: factsOf(rsc, played).map((fact, index) => ({ source: 'CONTESTS', seq: index + 1, ...fact })),
      lists: [...played.map((contest) => contestList(rsc, contest)), ...ranking(rsc, played)],
      lines: category.length,
      leftOut: leftOutOf(category),
    };
  });
}

/** Round by round, from the top of the draw to the bottom. */
const inOrder = (one: Contest, other: Contest): number =>
  PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase) || one.number - other.number;

const PHASES: readonly string[] = [...ROUNDS.slice(0, -1), REPECHAGE, ...ROUNDS.slice(-1)];

function leftOutOf(category: readonly Contest[]): LeftOut[] {
  const reasons = new Map<string, number>();
  for (const { left } of category) if (left !== null) reasons.set(left, (reasons.get(left) ?? 0) + 1);
  return Array.from(reasons, ([reason, lines]) => ({ reason, lines }));
}

export const unitFor = (event: Rsc, { phase, number }: Contest): Rsc => unitOf(event, phase, number);

const ruleOf = (year: number): string =>
  `JUD.CONTEST@${year < 2017 ? '2013' : year < 2025 ? '2018' : '2025'}`;

export function factsOf(event: Rsc, contests: readonly Contest[]): object[] {
  const draw = {
    startList: {
      entries: drawOf(contests).map(({ side, position }) => ({
        competitor: {
          code: side.code,
          kind: 'ATHLETE',
          organisation: side.organisation,
          name: { family: side.family, given: side.given },
        },
        startOrder: position,
      })),
    },
  };
  return [{ unit: event, ...draw }, ...contests.flatMap((contest) => contestFacts(event, contest))];
}

function contestFacts(event: Rsc, contest: Contest): object[] {
  const unit = unitFor(event, contest);
  const absent = SIDES.map((side) => contest[side]).filter(({ ippon }) => contest.neverBegan && !ippon);
  const said = contest.neverBegan
    ? absent.map(({ code }) => ({ irm: { competitor: code, code: 'DNS' } }))
    : [...SIDES.flatMap((side) => calls(contest, side)), clockOf(contest)];
  return [
    { setup: { rule: ruleOf(contest.year), reconstructed: true } },
    ...said,
    { status: { result: 'OFFICIAL' } },
  ].map((fact) => ({ unit, ...fact }));
}

export const OTHER: Readonly<Record<Side, Side>> = { white: 'blue', blue: 'white' };

/** What the referee called for one side. The ippon that follows from the opponent's hansoku-make is no call of its own. */
export function calls(contest: Contest, side: Side): object[] {
  const { code, ippon, wazaAri, yuko, shido, hansokuMake } = contest[side];
  const other = contest[OTHER[side]];
  const given = ippon && !other.hansokuMake && other.shido < contest.shidosOut;
  const counts = { IPP: given ? 1 : 0, WAZ: wazaAri, YUK: yuko, S: shido, H: hansokuMake ? 1 : 0 };
  return Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_none, index) => ({
      action: { id: `${side}-${kind}-${index + 1}`, kind, competitor: code },
    })),
  );
}

/** As on the board: regular time counts down, golden score up. */
function clockOf({ goldenScore, seconds, regularTime }: Contest): object {
  const time = goldenScore ? seconds - regularTime : regularTime - seconds;
  return { clock: { period: goldenScore ? 'GS' : 'REG', time: String(Math.max(0, time)), running: false } };
}

function contestList(event: Rsc, contest: Contest): OfficialList {
  return {
    name: `${contest.phase} ${contest.number}`,
    channel: channelOf({ type: 'RESULT', unit: unitFor(event, contest), subcode: null }),
    compare: ['wlt'],
    rows: SIDES.map((side) => ({
      ...rowOf(contest, side),
      rank: null,
      wlt: contest.winner === contest[side].code ? 'W' : 'L',
      lines: [contest.line],
    })),
  };
}

const rowOf = (contest: Contest, side: Side): Omit<OfficialRow, 'rank' | 'lines'> => ({
  competitor: contest[side].code,
  name: `${contest[side].family} ${contest[side].given}`,
  irm: null,
  qualificationMark: null,
});

/** Final places as they follow from the winners whom the source names, for a category that was played to its end. */
function ranking(event: Rsc, contests: readonly Contest[]): OfficialList[] {
  const final = contests.find(({ phase, number }) => phase === 'FNL' && number === 1);
  if (final === undefined || contests.some(({ winner }) => winner === null)) return [];
  const rows = new Map<string, OfficialRow>();
  const add = (found: readonly Contest[], wanted: 'W' | 'L', rank: number): void => {
    for (const contest of found)
      for (const side of SIDES) {
        const won = contest.winner === contest[side].code;
        if (won === (wanted === 'W') && !rows.has(contest[side].code))
          rows.set(contest[side].code, { ...rowOf(contest, side), rank, lines: [] });
      }
  };
  const of = (phase: string): Contest[] => contests.filter((each) => each.phase === phase);
  const bronzes = of('FNL').filter((each) => each !== final);
  add([final], 'W', 1);
  add([final], 'L', 2);
  add(bronzes, 'W', 3);
  add(bronzes, 'L', 5);
  add(of(REPECHAGE), 'L', 7);
  for (const [index, phase] of [...ROUNDS].reverse().slice(3).entries())
    add(of(phase), 'L', 2 ** (index + 3) + 1);
  return [
    {
      name: 'places that follow from the winners',
      channel: channelOf({ type: 'RANKING', unit: event, subcode: null }),
      compare: ['rank'],
      rows: [...rows.values()],
    },
  ];
}
