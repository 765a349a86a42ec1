import type { WireFact, WireObject } from '../../src/ingest/wire.ts';
import { kindOf } from '../../src/venue/recording.ts';

/** A fact with the second of the recording at which the venue would have sent it. */
export interface TimedFact {
  readonly at: number;
  readonly fact: WireFact;
}

/** One unit of the programme: its facts as converted, and when it starts, in seconds. */
export interface Slot {
  readonly unit: string;
  readonly startsAt: number;
  /** Seconds between two attempts or routines. */
  readonly every?: number;
}

const LISTED_BEFORE = 600;
const READY_BEFORE = 120;
const PICTURE_READ_AFTER = 8;
const UNOFFICIAL_AFTER = 30;
const OFFICIAL_AFTER = 240;

/**
 * Published results have no times of sending: this spaces a unit's facts as they happen. A race
 * takes as long as it took; attempts and routines follow each other in the order of the rules.
 */
export function paced(facts: readonly WireFact[], slot: Slot): TimedFact[] {
  const timed: TimedFact[] = [];
  const tell = (at: number, fact: object): void => {
    timed.push({ at, fact: { ...fact, unit: slot.unit } as unknown as WireFact });
  };
  const startOrder = startOrdersIn(facts);
  for (const fact of facts)
    if (kindOf(fact) === 'setup' || kindOf(fact) === 'startList') tell(slot.startsAt - LISTED_BEFORE, fact);
  tell(slot.startsAt - LISTED_BEFORE, { schedule: { status: 'SCHEDULED' } });
  tell(slot.startsAt - READY_BEFORE, { schedule: { status: 'GETTING_READY' } });
  tell(slot.startsAt, { schedule: { status: 'RUNNING' } });
  let end = slot.startsAt;
  const note = (at: number, fact: WireFact): void => {
    end = Math.max(end, at);
    tell(at, fact);
  };
  for (const fact of facts) {
    const { reaction, passing, conditions } = fact;
    if (reaction !== undefined) note(slot.startsAt + 0.5, fact);
    if (passing !== undefined) note(slot.startsAt + Number(passing.time), fact);
    if (conditions !== undefined) note(slot.startsAt + 10, fact);
  }
  tries(facts, startOrder).forEach((group, index) => {
    for (const [part, fact] of group.entries())
      note(slot.startsAt + (index + 1) * (slot.every ?? 60) + part * 2, fact);
  });
  for (const fact of facts) if (kindOf(fact) === 'irm') note(end + PICTURE_READ_AFTER, fact);
  tell(end + UNOFFICIAL_AFTER, { status: { result: 'UNOFFICIAL' } });
  tell(end + UNOFFICIAL_AFTER, { schedule: { status: 'FINISHED' } });
  tell(end + OFFICIAL_AFTER, { status: { result: 'OFFICIAL' } });
  return timed;
}

function startOrdersIn(facts: readonly WireFact[]): Map<string, number> {
  const orders = new Map<string, number>();
  for (const { startList } of facts) {
    const entries = (startList?.entries ?? []) as unknown as {
      competitor: { code: string };
      startOrder: number;
    }[];
    for (const { competitor, startOrder } of entries) orders.set(competitor.code, startOrder);
  }
  return orders;
}

/** Facts that belong together (the marks of one routine), in the order in which the field of play sees them. */
function tries(facts: readonly WireFact[], startOrder: ReadonlyMap<string, number>): WireFact[][] {
  const groups = new Map<string, { readonly key: readonly number[]; readonly facts: WireFact[] }>();
  for (const fact of facts) {
    const content = fact.attempt ?? fact.score;
    if (content === undefined) continue;
    const order = startOrder.get(String(content.competitor)) ?? 0;
    const key = fact.attempt === undefined ? routineKey(content, order) : attemptKey(content, order);
    const group = groups.get(key.join()) ?? { key, facts: [] };
    group.facts.push(fact);
    groups.set(key.join(), group);
  }
  return [...groups.values()].sort((one, other) => compared(one.key, other.key)).map((group) => group.facts);
}

/** Bar by bar, round by round, in start order. */
const attemptKey = ({ height, attempt }: WireObject, order: number): number[] => [
  Number(height ?? 0),
  Number(attempt),
  order,
];

const APPARATUS = ['VT', 'UB', 'BB', 'FX'];
const GROUP_SIZE = 6;

/** Women's all-around: four groups, each at another apparatus; after a rotation every group moves on. */
function routineKey({ element }: WireObject, order: number): number[] {
  const apparatus = APPARATUS.indexOf(String(element).slice(0, 2));
  const group = Math.floor((order - 1) / GROUP_SIZE) % APPARATUS.length;
  const rotation = (apparatus - group + APPARATUS.length) % APPARATUS.length;
  const second = String(element).endsWith('2') ? 1 : 0;
  return [rotation, (order - 1) % GROUP_SIZE, order, second];
}

function compared(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : one[index]! - other[index]!;
}
