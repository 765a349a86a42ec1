/** Units as they stand before their end, and the facts that come then. Marks follow from numbers alone: every run says the same. */

/** `projection`: a setup that asks for one. */
export type Said = readonly [
  unit: string,
  said: { readonly projection?: true; readonly setup?: object; readonly [kind: string]: unknown },
];

export interface Scene {
  readonly name: string;
  readonly before: readonly Said[];
  readonly measured: readonly Said[];
}

const rsc = (event: string, phase: string, unit = ''): string =>
  event.padEnd(22, '-') + phase.padEnd(4, '-') + unit.padEnd(8, '-');

const codes = (count: number, prefix = 'K'): string[] =>
  Array.from({ length: count }, (_none, index) => `${prefix}${index + 1}`);

const asked = (unit: string, setup: object = {}): Said => [unit, { projection: true, setup }];

const startList = (unit: string, starters: readonly string[], kind = 'ATHLETE', bests?: object): Said => [
  unit,
  {
    startList: {
      entries: starters.map((code, index) => ({
        competitor: {
          code,
          kind,
          organisation: 'NOR',
          name: kind === 'TEAM' ? { team: code } : { family: code },
        },
        startOrder: index + 1,
        lane: String(index + 1),
        bests,
      })),
    },
  },
];

const official = (unit: string): Said => [unit, { status: { result: 'OFFICIAL' } }];

/** Spread without chance: 0 to 99. */
const spread = (one: number, other: number): number => (one * 37 + other * 61) % 100;

function divers(): Scene {
  const unit = rsc('DIVM3M', 'FNL', '000100');
  const all = codes(12);
  const dive = (competitor: string, round: number, index: number): Said[] => [
    [unit, { score: { competitor, round, component: 'DD', value: '3.1', element: '5253B' } }],
    ...codes(7, '').map(
      (judge): Said => [
        unit,
        {
          score: { competitor, round, component: 'EX', judge, value: `${5 + (spread(index, round) % 4)}.5` },
        },
      ],
    ),
  ];
  const rounds = (from: number, to: number): Said[] =>
    Array.from({ length: to - from + 1 }, (_none, index) => from + index).flatMap((round) =>
      all.flatMap((code, index) => dive(code, round, index)),
    );
  return {
    name: '12 divers, last round',
    before: [asked(unit), startList(unit, all), ...rounds(1, 5)],
    measured: rounds(6, 6),
  };
}

function heat(): Scene {
  const units = ['000100', '000200', '000300'].map((each) => rsc('ATHM200M', 'HEAT', each));
  const advance = [
    { by: 'place', count: 2, mark: 'Q' },
    { by: 'best', count: 2, mark: 'q' },
  ];
  const finishes = (unit: string, of: number): Said[] =>
    codes(8, `H${of}`).map(
      (competitor, index): Said => [
        unit,
        { passing: { competitor, point: 'FIN', time: `20.${String(10 + index * 7 + of)}` } },
      ],
    );
  const [first, second, last] = units as [string, string, string];
  return {
    name: '8-lane heat, times open',
    before: [
      [rsc('ATHM200M', 'HEAT'), { setup: { units, advance } }],
      ...units.flatMap((unit, of) => [asked(unit), startList(unit, codes(8, `H${of}`))]),
      ...[...finishes(first, 0), official(first), ...finishes(second, 1), official(second)],
      [last, { start: { at: '2026-06-01T10:00:00Z' } }],
    ],
    measured: [...finishes(last, 2), official(last)],
  };
}

function jumpers(): Scene {
  const unit = rsc('ATHMLONGJUMP', 'FNL', '000100');
  const all = codes(12);
  const rounds = (from: number, to: number, of: readonly string[]): Said[] =>
    Array.from({ length: to - from + 1 }, (_none, index) => from + index).flatMap((attempt) =>
      of.map(
        (competitor, index): Said => [
          unit,
          {
            attempt: {
              competitor,
              attempt,
              outcome: 'VALID',
              mark: `7.${10 + ((spread(index, attempt) % 30) + 40 - 3 * index)}`,
            },
          },
        ],
      ),
    );
  return {
    name: '12-jumper final',
    before: [asked(unit), startList(unit, all), ...rounds(1, 2, all)],
    measured: rounds(3, 3, all),
  };
}

function pool(): Scene {
  const pairs = ['AB', 'CD', 'AC', 'BD', 'AD', 'BC'];
  const phase = rsc('FBLMTEAM11', 'GPA');
  const units = pairs.map((_pair, index) => rsc('FBLMTEAM11', 'GPA', `000${index + 1}00`));
  const played = (from: number, to: number): Said[] =>
    units
      .slice(from, to)
      .flatMap((unit, index): Said[] => [
        ...[...pairs[from + index]!].map(
          (competitor, side): Said => [
            unit,
            { periodScore: { competitor, period: 'H1', value: String(spread(from + index, side) % 3) } },
          ],
        ),
        official(unit),
      ]);
  return {
    name: 'pool before its last round',
    before: [
      asked(phase, { units }),
      ...units.map((unit, index) => startList(unit, [...pairs[index]!], 'TEAM')),
      ...played(0, 4),
    ],
    measured: played(4, 6),
  };
}

function series(): Scene {
  const boats = codes(24, 'S');
  const phase = rsc('SALMOPEN', 'PREL');
  const units = Array.from({ length: 10 }, (_none, index) =>
    rsc('SALMOPEN', 'PREL', `${String(index + 1).padStart(4, '0')}00`),
  );
  const sailed = (unit: string, of: number): Said[] => [
    ...boats
      .toSorted((one, other) => spread(boats.indexOf(one), of) - spread(boats.indexOf(other), of))
      .map(
        (competitor, index): Said => [
          unit,
          { passing: { competitor, point: 'FIN', time: String(600 + index), order: index + 1 } },
        ],
      ),
    official(unit),
  ];
  return {
    name: '24-boat series, last race',
    before: [
      asked(phase, { units }),
      ...units.map((unit) => startList(unit, boats)),
      ...units.slice(0, -1).flatMap(sailed),
    ],
    measured: sailed(units.at(-1)!, units.length - 1),
  };
}

/** By event: the mark of the first, and by how much the next one is worse, in hundredths. */
const DECATHLON: readonly (readonly [
  phase: string,
  kind: 'time' | 'mark' | 'height',
  first: number,
  step: number,
])[] = [
  ['100', 'time', 1050, 3],
  ['LJ', 'mark', 780, 2],
  ['SP', 'mark', 1600, 8],
  ['HJ', 'height', 210, 1],
  ['400', 'time', 4700, 12],
  ['110H', 'time', 1390, 3],
  ['DT', 'mark', 4900, 30],
  ['PV', 'height', 520, 2],
  ['JT', 'mark', 6500, 50],
];

const hundredths = (value: number): string => (value / 100).toFixed(2);

function decathlon(): Scene {
  const all = codes(24, 'D');
  const units = DECATHLON.map(([phase]) => rsc('ATHMDECATH', phase, '000100'));
  const heats = ['000100', '000200'].map((unit) => rsc('ATHMDECATH', '1500', unit));
  const halves = [all.slice(12), all.slice(0, 12)];
  const parts = DECATHLON.flatMap(([, kind, first, step], at): Said[] => [
    startList(units[at]!, all),
    ...all.map((competitor, index): Said => {
      const place = (spread(index, at) + index * 10) % 24;
      const mark = hundredths(kind === 'time' ? first + place * step : first - place * step);
      if (kind === 'time') return [units[at]!, { passing: { competitor, point: 'FIN', time: mark } }];
      const attempt = { competitor, attempt: 1, outcome: 'VALID', [kind]: mark };
      return [units[at]!, { attempt }];
    }),
    official(units[at]!),
  ]);
  const run = (heat: number): Said[] => [
    ...halves[heat]!.map(
      (competitor, index): Said => [
        heats[heat]!,
        { passing: { competitor, point: 'FIN', time: hundredths(26_000 + index * 170 + heat) } },
      ],
    ),
    official(heats[heat]!),
  ];
  return {
    name: 'decathlon, last event',
    before: [
      asked(rsc('ATHMDECATH', ''), { units: [...units, ...heats] }),
      ...parts,
      ...heats.map((unit, heat) => startList(unit, halves[heat]!, 'ATHLETE', { SB: '4:35.00' })),
      ...run(0),
    ],
    measured: run(1),
  };
}

export const SCENES: readonly Scene[] = [divers(), heat(), jumpers(), pool(), series(), decathlon()];
