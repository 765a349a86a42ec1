/** What a desk measures of a pipeline in which all is well, and things that go wrong in it. */
import type { Measured, RefusedFact, SourceSeen, UnitSeen } from '../../src/incidents/measured.ts';
import type { DeskPart, EdgePart, EnginePart, PartSeen, PartWord } from '../../src/incidents/part.ts';

export const RACE = 'ATHM100M--------------FNL-000100--';
export const EVENT = 'ATHM100M--------------------------';

const HEAD = { url: '', isLeaving: false, missing: [], behind: 0, clockAhead: 0 } as const;

export const engine = (name: string, changed: Partial<EnginePart> = {}): EnginePart => ({
  ...HEAD,
  part: 'engine',
  name,
  epoch: '000000000-001-a',
  disciplines: null,
  streamSeq: 10,
  published: 10,
  pending: 0,
  disagreements: 0,
  stoppedUnits: [],
  rejectionsWaiting: 0,
  rejectionsLost: 0,
  checkpointsRefused: 0,
  checkpointAge: 30,
  factsMissing: 0,
  isBrokerFull: false,
  ...changed,
});

export const edge = (name: string, changed: Partial<EdgePart> = {}): EdgePart => ({
  ...HEAD,
  part: 'edge',
  name,
  screens: { json: 3 },
  outboundMost: 0,
  tooSlow: 0,
  writtenP99Ms: 2,
  frozen: 0,
  conflicts: 0,
  ...changed,
});

export const desk = (name: string, changed: Partial<DeskPart> = {}): DeskPart => ({
  ...HEAD,
  part: 'desk',
  name,
  ...changed,
});

export const source = (name: string, changed: Partial<SourceSeen> = {}): SourceSeen => ({
  source: name,
  venue: 'STA',
  state: 'ok',
  lastFactAgeMs: 500,
  events: [EVENT],
  seq: 10,
  holes: [],
  ...changed,
});

export const unit = (code: string, changed: Partial<UnitSeen> = {}): UnitSeen => ({
  unit: code,
  names: { discipline: 'Athletics' },
  status: 'LIVE',
  ageMs: 1_000,
  reasons: [],
  ...changed,
});

export const refused = (seq: number, changed: Partial<RefusedFact> = {}): RefusedFact => ({
  source: 'TIMING',
  epoch: '1',
  seq,
  venue: 'STA',
  unit: RACE,
  code: 'WRONG_TYPE',
  reason: 'passing.time: a number',
  streamSeq: seq,
  ...changed,
});

export const held = (seq: number, about = RACE) => ({
  ...refused(seq, { unit: about, code: 'FACT_HELD', reason: 'TOO_FAST: 4.2' }),
  seq,
});

export const seen = (...words: PartWord[]): PartSeen[] => words.map((word) => ({ word, heardAgoMs: 300 }));

export const WELL: Measured = {
  isConnected: true,
  missing: [],
  sources: [source('TIMING')],
  held: [],
  refusedLately: [],
  unitsBy: { LIVE: 1 },
  units: [unit(RACE)],
  outputs: [{ output: 'main', onAir: ['clock'], pages: 2, behind: 0, isShown: true }],
  parts: seen(engine('e1'), engine('e2'), edge('d1'), desk('k1')),
  lost: [],
  expected: { engine: 2, edge: 1, desk: 1 },
  broker: {
    usedBytes: 10,
    mostBytes: 100,
    streams: [{ name: 'VENUE', entries: 1, bytes: 1, replicas: 3, current: 3 }],
  },
};
