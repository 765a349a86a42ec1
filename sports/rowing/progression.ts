/**
 * The progression of World Rowing (Rules of Racing, appendix on progression) as it was rowed at the World Championships of
 * 2011 and 2014: by the number of entries, how many races each round has, who goes where from each, and who meets whom.
 *
 * `2H4`: second of heat 4; letters stand for the rounds, numbers for the race. The order in a race is that of the lanes, the
 * best first; the crews over the number that all heats have are in the first heats. Where the book leaves the draw to a lot (which of two mirrored allocations), the first one stands here.
 */
import type { Phase } from './events.ts';

/** One race of a round. */
export interface Race {
  /** Where its crews come from, best first; none where crews are drawn. */
  readonly from: readonly Place[];
  /** `2 SA/B, R`: the first two, and all others. */
  readonly to: readonly Line[];
}

export interface Place {
  readonly place: number;
  readonly phase: Phase;
  readonly race: number;
}

export interface Line {
  readonly count: number;
  readonly mark: string;
}

/** How an event is rowed. */
export interface Progression {
  /** By numbers of entries: `21-24`. */
  readonly code: string;
  readonly least: number;
  readonly most: number;
  readonly rounds: ReadonlyMap<Phase, readonly Race[]>;
}

const ROUND_OF: Readonly<Record<string, Phase>> = {
  X: 'PREL',
  H: 'HEAT',
  R: 'REP',
  Q: 'QFNL',
  S: 'SFNL',
};

type Rounds = Readonly<Partial<Record<Phase, readonly (readonly [to: string, ...from: string[]])[]>>>;

/** More crews than a race has. */
const ALL_OTHERS = 10;

function progression(code: string, rounds: Rounds): Progression {
  const [least = '', most = least] = code.split('-');
  const races = Object.entries(rounds).map(([phase, texts]): [Phase, readonly Race[]] => [
    phase as Phase,
    texts.flatMap(([to, ...from]) =>
      (from.length === 0 ? [''] : from).map((text) => ({ from: placesIn(text), to: linesIn(to) })),
    ),
  ]);
  return { code, least: Number(least), most: Number(most), rounds: new Map(races) };
}

const placesIn = (text: string): Place[] =>
  [...text.matchAll(/(\d)([XHRQS])(\d)/g)].map(([, place, round, race]) => ({
    place: Number(place),
    phase: ROUND_OF[round!]!,
    race: Number(race),
  }));

const linesIn = (text: string): Line[] =>
  text === ''
    ? []
    : text.split(', ').map((line) => {
        const [, count, mark = ''] = /^(?:(\d) )?(.+)$/.exec(line)!;
        return { count: count === undefined ? ALL_OTHERS : Number(count), mark };
      });

/** So many heats, alike; their crews are drawn. */
const heats = (count: number, to: string): Rounds['HEAT'] => Array.from({ length: count }, () => [to]);

const FINAL_OF_SEMIS = '1S1 1S2 2S1 2S2 3S1 3S2';
const B_OF_SEMIS = '4S1 4S2 5S1 5S2 6S1 6S2';
const FINALS_AB = [FINAL_OF_SEMIS, B_OF_SEMIS] as const;
const FINALS_CD = ['1S3 1S4 2S3 2S4 3S3 3S4', '4S3 4S4 5S3 5S4 6S3 6S4'] as const;
const FINALS_EF = ['1S5 1S6 2S5 2S6 3S5 3S6', '4S5 4S6 5S5 5S6 6S5 6S6'] as const;

const AB = '3 FA, FB';
const CD = '3 FC, FD';

const SEMIS_OF_QUARTERS = ['1Q1 1Q2 2Q3 2Q4 3Q1 3Q3', '1Q3 1Q4 2Q1 2Q2 3Q2 3Q4'] as const;
const SEMIS_CD_OF_QUARTERS = ['4Q1 4Q3 5Q2 5Q4 6Q1 6Q4', '4Q2 4Q4 5Q1 5Q3 6Q2 6Q3'] as const;
const QUARTERS_OF_ONE = [
  '1H1 2H2 2H5 3H3 4H4 3R1',
  '1H2 2H1 2H4 4H5 4H3 1R1',
  '1H5 1H3 3H2 3H4 4H1 4R1',
  '1H4 2H3 3H5 3H1 4H2 2R1',
] as const;

const thirteen = (lastOnes: string): Rounds => ({
  HEAT: heats(3, '3 SA/B, R'),
  REP: [[`3 SA/B, ${lastOnes}`, '4H1 4H2 4H3 5H1 5H2 5H3']],
  SFNL: [[AB, '1H1 1H3 2H2 3H3 1R1 2R1', '1H2 2H1 2H3 3H1 3H2 3R1']],
});

const nineteen = (toOfFourth: string): Rounds => ({
  HEAT: heats(4, '2 SA/B, R'),
  REP: [['2 SA/B, SC/D', '3H1 3H3 4H2 4H4 5H1 5H4', '3H2 3H4 4H1 4H3 5H2 5H3']],
  SFNL: [
    [AB, '1H1 1H3 2H2 2H4 1R2 2R1', '1H2 1H4 2H1 2H3 1R1 2R2'],
    [CD, '3R1 4R2 5R1 6R2'],
    [toOfFourth, '3R2 4R1 5R2 6R1'],
  ],
});

const twentyFive = (lastOnes: string): Rounds => ({
  HEAT: heats(5, '4 Q, R'),
  REP: [[`4 Q, ${lastOnes}`, '5H1 5H2 5H3 5H4 5H5 6H1 6H2 6H3 6H4 6H5']],
  QFNL: [['3 SA/B, SC/D', ...QUARTERS_OF_ONE]],
  SFNL: [
    [AB, ...SEMIS_OF_QUARTERS],
    [CD, ...SEMIS_CD_OF_QUARTERS],
  ],
});

const thirtyOne = (toOfFifth: string): Rounds => ({
  HEAT: heats(6, '3 Q, R'),
  REP: [['2 Q, SE/F', '4H2 4H5 5H3 5H6 6H1 6H4', '4H1 4H4 5H2 5H5 6H3 6H6', '4H3 4H6 5H1 5H4 6H2 6H5']],
  QFNL: [
    [
      '3 SA/B, SC/D',
      '1H1 1H4 2H6 3H5 1R2 2R3',
      '1H2 1H5 2H3 3H1 1R3 2R1',
      '1H3 2H2 2H5 3H4 3H6 1R1',
      '1H6 2H1 2H4 3H2 3H3 2R2',
    ],
  ],
  SFNL: [
    [AB, ...SEMIS_OF_QUARTERS],
    [CD, ...SEMIS_CD_OF_QUARTERS],
    [toOfFifth, '3R1 3R2 4R3 5R2 6R1 6R3'],
    ['3 FE, FF', '3R3 4R1 4R2 5R1 5R3 6R2'],
  ],
});

const seven = (lastOnes: string): Rounds => ({
  HEAT: heats(2, '1 FA, R'),
  REP: [[`4 FA, ${lastOnes}`, '2H1 2H2 3H1 3H2 4H1 4H2']],
});

const A_OF_ONE_REPECHAGE = '1H1 1H2 1R1 2R1 3R1 4R1';

/** A final of a single boat is not rowed: who is left over behind the last final is eliminated. */
export const PROGRESSIONS: readonly Progression[] = [
  progression('2-6', { PREL: [['FA']], FNL: [['', '1X1 2X1 3X1 4X1 5X1 6X1']] }),
  progression('7', { ...seven('ELM'), FNL: [['', A_OF_ONE_REPECHAGE]] }),
  progression('8', { ...seven('FB'), FNL: [['', A_OF_ONE_REPECHAGE, '5R1 6R1']] }),
  progression('9-10', {
    HEAT: heats(2, '2 FA, R'),
    REP: [['2 FA, FB', '3H1 3H2 4H1 4H2 5H1 5H2']],
    FNL: [['', '1H1 1H2 2H1 2H2 1R1 2R1', '3R1 4R1 5R1 6R1']],
  }),
  progression('11-12', {
    HEAT: heats(2, '1 FA, R'),
    REP: [['2 FA, FB', '2H1 3H2 4H1 5H2 6H1', '2H2 3H1 4H2 5H1 6H2']],
    FNL: [['', '1H1 1H2 1R1 1R2 2R1 2R2', '3R1 3R2 4R1 4R2 5R1 5R2']],
  }),
  progression('13', { ...thirteen('ELM'), FNL: [['', ...FINALS_AB]] }),
  progression('14-15', { ...thirteen('FC'), FNL: [['', ...FINALS_AB, '4R1 5R1 6R1']] }),
  progression('16-18', {
    HEAT: heats(3, '2 SA/B, R'),
    REP: [['3 SA/B, FC', '3H1 3H2 4H3 5H2 6H1 6H3', '3H3 4H1 4H2 5H1 5H3 6H2']],
    SFNL: [[AB, '1H1 1H2 2H3 1R2 2R1 3R2', '1H3 2H1 2H2 1R1 2R2 3R1']],
    FNL: [['', ...FINALS_AB, '4R1 4R2 5R1 5R2 6R1 6R2']],
  }),
  // Seven are left over: four and three of them, so that the last final has two boats.
  progression('19', {
    ...nineteen('2 FC, FD'),
    FNL: [['', ...FINALS_AB, '1S3 1S4 2S3 2S4 3S3', '4S3 3S4 4S4']],
  }),
  progression('20', { ...nineteen(CD), FNL: [['', ...FINALS_AB, ...FINALS_CD]] }),
  progression('21-24', {
    HEAT: heats(4, '1 SA/B, R'),
    REP: [
      [
        '2 SA/B, SC/D',
        '2H4 3H3 4H2 5H1 6H4',
        '2H3 3H2 4H1 5H4 6H3',
        '2H2 3H1 4H4 5H3 6H2',
        '2H1 3H4 4H3 5H2 6H1',
      ],
    ],
    SFNL: [
      [AB, '1H1 1H2 1R3 1R4 2R1 2R2', '1H3 1H4 1R1 1R2 2R3 2R4'],
      [CD, '3R1 3R4 4R2 4R3 5R1 5R4', '3R2 3R3 4R1 4R4 5R2 5R3'],
    ],
    FNL: [['', ...FINALS_AB, ...FINALS_CD]],
  }),
  progression('25', { ...twentyFive('ELM'), FNL: [['', ...FINALS_AB, ...FINALS_CD]] }),
  progression('26', { ...twentyFive('FE'), FNL: [['', ...FINALS_AB, ...FINALS_CD, '5R1 6R1']] }),
  progression('27-30', {
    HEAT: heats(5, '4 Q, R'),
    REP: [['2 Q, FE', '5H1 5H3 5H5 6H2 6H4', '5H2 5H4 6H1 6H3 6H5']],
    QFNL: [
      [
        '3 SA/B, SC/D',
        '1H1 1H2 3H3 3H4 4H5 2R2',
        '1H3 2H4 3H1 3H5 4H2 1R2',
        '1H4 2H1 2H5 3H2 4H3 2R1',
        '1H5 2H2 2H3 4H1 4H4 1R1',
      ],
    ],
    SFNL: [
      [AB, ...SEMIS_OF_QUARTERS],
      [CD, ...SEMIS_CD_OF_QUARTERS],
    ],
    FNL: [['', ...FINALS_AB, ...FINALS_CD, '3R1 3R2 4R1 4R2 5R1 5R2']],
  }),
  // Seven are left over again: three and four, so that the last final has two boats.
  progression('31', {
    ...thirtyOne('2 FE, FF'),
    FNL: [['', ...FINALS_AB, ...FINALS_CD, '1S5 1S6 2S5 2S6 3S6', '3S5 4S6 4S5 5S6']],
  }),
  progression('32-36', {
    ...thirtyOne('3 FE, FF'),
    FNL: [['', ...FINALS_AB, ...FINALS_CD, ...FINALS_EF]],
  }),
];

/** Null for more crews, or fewer, than the book provides for. */
export const progressionFor = (entries: number): Progression | null =>
  PROGRESSIONS.find(({ least, most }) => entries >= least && entries <= most) ?? null;
