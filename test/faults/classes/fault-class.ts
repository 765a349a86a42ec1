import type { Dice } from '../../../src/simulation/dice.ts';
import type { Topology } from '../servers.ts';
import type { Stage, StageOptions } from '../stage.ts';

export interface FaultClass {
  readonly name: string;
  readonly what: string;
  readonly topologies: readonly Topology[];
  /** For how long the venue speaks. */
  readonly seconds: number;
  /** Facts a second; default: that of the campaign. */
  readonly perSecond?: number;
  /** In one of the finals. */
  readonly starters?: number;
  readonly stage?: Partial<StageOptions>;
  /** What is promised of the silence at a screen. */
  readonly silenceBarMs?: number;
  /** Why it is not held, where that is known. */
  readonly reason?: string;
  /** In the end an edge starts that was not there before: what it shows is what is stored. */
  readonly hasLateEdge?: true;
  /** Resolves when it is over. */
  happen(stage: Stage, dice: Dice): Promise<void>;
}

export const BOTH: readonly Topology[] = ['single', 'cluster'];
export const SINGLE: readonly Topology[] = ['single'];
export const CLUSTER: readonly Topology[] = ['cluster'];
