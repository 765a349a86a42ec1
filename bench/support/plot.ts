/** A log-log plot as SVG, in colours that can be read on light and on dark pages. */

export interface Curve {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly Curve[];
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 76;
const RIGHT = 40;
const TOP = 44;
const BOTTOM = 56;
/** For eyes of all kinds (Okabe and Ito), each of enough contrast on white and on near-black. */
const COLOURS = ['#0b83c9', '#d17b00', '#0a9d74', '#c9619a'];
const GREY = '#808890';

/** Throws `RangeError` for a value that has no logarithm. */
export function logLogPlot({ title, xLabel, yLabel, curves }: Plot): string {
  const points = curves.flatMap((curve) => curve.points);
  const x = axis(
    points.map(([at]) => at),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = axis(
    points.map(([, at]) => at),
    HEIGHT - BOTTOM,
    TOP,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="${GREY}">`,
    `<title>${escaped(title)}</title>`,
    text(LEFT, 24, title, 'font-size="15"'),
    ...x.ticks.flatMap(({ value, at }) => [
      line([at, TOP], [at, HEIGHT - BOTTOM]),
      text(at, HEIGHT - BOTTOM + 20, powerOfTen(value), 'text-anchor="middle"'),
    ]),
    ...y.ticks.flatMap(({ value, at }) => [
      line([LEFT, at], [WIDTH - RIGHT, at]),
      text(LEFT - 10, at + 4, powerOfTen(value), 'text-anchor="end"'),
    ]),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, xLabel, 'text-anchor="middle"'),
    text(
      0,
      0,
      yLabel,
      `text-anchor="middle" transform="translate(18 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)"`,
    ),
    ...curves.flatMap(({ label, points: own }, index) =>
      curve(
        label,
        own.map(([atX, atY]) => [x.at(atX), y.at(atY)] as const),
        COLOURS[index % COLOURS.length]!,
      ),
    ),
    '</svg>',
    '',
  ].join('\n');
}

type Place = readonly [x: number, y: number];

function curve(label: string, places: readonly Place[], colour: string): string[] {
  const [endX, endY] = places.at(-1)!;
  const path = places.map(([atX, atY]) => `${atX},${atY}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(([atX, atY]) => `<circle cx="${atX}" cy="${atY}" r="3.5" fill="${colour}"/>`),
    text(endX, endY - 12, label, `text-anchor="end" fill="${colour}"`),
  ];
}

interface Axis {
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
  at(value: number): number;
}

/** From the power of ten below all values to the one above, laid out between two places. */
function axis(values: readonly number[], from: number, until: number): Axis {
  if (values.length === 0 || !values.every((value) => value > 0 && Number.isFinite(value)))
    throw new RangeError(`a logarithmic axis takes values above 0, not ${values.join(', ')}`);
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number): number =>
    Number((from + ((Math.log10(value) - least) / (most - least)) * (until - from)).toFixed(1));
  const powers = Array.from({ length: most - least + 1 }, (_none, index) => 10 ** (least + index));
  return { ticks: powers.map((value) => ({ value, at: at(value) })), at };
}

const powerOfTen = (value: number): string =>
  value >= 1 ? value.toLocaleString('en-US') : value.toFixed(Math.round(-Math.log10(value)));

const line = ([fromX, fromY]: Place, [toX, toY]: Place): string =>
  `<line x1="${fromX}" y1="${fromY}" x2="${toX}" y2="${toY}" stroke="${GREY}" stroke-opacity="0.3"/>`;

const text = (x: number, y: number, words: string, more: string): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
