// BRACKETS: each tree with its rounds as columns, and lines to where winners go on.
import { element, refill } from '/assets/element.js';
import { bracketOf } from '/assets/modules/client/bracket.js';

export function showBracket(view, standings, at) {
  const trees = bracketOf(standings, at.words);
  view.className = 'trees';
  refill(
    view,
    trees.map((tree) => treeOf(tree, trees.length > 1, at)),
  );
}

/** A tree alone needs no name. */
function treeOf({ name, rounds }, isOneOfSeveral, at) {
  const columns = rounds.map((round) =>
    element('li', '', [
      element('h4', round.name),
      element(
        'ol',
        '',
        round.matches.map((match) => matchOf(match, at)),
        { class: 'matches' },
      ),
    ]),
  );
  // What scrolls can be scrolled by keys.
  const frame = element('ol', '', columns, { class: 'rounds', tabindex: '0', 'aria-label': name });
  return element('section', '', [...(isOneOfSeveral ? [element('h3', name)] : []), frame]);
}

function matchOf(match, { changed, words, hrefOf }) {
  const { unit, name, status, start, decision, sides, leads } = match;
  const href = hrefOf(unit);
  const title = element(href === null ? 'span' : 'a', name, [], { href });
  const isOpen = status === 'START_LIST';
  const told = isOpen ? minuteOf(start) : (decision ?? words.resultStatuses?.[status] ?? status);
  const card = element(
    'article',
    '',
    [
      element('p', '', [title, element('small', told, [], { 'data-status': status })]),
      element(
        'ul',
        '',
        sides.map((side) => sideOf(side, words)),
      ),
    ],
    { class: changed.has(unit) ? 'changed' : null, 'data-key': unit },
  );
  return element('li', '', [card], { 'data-leads': leads });
}

const minuteOf = (start = '') => start.slice(0, 16).replace('T', ' ');

function sideOf({ text, stands, organisation, seed, score, won }, words) {
  const known = [
    element('span', text, [], { class: 'name' }),
    seed === undefined ? '' : element('small', `[${seed}]`),
    organisation === undefined || organisation === text ? '' : element('small', organisation),
  ];
  return element(
    'li',
    '',
    [
      element(
        'span',
        '',
        known.filter((part) => part !== ''),
      ),
      element('b', score),
      ...(won ? [element('span', words.outcomes?.W ?? 'W', [], { class: 'unseen' })] : []),
    ],
    { 'data-stands': stands, class: won ? 'won' : null },
  );
}
