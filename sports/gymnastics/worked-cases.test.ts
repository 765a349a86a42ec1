/** Worked cases of artistic gymnastics, by their ids. Sources and certainty: `rulebook.md`. */
import { expect, test } from 'vitest';
import { channelOf, listRows } from '../../src/model/document.ts';
import { OfflineCompetition } from '../../src/offline-competition.ts';

const FLOOR = 'GARW1APFX-------------FNL-000100--';
const BEAM = 'GARW1APBB-------------FNL-000100--';
const BARS = 'GARW1APUB-------------FNL-000100--';
const ALL_AROUND = 'GARW1AA---------------FNL-000100--';
const QUALIFICATION = 'GARW------------------QUAL000001--';

/** A venue that speaks about one unit, and the list that comes of it. */
class Apparatus {
  readonly #competition = new OfflineCompetition();
  readonly #unit: string;
  #seq = 0;

  constructor(unit: string, rule: string, gymnasts: Readonly<Record<string, string>>, options: object = {}) {
    this.#unit = unit;
    this.say({ setup: { rule, options } });
    const entries = Object.entries(gymnasts).map(([family, organisation], index) => ({
      competitor: { code: family, kind: 'ATHLETE', organisation, name: { family } },
      startOrder: index + 1,
    }));
    this.say({ startList: { entries } });
  }

  say(fact: object): number {
    expect(this.refusalOf(fact)).toBeNull();
    return this.#seq;
  }

  refusalOf(fact: object) {
    this.#seq += 1;
    return this.#competition.takeWire({
      source: 'GAR-1',
      seq: this.#seq,
      unit: this.#unit,
      ...fact,
    } as never);
  }

  /** Marks in points: `{ D: '5.9', E: '8.266' }`. */
  marks(competitor: string, element: string, marks: Readonly<Record<string, string>>): void {
    for (const [component, value] of Object.entries(marks))
      this.say({ score: { competitor, element, component, value } });
  }

  panel(competitor: string, element: string, deductions: readonly string[]): void {
    for (const [index, value] of deductions.entries())
      this.say({ score: { competitor, element, component: 'EJ', judge: `E${index + 1}`, value } });
  }

  /** `1 Andrade 14.166`, in order; `=` after a shared rank. */
  places(subcode: string | null = null): string[] {
    return this.rows(subcode).map(({ key, mark, place }) => {
      const rank = place.rank === null ? (mark.irm ?? '-') : `${place.rank}${place.rankEqual ? '=' : ''}`;
      return [rank, key, mark.result].filter((cell) => cell !== null).join(' ');
    });
  }

  rows(subcode: string | null = null) {
    const channel = channelOf({ type: 'RESULT', unit: this.#unit, subcode });
    const document = [...this.#competition.documents()].find(({ header }) => channelOf(header) === channel);
    return document === undefined ? [] : listRows(document);
  }

  hash(): string {
    return [...this.#competition.documents()].find(({ header }) => header.unit === this.#unit)!.hash;
  }

  decidedBy(competitor: string): string | undefined {
    return this.rows().find(({ key }) => key === competitor)?.place.decidedBy?.criterion;
  }
}

test('C033 an accepted inquiry moves the bronze medal, and the first score restored moves it back', () => {
  const floor = new Apparatus(FLOOR, 'GAR.FX@2024', {
    Andrade: 'BRA',
    Biles: 'USA',
    Barbosu: 'ROU',
    ManecaVoinea: 'ROU',
    Chiles: 'USA',
  });
  floor.marks('Andrade', 'FX', { D: '5.9', E: '8.266' });
  floor.marks('Biles', 'FX', { D: '6.9', E: '7.833', ND: '0.6' });
  floor.marks('Barbosu', 'FX', { D: '5.8', E: '8', ND: '0.1' });
  floor.marks('ManecaVoinea', 'FX', { D: '5.9', E: '7.9', ND: '0.1' });
  floor.marks('Chiles', 'FX', { D: '5.8', E: '7.866' });
  const before = [
    '1 Andrade 14.166',
    '2 Biles 14.133',
    '3 Barbosu 13.700',
    '4 ManecaVoinea 13.700',
    '5 Chiles 13.666',
  ];
  const hash = floor.hash();
  expect(floor.places()).toEqual(before);
  expect(floor.decidedBy('ManecaVoinea')).toBe('EXECUTION');

  const inquiry = floor.say({ score: { competitor: 'Chiles', element: 'FX', component: 'D', value: '5.9' } });
  expect(floor.places().slice(2)).toEqual(['3 Chiles 13.766', '4 Barbosu 13.700', '5 ManecaVoinea 13.700']);

  floor.say({ void: { seq: inquiry } });
  expect(floor.places()).toEqual(before);
  expect(floor.hash()).toBe(hash);
});

test('C035 equal execution and difficulty: the tie stands and the next place is left out', () => {
  const floor = new Apparatus(FLOOR, 'GAR.FX@2020', {
    Carey: 'USA',
    Ferrari: 'ITA',
    Melnikova: 'ROC',
    Murakami: 'JPN',
    Andrade: 'BRA',
  });
  floor.marks('Carey', 'FX', { D: '6.3', E: '8.066' });
  floor.marks('Ferrari', 'FX', { D: '5.9', E: '8.3' });
  floor.marks('Melnikova', 'FX', { D: '5.9', E: '8.266' });
  floor.marks('Murakami', 'FX', { D: '5.9', E: '8.266' });
  floor.marks('Andrade', 'FX', { D: '5.9', E: '8.233', ND: '0.1' });
  expect(floor.places()).toEqual([
    '1 Carey 14.366',
    '2 Ferrari 14.200',
    '3= Melnikova 14.166',
    '3= Murakami 14.166',
    '5 Andrade 14.033',
  ]);
});

const london: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  Raisman: { VT: ['6.5', '9.4'], UB: ['6.0', '8.333'], BB: ['6.2', '8'], FX: ['6.6', '8.533'] },
  Mustafina: { VT: ['5.8', '9.433'], UB: ['7.0', '9.1'], BB: ['6.3', '7.333'], FX: ['6', '8.6'] },
};

function allAround(rule: string): Apparatus {
  const unit = new Apparatus(ALL_AROUND, rule, { Raisman: 'USA', Mustafina: 'RUS' });
  for (const [gymnast, sheet] of Object.entries(london))
    for (const [apparatus, [D, E]] of Object.entries(sheet)) unit.marks(gymnast, apparatus, { D, E });
  return unit;
}

test('C037 London 2012: equal all-around totals are compared without the lowest apparatus', () => {
  const unit = allAround('GAR.AA@2012');
  expect(unit.places()).toEqual(['1 Mustafina 59.566', '2 Raisman 59.566']);
  expect(unit.decidedBy('Raisman')).toBe('WITHOUT_LOWEST');
});

test.each(['2016', '2020', '2024', '2028'])('C037 the same two in the edition of %s', (year) => {
  const unit = allAround(`GAR.AA@${year}`);
  expect(unit.places()).toEqual(['1 Mustafina 59.566', '2 Raisman 59.566']);
  expect(unit.decidedBy('Raisman')).toBe('WITHOUT_LOWEST');
});

test('C039 Beijing 2008: equal execution is separated by the smallest three of four counting deductions', () => {
  const bars = new Apparatus(BARS, 'GAR.UB@2008', { Liukin: 'USA', He: 'CHN' });
  bars.marks('He', 'UB', { D: '7.7' });
  bars.panel('He', 'UB', ['0.7', '0.9', '0.9', '1.0', '1.1', '1.1']);
  bars.marks('Liukin', 'UB', { D: '7.7' });
  bars.panel('Liukin', 'UB', ['0.9', '0.9', '1.0', '1.0', '1.0', '1.2']);
  expect(bars.places()).toEqual(['1 He 16.725', '2 Liukin 16.725']);
  expect(bars.rows().map(({ place }) => place.rankEqual)).toEqual([false, false]);
  expect(bars.decidedBy('Liukin')).toBe('PANEL_DEDUCTIONS');
});

test('C041 an inquiry makes the scores equal, and execution decides for who asked', () => {
  const beam = new Apparatus(BEAM, 'GAR.BB@2012', { Ponor: 'ROU', Raisman: 'USA' });
  beam.marks('Ponor', 'BB', { D: '6.6', E: '8.466' });
  beam.marks('Raisman', 'BB', { D: '6.2', E: '8.766' });
  expect(beam.places()).toEqual(['1 Ponor 15.066', '2 Raisman 14.966']);
  beam.marks('Raisman', 'BB', { D: '6.3' });
  expect(beam.places()).toEqual(['1 Raisman 15.066', '2 Ponor 15.066']);
});

test('execution is ten less the mean of the counting deductions, cut to thousandths', () => {
  const floor = new Apparatus(FLOOR, 'GAR.FX@2024', { One: 'ITA' });
  floor.marks('One', 'FX', { D: '5' });
  floor.panel('One', 'FX', ['0.1', '0.5', '0.9', '1.0', '1.0', '2.0', '3.0']);
  expect(floor.places()).toEqual(['1 One 14.033']);
});

test('two vaults: the mean decides, then the higher single vault, then execution, then difficulty of one vault', () => {
  const vault = new Apparatus('GARW1APVT-------------FNL-000100--', 'GAR.VT@2022', {
    Bacskay: 'HUN',
    Chusovitina: 'UZB',
    Equal: 'ITA',
    Single: 'FRA',
  });
  vault.marks('Bacskay', 'VT1', { D: '4.6', E: '8.733' });
  vault.marks('Bacskay', 'VT2', { D: '4.4', E: '8.8' });
  vault.marks('Chusovitina', 'VT1', { D: '5', E: '8.333' });
  vault.marks('Chusovitina', 'VT2', { D: '4.4', E: '8.8' });
  vault.marks('Equal', 'VT1', { D: '5', E: '8.4' });
  vault.marks('Equal', 'VT2', { D: '4.4', E: '8.733' });
  vault.marks('Single', 'VT1', { D: '5', E: '9' });
  expect(vault.places()).toEqual(['1 Equal 13.266', '2 Chusovitina 13.266', '3 Bacskay 13.266', '- Single']);
  vault.say({ irm: { competitor: 'Single', code: 'DNS', point: 'VT2' } });
  expect(vault.places().at(-1)).toBe('4 Single 7.000');
});

test('one subdivision serves apparatus and all-around; who misses an apparatus has no all-around place', () => {
  const unit = new Apparatus(QUALIFICATION, 'GAR.QUAL@2024', {
    All: 'ITA',
    Specialist: 'NED',
    Injured: 'FRA',
  });
  for (const apparatus of ['VT', 'UB', 'BB', 'FX']) unit.marks('All', apparatus, { D: '5', E: '8' });
  unit.marks('Specialist', 'BB', { D: '6', E: '8.5' });
  unit.marks('Injured', 'VT', { D: '5', E: '9' });
  unit.say({ irm: { competitor: 'Injured', code: 'DNS', point: 'UB' } });
  expect(unit.places()).toEqual(['1 All 52.000', '- Specialist 14.500', 'DNF Injured 14.000']);
  expect(unit.places('BB').slice(0, 2)).toEqual(['1 Specialist 14.500', '2 All 13.000']);
  expect(unit.places('VT1').slice(0, 2)).toEqual(['1 Injured 14.000', '2 All 13.000']);
});

test.each([
  ['SCORE_OUT_OF_RANGE', { element: 'FX', component: 'D', value: '12.1' }],
  ['SCORE_OUT_OF_RANGE', { element: 'FX', component: 'E', value: '10.001' }],
  ['SCORE_OUT_OF_RANGE', { element: 'FX', component: 'ND', value: '-0.1' }],
  ['UNKNOWN_JUDGE', { element: 'FX', component: 'EJ', judge: 'E12', value: '0.5' }],
  ['UNKNOWN_APPARATUS', { element: 'HB', component: 'D', value: '5' }],
  ['UNKNOWN_COMPONENT', { element: 'FX', component: 'TES', value: '5' }],
])('F6 a score that cannot be is held: %s, %o', (code, score) => {
  const floor = new Apparatus(FLOOR, 'GAR.FX@2024', { One: 'ITA' });
  floor.marks('One', 'FX', { D: '5', E: '8' });
  const refusal = floor.refusalOf({ score: { competitor: 'One', ...score } });
  expect(refusal?.message).toContain(code);
  expect(floor.places()).toEqual(['1 One 13.000']);
});
