/** The official lists of a contest, each with the channel that must say the same. */
import type { Micro } from '../../model/decimal.ts';
import { channelOf, type DocumentType } from '../../model/document.ts';
import type { Rsc } from '../../model/rsc.ts';
import type { Difference, OfficialList, OfficialRow } from './conversion.ts';
import { apparatusOf, type Contest, type ListedRow, routineKey } from './gymnastics-meets.ts';
import { type Evidence, type Reference, type ReferenceRow, referenceOf } from './gymnastics-reference.ts';
import { groupedBy, pointsOf } from './gymnastics-source.ts';

/** Where a contest's lists are published. */
export interface Channels {
  /** The final, or the qualification of an event: `null` event is the list of the subdivisions themselves. */
  readonly list: Rsc;
  phase(event: string): Rsc;
}

export interface VaultReading {
  /** Places on the mean of two vaults are printed. */
  readonly two: boolean;
  /** Places on the first vault are printed, be it instead or as well. */
  readonly first: boolean;
  readonly lastOfTwo: number;
}

export const teamCode = (organisation: string): string => `TEAM-${organisation}`;

export function listsOf(contest: Contest, channels: Channels, halfUp: boolean): OfficialList[] {
  const where = (type: DocumentType, unit: Rsc, subcode: string | null = null) =>
    channelOf({ type, unit, subcode });
  const title = `${contest.meet}, ${contest.gender === 'M' ? 'men' : 'women'}`;
  const lists: OfficialList[] = [];
  const evidence: Evidence = { inverted: false };
  const add = (name: string, channel: string, reference: readonly ReferenceRow[], names: Names): void => {
    const list = officialList(`${title}: ${name}`, channel, reference, { names, evidence });
    if (list.rows.length > 0) lists.push(list);
  };
  const { kind } = contest;
  const names = namesOf(contest.rows);
  if (kind === 'TEAM' || kind === 'QUALIFICATION') {
    const of = contest.rows.filter(({ row }) => row.round.startsWith('Team'));
    const channel =
      kind === 'TEAM' ? where('RESULT', channels.list) : where('PHASE_RESULT', channels.phase('TEAM'));
    add(
      `${phaseOf(contest)} team, sums of the published scores`,
      channel,
      teamTotals(of, contest),
      teamNames(of),
    );
  }
  if (kind === 'ALL_AROUND' || kind === 'QUALIFICATION') {
    const channel =
      kind === 'ALL_AROUND' ? where('RESULT', channels.list) : where('PHASE_RESULT', channels.phase('1AA'));
    add(
      `${phaseOf(contest)} all-around, sums of the published scores`,
      channel,
      allAroundTotals(contest),
      names,
    );
  }
  for (const [round, rows] of groupedBy(contest.rows, ({ row }) => row.round)) {
    for (const [apparatus, of] of groupedBy(rows, ({ part }) => apparatusOf(part))) {
      const single = (): string => {
        if (kind === 'APPARATUS') return where('RESULT', channels.list);
        if (kind !== 'QUALIFICATION') return where('RESULT', channels.list, apparatus);
        return apparatus === 'VT'
          ? where('RESULT', channels.list, 'VT1')
          : where('PHASE_RESULT', channels.phase(`1AP${apparatus}`));
      };
      const name = `${round} ${apparatus}`;
      const reading = apparatus === 'VT' ? readVault(of) : { two: false, first: true, lastOfTwo: 0 };
      if (reading.two) {
        const channel =
          kind === 'APPARATUS'
            ? where('RESULT', channels.list)
            : where('PHASE_RESULT', channels.phase('1APVT'));
        add(`${name}, two vaults`, channel, twoVaults(of, contest, halfUp), names);
      }
      if (reading.first) {
        // Who is on the same list in another round competes for the same places.
        const whole = contest.rows.filter(
          ({ part }) => part === of[0]!.part || (apparatus === 'VT' && part === 'VT1'),
        );
        add(
          `${name}${reading.two ? ', first vaults' : ''}`,
          single(),
          firstParts(of, whole, contest, reading),
          names,
        );
      }
    }
  }
  return lists;
}

const phaseOf = ({ kind }: Contest): string => (kind === 'QUALIFICATION' ? 'qualification' : 'final');

type Names = ReadonlyMap<string, string>;

const namesOf = (rows: readonly ListedRow[]): Names =>
  new Map(rows.map(({ gymnast }) => [gymnast.code, `${gymnast.family} ${gymnast.given}`.trim()]));

const teamNames = (rows: readonly ListedRow[]): Names =>
  new Map(rows.map(({ gymnast: { organisation } }) => [teamCode(organisation), organisation]));

function officialList(
  name: string,
  channel: string,
  rows: readonly ReferenceRow[],
  { names, evidence }: { names: Names; evidence: Evidence },
): OfficialList {
  const reference = referenceOf(rows, evidence);
  const official = rows.flatMap(({ code, rank, lines }): OfficialRow[] =>
    rank === null
      ? []
      : [
          {
            competitor: code,
            name: names.get(code) ?? code,
            rank,
            irm: null,
            qualificationMark: null,
            lines,
          },
        ],
  );
  return {
    name,
    channel,
    compare: ['rank'],
    rows: official,
    partial: true,
    explain: (difference) => explain(difference, reference),
  };
}

/** Only what the marks say is ever explained: a product that says something else stays a difference. */
function explain({ competitor, ours }: Difference, reference: Reference): string | null {
  return ours === reference.rankByMarks(competitor) ? reference.reason(competitor) : null;
}

interface Marks {
  readonly execution: Micro;
  readonly difficulty: Micro;
  readonly byMarks: Micro;
  readonly byScore: Micro;
  readonly agrees: boolean;
}

function marksOf({ row, gymnast, part }: ListedRow, contest: Contest): Marks | null {
  const routine = contest.routines.get(routineKey(gymnast, part));
  if (routine === undefined) return null;
  const { difficulty, execution, penalty } = routine;
  const byMarks = Math.max(0, difficulty + execution - penalty);
  const published = pointsOf(row.score ?? undefined);
  const agrees = published === null || saysTheSame(published, byMarks);
  return { execution, difficulty, byMarks, byScore: agrees ? byMarks : published, agrees };
}

/** Equal, or cut or rounded to fewer decimals. */
function saysTheSame(published: Micro, marks: Micro): boolean {
  return [100_000, 10_000, 1_000].some(
    (step) => published === Math.floor(marks / step) * step || published === Math.round(marks / step) * step,
  );
}

/** The list of one part: rows of this round have a printed place, others compete without one. */
function firstParts(
  rows: readonly ListedRow[],
  whole: readonly ListedRow[],
  contest: Contest,
  reading: VaultReading,
): ReferenceRow[] {
  const places = new Map<string, number | null>();
  const lines = new Map<string, number[]>();
  for (const [code, of] of byGymnast(rows)) {
    places.set(code, firstPlace(of, reading));
    lines.set(code, linesOf(of.filter(({ part }) => part !== 'VT2')));
  }
  return [...byGymnast(whole)].flatMap(([code, of]): ReferenceRow[] => {
    const listed = of.find(({ part }) => part !== 'VT2');
    const marks = listed === undefined ? null : marksOf(listed, contest);
    if (marks === null) return [];
    const { execution, difficulty, byMarks, byScore, agrees } = marks;
    return [
      {
        code,
        rank: places.get(code) ?? null,
        lines: lines.get(code) ?? [],
        byMarks: [byMarks, execution, difficulty],
        byScores: [byScore, execution, difficulty],
        agrees,
      },
    ];
  });
}

/**
 * The place on the first vault: of two rows, the one that is not the place on two vaults. Who did not
 * do the second is printed with the last place of those who did.
 */
function firstPlace(rows: readonly ListedRow[], { two, lastOfTwo }: VaultReading): number | null {
  const firsts = rows.filter(({ part }) => part !== 'VT2').map(({ row }) => row.rank);
  if (!two || firsts.length < 2) return firsts[0] ?? null;
  const second = rows.find(({ part }) => part === 'VT2')?.row.rank ?? lastOfTwo;
  return firsts.find((rank) => rank !== second) ?? firsts[0]!;
}

const SINGLE_VAULT =
  'SINGLE_VAULT_PRINTED_AS_LAST: who did one vault is printed with the last place of those who did two';

function twoVaults(rows: readonly ListedRow[], contest: Contest, halfUp: boolean): ReferenceRow[] {
  const repeats = hasRepeats(rows);
  const { lastOfTwo } = readVault(rows);
  return [...byGymnast(rows)].flatMap(([code, of]): ReferenceRow[] => {
    const vaults = ['VT1', 'VT2'].map((part) => of.find((each) => each.part === part));
    if (repeats && vaults[1] === undefined) return [];
    const marks = vaults.flatMap((vault) => (vault === undefined ? [] : (marksOf(vault, contest) ?? [])));
    const keys = (score: (each: Marks) => Micro): Micro[] => [
      half(
        marks.reduce((sum, each) => sum + score(each), 0),
        halfUp,
      ),
      ...[score, (each: Marks) => each.execution, (each: Marks) => each.difficulty].map((read) =>
        Math.max(0, ...marks.map(read)),
      ),
    ];
    return [
      {
        code,
        rank: vaults[1]?.row.rank ?? vaults[0]?.row.rank ?? null,
        lines: linesOf(of),
        ...(vaults[1] === undefined && vaults[0]?.row.rank === lastOfTwo ? { note: SINGLE_VAULT } : {}),
        byMarks: keys(({ byMarks }) => byMarks),
        byScores: keys(({ byScore }) => byScore),
        agrees: marks.every(({ agrees }) => agrees),
      },
    ];
  });
}

const THOUSANDTH = 1_000;
const half = (sum: Micro, up: boolean): Micro =>
  Math.floor((sum / THOUSANDTH + (up ? 1 : 0)) / 2) * THOUSANDTH;

/**
 * Which places the vault rows of a round print. With first vaults twice there are two lists; where
 * many do a single vault the list is of first vaults; else it is of two vaults.
 */
export function readVault(rows: readonly ListedRow[]): VaultReading {
  const seconds = rows.filter(({ part }) => part === 'VT2').length;
  const people = byGymnast(rows).size;
  const lastOfTwo = Math.max(0, ...rows.map(({ row, part }) => (part === 'VT2' ? (row.rank ?? 0) : 0)));
  if (hasRepeats(rows)) return { two: true, first: true, lastOfTwo };
  const two = seconds * 2 > people * 1.3;
  return { two, first: !two, lastOfTwo };
}

/** Second vaults of a round whose places are those of the first ones. */
export function vaultsPlacedByTheFirst({ rows }: Contest): ListedRow[] {
  const vaults = rows.filter(({ part, row }) => apparatusOf(part) === 'VT' && row.rank !== null);
  return [...groupedBy(vaults, ({ row }) => row.round).values()].flatMap((of) =>
    readVault(of).two ? [] : of.filter(({ part }) => part === 'VT2'),
  );
}

export const hasRepeats = (rows: readonly ListedRow[]): boolean =>
  [...byGymnast(rows).values()].some((of) => of.filter(({ part }) => part === 'VT1').length > 1);

const linesOf = (rows: readonly ListedRow[]): number[] => rows.map(({ row }) => row.line);

export const byGymnast = (rows: readonly ListedRow[]): Map<string, ListedRow[]> =>
  groupedBy(rows, ({ gymnast }) => gymnast.code);

/** Totals of those who have a published score on every apparatus. Equal totals are left out: no place is published. */
function allAroundTotals(contest: Contest): ReferenceRow[] {
  const sheets = contest.rows.filter(({ row }) => row.round.startsWith('AA'));
  const complete = new Set(sheets.map(({ part }) => apparatusOf(part))).size === apparatusCount(contest);
  const rows = complete ? sheets : contest.rows;
  const totals = [...byGymnast(rows)].map(([code, of]) =>
    totalOf(
      code,
      of.filter(({ part }) => part !== 'VT2'),
      contest,
      Number.POSITIVE_INFINITY,
    ),
  );
  return placed(totals.filter((total) => total !== null));
}

const COUNTING = 3;

function teamTotals(rows: readonly ListedRow[], contest: Contest): ReferenceRow[] {
  const teams = groupedBy(rows, ({ gymnast }) => gymnast.organisation);
  const totals = [...teams].map(([organisation, of]) =>
    totalOf(teamCode(organisation), of, contest, COUNTING),
  );
  return placed(totals.filter((total) => total !== null));
}

const apparatusCount = ({ gender }: Contest): number => (gender === 'M' ? 6 : 4);

/** The best `count` of each apparatus; null unless every apparatus has a published score. */
function totalOf(
  code: string,
  rows: readonly ListedRow[],
  contest: Contest,
  count: number,
): Omit<ReferenceRow, 'rank'> | null {
  const apparatus = [...groupedBy(unrepeated(rows), ({ part }) => apparatusOf(part)).values()];
  if (apparatus.length < apparatusCount(contest)) return null;
  const counting = apparatus.flatMap((of) => {
    const marks = of.flatMap((listed) => {
      const published = pointsOf(listed.row.score ?? undefined);
      const found = marksOf(listed, contest);
      return published === null || found === null ? [] : [{ ...found, published }];
    });
    return marks.sort((one, other) => other.published - one.published).slice(0, count);
  });
  if (new Set(counting.map((marks) => marks)).size < apparatus.length) return null;
  const sum = (read: (marks: (typeof counting)[number]) => Micro): Micro =>
    counting.reduce((total, marks) => total + read(marks), 0);
  const published = sum(({ published: points }) => points);
  const byMarks = sum((marks) => marks.byMarks);
  return { code, lines: [], byMarks: [byMarks], byScores: [published], agrees: published === byMarks };
}

function unrepeated(rows: readonly ListedRow[]): ListedRow[] {
  return [...new Map(rows.map((listed) => [routineKey(listed.gymnast, listed.part), listed])).values()];
}

function placed(totals: readonly Omit<ReferenceRow, 'rank'>[]): ReferenceRow[] {
  return totals.map((total): ReferenceRow => {
    const points = total.byScores[0]!;
    const level = totals.filter(({ byScores: [other] }) => other === points).length > 1;
    const better = totals.filter(({ byScores: [other] }) => other! > points).length;
    return { ...total, rank: level ? null : better + 1 };
  });
}
