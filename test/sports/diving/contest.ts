/** Diving contests in few words. */
import { diving } from '../../../sports/diving/diving.ts';
import { formatRsc, type Rsc } from '../../../src/model/rsc.ts';
import { Feed, numbered } from '../../fixture-sports/feed.ts';
import { Standings } from '../../fixture-sports/standings.ts';

export const rsc = (gender: string, event: string, phase = '', number = 0): Rsc =>
  formatRsc({
    discipline: 'DIV',
    gender,
    event,
    phase,
    unit: number === 0 ? '' : numbered(number),
  });

/** `EX 8 8.5 7 ...`: the awards of a panel, by component. */
export type Awards = Readonly<Record<string, string>>;

export class Diving {
  readonly feed = new Feed();
  readonly #standings = new Standings([], [diving]);
  #taken = 0;

  get standings(): Standings {
    this.#standings.take(this.feed.facts.slice(this.#taken));
    this.#taken = this.feed.facts.length;
    return this.#standings;
  }

  /** One dive: number and difficulty, awards by component (`EX`, or `EX1`, `EX2` and `SYN`), what the referee declared. */
  dive(
    unit: Rsc,
    competitor: string,
    round: number,
    dive: string,
    awards: Awards,
    declared: Awards = {},
  ): void {
    const [element, value] = dive.split(' ');
    this.feed.say(unit, { score: { competitor, round, element, component: 'DD', value } });
    let judge = 0;
    for (const [component, marks] of Object.entries(awards))
      for (const mark of marks.split(' ')) {
        judge += 1;
        this.feed.say(unit, { score: { competitor, round, component, judge: String(judge), value: mark } });
      }
    for (const [component, points] of Object.entries(declared))
      this.feed.say(unit, { score: { competitor, round, component, value: points } });
  }

  /** Every dive with difficulty 3.0 and the same award from all seven: 9 points for each point of it. */
  plain(unit: Rsc, competitor: string, rounds: number, award: string): void {
    for (let round = 1; round <= rounds; round += 1)
      this.dive(unit, competitor, round, '107B 3.0', { EX: Array(7).fill(award).join(' ') });
  }

  official(unit: Rsc): void {
    this.feed.say(unit, { status: { result: 'OFFICIAL' } });
  }

  lines(unit: Rsc, type: 'RESULT' | 'PHASE_RESULT' | 'CUMULATIVE_RESULT' | 'RANKING' = 'RESULT'): string[] {
    return this.standings.lines(type, unit);
  }
}
