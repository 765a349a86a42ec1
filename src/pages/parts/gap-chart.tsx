/** Gaps of a race drawn from point to point; the table of splits says the same in figures. */
import type { Document } from '../../model/document.ts';
import { DRAWING, gapChart } from '../view/gap-chart.ts';
import type { PageWords } from '../words/page-words.ts';

export function GapChart({ shown, said }: { shown: Document; said: PageWords }) {
  const chart = gapChart(shown, said.finish);
  if (chart === null) return null;
  const { width, height, right, top, bottom } = DRAWING;
  return (
    <figure class="gap-chart">
      <figcaption>{said.gaps}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said.gaps}>
        {chart.stops.map(({ x, label }) => (
          <g key={label} class="stop">
            <line x1={x} x2={x} y1={top} y2={height - bottom} />
            <text x={x} y={height - 8}>
              {label}
            </text>
          </g>
        ))}
        {chart.lines.map(({ competitor, label, path, labelY }, index) => (
          <g key={competitor} data-key={competitor} data-line={index}>
            <polyline points={path} />
            <text x={width - right + 10} y={labelY + 4}>
              {label}
            </text>
          </g>
        ))}
        <text x={2} y={height - bottom - 4}>
          {chart.most}
        </text>
      </svg>
    </figure>
  );
}
