/** What one side has in a contest, counted from the calls of the referee. */
import { type Micro, ONE } from '../../src/model/decimal.ts';
import type { Action } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import type { Side } from '../../src/rules/families/match.ts';
import type { Edition } from './editions.ts';

/** Regular time and golden score. */
export const PERIODS = ['REG', 'GS'] as const;

/** What is called beside scores: shido, hansoku-make that does not end the competition, giving up (`KIK`). */
export const OTHER_CALLS = ['S', 'H', 'KIK'] as const;

export interface ContestTally {
  readonly ippon: number;
  readonly wazaAri: number;
  readonly yuko: number;
  readonly shido: number;
  readonly hansokuMake: number;
  readonly withdrawn: boolean;
  /** The contest is won by ippon: by a throw or hold, by two waza-ari, or because the opponent is out. */
  readonly winsByIppon: boolean;
  /** Points of the scores by period, ippon 10 and waza-ari 1 (with yuko 100, 10 and 1). */
  readonly periods: readonly { readonly period: string; readonly value: Micro }[];
}

/** Two waza-ari are an ippon. */
const AWASETE = 2;

export function tallyOf(side: Side, other: Side | null, edition: Edition): ContestTally {
  const own = callsOf(side);
  const out = other !== null && outBy(callsOf(other), other.irm, edition) !== null;
  return {
    ippon: own('IPP'),
    wazaAri: own('WAZ'),
    yuko: own('YUK'),
    shido: own('S'),
    hansokuMake: own('H'),
    withdrawn: own('KIK') > 0,
    winsByIppon: own('IPP') > 0 || own('WAZ') >= AWASETE || out,
    periods: periodsOf(side, other, edition),
  };
}

type Calls = (kind: string) => number;

const callsOf =
  ({ facts }: Side): Calls =>
  (kind) =>
    facts.actions.filter((action) => action.kind === kind).length;

/** Why a side has lost whatever the other has: absent, given up, or hansoku-make. Null when it has not. */
export function outBy(calls: Calls, irm: Irm | null, { shidosOut }: Edition): string | null {
  if (irm === 'DNS') return 'FUS';
  if (irm !== null || calls('H') > 0 || calls('S') >= shidosOut) return 'PEN';
  return calls('KIK') > 0 ? 'KIK' : null;
}

function periodsOf(side: Side, other: Side | null, edition: Edition): ContestTally['periods'] {
  const seen = new Set([...side.facts.actions, ...(other?.facts.actions ?? [])].map(({ period }) => period));
  return PERIODS.filter((period) => seen.has(period)).map((period) => ({
    period,
    value: side.facts.actions
      .filter((action) => action.period === period)
      .reduce((sum, action) => sum + pointsOf(action, edition), 0),
  }));
}

function pointsOf({ kind }: Action, { scores }: Edition): Micro {
  const place = (scores as readonly string[]).indexOf(kind);
  return place < 0 ? 0 : 10 ** (scores.length - 1 - place) * ONE;
}
