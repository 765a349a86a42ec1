/** A list of competitors written down as text, for tests: `code result rank`, best first; `IRM` codes stand for a result. */
import type { Entry } from '../../src/model/competitor.ts';
import type { ResultStatus } from '../../src/model/result-status.ts';
import type { ResultType } from '../../src/model/row.ts';
import { RowList } from '../../src/model/row-list.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import type { MarkOf, Ranked } from '../../src/rules/contract.ts';
import type { Line, Placed } from '../../src/rules/rank.ts';
import type { Field } from '../../src/standings/field.ts';
import { NO_RULINGS } from '../../src/standings/rulings.ts';

export interface Written {
  readonly resultType?: ResultType;
  readonly status?: ResultStatus;
  /** Bests before the start, by competitor. */
  readonly bests?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Competitors whose mark the wind spoilt. */
  readonly windy?: readonly string[];
}

/** `rank` may be left out: then it is the number of the line. `3=` shares a place. */
export function writtenField(rsc: Rsc, text: string, written: Written = {}): Field {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const placed = lines.map((words, index) => placedOf(words, index, written));
  return {
    rsc,
    rule: RULE,
    setup: {},
    status: written.status ?? 'OFFICIAL',
    placed,
    lines: RowList.of(placed.map(lineOf)),
    indexOf: (code) => placed.findIndex(({ entry }) => entry.competitor.code === code),
    entries: placed.map(({ entry }) => entry),
    rulings: NO_RULINGS,
    markOf: ({ card }) => card as MarkOf,
  };
}

const lineOf = ({ entry, card, standing, rank, decidedBy }: Placed<MarkOf>): Line<unknown> => ({
  entry,
  card,
  standing,
  decidedBy,
  ranked: rank !== null,
  tied: false,
  leads: false,
  sortKey: { tier: 0, group: 0, keys: [] },
});

function placedOf([code, said, place]: string[], index: number, written: Written): Placed<MarkOf> {
  const measured = /^\d/.test(said!);
  const bests = written.bests?.[code!];
  const entry: Entry = {
    competitor: { code: code!, kind: 'ATHLETE', organisation: code!.slice(0, 3), name: { family: code! } },
    startOrder: index + 1,
    ...(bests === undefined ? {} : { bests }),
  };
  return {
    entry,
    card: {
      result: measured ? said! : null,
      resultType: measured ? (written.resultType ?? 'TIME') : null,
      details: {},
      ...(written.windy?.includes(code!) ? { recordResult: null } : {}),
    },
    standing: measured ? { stage: 'RANKED', irm: null } : { stage: 'IRM', irm: said! },
    rank: measured ? Number.parseInt(place ?? String(index + 1), 10) : null,
    rankEqual: place?.endsWith('=') ?? false,
    tier: 0,
    decidedBy: null,
  };
}

const RULE: Ranked<unknown> = {
  id: 'TEST@2024',
  columns: [],
  irmOrder: [],
  criteria: [],
  standing: () => ({ stage: 'RANKED', irm: null }),
  mark: (card) => card as MarkOf,
};
