/** A regatta in which the crew with the lower number is always faster, unless somebody says otherwise. */
import { rowing } from '../../../sports/rowing/rowing.ts';
import { formatRsc, type Rsc } from '../../../src/model/rsc.ts';
import { Feed, numbered } from '../../fixture-sports/feed.ts';
import { Standings } from '../../fixture-sports/standings.ts';

export const rsc = (phase = '', number = 0): Rsc =>
  formatRsc({
    discipline: 'ROW',
    gender: 'W',
    event: 'SCULL2',
    phase,
    unit: number === 0 ? '' : numbered(number),
  });

/** `0002RR`: the re-row of the second race. */
export const reRow = (phase: string, number: number): Rsc =>
  formatRsc({ discipline: 'ROW', gender: 'W', event: 'SCULL2', phase, unit: `000${number}RR` });

export const crew = (number: number): string => `C${String(number).padStart(2, '0')}`;

export class Regatta {
  readonly feed = new Feed();
  readonly #standings = new Standings([], [rowing]);
  #taken = 0;

  get standings(): Standings {
    this.#standings.take(this.feed.facts.slice(this.#taken));
    this.#taken = this.feed.facts.length;
    return this.#standings;
  }

  /** All crews are entered, and dealt out over so many heats. */
  enter(crews: number, heats: number): void {
    const all = Array.from({ length: crews }, (_none, index) => crew(index + 1));
    this.feed.startList(rsc(), all);
    for (let heat = 1; heat <= heats; heat += 1)
      this.feed.startList(
        rsc('HEAT', heat),
        all.filter((_crew, index) => index % heats === heat - 1),
      );
  }

  starters(unit: Rsc): string[] {
    return this.standings.competitorsIn(unit);
  }

  /** `C01 C02 C03`, at intervals of two seconds; `C01=C02` level; `DNF:C03`. */
  row(unit: Rsc, order = this.starters(unit).toSorted().join(' ')): void {
    for (const [index, said] of order.split(' ').entries()) {
      const [code, irm] = said.split(':').reverse() as [string, string?];
      if (irm !== undefined) this.feed.say(unit, { irm: { competitor: code, code: irm } });
      else for (const competitor of code.split('=')) this.finish(unit, competitor, 400 + 2 * index);
    }
    this.feed.say(unit, { status: { result: 'OFFICIAL' } });
  }

  finish(unit: Rsc, competitor: string, seconds: number): number {
    return this.feed.say(unit, { passing: { competitor, point: 'FIN', time: String(seconds) } });
  }

  /** Every race that has crews and has not been rowed, round by round. */
  rowAll(phases = ['PREL', 'HEAT', 'REP', 'QFNL', 'SFNL', 'FNL']): void {
    for (const phase of phases)
      for (let number = 1; number <= 6; number += 1) {
        const unit = rsc(phase, number);
        const starters = this.starters(unit);
        const isRowed = this.feed.facts.some((fact) => fact.unit === unit && fact.kind === 'status');
        if (starters.length > 0 && !isRowed) this.row(unit);
      }
  }

  /** `C03 1`, `C01 2=`. */
  lines(unit: Rsc, type: 'RESULT' | 'PHASE_RESULT' | 'RANKING' | 'MEDALLISTS' = 'RESULT'): string[] {
    return this.standings.lines(type, unit).map((line) => line.replace(/ \d:\d\d\.\d\d/, ''));
  }
}
