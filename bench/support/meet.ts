import type { Fact, FactContents, FactKind } from '../../src/model/fact.ts';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { seeded } from './seeded.ts';

const STROKES = ['FR', 'BK', 'BR', 'FL'] as const;
const DISTANCES = ['50M', '100M', '200M'] as const;
const GENDERS = ['M', 'W'] as const;
const LANES = 8;
const HEATS_PER_EVENT = 10;
const STARTED_AT = Date.UTC(2026, 5, 1, 8) * 1_000;
const MICROS_PER_SECOND = 1_000_000;
const SECONDS_PER_UNIT = 180;
const HUNDREDTH = 10_000;

/** A swimming meet with so many heats, eight to each, from the start list to OFFICIAL: made, not recorded. One list of facts per heat. */
export function meetOf(units: number): Fact[][] {
  const random = seeded(7);
  let seq = 0;
  return Array.from({ length: units }, (_none, index) => {
    let second = index * SECONDS_PER_UNIT;
    const unit = unitAt(index);
    const fact = <K extends FactKind>(kind: K, content: FactContents[K]): Fact => {
      second += 5;
      seq += 1;
      const storedAt = STARTED_AT + second * MICROS_PER_SECOND;
      const envelope = { source: 'BENCH', epoch: '1', seq, unit, test: false, storedAt, streamSeq: seq };
      return { ...envelope, kind, content } as unknown as Fact;
    };
    const swimmers = Array.from({ length: LANES }, (_lane, lane) => swimmer(index * LANES + lane));
    return [
      fact('setup', { scheduledStart: new Date(STARTED_AT / 1_000 + second * 1_000).toISOString() }),
      fact('startList', {
        entries: swimmers.map((competitor, lane) => ({
          competitor,
          startOrder: lane + 1,
          lane: `${lane + 1}`,
        })),
      }),
      ...swimmers.map(({ code }) =>
        fact('passing', {
          competitor: code,
          point: 'FIN',
          time: (Math.round(random() * 3_000) + 18_000) * HUNDREDTH,
        }),
      ),
      fact('status', { result: 'OFFICIAL' }),
    ];
  });
}

const swimmer = (number: number) => ({
  code: String(3_000_000 + ((number * 7) % 4_001)),
  kind: 'ATHLETE' as const,
  organisation: 'AUS',
  name: { given: `Given${number}`, family: `Family${number}` },
});

/** Ten heats of each event, and as many age groups as it takes. */
function unitAt(index: number): Rsc {
  let event = Math.floor(index / HEATS_PER_EVENT);
  const take = <T>(from: readonly T[]): T => {
    const taken = from[event % from.length]!;
    event = Math.floor(event / from.length);
    return taken;
  };
  const [distance, stroke, gender] = [take(DISTANCES), take(STROKES), take(GENDERS)];
  const heat = String((index % HEATS_PER_EVENT) + 1).padStart(4, '0');
  return formatRsc({
    discipline: 'SWM',
    gender,
    event: `${distance}${stroke}-A${event}`,
    phase: 'HEAT',
    unit: `${heat}00--`,
  });
}
