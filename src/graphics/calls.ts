/** What a renderer of OGraf v1 calls, and what it is answered (EBU, specification `v1`). */
import type { Said } from './told.ts';

export interface Answer {
  readonly statusCode: number;
  readonly statusMessage?: string;
}

export interface PlayAnswer extends Answer {
  /** Undefined: it has gone out. */
  readonly currentStep: number | undefined;
}

export interface LoadCall {
  readonly data?: Said;
  readonly renderType?: 'realtime' | 'non-realtime';
}

export interface PlayCall {
  readonly goto?: number;
  readonly delta?: number;
  /** Not of OGraf: beyond the last page it stays on that, as what an operator takes out and nobody else. */
  readonly stays?: true;
  readonly skipAnimation?: boolean;
}

export interface UpdateCall {
  /** What is not in it stays as it was. */
  readonly data?: Said;
  readonly skipAnimation?: boolean;
}

export interface StopCall {
  readonly skipAnimation?: boolean;
}

/** `accept`: a correction that waits is shown. */
export interface CustomCall {
  readonly id: string;
  readonly payload?: unknown;
  readonly skipAnimation?: boolean;
}

export type Action =
  | { readonly type: 'updateAction'; readonly params: UpdateCall }
  | { readonly type: 'playAction'; readonly params: PlayCall }
  | { readonly type: 'stopAction'; readonly params: StopCall }
  | { readonly type: 'customAction'; readonly params: CustomCall };

export interface ScheduleCall {
  readonly schedule: readonly { readonly timestamp: number; readonly action: Action }[];
}
