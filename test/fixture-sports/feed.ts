/** What the venues of two invented sports say, one fact after the other. */
import { isRejection } from '../../src/ingest/rejection.ts';
import type { WireFact } from '../../src/ingest/wire.ts';
import type { Fact } from '../../src/model/fact.ts';
import { formatRsc, type Rsc } from '../../src/model/rsc.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';

export class Feed {
  readonly facts: Fact[] = [];
  /** The same as they travel. */
  readonly wire: WireFact[] = [];
  readonly #source: string;

  constructor(source = 'FIXTURE') {
    this.#source = source;
  }

  /** The number by which it can be withdrawn. */
  say(unit: Rsc, said: object): number {
    const seq = this.facts.length + 1;
    const wire = {
      source: this.#source,
      epoch: '1',
      seq,
      sentAt: '2026-06-01T10:00:00.000Z',
      unit,
      ...said,
    } as unknown as WireFact;
    const line = JSON.stringify(wire);
    const fact = factOfLine(Buffer.from(line), seq);
    if (isRejection(fact)) throw new Error(`${line}: ${fact.code} ${fact.message}`);
    this.facts.push(fact);
    this.wire.push(wire);
    return seq;
  }

  startList(unit: Rsc, codes: readonly string[], kind: 'ATHLETE' | 'TEAM' = 'TEAM'): number {
    const entries = codes.map((code, index) => ({
      competitor: {
        code,
        kind,
        organisation: code.slice(0, 3).padEnd(3, 'X'),
        name: kind === 'TEAM' ? { team: code } : { family: code },
        ...(kind === 'TEAM' ? { members: [1, 2, 3].map((number) => memberOf(code, number)) } : {}),
      },
      startOrder: index + 1,
    }));
    // A place without anybody is a bye.
    return this.say(unit, {
      startList: { entries: entries.filter(({ competitor }) => competitor.code !== '') },
    });
  }

  /** Scores of a whole match, and its result: `2-1`, `1/4-1/5` with a shoot-out, `DNS-0`. */
  result(unit: Rsc, sides: readonly [string, string], score: string): number {
    const said = score.split('-');
    for (const [index, competitor] of sides.entries()) this.#side(unit, competitor, said[index]!);
    return this.say(unit, { status: { result: 'OFFICIAL' } });
  }

  #side(unit: Rsc, competitor: string, said: string): void {
    if (/^[A-Z]+$/.test(said)) {
      this.say(unit, { irm: { competitor, code: said } });
      return;
    }
    const [value = '0', shootOut] = said.split('/');
    this.say(unit, { periodScore: { competitor, period: 'H2', value } });
    if (shootOut !== undefined)
      this.say(unit, { periodScore: { competitor, period: 'PSO', value: shootOut } });
  }

  void(seq: number, unit: Rsc): number {
    return this.say(unit, { void: { seq } });
  }
}

const memberOf = (team: string, number: number) => ({
  code: `${team}-${number}`,
  kind: 'ATHLETE',
  organisation: team.slice(0, 3).padEnd(3, 'X'),
  name: { family: `${team}${number}` },
});

export const ringballRsc = (event: string, phase = '', unit = ''): Rsc =>
  formatRsc({ discipline: 'RNG', gender: event === 'DUEL' ? 'X' : 'M', event, phase, unit });

export const driftboardRsc = (phase = '', unit = ''): Rsc =>
  formatRsc({ discipline: 'DRF', gender: 'W', event: 'BOARD', phase, unit });

/** `2` -> `000200`. */
export const numbered = (number: number, part = 0): string =>
  `${String(number).padStart(4, '0')}${String(part).padStart(2, '0')}`;
