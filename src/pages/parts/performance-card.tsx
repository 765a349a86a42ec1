/** A competitor's performance, opened: small fields side by side, as on the cards that commentators keep on paper. */
import type { CardCell, CardGroup } from '../view/performance-card.ts';
import type { PageWords } from '../words/page-words.ts';

export function PerformanceCard({ groups, said }: { groups: readonly CardGroup[]; said: PageWords }) {
  if (groups.length === 0) return null;
  return (
    <div class="performance">
      {groups.map(({ key, title, cells }) => (
        <div key={key}>
          {title === '' ? null : <p>{title}</p>}
          <ol>
            {cells.map((cell) => (
              <Cell key={cell.key} cell={cell} said={said} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function Cell({ cell: { label, main, small, standing }, said }: { cell: CardCell; said: PageWords }) {
  return (
    <li data-standing={standing}>
      <small>{label}</small>
      <b>{main}</b>
      {small.map((text) => (
        <small key={text}>{text}</small>
      ))}
      {standing === undefined ? null : <span class="unseen">{said[`standing${standing}`]}</span>}
    </li>
  );
}
