/** What RSCs of diving say: boards, pairs, teams, phases. */
import { partsOf, type Rsc } from '../../src/model/rsc.ts';

export type Kind = 'INDIVIDUAL' | 'SYNCHRONISED' | 'TEAM';

export const EVENTS: ReadonlyMap<string, Kind> = new Map([
  ['1M', 'INDIVIDUAL'],
  ['3M', 'INDIVIDUAL'],
  ['10M', 'INDIVIDUAL'],
  ['3MTEAM2', 'SYNCHRONISED'],
  ['10MTEAM2', 'SYNCHRONISED'],
  ['TEAM', 'TEAM'],
]);

export const PHASES = ['PREL', 'SFNL', 'FNL'] as const;
export type Phase = (typeof PHASES)[number];

export interface Contest {
  readonly kind: Kind;
  readonly event: string;
  readonly gender: string;
  readonly phase: string;
}

/** Null for a code that is none of diving. */
export function contestOf(rsc: Rsc): Contest | null {
  const { event, gender, phase } = partsOf(rsc);
  const kind = EVENTS.get(event);
  return kind === undefined ? null : { kind, event, gender, phase };
}
