/** What a desk has measured: plain data, in which incidents are found. */
import type { Names } from '../model/document.ts';
import type { Missing } from '../model/missing.ts';
import type { ReliabilityReason, ResultStatus } from '../model/result-status.ts';
import type { SourceState } from '../model/server-words.ts';
import type { PartKind, PartSeen } from './part.ts';
import type { RosterPart } from './roster.ts';

export interface SourceSeen {
  readonly source: string;
  /** Where it was heard from; empty where that was too long ago. */
  readonly venue: string;
  readonly state: SourceState;
  readonly lastFactAgeMs: number | null;
  readonly events: readonly string[];
  /** The highest number that is processed; null: nobody has said so yet. */
  readonly seq: number | null;
  /** Numbers before it that are missing: from, to. */
  readonly holes: readonly (readonly [number, number])[];
}

/** A fact that has no effect. */
export interface RefusedFact {
  /** As far as they can be read in it. */
  readonly source: string;
  readonly epoch: string;
  readonly seq: number | null;
  readonly venue: string;
  readonly unit: string;
  readonly code: string;
  readonly reason: string;
  /** Its place in VENUE. */
  readonly streamSeq: number;
}

/** One that a release lets through. */
export interface HeldFact extends RefusedFact {
  readonly seq: number;
}

export interface UnitSeen {
  readonly unit: string;
  readonly names: Names;
  readonly status: ResultStatus;
  /** Since its newest version; null where the document says no time. */
  readonly ageMs: number | null;
  readonly reasons: readonly ReliabilityReason[];
}

/** A graphics output. */
export interface OutputSeen {
  readonly output: string;
  /** The graphics that are on air on it. */
  readonly onAir: readonly string[];
  /** How many pages show it, and of these how many show what is not of now. */
  readonly pages: number;
  readonly behind: number;
  /** A page shows what is on air now. */
  readonly isShown: boolean;
}

export interface BrokerSeen {
  readonly usedBytes: number;
  readonly mostBytes: number | null;
  readonly streams: readonly {
    readonly name: string;
    readonly entries: number;
    readonly bytes: number;
    readonly replicas: number;
    readonly current: number;
  }[];
}

/** What incidents are found in. */
export interface Measured {
  readonly isConnected: boolean;
  /** What the engines owe, as the desk sees it. */
  readonly missing: readonly Missing[];
  readonly sources: readonly SourceSeen[];
  readonly held: readonly HeldFact[];
  /** Those of the last ten minutes. */
  readonly refusedLately: readonly RefusedFact[];
  /** How many units have which status. */
  readonly unitsBy: Readonly<Partial<Record<ResultStatus, number>>>;
  /** All that are not over, and those in doubt. */
  readonly units: readonly UnitSeen[];
  readonly outputs: readonly OutputSeen[];
  readonly parts: readonly PartSeen[];
  /** Those that should be there and are not heard. */
  readonly lost: readonly RosterPart[];
  /** How many there should be of each. */
  readonly expected: Readonly<Record<PartKind, number>>;
  /** Null: it does not answer. */
  readonly broker: BrokerSeen | null;
}
