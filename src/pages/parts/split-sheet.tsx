/** Splits of a race: at each timing point the time, the rank there and the gap. */

import type { SplitPoint } from '../../client/split-points.ts';
import type { Document } from '../../model/document.ts';
import type { PageWords } from '../words/page-words.ts';
import { Frame } from './frame.tsx';
import { PickedName, type Picking } from './picked-name.tsx';

interface SplitProps extends Picking {
  readonly points: readonly SplitPoint[];
  readonly rows: Document['rows'];
  readonly said: PageWords;
}

export function SplitSheet({ points, rows, said, pick, markOf }: SplitProps) {
  if (points.length === 0) return null;
  return (
    <section class="splits">
      <h3>{said.splits}</h3>
      <Frame label={said.splits}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="name">
                {said.name}
              </th>
              {points.map(({ label }) => (
                <th scope="col" class="right" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, identity }) => (
              <tr key={key}>
                <th scope="row" class="name">
                  <PickedName
                    competitor={key}
                    name={identity?.name ?? key}
                    organisation={identity?.organisation}
                    {...{ pick, markOf }}
                  />
                </th>
                {points.map(({ label, at }) => {
                  const split = at.get(key);
                  return (
                    <td class="right" key={label}>
                      {split === undefined ? '' : `${split.time} `}
                      {split === undefined ? null : (
                        <small>{`(${split.rank}${split.rankEqual ? '=' : ''}) ${split.diff ?? ''}`}</small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Frame>
    </section>
  );
}
