/**
 * Results of artistic gymnastics as one table of routines. Facts are made of difficulty, execution
 * and penalty only; scores, totals and places are what the officials made of them.
 */
import { basename } from 'node:path';
import {
  TO_ALL_AROUND_FINAL,
  TO_APPARATUS_FINAL,
  TO_TEAM_FINAL,
} from '../../../sports/gymnastics/progression.ts';
import { formatDecimal } from '../../model/decimal.ts';
import { formatRsc, phaseRsc, type Rsc } from '../../model/rsc.ts';
import type { LeftOut } from '../../venue/import/left-out.ts';
import type { Conversion, Converter, OfficialList } from './conversion.ts';
import {
  byGymnast,
  hasRepeats,
  listsOf,
  readVault,
  teamCode,
  vaultsPlacedByTheFirst,
} from './gymnastics-lists.ts';
import { apparatusOf, type Contest, contestsOf, type Gymnast, type ListedRow } from './gymnastics-meets.ts';
import { groupedBy, HEADER, readSource, type SourceRow } from './gymnastics-source.ts';

export const gymnasticsConverters: Converter[] = [
  {
    name: 'artistic gymnastics, table of routines (CSV)',
    recognises: (path, head) => path.endsWith('.csv') && head.replace(/^\uFEFF/, '').startsWith(HEADER),
    convert,
  },
];

/** One competition for each meet in the table. */
function convert(path: string): Conversion[] {
  const { contests, leftOut } = contestsOf(readSource(path));
  const set = `Artistic gymnastics, ${basename(path, '.csv')}`;
  const meets = [...groupedBy(contests, meetKey).values()].map((meet) => ({ set, ...conversionOf(meet) }));
  const lines = leftOut.reduce((sum, each) => sum + each.lines, 0);
  return lines === 0 ? meets : [...meets, { set, facts: [], lists: [], lines, leftOut }];
}

function conversionOf(contests: readonly Contest[]): Omit<Conversion, 'set'> {
  const facts: object[] = [];
  const lists: OfficialList[] = [];
  const halfUp = roundsHalfUp(contests);
  for (const contest of contests) {
    const venue = new Venue(contest, halfUp);
    venue.publish(facts);
    lists.push(...listsOf(contest, venue, halfUp));
  }
  const rows = contests.flatMap((contest) => contest.rows.map(({ row }) => row));
  return {
    facts: facts.map((fact, index) => ({ source: 'RESULTS-TABLE', seq: index + 1, ...fact })),
    lists,
    lines: rows.length,
    leftOut: leftOutOf(rows, contests.flatMap(vaultsPlacedByTheFirst)),
  };
}

/** Routines that nothing is compared with: the table prints no place beside them, or not what a place is made of. */
function leftOutOf(rows: readonly SourceRow[], repeated: readonly ListedRow[]): LeftOut[] {
  const unplaced = rows.filter(({ rank }) => rank === null);
  const unmarked = rows.filter(
    ({ rank, difficulty, execution }) => rank !== null && (difficulty === null || execution === null),
  );
  return [
    { reason: 'no place is printed for the routine', lines: unplaced.length },
    { reason: 'difficulty or execution of the routine is missing', lines: unmarked.length },
    { reason: 'the place of the first vault is printed beside the second, too', lines: repeated.length },
  ].filter(({ lines }) => lines > 0);
}

const meetKey = ({ meet, location }: Contest): string => `${meet}|${location}`;

/** A meet whose execution scores end in 67 and never in 66 rounds means instead of cutting them. */
function roundsHalfUp(contests: readonly Contest[]): boolean {
  const endings = contests.flatMap(({ routines }) =>
    [...routines.values()].map(({ execution }) => (execution / 1_000) % 100),
  );
  return endings.includes(67) && !endings.includes(66);
}

/** What the venue of one contest would have sent. */
class Venue {
  readonly list: Rsc;
  readonly #contest: Contest;
  readonly #options: object;
  readonly #edition: string;

  constructor(contest: Contest, halfUp: boolean) {
    this.#contest = contest;
    const vaults =
      contest.apparatus === 'VT' && !contest.rows.some(({ part }) => part === 'VT2') ? { vaults: 1 } : {};
    this.#options = { ...(halfUp ? { rounding: 'HALF_UP' } : {}), ...vaults };
    const year = Number(/\d{4}/.exec(contest.rows[0]!.row.date)?.[0] ?? 2022);
    this.#edition = year < 2022 ? '2020' : '2022';
    this.list = this.#unit();
  }

  phase(event: string): Rsc {
    return phaseRsc(this.#rsc(event, 'QUAL', '000001'));
  }

  #unit(): Rsc {
    const { kind, apparatus } = this.#contest;
    if (kind === 'QUALIFICATION') return this.#rsc('', 'QUAL', '000001');
    const event = { ALL_AROUND: '1AA', TEAM: 'TEAM', APPARATUS: `1AP${apparatus}` }[kind];
    return this.#rsc(event, 'FNL', '000100');
  }

  #rsc(event: string, phase: string, unit: string): Rsc {
    const { gender } = this.#contest;
    return formatRsc({
      discipline: 'GAR',
      gender,
      event,
      phase,
      unit,
    });
  }

  publish(facts: object[]): void {
    const { rows, kind } = this.#contest;
    const say = (unit: Rsc, fact: object): void => void facts.push({ unit, ...fact });
    const gymnasts = gymnastsIn(rows);
    say(this.list, { setup: this.#setup(RULE_OF[kind] ?? this.#contest.apparatus!) });
    if (kind === 'TEAM') say(this.list, startListOf(teamsOf(rows)));
    else say(this.list, startListOf(gymnasts.map(athlete)));
    if (kind === 'QUALIFICATION') this.#publishPhases(say);
    for (const fact of scoresOf(this.#contest)) say(this.list, fact);
    for (const fact of missedVaultsOf(this.#contest)) say(this.list, fact);
    say(this.list, { status: { result: 'OFFICIAL' } });
  }

  /** The lists of each event over the subdivisions. */
  #publishPhases(say: (unit: Rsc, fact: object) => void): void {
    const { rows } = this.#contest;
    const phases = new Map<string, { rule: string; advance: readonly object[]; competitors: object[] }>();
    phases.set('1AA', {
      rule: 'AA',
      advance: TO_ALL_AROUND_FINAL,
      competitors: gymnastsIn(rows).map(athlete),
    });
    const teams = rows.filter(({ row }) => row.round === 'TeamQual');
    if (teams.length > 0)
      phases.set('TEAM', { rule: 'TEAM', advance: TO_TEAM_FINAL, competitors: teamsOf(teams) });
    const single = rows.filter(({ row }) => row.round === 'qual');
    for (const [apparatus, of] of groupedBy(single, ({ part }) => apparatusOf(part))) {
      const competitors = gymnastsIn(of).map(athlete);
      phases.set(`1AP${apparatus}`, { rule: apparatus, advance: TO_APPARATUS_FINAL, competitors });
    }
    for (const [event, { rule, advance, competitors }] of phases) {
      say(this.phase(event), { setup: { ...this.#setup(rule), advance } });
      say(this.phase(event), startListOf(competitors));
    }
  }

  #setup(rule: string): object {
    const { meet, location } = this.#contest;
    return { rule: `GAR.${rule}@${this.#edition}`, venue: meet, location, options: this.#options };
  }
}

const RULE_OF: Readonly<Record<Contest['kind'], string | undefined>> = {
  QUALIFICATION: 'QUAL',
  ALL_AROUND: 'AA',
  TEAM: 'TEAM',
  APPARATUS: undefined,
};

/** In an order that says nothing about places. */
function gymnastsIn(rows: readonly ListedRow[]): Gymnast[] {
  const gymnasts = new Map(rows.map(({ gymnast }) => [gymnast.code, gymnast]));
  return [...gymnasts.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

const athlete = ({ code, organisation, family, given }: Gymnast): object => ({
  code,
  kind: 'ATHLETE',
  organisation,
  name: { family, ...(given === '' ? {} : { given }) },
});

function teamsOf(rows: readonly ListedRow[]): object[] {
  const teams = groupedBy(gymnastsIn(rows), ({ organisation }) => organisation);
  return [...teams].map(([organisation, members]) => ({
    code: teamCode(organisation),
    kind: 'TEAM',
    organisation,
    name: { team: organisation },
    members: members.map(athlete),
  }));
}

const startListOf = (competitors: readonly object[]): object => ({
  startList: { entries: competitors.map((competitor, index) => ({ competitor, startOrder: index + 1 })) },
});

/** The marks of every routine, in an order that says nothing about places. */
function scoresOf({ routines }: Contest): object[] {
  const ordered = [...routines].sort(([one], [other]) => (one < other ? -1 : 1));
  return ordered.flatMap(([, { gymnast, part, difficulty, execution, penalty }]) =>
    Object.entries({ D: difficulty, E: execution, ND: penalty })
      .filter(([component, points]) => component !== 'ND' || points > 0)
      .map(([component, points]) => ({
        score: { competitor: gymnast.code, element: part, component, value: formatDecimal(points) },
      })),
  );
}

/** Where two vaults are asked for, who has one did not start the other. */
function missedVaultsOf({ rows, kind }: Contest): object[] {
  const vaults = rows.filter(
    ({ row, part }) => apparatusOf(part) === 'VT' && ['qual', 'final'].includes(row.round),
  );
  if (kind === 'TEAM' || kind === 'ALL_AROUND' || !readVault(vaults).two) return [];
  const repeats = hasRepeats(vaults);
  return [...byGymnast(vaults)].flatMap(([competitor, of]) => {
    const done = new Set(of.map(({ part }) => part));
    if (done.size === 2 || (repeats && of.length < 2)) return [];
    return [{ irm: { competitor, code: 'DNS', point: done.has('VT1') ? 'VT2' : 'VT1' } }];
  });
}
