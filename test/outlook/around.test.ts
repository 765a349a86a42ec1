/**
 * What the projection of a unit hangs on besides what was said of the unit: other units, phase, event, the sources of all of them. Whoever says it, the
 * projection follows at once: an engine that makes everything anew at any fact has the documents that were published.
 */
import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition, type CompetitionSoFar } from '../../src/standings/competition.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { EPOCH } from '../properties/end-state.ts';
import { Meet } from '../support/meet.ts';
import { projectionOf } from './completed.ts';

const medalsIn = (meet: Meet, unit: string) => projectionOf(meet, unit).header.outlook!.medals;
const MEDALS = ['GOLD', 'SILVER', 'BRONZE'];

function twoFinals(event: string): { meet: Meet; one: string; other: string } {
  const meet = new Meet(event);
  const [one, other] = [meet.rsc('FNL-', '000100'), meet.rsc('FNL-', '000200')];
  meet.say(one, { setup: { projection: true } });
  meet.startList(one, ['A', 'B', 'C', 'D']);
  return { meet, one, other };
}

describe('medals of the first places', () => {
  test.each(['ATHM100M', 'ORIMLONG', 'SWMM100MFR'])(
    '%s: there are none while another unit is in the final',
    (event) => {
      const { meet, one, other } = twoFinals(event);
      expect(medalsIn(meet, one)).toEqual(MEDALS);
      meet.startList(other, ['E', 'F', 'G', 'H']);
      expect(medalsIn(meet, one)).toEqual([]);
      meet.say(other, { schedule: { status: 'CANCELLED' } });
      expect(medalsIn(meet, one)).toEqual(MEDALS);
      meet.say(other, { schedule: { status: 'SCHEDULED' } });
      expect(medalsIn(meet, one)).toEqual([]);
    },
  );

  test('are told of the A-final once the other one is a B-final', () => {
    const { meet, one, other } = twoFinals('SWMM100MFR');
    meet.startList(other, ['E', 'F', 'G', 'H']);
    meet.say(other, { setup: { final: 'B' } });
    meet.say(one, { setup: { projection: true, final: 'A' } });
    expect(medalsIn(meet, one)).toEqual(MEDALS);
    meet.say(other, { setup: { final: 'A' } });
    expect(medalsIn(meet, one)).toEqual([]);
  });
});

test('a list that is not made any more projects nobody', () => {
  const { meet, one, other } = twoFinals('ATHM100M');
  const phase = meet.rsc('FNL-');
  meet.startList(other, ['E', 'F', 'G', 'H']);
  meet.say(phase, { setup: { projection: true } });
  expect(projectionOf(meet, phase).header.outlook!.unknown).toEqual([
    { what: 'PLACES', why: 'NO_PROJECTION' },
  ]);
  meet.say(other, { schedule: { status: 'CANCELLED' } });
  expect(projectionOf(meet, phase).header.outlook).toBeUndefined();
  expect(medalsIn(meet, one)).toEqual(MEDALS);
});

/** Facts of one event that come in any order: two heats and a final, projected, and all that is said around them. */
class Anything {
  readonly #dice: Dice;
  readonly #event: string;
  readonly #facts = new Competition({ epoch: EPOCH, sports: SPORTS });
  #seq = 0;

  constructor(seed: number, event: string) {
    this.#dice = new Dice(seed);
    this.#event = event;
    for (const unit of [this.rsc('SFNL', '000100'), this.rsc('SFNL', '000200'), this.rsc('FNL', '000100')]) {
      this.take(unit, { setup: { projection: true } });
      this.take(unit, { startList: { entries: this.#entries() } });
    }
  }

  get competition(): Competition {
    return this.#facts;
  }

  rsc(phase = '', unit = ''): string {
    return this.#event.padEnd(22, '-') + phase.padEnd(4, '-') + unit.padEnd(8, '-');
  }

  take(unit: string, said: object, source = 'TEST'): void {
    this.#seq += 1;
    const wire = { source, seq: this.#seq, sentAt: '2026-06-01T10:00:00Z', unit, ...said };
    const fact = factOfLine(Buffer.from(JSON.stringify(wire)), this.#seq);
    if (!('kind' in fact)) throw new Error(`${fact.code} ${fact.message}`);
    this.#facts.take(fact as Fact);
  }

  next(): void {
    const dice = this.#dice;
    const [phase, unit] = dice.one([
      ['SFNL', '000100'],
      ['SFNL', '000200'],
      ['FNL', '000100'],
      ['FNL', '000200'],
      ['SFNL', '000100RR'],
    ] as const);
    const at = this.rsc(phase, unit);
    const competitor = dice.one(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    const above = dice.one([this.rsc(phase), this.rsc()]);
    const lines = [
      { by: 'place', count: dice.between(1, 2), mark: 'Q' },
      { by: 'best', count: 1, mark: 'q' },
    ];
    const [where, said] = dice.one<readonly [string, object]>([
      [
        at,
        { setup: { projection: !dice.once(4), ...(dice.once(4) ? { final: dice.one(['A', 'B']) } : {}) } },
      ],
      [at, { setup: { projection: true, ...(dice.once(3) ? { advance: lines } : {}) } }],
      [at, { startList: { entries: this.#entries() } }],
      [at, { startList: { entries: this.#entries() } }],
      [at, { passing: { competitor, point: 'FIN', time: `10.${dice.between(10, 99)}` } }],
      [at, { passing: { competitor, point: 'FIN', time: `10.${dice.between(10, 99)}` } }],
      [at, { passing: { competitor, point: 'FIN', time: `10.${dice.between(10, 99)}` } }],
      [at, { irm: { competitor, code: dice.one(['DNS', 'DNF', 'DQ', null]) } }],
      [at, { status: { result: dice.one(['LIVE', 'UNOFFICIAL', 'OFFICIAL', 'PROTESTED']) } }],
      [at, { status: { result: 'OFFICIAL' } }],
      [at, { schedule: { status: dice.one(['SCHEDULED', 'CANCELLED', 'CANCELLED', 'INTERRUPTED']) } }],
      [at, { start: { at: '2026-06-01T10:00:00Z' } }],
      [at, { rankOverride: { competitor, rank: dice.between(1, 3), reason: 'JURY' } }],
      [at, { advance: { competitor, mark: dice.one(['qR', null]) } }],
      [above, { irm: { competitor, code: dice.one(['DQ', 'DNS', null]) } }],
      [
        this.rsc(phase),
        { setup: { advance: lines, units: ['000100', '000200'].map((each) => this.rsc(phase, each)) } },
      ],
      [this.rsc(), { setup: { medals: dice.one([[1, 2, 3], [1, 2, 3, 3], [3]]) } }],
    ]);
    this.take(where, said, dice.once(5) ? 'OTHER' : 'TEST');
  }

  #entries(): object[] {
    return this.#dice
      .shuffled(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
      .slice(0, this.#dice.between(2, 4))
      .map((code, index) => ({
        competitor: { code, kind: 'ATHLETE', organisation: 'NOR', name: { family: code } },
        startOrder: index + 1,
      }));
  }
}

const FACTS = 60;

test.each([18, 37, 78, 103])(
  'whatever is said around it, everything made anew is what was published, seed %i',
  (seed) => {
    const anything = new Anything(seed, 'ATHM100M');
    let projected = 0;
    for (let count = 0; count < FACTS; count += 1) {
      anything.next();
      const { competition } = anything;
      const other = new Competition({ epoch: EPOCH, sports: SPORTS });
      other.takeUp(deserialize(serialize(competition.soFar())) as CompetitionSoFar);
      for (const { current } of competition.documents.values())
        if (current.header.type === 'PROJECTION' && current.rows.length > 0) projected += 1;
    }
    expect(projected).toBeGreaterThan(FACTS / 2);
  },
);
