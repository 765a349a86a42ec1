// A document as the table that it declares.
import { element } from '/assets/element.js';

export function showTable(view, { columns, lines }, rows, { changed, title }) {
  view.className = 'sheet';
  view.replaceChildren(
    element('table', '', [
      element('caption', title, [], { class: 'unseen' }),
      element('thead', '', [element('tr', '', columns.map(headOf))]),
      element(
        'tbody',
        '',
        lines.map((texts, index) => lineOf(texts, rows.at(index), columns, changed)),
      ),
    ]),
  );
}

const headOf = (column) => element('th', column.label, [], { scope: 'col', class: classOf(column) });

function lineOf(texts, row, columns, changed) {
  const cells = texts.map((text, index) => element('td', text, [], { class: classOf(columns[index]) }));
  const line = element('tr', '', cells);
  if (row === undefined) return line;
  line.dataset.key = row.key;
  line.classList.toggle('changed', changed.has(row.key));
  line.classList.toggle('unplaced', row.mark !== undefined && row.mark.irm !== null && !row.place.ranked);
  return line;
}

/** Attempts, heights and splits are entered in brackets: they stand closer than the rest. */
const classOf = ({ align, source }) =>
  [align, source === 'result' ? 'result' : '', source.includes('[') ? 'card' : ''].filter(Boolean).join(' ');
